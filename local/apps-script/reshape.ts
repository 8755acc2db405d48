/** Changes a tab's shape or name, and whatever points into it along: formulas, and the ranges of charts. */
import type { Area } from './a1';
import type { Book } from './book';
import { isFormula } from './cell';
import { afterChange, afterRename, type Change } from './references';
import type { SheetData } from './sheet-data';

export function insertRows(book: Book, sheet: SheetData, before: number, count: number): void {
  const isBelowAll = before > sheet.maxRows;
  sheet.insertRows(before, count);
  if (!isBelowAll) follow(book, sheet, { axis: 'rows', moved: inserted(before, count) });
}

export function deleteRows(book: Book, sheet: SheetData, from: number, count: number): void {
  sheet.deleteRows(from, count);
  follow(book, sheet, { axis: 'rows', moved: deleted(from, count) });
}

export function insertColumns(book: Book, sheet: SheetData, before: number, count: number): void {
  sheet.insertColumns(before, count);
  follow(book, sheet, { axis: 'columns', moved: inserted(before, count) });
}

export function deleteColumns(book: Book, sheet: SheetData, from: number, count: number): void {
  sheet.deleteColumns(from, count);
  follow(book, sheet, { axis: 'columns', moved: deleted(from, count) });
}

/** They come to stand before the column that is now `to`. */
export function moveColumns(
  book: Book,
  sheet: SheetData,
  from: number,
  count: number,
  to: number,
): void {
  sheet.moveColumns(from, count, to);
  const target = to > from ? to - count : to;
  const moved = (column: number) => {
    if (column >= from && column < from + count) return column + target - from;
    const without = column >= from + count ? column - count : column;
    return without >= target ? without + count : without;
  };
  follow(book, sheet, { axis: 'columns', moved });
}

export function renameSheet(book: Book, sheet: SheetData, name: string): void {
  book.touch();
  const before = sheet.name;
  sheet.name = name;
  eachFormula(book, (formula) => afterRename(formula, before, name));
}

const inserted = (before: number, count: number) => (place: number) =>
  place >= before ? place + count : place;

const deleted = (from: number, count: number) => (place: number) =>
  place < from ? place : place < from + count ? null : place - count;

function follow(book: Book, sheet: SheetData, change: Change): void {
  book.touch();
  eachFormula(book, (formula, home) => afterChange(formula, home.name, sheet.name, change));
  for (const { charts } of book.sheets) {
    for (const chart of charts) {
      chart.ranges = chart.ranges.map((place) =>
        place.sheetId === sheet.id ? { ...place, area: areaAfter(place.area, change) } : place,
      );
    }
  }
}

/** What of a chart's range is gone leaves it where it was: the chart shows nothing for it. */
function areaAfter(area: Area, { axis, moved }: Change): Area {
  const [first, length] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  const from = moved(first);
  const to = moved(first + length - 1);
  if (from === null || to === null || to < from) return area;
  return axis === 'rows'
    ? { ...area, row: from, rows: to - from + 1 }
    : { ...area, column: from, columns: to - from + 1 };
}

function eachFormula(book: Book, change: (formula: string, home: SheetData) => string): void {
  for (const home of book.sheets) {
    home.rows.forEach((row, index) => {
      row?.v.forEach((value, c) => {
        if (!isFormula(value) || value.formula === '') return;
        const formula = change(value.formula, home);
        if (formula === value.formula) return;
        row.v[c] = { ...value, formula };
        home.changes.row(index + 1);
      });
    });
  }
}
