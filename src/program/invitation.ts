/** The invitation that a referral link pre-fills: checked, written, and read back from what its sender made of it. */
import { alignAround, type Fit } from './alignment';
import { isCode } from './codes';
import { pattern } from './pattern';
import { codePlaces, phonePlaces } from './places';
import { plainText, readWords, type Word } from './text';

/** What an invitation names: an inviter's phone or code, or nothing usable. */
export type Invitation =
  | { kind: 'phone'; phone: string }
  | { kind: 'code'; code: string }
  /** By a number or an id, as an answer to who it was. */
  | { kind: 'named'; key: string }
  | { kind: 'malformed' };

/** A wording taken apart at its placeholder. */
type Wording = { kind: 'phone' | 'code'; before: Word[]; after: Word[]; weight: number };

/** The part of the wording that has to be recognised for a number to count as an invitation. */
const RECOGNISED = 0.4;
/** The same when there is no number to support it, and the least weight that says anything by itself. */
const CLEARLY_THERE = 0.75;
const LEAST_WEIGHT = 12;
/** The longest piece of text that may stand where the number should be. */
const LONGEST_MIDDLE = 40;
/** WhatsApp's own limit for a text. */
const LONGEST_TEXT = 4096;
const LONGEST_LINK = 2000;

const ENDS_LIKE_A_CODE = pattern(String.raw`[\p{sc=Latn}\d+]$`, 'u');
const BEGINS_LIKE_A_CODE = pattern(String.raw`^[\p{sc=Latn}\d+]`, 'u');
const NO_LETTERS = pattern(String.raw`^[^\p{L}]*\d[^\p{L}]*$`, 'u');

/** What is wrong with a wording: the key of a sentence in the catalogue, and what fills its placeholders. */
interface WordingProblem {
  key: 'unknown' | 'nobody' | 'twice' | 'wordless' | 'touchesPhone' | 'touchesCode' | 'longLink';
  values: Record<string, string | number>;
}

/**
 * Why the owner's wording cannot be used; null when it can. It needs exactly one {phone} or {code}, at least one word
 * or emoji to be recognised by, a placeholder that can be told from its neighbours, and a link of less than 2,000
 * characters.
 */
export function invitationProblem(wording: string): WordingProblem | null {
  const problem = (key: WordingProblem['key'], values: WordingProblem['values'] = {}) => ({
    key,
    values,
  });
  const placeholders = wording.match(/\{[^{}]*\}/g) ?? [];
  const unknown = placeholders.find((name) => name !== '{phone}' && name !== '{code}');
  if (unknown) return problem('unknown', { given: unknown });
  if (placeholders.length === 0) return problem('nobody');
  if (placeholders.length > 1) return problem('twice');
  const { kind, before, after } = split(wording)!;
  if (![...readWords(before), ...readWords(after)].some((word) => !/\d/.test(word.text))) {
    return problem('wordless', { given: `{${kind}}` });
  }
  const touchesPhone = /[\d+]$/.test(before) || /^[\d+]/.test(after);
  const touchesCode = ENDS_LIKE_A_CODE().test(before) || BEGINS_LIKE_A_CODE().test(after);
  if (kind === 'phone' && touchesPhone) return problem('touchesPhone');
  if (kind === 'code' && touchesCode) return problem('touchesCode');
  const longest = '0'.repeat(15);
  const link = referralLink(longest, writeInvitation(wording, { phone: longest, code: longest }));
  if (link.length < LONGEST_LINK) return null;
  return problem('longLink', { length: link.length, limit: LONGEST_LINK });
}

/** The wording with the inviter filled in. Throws when the inviter lacks what the placeholder asks for. */
export function writeInvitation(
  wording: string,
  inviter: { phone?: string; code?: string },
): string {
  return wording.replace(/\{(phone|code)\}/, (placeholder, name: 'phone' | 'code') => {
    const value = inviter[name];
    if (!value) {
      throw new Error(`The invitation asks for ${placeholder}, but this inviter has no ${name}.`);
    }
    return value;
  });
}

/**
 * Takes a received text apart. Gives the phone (digits) or the code that it names; `malformed` when
 * the wording is clearly there but names nobody possible; null when the text is no invitation.
 * `wordings` holds the current wording first, then the earlier ones; unusable ones are passed over.
 */
