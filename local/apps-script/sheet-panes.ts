/** The part of a Sheet that is about how it is shown: frozen panes, widths, what is hidden; and what all its parts share. */
import { type ClearOptions, clearParts, partsOf } from './clearing';
import { toColour } from './colours';
import { guard } from './guard';
import { RUN, sheetOf } from './range-position';
import type { Run } from './run';
import type { SheetData } from './sheet-data';

// Members named by symbols are ours; a script cannot see them.
export const ID = Symbol('id');
export const TAB = Symbol('tab');
export const READ = Symbol('read');
export const WRITE = Symbol('write');
export const AGAIN = Symbol('again');

const LETTER_PX = 7;
const PADDING_PX = 6;

export class SheetPanes {
  readonly [RUN]: Run;
  readonly [ID]: number;
  constructor(run: Run, id: number) {
    this[RUN] = run;
    this[ID] = id;
  }
  clear(options: ClearOptions = {}): this {
    const parts = partsOf(this[RUN], 'Sheet.clear', options, ['contentsOnly', 'formatOnly']);
    return this[WRITE]('clear', (data) => {
      const { maxRows: rows, maxColumns: columns } = data;
      if (parts.length > 0) return clearParts(data, { row: 1, column: 1, rows, columns }, parts);
      data.rows = [];
      data.changes.from(1);
      data.columnLooks = [];
    });
  }
  clearContents(): this {
    return this[WRITE]('clearContents', (data) => {
      for (const row of data.rows) if (row) row.v = [];
      data.changes.from(1);
    });
  }
  getFrozenRows(): number {
    return this[READ]('getFrozenRows', (data) => data.frozenRows);
  }
  setFrozenRows(rows: number): void {
    this[WRITE]('setFrozenRows', (data) => {
      data.frozenRows = rows;
    });
  }
  getFrozenColumns(): number {
    return this[READ]('getFrozenColumns', (data) => data.frozenColumns);
  }
  setFrozenColumns(columns: number): void {
    this[WRITE]('setFrozenColumns', (data) => {
      data.frozenColumns = columns;
    });
  }
  getColumnWidth(column: number): number {
    return this[READ]('getColumnWidth', (data) => data.columnWidths[column] ?? 100);
  }
  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(column: number, count: number, width: number): this {
    return this[WRITE]('setColumnWidths', (data) => {
      for (let i = 0; i < count; i++) data.columnWidths[column + i] = width;
    });
  }
  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }
  /** As wide as the longest line in it, about: there are no letters here to measure. */
  autoResizeColumns(column: number, count: number): this {
    const { book } = this[RUN].world;
    return this[WRITE]('autoResizeColumns', (data) => {
      for (let at = column; at < column + count; at++) {
        const lines = data.rows.flatMap((_, r) => book.shown(data, r + 1, at).split('\n'));
        const longest = Math.max(0, ...lines.map((line) => line.length));
        if (longest > 0) data.columnWidths[at] = longest * LETTER_PX + PADDING_PX;
      }
    });
  }
  getTabColor(): string | null {
    return this[READ]('getTabColor', (data) => data.tabColor || null);
  }
  setTabColor(color: string | null): this {
    return this[WRITE]('setTabColor', (data) => {
      data.tabColor = toColour(this[RUN], color);
    });
  }
  hideSheet(): this {
    return this[WRITE]('hideSheet', (data) => {
      data.hidden = true;
    });
  }
  showSheet(): this {
    return this[WRITE]('showSheet', (data) => {
      data.hidden = false;
    });
  }
  isSheetHidden(): boolean {
    return this[READ]('isSheetHidden', (data) => data.hidden);
  }
  hideRows(row: number, count = 1): void {
    this.#hideRows('hideRows', row, count, true);
  }
  showRows(row: number, count = 1): void {
    this.#hideRows('showRows', row, count, false);
  }
  isRowHiddenByUser(row: number): boolean {
    return this[READ]('isRowHiddenByUser', (data) => data.rows[row - 1]?.hidden === true);
  }
  isRowHiddenByFilter(row: number): boolean {
    return this[READ]('isRowHiddenByFilter', (data) => data.rows[row - 1]?.filtered === true);
  }
  hideColumns(column: number, count = 1): void {
    this[WRITE]('hideColumns', (data) => {
      for (let i = 0; i < count; i++) data.hiddenColumns.add(column + i);
    });
  }
  showColumns(column: number, count = 1): void {
    this[WRITE]('showColumns', (data) => {
      for (let i = 0; i < count; i++) data.hiddenColumns.delete(column + i);
    });
  }
  isColumnHiddenByUser(column: number): boolean {
    return this[READ]('isColumnHiddenByUser', (data) => data.hiddenColumns.has(column));
  }
  activate(): this {
    const { book } = this[RUN].world;
    book.activeSheet = this[ID];
    book.selection = { row: 1, column: 1, rows: 1, columns: 1 };
    return this[AGAIN]();
  }

  [TAB](): SheetData {
    return sheetOf(this[RUN], this[ID]);
  }
  [READ]<T>(method: string, effect: (data: SheetData) => T): T {
    const what = `${this[TAB]().name} ${method}`;
    return this[RUN].readSheet('spreadsheet.read', what, () => effect(this[TAB]()), 0);
  }
  [WRITE](method: string, change: (data: SheetData) => void): this {
    this[RUN].writeNow(`${this[TAB]().name} ${method}`, () => change(this[TAB]()));
    return this[AGAIN]();
  }
  [AGAIN](): this {
    return guard(this[RUN], 'Sheet', this);
  }
  #hideRows(method: string, row: number, count: number, hidden: boolean): void {
    this[WRITE](method, (data) => {
      for (let i = 0; i < count; i++) {
        const kept = data.rowAt(row + i);
        data.changes.row(row + i);
        if (hidden) kept.hidden = true;
        else delete kept.hidden;
      }
    });
  }
}
