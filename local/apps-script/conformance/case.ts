/** What a case of the suite is: something that a script does, and what should come of it. */
import type { Scene } from './script/scene';

/** Where a script can be started from; each is allowed something else. */
export type Context =
  /** A POST or a GET of the web app, by nobody known. */
  | 'post'
  | 'get'
  /** `google.script.run` of a page that the web app served to a stranger. */
  | 'visitor'
  /** An installed time trigger. */
  | 'trigger'
  /** The simple triggers onOpen and onEdit. */
  | 'open'
  | 'edit'
  /** The owner's click in a menu, and a dialog that it opens. */
  | 'menu'
  | 'dialog';

export type Sureness =
  /** Google's own pages say so. */
  | 'documented'
  /** Somebody measured it, or several projects met it. */
  | 'measured by others'
  /** Nobody has said; the stand-in has to do something. */
  | 'assumed';

/** What all kinds of cases have. */
export interface Claim {
  /** A sentence; no two cases have the same. */
  name: string;
  /** The answer, as JSON, or a judgement of it. */
  expected: unknown;
  sure: Sureness;
  /** What it means for a program if the answer is another one. */
  means: string;
  /** The row of the stand-in's table of unknowns (quirks.ts) that the answer settles. */
  settles?: string;
}

/** Something that a script does. */
export interface Case extends Claim {
  /** Where it has to be done; wherever the script sees its spreadsheet when left out. */
  in?: Context;
  /** What it needs besides; where that is not there it is not asked. */
  needs?: 'database';
  /** Gives the answer, which has to be JSON. What it throws is an answer too: `{threw: message}`. */
  run: (scene: Scene) => unknown;
}

/** Something that the client code of a page does: a call of `google.script.run`. Its answer is `{gave}` or `{failed}`. */
export interface PageCall extends Claim {
  in: 'visitor' | 'dialog';
  call: string;
  args: unknown[];
}

/** An answer that is judged by more than being the same. */
export class Judgement {
  constructor(
    /** What is wanted, for the reader. */
    readonly told: string,
    readonly fits: (answer: unknown) => boolean,
  ) {}
}

/** An error with these words. */
export const threw = (message: string | RegExp) =>
  typeof message === 'string'
    ? { threw: message }
    : new Judgement(`an error like ${message}`, (answer) => message.test(wordsOf(answer)));

/** Text that fits a pattern. */
export const like = (pattern: RegExp) =>
  new Judgement(`like ${pattern}`, (answer) => pattern.test(String(answer)));

/** One of several answers, all of which a program has to bear. */
export const oneOf = (...answers: unknown[]) =>
  new Judgement(answers.map((answer) => JSON.stringify(answer)).join(' or '), (answer) =>
    answers.some((one) => JSON.stringify(one) === JSON.stringify(answer)),
  );

/** A figure that is written down and not judged. */
export const figure = (of: string) => new Judgement(`${of} (written down, not judged)`, () => true);

function wordsOf(answer: unknown): string {
  return answer && typeof answer === 'object' && 'threw' in answer ? String(answer.threw) : '';
}

/** Whether an answer is the expected one. */
export function fits({ expected }: Claim, answer: unknown): boolean {
  if (expected instanceof Judgement) return expected.fits(answer);
  return canonical(expected) === canonical(answer);
}

/** JSON in which the order of names makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, entry) =>
    entry && typeof entry === 'object' && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
