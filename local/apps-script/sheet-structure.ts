/** The part of a Sheet that changes its shape: rows, columns, frozen panes, name. These take effect at once. */
import { guard } from './guard';
import { PLACE, type Place, sheetOf } from './range-position';
import type { Run } from './run';
import type { SheetData } from './sheet-data';

export const MAKE_ROOM = Symbol('make room');

export class SheetStructure {
  readonly #run: Run;
  readonly #id: number;
  constructor(run: Run, id: number) {
    this.#run = run;
    this.#id = id;
  }
  getMaxRows(): number {
    return this.#read('getMaxRows', (data) => data.maxRows);
  }
  getMaxColumns(): number {
    return this.#read('getMaxColumns', (data) => data.maxColumns);
  }
  setName(name: string): this {
    const { book } = this.#run.world;
    return this.#write('setName', (data) => {
      const other = book.find(name);
      if (other && other !== data) throw this.#run.exception(nameTaken(name));
      data.name = String(name);
    });
  }
  insertRowAfter(row: number): this {
    return this.insertRowsAfter(row, 1);
  }
  insertRowBefore(row: number): this {
    return this.insertRowsBefore(row, 1);
  }
  insertRowsAfter(row: number, count: number): this {
    return this.#insertRows('insertRowsAfter', row + 1, count);
  }
  insertRowsBefore(row: number, count: number): this {
    return this.#insertRows('insertRowsBefore', row, count);
  }
  insertRows(row: number, count = 1): this {
    return this.#insertRows('insertRows', row, count);
  }
  insertColumnAfter(column: number): this {
    return this.insertColumnsAfter(column, 1);
  }
  insertColumnBefore(column: number): this {
    return this.insertColumnsBefore(column, 1);
  }
  insertColumnsAfter(column: number, count: number): this {
    return this.#insertColumns('insertColumnsAfter', column + 1, count);
  }
  insertColumnsBefore(column: number, count: number): this {
    return this.#insertColumns('insertColumnsBefore', column, count);
  }
  insertColumns(column: number, count = 1): this {
    return this.#insertColumns('insertColumns', column, count);
  }
  deleteRow(row: number): this {
    return this.deleteRows(row, 1);
  }
  deleteRows(row: number, count: number): this {
    return this.#write('deleteRows', (data) => {
      if (!(row >= 1) || row + count - 1 > data.maxRows) {
        throw this.#run.exception('Those rows are out of bounds.');
      }
      if (data.maxRows - count <= data.frozenRows) {
        throw this.#run.exception('Sorry, it is not possible to delete all non-frozen rows.');
      }
      data.deleteRows(row, count);
    });
  }
  deleteColumn(column: number): this {
    return this.deleteColumns(column, 1);
  }
  deleteColumns(column: number, count: number): this {
    return this.#write('deleteColumns', (data) => {
      if (!(column >= 1) || column + count - 1 > data.maxColumns) {
        throw this.#run.exception('Those columns are out of bounds.');
      }
      if (data.maxColumns - count < 1) {
        throw this.#run.exception('Sorry, it is not possible to delete all non-frozen columns.');
      }
      data.deleteColumns(column, count);
    });
  }
  moveColumns(columns: { [PLACE]: Place }, destination: number): void {
    const { area } = columns[PLACE];
    this.#write('moveColumns', (data) => data.moveColumns(area.column, area.columns, destination));
  }
  sort(column: number, ascending = true): this {
    return this.#write('sort', (data) => {
      const first = data.frozenRows + 1;
      const area = { row: first, column: 1, rows: 0, columns: data.maxColumns };
      area.rows = Math.max(0, data.lastRow() - first + 1);
      data.sortArea(area, this.#run.world.book.comparison(data, column, ascending));
    });
  }
  clear(): this {
    return this.#write('clear', (data) => {
      data.rows = [];
      data.columnLooks = [];
    });
  }
  clearContents(): this {
    return this.#write('clearContents', (data) => {
      for (const row of data.rows) if (row) row.v = [];
    });
  }
  getFrozenRows(): number {
    return this.#read('getFrozenRows', (data) => data.frozenRows);
  }
  setFrozenRows(rows: number): void {
    this.#write('setFrozenRows', (data) => {
      data.frozenRows = rows;
    });
  }
  getFrozenColumns(): number {
    return this.#read('getFrozenColumns', (data) => data.frozenColumns);
  }
  setFrozenColumns(columns: number): void {
    this.#write('setFrozenColumns', (data) => {
      data.frozenColumns = columns;
    });
  }
  getColumnWidth(column: number): number {
    return this.#read('getColumnWidth', (data) => data.columnWidths[column] ?? 100);
  }
  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(column: number, count: number, width: number): this {
    return this.#write('setColumnWidths', (data) => {
      for (let i = 0; i < count; i++) data.columnWidths[column + i] = width;
    });
  }
  hideSheet(): this {
    return this.#write('hideSheet', (data) => {
      data.hidden = true;
    });
  }
  showSheet(): this {
    return this.#write('showSheet', (data) => {
      data.hidden = false;
    });
  }
  isSheetHidden(): boolean {
    return this.#read('isSheetHidden', (data) => data.hidden);
  }
  hideRows(row: number, count = 1): void {
    this.#hideRows('hideRows', row, count, true);
  }
  showRows(row: number, count = 1): void {
    this.#hideRows('showRows', row, count, false);
  }
  isRowHiddenByUser(row: number): boolean {
    return this.#read('isRowHiddenByUser', (data) => data.rows[row - 1]?.hidden === true);
  }
  hideColumns(column: number, count = 1): void {
    this.#write('hideColumns', (data) => {
      for (let i = 0; i < count; i++) data.hiddenColumns.add(column + i);
    });
  }
  showColumns(column: number, count = 1): void {
    this.#write('showColumns', (data) => {
      for (let i = 0; i < count; i++) data.hiddenColumns.delete(column + i);
    });
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.#read('isColumnHiddenByUser', (data) => data.hiddenColumns.has(column));
  }
  activate(): this {
    const { book } = this.#run.world;
    book.activeSheet = this.#id;
    book.selection = { row: 1, column: 1, rows: 1, columns: 1 };
    return this.#again();
  }

  /** Grows the grid so that it has this cell. @throws Google's exception at the limit of cells */
  [MAKE_ROOM](row: number, column: number): void {
    const data = sheetOf(this.#run, this.#id);
    const rows = Math.max(data.maxRows, row);
    const columns = Math.max(data.maxColumns, column);
    checkCellLimit(this.#run, rows * columns - data.cells);
    data.maxRows = rows;
    data.maxColumns = columns;
  }

  #insertRows(method: string, before: number, count: number): this {
    return this.#write(method, (data) => {
      if (!(before >= 1) || before > data.maxRows + 1) {
        throw this.#run.exception('Those rows are out of bounds.');
      }
      checkCellLimit(this.#run, count * data.maxColumns);
      data.insertRows(before, count);
    });
  }
  #insertColumns(method: string, before: number, count: number): this {
    return this.#write(method, (data) => {
      if (!(before >= 1) || before > data.maxColumns + 1) {
        throw this.#run.exception('Those columns are out of bounds.');
      }
      checkCellLimit(this.#run, count * data.maxRows);
      data.insertColumns(before, count);
    });
  }
  #hideRows(method: string, row: number, count: number, hidden: boolean): void {
    this.#write(method, (data) => {
      for (let i = 0; i < count; i++) {
        const kept = data.rowAt(row + i);
        if (hidden) kept.hidden = true;
        else delete kept.hidden;
      }
    });
  }
  #read<T>(method: string, effect: (data: SheetData) => T): T {
    const what = `${sheetOf(this.#run, this.#id).name} ${method}`;
    return this.#run.readSheet(
      'spreadsheet.read',
      what,
      () => effect(sheetOf(this.#run, this.#id)),
      0,
    );
  }
  #write(method: string, change: (data: SheetData) => void): this {
    const what = `${sheetOf(this.#run, this.#id).name} ${method}`;
    this.#run.writeNow(what, () => change(sheetOf(this.#run, this.#id)));
    return this.#again();
  }
  #again(): this {
    return guard(this.#run, 'Sheet', this);
  }
}

export function nameTaken(name: string): string {
  return `A sheet with the name "${name}" already exists. Please enter another name.`;
}

/** @throws Google's exception when the workbook would hold more than its ten million cells */
export function checkCellLimit(run: Run, more: number): void {
  if (run.world.book.hasRoomFor(more)) return;
  throw run.exception(
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  );
}
