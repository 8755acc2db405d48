/** Room in a tab: rows for those who come, and no columns that nobody uses. */
import { columnRuns, letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab that is full gets so many rows more than it lacks: the next ones then need not look how many there are. */
const SPARE_ROWS = 1000;

/** A tab that is shared has at most so many empty rows below its last one, as long as nobody adds more. */
const TAIL_ROWS = SPARE_ROWS + 100;

/** The columns that rows are written into. */
interface OwnColumns {
  /** Those of the program, 1-based. */
  ours: readonly number[];
  /** Whether the owner has columns besides: check-boxes or formulas there may go on below the last row that is ours. */
  shared: boolean;
  /** Written before the others, and after them: rows are found by these. */
  first?: number | undefined;
  last?: number | undefined;
}

/**
 * Writes rows below the last one in which anything of ours stands; a tab that is full grows. Columns of the owner's are
 * not touched.
 *
 * @param rows their cells from the first to the last of our columns
 * @returns the first of them
 */
export function writeBelow(sheet: Sheet, columns: OwnColumns, rows: unknown[][]): number {
  const top = (columns.shared ? lastRowOfOurs(sheet, columns.ours) : sheet.getLastRow()) + 1;
  const write = () => writeRows(sheet, top, columns, rows);
  try {
    write();
  } catch (error) {
    const bottom = sheet.getMaxRows();
    const lacking = top + rows.length - 1 - bottom;
    if (lacking <= 0) throw error;
    insertRows(sheet, bottom, lacking);
    write();
  }
  return top;
}

/** One call where no column of the owner's stands in between. */
function writeRows(
  sheet: Sheet,
  top: number,
  { ours, shared, first, last }: OwnColumns,
  rows: unknown[][],
): void {
  const left = Math.min(...ours);
  const rank = ([start, end]: [number, number]) => {
    const has = (column?: number) => column !== undefined && column >= start && column <= end;
    return Number(has(last)) * 2 - Number(has(first));
  };
  const all: [number, number][] = [[left, Math.max(...ours)]];
  const runs = shared ? columnRuns(ours).sort((a, b) => rank(a) - rank(b)) : all;
  for (const [start, end] of runs) {
    const cells = rows.map((row) => row.slice(start - left, end - left + 1));
    sheet.getRange(top, start, rows.length, end - start + 1).setValues(cells);
  }
}

/** The last row in which anything stands below a heading of ours: read from the bottom, as a rule one call. */
function lastRowOfOurs(sheet: Sheet, ours: readonly number[]): number {
  const left = Math.min(...ours);
  const width = Math.max(...ours) - left + 1;
  let bottom = sheet.getRange(`${letters(left)}1:${letters(left)}`).getLastRow();
  for (let height = TAIL_ROWS; bottom > 1; height *= 10) {
    const top = Math.max(2, bottom - height + 1);
    const rows = sheet.getRange(top, left, bottom - top + 1, width).getValues();
    for (let index = rows.length - 1; index >= 0; index--) {
      if (ours.some((column) => isFilled(rows[index]?.[column - left]))) return top + index;
    }
    bottom = top - 1;
  }
  return 1;
}

/** An unticked check-box is nothing. */
function isFilled(cell: unknown): boolean {
  return cell !== '' && cell !== false;
}

/** A spreadsheet that is nearly full of cells may still have room for these. */
function insertRows(sheet: Sheet, bottom: number, lacking: number): void {
  try {
    sheet.insertRowsAfter(bottom, lacking + SPARE_ROWS);
  } catch {
    sheet.insertRowsAfter(bottom, lacking);
  }
}

/** How many empty columns a tab has behind the last one in use. */
export function emptyColumns(sheet: Sheet): number {
  return Math.max(sheet.getMaxColumns() - Math.max(sheet.getLastColumn(), 1), 0);
}

/** Deletes the empty columns behind the last one in use: every cell counts towards the ten million of a spreadsheet. */
export function deleteEmptyColumns(sheet: Sheet): void {
  const empty = emptyColumns(sheet);
  if (empty) sheet.deleteColumns(sheet.getMaxColumns() - empty + 1, empty);
}

/** Deletes rows. A tab must keep one below its header, which stays where it is. */
export function deleteRows(sheet: Sheet, top: number, count: number): void {
  if (top <= 2 && count >= sheet.getMaxRows() - 1) sheet.insertRowAfter(sheet.getMaxRows());
  sheet.deleteRows(top, count);
}
