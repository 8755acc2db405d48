/** The tabs of the spreadsheet with their sizes, read off its saved state. */
import type { SavedState } from '../apps-script';
import type { SheetTab } from './view';

type SavedSheet = SavedState['book']['sheets'][number];

/**
 * The tabs that are not hidden, left to right.
 *
 * @param changes how often what stands in a tab has changed, by the tab's id
 */
export function tabsOf(book: SavedState['book'], changes: ReadonlyMap<number, number>): SheetTab[] {
  return book.sheets
    .filter(({ hidden }) => !hidden)
    .map((sheet) => ({
      name: sheet.name,
      color: sheet.tabColor,
      ...extent(sheet),
      maxRows: sheet.maxRows,
      maxColumns: sheet.maxColumns,
      frozenRows: sheet.frozenRows,
      columnWidths: sheet.columnWidths,
      changes: changes.get(sheet.id) ?? 0,
    }));
}

/** The last row and the last column that hold something. */
function extent({ rows }: SavedSheet): { rows: number; columns: number } {
  let lastRow = 0;
  let lastColumn = 0;
  rows.forEach((row, index) => {
    let width = row?.v.length ?? 0;
    while (width > 0 && row?.v[width - 1] === '') width--;
    if (width > 0) lastRow = index + 1;
    lastColumn = Math.max(lastColumn, width);
  });
  return { rows: lastRow, columns: lastColumn };
}
