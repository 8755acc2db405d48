/** What the owner sees of the spreadsheet. */
import type { Book } from './book';
import { isFormula } from './cell';
import type { SheetData } from './sheet-data';

export type Fillable = string | number | boolean | Date;

/** The spreadsheet as displayed. Rows and columns are counted from 1. Every method throws when there is no such tab. */
export class OwnerEyes {
  readonly #book: Book;
  constructor(book: Book) {
    this.#book = book;
  }

  sheetNames(): string[] {
    return this.#book.sheets.map((sheet) => sheet.name);
  }
  /** The tab as displayed, without the empty rows at its end and the empty columns at its right. */
  rows(name: string): string[][] {
    const sheet = this.find(name);
    const width = sheet.lastColumn();
    return Array.from({ length: sheet.lastRow() }, (_, r) =>
      Array.from({ length: width }, (_, c) => this.#book.shown(sheet, r + 1, c + 1)),
    );
  }
  /** What getValue would give. */
  value(name: string, row: number, column: number): Fillable {
    return this.#book.given(this.find(name), row, column);
  }
  shown(name: string, row: number, column: number): string {
    return this.#book.shown(this.find(name), row, column);
  }
  /** The cell's formula; '' when it has none. */
  formula(name: string, row: number, column: number): string {
    const value = this.find(name).value(row, column);
    return isFormula(value) ? value.formula : '';
  }
  note(name: string, row: number, column: number): string {
    return this.find(name).look(row, column)?.note ?? '';
  }
  /** The number format; '' when it is automatic. */
  format(name: string, row: number, column: number): string {
    return this.find(name).look(row, column)?.numberFormat ?? '';
  }
  background(name: string, row: number, column: number): string {
    return this.find(name).look(row, column)?.background || '#ffffff';
  }
  size(name: string): { rows: number; columns: number; frozenRows: number; hidden: boolean } {
    const { maxRows, maxColumns, frozenRows, hidden } = this.find(name);
    return { rows: maxRows, columns: maxColumns, frozenRows, hidden };
  }

  protected find(name: string): SheetData {
    const found = this.#book.find(name);
    if (found) return found;
    const names = this.sheetNames().join('", "');
    throw new Error(`There is no tab "${name}"; there are "${names}".`);
  }
}
