/**
 * The tab Numbers where the base is a database: figures stand there in the place of the formulas that counted the tabs. What
 * the owner has put there instead is left alone.
 */
import { tokenOf } from '../program/token';
import { appendedTextCell, textOf } from './cells';
import { LINES, TABLES, WEEKS } from './numbers-parts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells side by side and one below another. */
export interface Region {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Where the figures stand, by what they tell. */
const REGIONS = {
  glance: { row: 2, column: 2, rows: 4, columns: 1 },
  rewards: { row: 8, column: 2, rows: 4, columns: 1 },
  weeks: { row: TABLES + 1, column: 2, rows: WEEKS, columns: 1 },
  best: { row: TABLES + 1, column: 4, rows: LINES, columns: 3 },
  counted: { row: TABLES + 1, column: 7, rows: LINES, columns: 2 },
  sources: { row: TABLES + 1, column: 10, rows: LINES, columns: 2 },
} satisfies Record<string, Region>;

/** What is to stand in each of them, from its first cell on. */
export type Figures = Record<keyof typeof REGIONS, (string | number)[][]>;

/** What was written: a checksum of each region. */
export type Written = Partial<Record<keyof typeof REGIONS, string>>;

/** Writes figures over our formulas, and over our figures of before. @returns what is written by now */
export function writeFigures(sheet: Sheet, figures: Figures, written: Written): Written {
  const now: Written = {};
  for (const name of Object.keys(REGIONS) as (keyof typeof REGIONS)[]) {
    const { row, column, rows, columns }: Region = REGIONS[name];
    const range = sheet.getRange(row, column, rows, columns);
    const isOurs = written[name]
      ? sumOf(range.getValues()) === written[name]
      : sheet.getRange(row, column).getFormula() !== '';
    if (!isOurs) {
      now[name] = written[name] ?? 'owner';
      continue;
    }
    const cells = Array.from({ length: rows }, (_, line) =>
      Array.from({ length: columns }, (__, at) => figures[name][line]?.[at] ?? ''),
    );
    range.setValues(cells.map((line) => line.map(cellFor)));
    now[name] = sumOf(cells);
  }
  return now;
}

/** Where our figures stand as they were written. */
export function ourRegions(sheet: Sheet, written: Written): Region[] {
  return (Object.keys(REGIONS) as (keyof typeof REGIONS)[]).flatMap((name): Region[] => {
    const { row, column, rows, columns }: Region = REGIONS[name];
    const sum = () => sumOf(sheet.getRange(row, column, rows, columns).getValues());
    return written[name] && sum() === written[name] ? [REGIONS[name]] : [];
  });
}

function cellFor(figure: string | number): string | number {
  return typeof figure === 'number' ? figure : appendedTextCell(figure);
}

function sumOf(cells: unknown[][]): string {
  return tokenOf(JSON.stringify(cells.map((line) => line.map(textOf))));
}
