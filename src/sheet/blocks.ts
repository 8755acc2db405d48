/** How rows that are far apart are read and written in few calls. */
import { letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What goes into a cell. */
export type Cell = string | Date;

/** Rows nearer than this are read together: one call costs more than the cells in between. */
const NEAR_ROWS = 500;

/** Gaps wider than this are never read: so many cells cost more than many calls. */
const FAR_ROWS = 2000;

/** As long as no gap is that wide, so many calls have to do. */
const MOST_BLOCKS = 3;

/**
 * Groups rows into blocks, each of which is read in one call.
 *
 * @param rows in any order
 * @returns ascending; each block from its first row to its last
 */
export function blocksOf(rows: number[]): { top: number; bottom: number }[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const gapBefore = (index: number) => (sorted[index] ?? 0) - (sorted[index - 1] ?? 0);
  const widest = sorted
    .map((_, index) => index)
    .slice(1)
    .filter((index) => gapBefore(index) > NEAR_ROWS)
    .sort((a, b) => gapBefore(b) - gapBefore(a));
  const splits = new Set(
    widest.filter((index, rank) => rank < MOST_BLOCKS - 1 || gapBefore(index) > FAR_ROWS),
  );
  const blocks: { top: number; bottom: number }[] = [];
  sorted.forEach((row, index) => {
    const last = blocks[blocks.length - 1];
    if (!last || splits.has(index)) blocks.push({ top: row, bottom: row });
    else last.bottom = row;
  });
  return blocks;
}

/** Writes cells of one column: the same value in one call wherever its rows are, else rows that stand together in one. */
export function writeColumn(
  sheet: Sheet,
  column: number,
  cells: ReadonlyMap<number, Cell | number>,
): void {
  const rows = [...cells.keys()].sort((a, b) => a - b);
  const runs = rowRuns(rows);
  const byValue = new Map<string, number[]>();
  for (const row of rows) {
    const value = String(Number(cells.get(row)) || cells.get(row));
    byValue.set(value, [...(byValue.get(value) ?? []), row]);
  }
  if (byValue.size < runs.length) {
    for (const same of byValue.values()) {
      writeSame(sheet, column, same, cells.get(same[0] ?? 0) ?? '');
    }
    return;
  }
  for (const [top, bottom] of runs) {
    const values = rows.filter((row) => row >= top && row <= bottom).map((row) => [cells.get(row)]);
    sheet.getRange(top, column, values.length, 1).setValues(values);
  }
}

function writeSame(sheet: Sheet, column: number, rows: number[], value: Cell | number): void {
  sheet.getRangeList(places(column, rows)).setValue(value);
}

/** Rows of a column as a list of ranges. */
export function places(column: number, rows: number[]): string[] {
  const name = letters(column);
  return rowRuns([...rows].sort((a, b) => a - b)).map(
    ([top, bottom]) => `${name}${top}:${name}${bottom}`,
  );
}

/** Rows that stand together, each as its first and its last. */
export function rowRuns(rows: number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
