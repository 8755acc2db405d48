/** Puts many rows into a tab at once; what needs no reading is kept as it is, so that a hundred thousand take a moment. */
import type { Book } from './book';
import type { CellValue } from './cell';
import { isDateFormat, TEXT_FORMAT } from './display';
import type { Fillable } from './owner-eyes';
import { isDate } from './realm';
import { serialOfMoment } from './serial';
import type { SheetData } from './sheet-data';
import { staysText } from './typed';

/** @param first the number of the first of them @throws Error when the spreadsheet has no room for them */
export function fillRows(book: Book, sheet: SheetData, rows: Fillable[][], first: number): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  grow(book, sheet, first + rows.length - 1, width);
  const formats = sheet.columnLooks.map((look) => look?.numberFormat);
  rows.forEach((values, r) => {
    const row = sheet.rowAt(first + r);
    sheet.changes.value(first + r);
    values.forEach((value, c) => {
      while (row.v.length <= c) row.v.push('');
      const plain = row.x?.[c] ? undefined : unchanged(book, value, formats[c]);
      if (plain === undefined) book.write(sheet, first + r, c + 1, value, 'owner');
      else row.v[c] = plain;
    });
  });
}

/** Makes the tab as large as it takes. @throws Error when the spreadsheet has no room for that */
export function grow(book: Book, sheet: SheetData, row: number, column: number): void {
  sheet.maxRows = Math.max(sheet.maxRows, row);
  sheet.maxColumns = Math.max(sheet.maxColumns, column);
  if (!book.hasRoomFor(0)) throw new Error('A spreadsheet holds 10,000,000 cells.');
}

/** The value as it will be kept, when that takes no reading; undefined when it does. */
function unchanged(
  { timeZone }: Book,
  value: Fillable,
  format: string | undefined,
): CellValue | undefined {
  const isText = format === TEXT_FORMAT;
  if (typeof value === 'string') {
    return (isText && !value.startsWith("'")) || staysText(value) ? value : undefined;
  }
  if (isText) return undefined;
  if (!isDate(value)) return value;
  return isDateFormat(format) ? serialOfMoment(value.getTime(), timeZone) : undefined;
}
