/**
 * A PostgreSQL database as the program uses it: one statement at a time, texts in and at most one text out. What a row over
 * the bridge costs (51 ms) is the reason: however much is asked for, it comes as one cell of JSON.
 */

/** A statement and the values of its `?`. */
export interface Database {
  /** @returns the first cell of the first row; '' where there is none */
  ask(sql: string, ...values: string[]): string;
  /** Does something that gives nothing back. @throws {Conflict} when others have changed meanwhile what it stands on */
  run(sql: string, ...values: string[]): void;
}

/** Has a statement answered by indexes alone. @param asked what its `$1` is, as JSON */
export function askByIndex(database: Database, statement: string, asked: unknown): string {
  return database.ask('select sheet_referrals.ask(?, ?::jsonb)', statement, JSON.stringify(asked));
}

/** What a decision stands on has been changed by somebody else: nothing was written, and it is to be decided anew. */
export class Conflict extends Error {
  constructor() {
    super('Somebody else has changed the same rows just now', { cause: { code: 'conflict' } });
  }
}

/** The database cannot be reached, or does not let the program in. */
export class DatabaseDown extends Error {
  constructor(why: string) {
    super(`The database cannot be reached: ${why}`, { cause: { code: 'databaseDown' } });
  }
}

/** What PostgreSQL says where others were first: of our own function, of a unique index, of two that wait for each other. */
const OTHERS_WERE_FIRST =
  /\bconflict\b|duplicate key value|could not serialize access|deadlock detected/;

/** The error that a statement ended with, as the program knows it. */
export function databaseError(error: unknown): unknown {
  return OTHERS_WERE_FIRST.test(String(error)) ? new Conflict() : error;
}

/** JSON out of one cell; what `empty` says where there is none. */
export function parsedOr<T>(text: string, empty: T): T {
  return text ? (JSON.parse(text) as T) : empty;
}

/**
 * A table that was just filled is a stranger to the planner: it would rather read it whole, or compile the statement for
 * seconds, than go by an index.
 */
export const BY_INDEX = 'set enable_seqscan = off set jit = off';
