/** The owner's own commands: words of the tab *Answers*, and what is answered to them. */
import { readCommand } from './commands';

/** A line of the tab, ready for use. */
export interface OwnAnswer {
  words: string[];
  answer: string;
  /** What stands on its reply buttons, each with the id that says what it means. */
  buttons: { id: string; title: string }[];
  /** The placeholders in it that name a column of the tab *Clients*. */
  columns: string[];
}

/** The ids of reply buttons that lead to one of these answers: its words behind the prefix. */
const BUTTON = 'answer:';

/** The id of the reply button for an answer, by words that it answers to. */
export function ownButtonId(words: string): string {
  return BUTTON + words;
}

/** The words behind a pressed button; null where it is none of these. */
export function wordsOnButton(button: string | undefined): string | null {
  return button?.startsWith(BUTTON) ? button.slice(BUTTON.length) : null;
}

/** The answer to what somebody has written, with the tolerance of the commands; null when it is none. */
export function readOwnAnswer(
  text: string,
  answers: readonly Pick<OwnAnswer, 'words'>[],
): number | null {
  const words = Object.fromEntries(answers.map((one, index) => [String(index), one.words]));
  const found = readCommand<string>(text, words);
  return found === null ? null : Number(found);
}
