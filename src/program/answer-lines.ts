/** The lines of the tab *Answers*: which can be used, and what the owner is told of the others. */
import { readCommand, readSynonyms } from './commands';
import { buttonId, wordsIn } from './intent';
import { type OwnAnswer, ownButtonId, readOwnAnswer } from './own-answers';
import { namesColumn } from './own-columns';
import type { Settings } from './settings';
import { placeholdersIn } from './wording';

/** A line as it stands in the tab. */
export interface AnswerLine {
  words: string;
  answer: string;
  buttons: string;
}

/** A text with buttons, and one without, for the strictest provider. */
const WITH_BUTTONS = 1024;
const WITHOUT = 1500;

const TITLE = 20;
const BUTTONS = 3;

/** So many lines, and so many characters in all, are kept where every message reads them. */
const LINES = 100;
const CHARACTERS = 40_000;

/** Whether an answer may name a column of the tab *Clients*. */
export function namesAnyColumn(lines: readonly AnswerLine[]): boolean {
  return lines.some(({ answer }) => columnsIn(answer).length > 0);
}

/**
 * Takes the lines of the tab.
 *
 * @param headings of the tab *Clients*
 * @returns what can be used; and for each line what is wrong with it, '' where nothing is
 */
export function readAnswerLines(
  lines: readonly AnswerLine[],
  settings: Settings,
  headings: readonly string[],
): { answers: OwnAnswer[]; problems: string[] } {
  const problems = lines.map((line, index) =>
    lineProblem(line, lines.slice(0, index), settings, headings),
  );
  const usable = lines.filter((line, index) => isFilled(line) && !problems[index]);
  const kept = within(usable);
  const words = kept.map((line) => ({ words: readSynonyms(line.words) }));
  const answers: OwnAnswer[] = [];
  for (const line of kept) {
    const { buttons, problem } = buttonsOf(line, words, settings);
    const index = lines.indexOf(line);
    if (problem) problems[index] = problem;
    else {
      const answer = line.answer.trim();
      answers.push({
        words: readSynonyms(line.words),
        answer,
        buttons,
        columns: columnsIn(answer),
      });
    }
  }
  for (const line of usable) {
    if (!kept.includes(line))
      problems[lines.indexOf(line)] =
        `There is room for ${LINES} answers of ${CHARACTERS} characters in all.`;
  }
  return { answers, problems: problems.map((one) => one && `${one} This line is not used.`) };
}

/** As many as there is room for. */
function within(lines: AnswerLine[]): AnswerLine[] {
  let room = CHARACTERS;
  return lines.slice(0, LINES).filter(({ words, answer, buttons }) => {
    room -= words.length + answer.length + buttons.length;
    return room >= 0;
  });
}

function isFilled({ words, answer }: AnswerLine): boolean {
  return words.trim() !== '' && answer.trim() !== '';
}

function lineProblem(
  line: AnswerLine,
  before: readonly AnswerLine[],
  settings: Settings,
  headings: readonly string[],
): string {
  const { answer } = line;
  const words = readSynonyms(line.words);
  if (!words.length && !answer.trim()) return '';
  if (!words.length) return 'Write in “Words” what clients write to get this answer.';
  if (!answer.trim()) return 'The answer is still empty.';
  const limit = line.buttons.trim() ? WITH_BUTTONS : WITHOUT;
  const { length } = answer.trim();
  if (length > limit) return `At most ${limit} characters; this has ${length}.`;
  const taken = words.find((word) => readCommand(word, wordsIn(settings)) !== null);
  if (taken) return `“${taken}” is a command of the program already, or very near to one.`;
  const earlier = before.filter(isFilled).map((one) => ({ words: readSynonyms(one.words) }));
  const twice = words.find((word) => readOwnAnswer(word, earlier) !== null);
  if (twice) return `“${twice}” is answered further up already.`;
  const unknown = columnsIn(answer).find((name) => !namesColumn(name, headings));
  if (unknown === undefined) return '';
  return `{${unknown}} means nothing here. What can be used: {name}, and a heading of the tab Clients that clients may see.`;
}

/** What stands in braces and is not the client's name. */
function columnsIn(answer: string): string[] {
  return placeholdersIn(answer).filter((name) => name !== 'name');
}

/** The reply buttons of a line: titles of commands, or words of other answers. */
function buttonsOf(
  line: AnswerLine,
  answers: { words: string[] }[],
  settings: Settings,
): { buttons: OwnAnswer['buttons']; problem: string } {
  const titles = readSynonyms(line.buttons);
  const wrong = (problem: string) => ({ buttons: [], problem });
  if (titles.length > BUTTONS) return wrong(`At most ${BUTTONS} buttons.`);
  const long = titles.find((title) => title.length > TITLE);
  if (long) return wrong(`A button has room for ${TITLE} characters: “${long}” is longer.`);
  if (new Set(titles.map((title) => title.toLowerCase())).size < titles.length) {
    return wrong('Two buttons say the same.');
  }
  const buttons = titles.map((title) => {
    const command = readCommand(title, wordsIn(settings));
    const isAnswer = readOwnAnswer(title, answers) !== null;
    return { id: command ? buttonId(command) : isAnswer ? ownButtonId(title) : '', title };
  });
  const nothing = buttons.find(({ id }) => !id);
  if (nothing) {
    return wrong(
      `The button “${nothing.title}” leads nowhere: use words of a command, or of another answer.`,
    );
  }
  return { buttons, problem: '' };
}
