/** Room in a tab: rows for those who come, and no columns that nobody uses. */

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab that is full gets so many rows more than it lacks: the next ones then need not look how many there are. */
const SPARE_ROWS = 1000;

/** Writes rows below the last one in use; a tab that is full grows. @returns the first of them */
export function writeBelow(sheet: Sheet, column: number, rows: unknown[][]): number {
  const top = sheet.getLastRow() + 1;
  const write = () =>
    sheet.getRange(top, column, rows.length, rows[0]?.length ?? 1).setValues(rows);
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
