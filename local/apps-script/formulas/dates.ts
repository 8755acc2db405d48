/** The functions of days: DATE, and what day, month, year and weekday a day has. */
import { DATE_FORMAT } from '../display';
import { serialOf, type WallClock, wallClock } from '../serial';
import { CellError, Day, numberOf, type Scalar } from './values';

/** DATE: months and days beyond their ends count on. */
export function date([year = null, month = null, day = null]: Scalar[]): Scalar {
  const parts = [year, month, day].map(numberOf);
  const bad = parts.find((part) => part instanceof CellError);
  if (bad instanceof CellError) return bad;
  const [y = 0, m = 0, d = 0] = parts.map((part) => Math.trunc(Number(part)));
  if (y < 0 || y >= 10_000) return new CellError('#NUM!');
  return new Day(serialOf(y < 1900 ? y + 1900 : y, m, d), DATE_FORMAT);
}

/** DAY, MONTH and YEAR. */
export const partOf =
  (part: keyof WallClock) =>
  ([value = null]: Scalar[]): Scalar => {
    const serial = numberOf(value);
    if (serial instanceof CellError) return serial;
    return wallClock(serial)[part];
  };

/** WEEKDAY: type 1 counts from Sunday, type 2 from Monday, both from 1; type 3 from Monday, from 0. */
export function weekday([value = null, type = 1]: Scalar[]): Scalar {
  const [serial, kind] = [numberOf(value), numberOf(type)];
  if (serial instanceof CellError) return serial;
  if (kind instanceof CellError) return kind;
  // Day 1 is a Sunday, the last of 1899.
  const sinceSunday = (((Math.floor(serial) - 1) % 7) + 7) % 7;
  if (kind === 1) return sinceSunday + 1;
  const sinceMonday = (sinceSunday + 6) % 7;
  if (kind === 2) return sinceMonday + 1;
  return kind === 3 ? sinceMonday : new CellError('#NUM!');
}
