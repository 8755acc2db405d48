/** Where the columns of a window stand: those of the table, the owner's, and the one in which rows are marked. */
import { headerOf } from './header';
import { columnsOf } from './tabs';
import { MARK_HEADING, type WindowForm } from './window-form';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Columns are counted from 1. */
interface WindowColumns {
  /** By columns of the table, as far as the tab has them. */
  table: Map<string, number>;
  mark: number;
  /** The owner's, by their headings; of two with the same heading the first. */
  own: [heading: string, column: number][];
}

/** Reads the header, and makes the column of the marks where it is missing. */
export function windowColumns(sheet: Sheet, { fields }: WindowForm): WindowColumns {
  const header = headerOf(sheet);
  const found = columnsOf(header, [...fields.map(({ heading }) => heading), MARK_HEADING]);
  const mark = found.get(MARK_HEADING) ?? makeMarkColumn(sheet);
  const table = new Map(
    fields.flatMap(({ heading, column }) => {
      const at = found.get(heading);
      return at ? [[column, at] as const] : [];
    }),
  );
  const ours = new Set([...table.values(), mark]);
  const names = header.map((cell) => String(cell).trim());
  const own = names.flatMap((heading, index): [string, number][] =>
    heading && names.indexOf(heading) === index && !ours.has(index + 1)
      ? [[heading, index + 1]]
      : [],
  );
  return { table, mark, own };
}

/** Makes the column behind all others, out of sight. @returns its number */
function makeMarkColumn(sheet: Sheet): number {
  const column = sheet.getLastColumn() + 1;
  if (column > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
  sheet.getRange(1, column).setValue(MARK_HEADING);
  sheet.getRange(2, column, Math.max(sheet.getMaxRows() - 1, 1), 1).setNumberFormat('@');
  sheet.hideColumns(column);
  return column;
}
