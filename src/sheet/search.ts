/** Finds cells in a part of a sheet: by the sheet's own search, or, where that overlooks rows, by looking at each. */

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A cell: its row and its column, from 1. */
type Place = [row: number, column: number];

/** Where a pattern matches a whole cell, as row and column. */
export function findCells(range: Range, pattern: string): Place[] {
  return range
    .createTextFinder(pattern)
    .useRegularExpression(true)
    .matchEntireCell(true)
    .findAll()
    .map((cell) => [cell.getRow(), cell.getColumn()]);
}

/** The same, by looking at every cell. */
export function readCells(range: Range, pattern: string): Place[] {
  const expression = new RegExp(pattern, 'i');
  const first = range.getColumn();
  const top = range.getRow();
  return range
    .getDisplayValues()
    .flatMap((cells, row) =>
      cells.flatMap((cell, column): Place[] =>
        expression.test(cell) ? [[top + row, first + column]] : [],
      ),
    );
}
