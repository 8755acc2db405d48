/** Takes somebody's numbers and ids out of a tab, wherever they stand in a text; and empties a row of everything. */
import { isPhone, phoneForms } from '../program/phone';
import { writeColumn } from './blocks';
import { headerOf } from './header';
import { escaped } from './patterns';
import { readCells } from './search';
import { columnRuns, columnsOf, letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A regular expression's source, for Java and JavaScript alike: each key by itself, a number also as people write it.
 * Where it is only a part of a longer number or word it is not meant.
 */
export function tracePattern(keys: string[]): string {
  const forms = keys.flatMap((key) => (isPhone(key) ? phoneForms(key) : [key]));
  const each = [...new Set(forms)].map((form) =>
    isPhone(form)
      ? `(?:\\+|\\b00\\W{0,3}|\\b)${[...form].join('\\W{0,3}')}`
      : `\\b${escaped(form)}`,
  );
  return `(?:${each.join('|')})\\b`;
}

/** What is to be taken out, and what comes in its place. */
export interface Swap {
  pattern: string;
  by: string;
  /** Whether columns are read, where the sheet's search overlooks rows. */
  byReading: boolean;
}

/**
 * Puts something else in their place: one call for each column.
 *
 * @param headings the columns; one that is missing is left out
 */
export function replaceTraces(sheet: Sheet, headings: readonly string[], swap: Swap): void {
  const columns = columnsOf(headerOf(sheet), headings);
  for (const column of columns.values()) {
    const range = sheet.getRange(`${letters(column)}2:${letters(column)}`);
    if (swap.byReading) replaceByReading(sheet, column, swap);
    else range.createTextFinder(swap.pattern).useRegularExpression(true).replaceAllWith(swap.by);
  }
}

function replaceByReading(sheet: Sheet, column: number, { pattern, by }: Swap): void {
  const range = sheet.getRange(`${letters(column)}:${letters(column)}`);
  const all = new RegExp(pattern, 'gi');
  const rows = readCells(range, pattern).flatMap(([row]) => (row > 1 ? [row] : []));
  const texts = rows.map((row): [number, string] => {
    const text = String(sheet.getRange(row, column).getDisplayValue());
    return [row, text.replace(all, by)];
  });
  writeColumn(sheet, column, new Map(texts));
}

/**
 * Empties everything in a row that the owner has in columns of their own, but for formulas, and takes all its notes away.
 *
 * @param ours headings of ours: those are written by whoever knows them
 */
export function emptyRow(sheet: Sheet, row: number, ours: readonly string[]): void {
  const own = new Set(columnsOf(headerOf(sheet), ours).values());
  const range = sheet.getRange(row, 1, 1, sheet.getLastColumn());
  const formulas = range.getFormulas()[0] ?? [];
  const others = formulas.flatMap((formula, index) =>
    formula || own.has(index + 1) ? [] : [index + 1],
  );
  for (const [start, end] of columnRuns(others)) {
    sheet.getRange(row, start, 1, end - start + 1).clearContent();
  }
  range.clearNote();
}
