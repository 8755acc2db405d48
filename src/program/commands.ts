/** Recognises the clients' commands in what they write, typos included. */
import { pattern } from './pattern';
import { editDistance, plainText } from './text';

/** What a client can ask for. */
export type Command =
  | 'link'
  | 'referrals'
  | 'top'
  | 'inviter'
  | 'rewards'
  | 'stop'
  | 'start'
  | 'data'
  | 'delete';

/**
 * The command that the whole message is, or null. `synonyms` are the owner's words for each. Case,
 * accents, punctuation, emoji and extra spaces do not matter. An exact word wins over a typo; among
 * typos the nearest wins, and when two commands are equally near it is none.
 */
export function readCommand<Name extends string = Command>(
  text: string,
  synonyms: Partial<Record<Name, string[]>>,
): Name | null {
  if (text.length > 200) return null;
  const typed = comparable(text);
  if (!typed) return null;
  let nearest = Number.POSITIVE_INFINITY;
  let found: Name | null = null;
  for (const [command, words] of Object.entries(synonyms) as [Name, string[]][]) {
    for (const word of words.map(comparable).filter(Boolean)) {
      const distance = typoDistance(typed, word, command);
      if (distance === 0) return command;
      if (distance < nearest) {
        nearest = distance;
        found = command;
      } else if (distance === nearest && found !== command) {
        found = null;
      }
    }
  }
  return found;
}

/** "link, my link; ссылка" → its words; commas and semicolons of any script and line breaks separate them. */
export function readSynonyms(cell: string): string[] {
  return cell
    .split(/[,;\r\n\u060c\u061b\u3001\uff0c\uff1b]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

const NO_SYMBOL = pattern(String.raw`[^\p{S}]`, 'gu');
const BETWEEN_WORDS = pattern(String.raw`[^\p{L}\p{M}\p{N}]+`, 'gu');

/** Letters and digits with single spaces between words; when there are none, the symbols. */
function comparable(text: string): string {
  const plain = plainText(text);
  return plain.replace(BETWEEN_WORDS(), ' ').trim() || plain.replace(NO_SYMBOL(), '');
}

/** How far the typed text is from the word, infinitely when it is too far for a typo. */
function typoDistance(typed: string, word: string, command: string): number {
  if (typed === word) return 0;
  const letters = word.replace(/ /g, '').length;
  const limit = letters < 4 ? 0 : letters < 8 ? 1 : 2;
  const distance = editDistance(typed, word, limit);
  const near = distance <= limit && (limit > 1 || typed[0] === word[0]);
  // Mistaking "shop" for "stop" would silence somebody, so short words forgive only slips of the finger.
  const risky = letters < 6 && (command === 'stop' || command === 'start');
  return near && (!risky || isSlip(typed, word)) ? distance : Number.POSITIVE_INFINITY;
}

/**
 * Whether a text one edit away came from a swapped, doubled or dropped letter, not from a different one. Without its end
 * a short word is mostly another word: “сто” is a hundred, and no “стоп”.
 */
function isSlip(typed: string, word: string): boolean {
  if (typed.length < word.length) return !word.startsWith(typed);
  let at = 0;
  while (typed[at] === word[at]) at++;
  return typed.length > word.length ? typed[at] === typed[at - 1] : typed[at] === word[at + 1];
}
