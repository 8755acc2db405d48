/** What the owner sees of the spreadsheet. */
import { toA1 } from './a1';
import type { Book } from './book';
import { isFormula } from './cell';
import type { SheetData } from './sheet-data';
import type { Tab } from './tab';

export type Fillable = string | number | boolean | Date;

/** A column: its number, from 1, or its heading in row 1. */
export type Column = number | string;

/** A chart as the owner sees it: over the cell where it is held. */
interface SeenChart {
  type: string;
  title: string;
  row: number;
  column: number;
  shows: string[];
  /** How many cells of each area are a heading. */
  headers: number;
  options: Record<string, unknown>;
}

/** The spreadsheet as displayed. Rows and columns are counted from 1. Every method throws when there is no such tab or heading. */
export class OwnerEyes {
  readonly #book: Book;
  constructor(book: Book) {
    this.#book = book;
  }

  sheetNames(): string[] {
    return this.#book.sheets.map((sheet) => sheet.name);
  }
  /**
   * The tab as displayed, without the empty rows at its end and the empty columns at its right.
   *
   * @param most the first rows only
   */
  rows(name: string, most = Number.POSITIVE_INFINITY): string[][] {
    const sheet = this.seen(name);
    const width = sheet.lastColumn();
    return Array.from({ length: Math.min(sheet.lastRow(), most) }, (_, r) =>
      Array.from({ length: width }, (_, c) => this.#book.shown(sheet, r + 1, c + 1)),
    );
  }
  /** The number of a column. */
  columnOf(name: string, column: Column): number {
    if (typeof column === 'number') return column;
    const sheet = this.seen(name);
    const header = Array.from({ length: sheet.lastColumn() }, (_, c) =>
      this.#book.shown(sheet, 1, c + 1),
    );
    const index = header.indexOf(column);
    if (index >= 0) return index + 1;
    throw new Error(
      `No column of "${name}" is called "${column}"; there are "${header.join('", "')}".`,
    );
  }
  /** A column as displayed, from row 2 to the last row of the tab. */
  column(name: string, column: Column): string[] {
    const sheet = this.seen(name);
    const at = this.columnOf(name, column);
    const length = Math.max(sheet.lastRow() - 1, 0);
    return Array.from({ length }, (_, r) => this.#book.shown(sheet, r + 2, at));
  }
  /** What getValue would give. */
  value(name: string, row: number, column: Column): Fillable {
    return this.#book.given(this.seen(name), row, this.columnOf(name, column));
  }
  shown(name: string, row: number, column: Column): string {
    return this.#book.shown(this.seen(name), row, this.columnOf(name, column));
  }
  /** The cell's formula; '' when it has none. */
  formula(name: string, row: number, column: Column): string {
    const value = this.seen(name).value(row, this.columnOf(name, column));
    return isFormula(value) ? value.formula : '';
  }
  note(name: string, row: number, column: Column): string {
    return this.seen(name).look(row, this.columnOf(name, column))?.note ?? '';
  }
  /** Whether a text that is too long for the cell goes on in further lines. */
  wraps(name: string, row: number, column: number): boolean {
    return this.seen(name).look(row, column)?.wrapStrategy === 'WRAP';
  }
  isBold(name: string, row: number, column: Column): boolean {
    return this.seen(name).look(row, this.columnOf(name, column))?.fontWeight === 'bold';
  }
  /** Whether somebody, or a filter, has hidden the row. */
  isRowHidden(name: string, row: number): boolean {
    const { hidden, filtered } = this.seen(name).rows[row - 1] ?? {};
    return hidden === true || filtered === true;
  }
  tabColour(name: string): string {
    return this.seen(name).tabColor;
  }
  /** What the cell's drop-down offers; nothing when it has none. */
  choices(name: string, row: number, column: number): string[] {
    const rule = this.seen(name).look(row, column)?.validation;
    const isOffered = rule?.type === 'VALUE_IN_LIST' && rule.dropdown !== false;
    return isOffered ? rule.values.map(String) : [];
  }
  /** The number format; '' when it is automatic. */
  format(name: string, row: number, column: Column): string {
    return this.seen(name).look(row, this.columnOf(name, column))?.numberFormat ?? '';
  }
  background(name: string, row: number, column: Column): string {
    return this.seen(name).look(row, this.columnOf(name, column))?.background || '#ffffff';
  }
  /** A column's width in pixels. */
  width(name: string, column: Column): number {
    return this.seen(name).columnWidths[this.columnOf(name, column)] ?? 100;
  }
  /** The tab as a whole, with what its formulas came to when somebody looked last. */
  tab(name: string): Tab {
    const sheet = this.seen(name);
    const { maxRows, maxColumns, frozenRows, columnWidths, hidden, tabColor, changes } = sheet;
    return {
      ...{ name, maxRows, maxColumns, frozenRows, hidden, color: tabColor },
      rows: sheet.lastKeptRow,
      columns: sheet.lastKeptColumn,
      columnWidths: { ...columnWidths },
      changes: changes.values,
    };
  }
  get timeZone(): string {
    return this.#book.timeZone;
  }
  /** The active cell. */
  get selected(): { sheet: string; row: number; column: number } {
    const { active, selection } = this.#book;
    return { sheet: active.name, row: selection.row, column: selection.column };
  }
  /** The charts of a tab, with the areas that they show as `Tab!A1:B2`. */
  charts(name: string): SeenChart[] {
    return this.seen(name).charts.map(({ type, ranges, options, anchor, headers }) => {
      const { row, column } = anchor;
      const shows = ranges.map(
        ({ sheetId, area }) => `${this.#book.byId(sheetId)?.name}!${toA1(area)}`,
      );
      const title = String(options.title ?? '');
      return { type, title, row, column, shows, headers: Math.max(0, headers), options };
    });
  }
  size(name: string): { rows: number; columns: number; frozenRows: number; hidden: boolean } {
    const { maxRows, maxColumns, frozenRows, hidden } = this.seen(name);
    return { rows: maxRows, columns: maxColumns, frozenRows, hidden };
  }

  protected seen(name: string): SheetData {
    const found = this.#book.find(name);
    if (found) return found;
    const names = this.sheetNames().join('", "');
    throw new Error(`There is no tab "${name}"; there are "${names}".`);
  }
}
