/** Rows that are told by their headings instead of cell by cell. */
import type { Fillable } from './owner-eyes';

/** What stands in a row, by the headings of its columns. */
export type RowRecord = Record<string, Fillable>;

/**
 * Rows of cells; what a record leaves out is empty. All records have the headings of the first.
 *
 * @param columnOf the number of a heading's column
 */
export function cellsOf(records: RowRecord[], columnOf: (heading: string) => number): Fillable[][] {
  const places = Object.keys(records[0] ?? {}).map((heading) => ({
    heading,
    index: columnOf(heading) - 1,
  }));
  const width = Math.max(0, ...places.map(({ index }) => index + 1));
  const blank: Fillable[] = new Array(width).fill('');
  return records.map((record) => {
    const cells = blank.slice();
    for (const { heading, index } of places) cells[index] = record[heading] ?? '';
    return cells;
  });
}

/** Whether rows were told by their headings. */
export function isRecords(rows: Fillable[][] | RowRecord[]): rows is RowRecord[] {
  return rows.length > 0 && !Array.isArray(rows[0]);
}
