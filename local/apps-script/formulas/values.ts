/** What formulas reckon with: numbers, texts, truth values, dates, empty cells, errors, and tables of them. */
import { display } from '../display';

/** What a cell shows in the place of a result. */
export class CellError {
  constructor(readonly text: string) {}
}

/** A date: a number that is shown in a format of its own. */
export class Day {
  constructor(
    readonly serial: number,
    readonly format: string,
  ) {}
}

/** null: an empty cell. */
export type Scalar = number | string | boolean | Day | CellError | null;
export type Table = Scalar[][];
export type Value = Scalar | Table;

export const WRONG_TYPE = new CellError('#VALUE!');
export const NOT_AVAILABLE = new CellError('#N/A');
export const BY_ZERO = new CellError('#DIV/0!');

/** The error for what is not computed here: said in the cell, never a number that may be wrong. */
export function notHere(what: string): CellError {
  return new CellError(`#N/A: ${what} is not part of the local Apps Script`);
}

export function isTable(value: Value): value is Table {
  return Array.isArray(value);
}

export function tableOf(value: Value): Table {
  return isTable(value) ? value : [[value]];
}

/** As arithmetic takes it: empty is 0, TRUE is 1, text that is a number is that number. */
export function numberOf(value: Scalar): number | CellError {
  if (value instanceof CellError) return value;
  if (value instanceof Day) return value.serial;
  if (value === null) return 0;
  if (typeof value === 'string') {
    const number = Number(value);
    return value.trim() === '' || Number.isNaN(number) ? WRONG_TYPE : number;
  }
  return Number(value);
}

/** As `&` takes it: a date as its number. */
export function textOf(value: Scalar): string | CellError {
  if (value instanceof CellError) return value;
  if (value === null) return '';
  if (value instanceof Day) return String(value.serial);
  return display(value, undefined, 1e15);
}

/** As conditions take it. */
export function truthOf(value: Scalar): boolean | CellError {
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  return number instanceof CellError ? number : number !== 0;
}

/** Numbers come before texts, texts before truth values; capitals do not count. An empty cell is like 0, '' or FALSE. */
export function compare(a: Scalar, b: Scalar): number {
  const x = bare(a, b);
  const y = bare(b, a);
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  if (typeof x !== typeof y) return KINDS.indexOf(typeof x) - KINDS.indexOf(typeof y);
  if (typeof x === 'string' && typeof y === 'string') {
    const small = x.toLowerCase();
    const other = y.toLowerCase();
    return small < other ? -1 : small > other ? 1 : 0;
  }
  return Number(x) - Number(y);
}

const KINDS = ['number', 'string', 'boolean'];

function bare(value: Scalar, other: Scalar): number | string | boolean {
  if (value instanceof Day) return value.serial;
  if (value instanceof CellError) return value.text;
  if (value !== null) return value;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

/** What a formula sees of the world. */
export interface Surroundings {
  /** The cells of an area; open sides end with the last filled row or column of the tab. */
  range(area: string, sheet?: string): Table | CellError;
  /** The number of an area's first column. */
  columnOf(area: string): number;
  /** The present day's number. */
  today: number;
}
