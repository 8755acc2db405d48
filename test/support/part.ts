/**
 * The part of the many cases that a run plays: a fifteenth of them, the same each time, so that what it says is about
 * the change and not about chance; `PART=<number> npm test` another one, `ALL_CASES=1 npm run test:all` all. Of
 * those that are played once more over a database it is a third of that.
 */
const { ALL_CASES, PART = '0' } = process.env;

/** How many different parts there are. */
export const ALL_PARTS = 45;

/** Whether the suite is played over a database. */
export const isOverDatabase = (globalThis as { BASE?: string }).BASE === 'database';

/** Of so many parts one is played. */
export const PARTS = (ALL_CASES ? 1 : 15) * (isOverDatabase ? 3 : 1);

/** The one that is played, from 0. */
export const part = Number(PART) % PARTS;

/** The number from which chance begins: as many others as there are parts. */
export const CHANCE = 20260601 + (Number(PART) % 15);

/** The cases of a list that belong to the part; of a list that is shorter than the parts are many, one. */
export function inPart<T>(cases: readonly T[]): T[] {
  return cases.filter((_, n) => n % PARTS === part % Math.min(PARTS, cases.length));
}

/** Of so many stories with many cases each, one is played in a part; to find the cases of a story takes long itself. */
const STORIES_TO_ONE = (ALL_CASES ? 1 : 3) * (isOverDatabase ? 3 : 1);

/** The stories of which the part plays cases. */
export function storiesInPart<T>(stories: readonly T[]): T[] {
  return stories.filter((_, n) => n % STORIES_TO_ONE === part % STORIES_TO_ONE);
}

/** The cases of one of {@link storiesInPart} that the part plays. */
export function casesInPart<T>(cases: readonly T[]): T[] {
  const toOne = PARTS / STORIES_TO_ONE;
  const which = Math.floor(part / STORIES_TO_ONE);
  return cases.filter((_, n) => n % toOne === which % Math.min(toOne, cases.length));
}

/** What a suite prints in the end: how many cases it has played. */
export function tellCases(what: string): void {
  const which = PARTS === 1 ? 'all' : `part ${part} of ${PARTS}`;
  console.log(`${what}${isOverDatabase ? ', over a database' : ''} (${which})`);
}
