/** JdbcResultSet: the rows of a query, each of which is fetched over the bridge when `next` comes to it; values are read as the driver reads them. */
import { JDBC_MS } from './costs';
import type { Outcome } from './database/backend';
import type { Run } from './run';

type Column = Outcome['columns'][number];

/**
 * Types that can be read, by PostgreSQL's numbers: bool, bytea, "char", name, int8, int2, int4, text, oid, float4,
 * float8, unknown, bpchar, varchar, date, time, timestamp, timestamptz, timetz, numeric. Everything else (uuid, json,
 * jsonb, arrays, enums …) has to be cast to text in the query: Google's bridge fails on it.
 */
const READABLE = new Set([
  ...[16, 17, 18, 19, 20, 21, 23, 25, 26, 700, 701],
  ...[705, 1042, 1043, 1082, 1083, 1114, 1184, 1266, 1700],
]);
const TRUE = ['t', 'true', '1', 'y', 'yes', 'on'];
const FALSE = ['f', 'false', '0', 'n', 'no', 'off'];

export class JdbcResultSet {
  readonly #run: Run;
  readonly #columns: Column[];
  readonly #rows: (string | null)[][];
  /** Its statement or its connection is closed. */
  readonly #isOver: () => boolean;
  #at = -1;
  #isClosed = false;
  #wasNull = false;
  constructor(run: Run, columns: Column[], rows: (string | null)[][], isOver: () => boolean) {
    this.#run = run;
    this.#columns = columns;
    this.#rows = rows;
    this.#isOver = isOver;
  }
  next(): boolean {
    this.#refuseIfClosed();
    this.#at = Math.min(this.#at + 1, this.#rows.length);
    if (this.#at === this.#rows.length) return false;
    return this.#run.call('jdbc', `next (row ${this.#at + 1})`, () => true, {
      ms: () => JDBC_MS.row,
    });
  }
  getString(column: number | string): string | null {
    return this.#value('getString', column);
  }
  getInt(column: number | string): number {
    const number = this.#number('int', this.#value('getInt', column));
    if (number < -(2 ** 31) || number >= 2 ** 31) throw this.#badValue('int', String(number));
    return number;
  }
  getLong(column: number | string): number {
    return this.#number('long', this.#value('getLong', column));
  }
  getBoolean(column: number | string): boolean {
    const text = this.#value('getBoolean', column)?.trim().toLowerCase();
    if (text === undefined || FALSE.includes(text)) return false;
    if (TRUE.includes(text)) return true;
    throw this.#run.exception(`Cannot cast to boolean: "${text}"`);
  }
  wasNull(): boolean {
    this.#refuseIfClosed();
    return this.#wasNull;
  }
  close(): void {
    this.#isClosed = true;
  }
  #value(method: string, column: number | string): string | null {
    this.#refuseIfClosed();
    const place = this.#place(column);
    const row = this.#rows[this.#at];
    if (!row) {
      throw this.#run.exception(
        'ResultSet not positioned properly, perhaps you need to call next.',
      );
    }
    if (!READABLE.has(this.#columns[place]?.type ?? 0)) {
      throw this.#run.exception(
        `Unexpected error while getting the method or property ${method} on object JdbcResultSet.`,
      );
    }
    const value = row[place] ?? null;
    this.#wasNull = value === null;
    return value;
  }
  /** Counted from 1, or by label, whose case does not matter. */
  #place(column: number | string): number {
    const { length } = this.#columns;
    if (typeof column === 'number') {
      if (column >= 1 && column <= length) return column - 1;
      throw this.#run.exception(
        `The column index is out of range: ${column}, number of columns: ${length}.`,
      );
    }
    const label = String(column).toLowerCase();
    const place = this.#columns.findIndex(({ name }) => name.toLowerCase() === label);
    if (place >= 0) return place;
    throw this.#run.exception(`The column name ${column} was not found in this ResultSet.`);
  }
  /** A whole number; what stands behind the point is dropped. */
  #number(type: string, text: string | null): number {
    if (text === null) return 0;
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) throw this.#badValue(type, text);
    return Math.trunc(number);
  }
  #badValue(type: string, text: string): Error {
    return this.#run.exception(`Bad value for type ${type} : ${text}`);
  }
  #refuseIfClosed(): void {
    if (this.#isClosed || this.#isOver()) throw this.#run.exception('This ResultSet is closed.');
  }
}