export function readInvitation(text: string, wordings: string[]): Invitation | null {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const words = readWords(plain);
  let malformed: Invitation | null = null;
  for (const wording of wordings.map(readWording)) {
    if (!wording) continue;
    const fit = alignAround(words, wording.before, wording.after, wording.weight);
    const found = findInviter(plain, words, wording, fit);
    if (found) return found;
    if (!malformed && namesNobody(plain, words, wording, fit)) {
      malformed = { kind: 'malformed' };
    }
  }
  return malformed;
}

/**
 * A code and nothing else, as somebody types it who was told it, or read it on a poster. It has a digit: eight letters
 * may be a word.
 */
export function readCodeAlone(text: string): Invitation | null {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const words = readWords(plain);
  const place = codePlaces(plain, words).find(({ from, to }) => from === 0 && to === words.length);
  return place && /\d/.test(place.value) ? { kind: 'code', code: place.value } : null;
}

/** The invitation that a link carried as nothing but a code. */
export function codeIn(carried: string): Invitation {
  const code = carried.toLowerCase();
  return isCode(code) ? { kind: 'code', code } : { kind: 'malformed' };
}

/** The link that opens a chat with the business, the invitation filled in. */
export function referralLink(businessDigits: string, invitation: string): string {
  return `https://wa.me/${businessDigits}?text=${encode(invitation)}`;
}

/** The link that lets a person choose whom to send the sentence to. */
export function shareLink(sentenceWithLink: string): string {
  return `https://wa.me/?text=${encode(sentenceWithLink)}`;
}

/** encodeURIComponent throws on half a surrogate pair, which a cut-off emoji leaves behind. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** The plain text on both sides of the only placeholder, null when there is not exactly one. */
function split(wording: string): { kind: 'phone' | 'code'; before: string; after: string } | null {
  const [before = '', kind, after = '', ...more] = wording.split(/\{(phone|code)\}/);
  if (!kind || more.length) return null;
  return { kind: kind as 'phone' | 'code', before: plainText(before), after: plainText(after) };
}

function readWording(wording: string): Wording | null {
  const sides = split(wording);
  if (!sides) return null;
  const before = readWords(sides.before);
  const after = readWords(sides.after);
  const weight = weigh(before) + weigh(after);
  return weight ? { kind: sides.kind, before, after, weight } : null;
}

function weigh(words: Word[]): number {
  return words.reduce((sum, word) => sum + word.weight, 0);
}

/** The place where most of the wording stands around a possible inviter, if it is enough of it. */
function findInviter(
  plain: string,
  words: Word[],
  wording: Wording,
  { before, after }: { before: Fit; after: Fit },
): Invitation | null {
  let best = RECOGNISED * wording.weight;
  let found: Invitation | null = null;
  for (const place of (wording.kind === 'phone' ? phonePlaces : codePlaces)(plain, words)) {
    // A number may be cut out of a longer row of digits only where the wording's own digits stand.
    if (place.cutBefore && !before.touching[place.from]) continue;
    if (place.cutAfter && !after.touching[place.to]) continue;
    const score = before.near[place.from]! + after.near[place.to]!;
    if (score > best || (score === best && !found)) {
      best = score;
      found =
        wording.kind === 'phone'
          ? { kind: 'phone', phone: place.value }
          : { kind: 'code', code: place.value };
    }
  }
  return found;
}

/** Whether the wording is clearly there with nobody in it. */
function namesNobody(
  plain: string,
  words: Word[],
  wording: Wording,
  { before, after }: { before: Fit; after: Fit },
): boolean {
  const startOf = (index: number) => words[index]?.start ?? plain.length;
  const enough = Math.max(LEAST_WEIGHT, CLEARLY_THERE * wording.weight);
  for (let from = 0; from <= words.length; from++) {
    const start = words[from - 1]?.end ?? 0;
    for (let to = from; to <= words.length && startOf(to) - start <= LONGEST_MIDDLE + 1; to++) {
      if (before.touching[from]! + after.touching[to]! >= enough) return true;
    }
  }
  // A wording too short for that counts when it is all there, with a number in its middle.
  const from = wording.before.length;
  const to = words.length - wording.after.length;
  if (to <= from) return false;
  const whole = before.touching[from]! + after.touching[to]! === wording.weight;
  const middle = plain.slice(words[from]!.start, words[to - 1]!.end);
  return whole && (wording.kind === 'phone' ? NO_LETTERS() : /^\S*\d\S*$/).test(middle);
}
