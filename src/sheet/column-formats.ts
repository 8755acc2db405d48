/** The number formats of a tab's columns: whole columns are written only where a look at some of their rows finds another one. */
import { letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab of no more rows than this is looked at whole; of a larger one so many at its head and at its foot. */
const LOOKED_AT = 1000;

/** What cells answer that nobody has given a format. */
const NO_FORMATS = ['', 'General', '0.###############'];

/**
 * Gives columns their formats. Writing a column costs its length, asking for some rows does not.
 *
 * @param formats by column
 */
export function formatColumns(sheet: Sheet, formats: ReadonlyMap<number, string>): void {
  const columns = [...formats.keys()];
  if (!columns.length) return;
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const found = rowsToAsk(sheet).flatMap(([top, bottom]) =>
    sheet.getRange(top, left, bottom - top + 1, width).getNumberFormats(),
  );
  for (const [column, format] of formats) {
    if (found.every((row) => row[column - left] === format)) continue;
    sheet.getRange(`${letters(column)}2:${letters(column)}`).setNumberFormat(format);
  }
}

/** Whether nobody has given a column a format, by its first and its last cell. */
export function isUnformatted(sheet: Sheet, column: number): boolean {
  return [2, sheet.getMaxRows()].every((row) =>
    NO_FORMATS.includes(sheet.getRange(row, column).getNumberFormat()),
  );
}

/** Below the header: the head, the foot of what is filled, where new rows are, and the last row of all. */
function rowsToAsk(sheet: Sheet): [number, number][] {
  const end = sheet.getMaxRows();
  if (end < 2) return [];
  if (end <= LOOKED_AT) return [[2, end]];
  const foot = Math.max(sheet.getLastRow(), LOOKED_AT);
  return [
    [2, LOOKED_AT],
    [foot - LOOKED_AT + 2, foot],
    [end, end],
  ];
}
