/** How values cross the border between the program and a cell, so that text stays text. */
import { pattern } from '../program/pattern';

/** What Sheets would take for a formula when it stands at the beginning of a cell. */
const FORMULA_START = /^[=+\-@\t\r']/;

/** For a number, a date (“May 5”) or a yes/no; “told 2026-…” are our own words. */
const READ_AS_SOMETHING_ELSE = pattern(
  String.raw`^\P{L}*\p{Nd}|^(?!told )\p{L}+\W*\p{Nd}|^(true|false)$`,
  'iu',
);

/**
 * A text ready to be written by `setValues` into a column of format `@`.
 * There only what starts like a formula is in danger.
 */
export function textCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/**
 * A text ready for `appendRow`, which may put its own format over the column's: whatever could be read as a number,
 * a date or a formula gets the apostrophe that makes it text.
 */
export function appendedTextCell(text: string): string {
  return FORMULA_START.test(text) || READ_AS_SOMETHING_ELSE().test(text) ? `'${text}` : text;
}

/** An apostrophe that stands in front of what it protects. */
const PROTECTED = pattern(
  String.raw`^'(?=[=+\-@\t\r']|\P{L}*\p{Nd}|\p{L}+\W*\p{Nd}|true$|false$)`,
  'iu',
);

/**
 * A cell's value as text, without the apostrophe that may have made it one: whether Sheets hides that again when the
 * value is read is not documented.
 */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') return value === null || isDate(value) ? '' : String(value);
  return value.startsWith("'") ? value.replace(PROTECTED(), '') : value;
}

/** A cell's value as a time in milliseconds; null when it is no date. */
export function timeOf(value: unknown): number | null {
  return isDate(value) ? value.getTime() : null;
}

/** A date comes from another context than ours, where `instanceof` says no. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
