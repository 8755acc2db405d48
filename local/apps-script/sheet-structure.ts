/** The part of a Sheet that changes its shape: rows, columns, name. These take effect at once. */
import type { Place } from './a1';
import { PLACE, RUN } from './range-position';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveColumns,
  renameSheet,
} from './reshape';
import type { Run } from './run';
import { READ, SheetPanes, TAB, WRITE } from './sheet-panes';

export const MAKE_ROOM = Symbol('make room');

export class SheetStructure extends SheetPanes {
  getMaxRows(): number {
    return this[READ]('getMaxRows', (data) => data.maxRows);
  }
  getMaxColumns(): number {
    return this[READ]('getMaxColumns', (data) => data.maxColumns);
  }
  setName(name: string): this {
    const { book } = this[RUN].world;
    return this[WRITE]('setName', (data) => {
      const other = book.find(name);
      if (other && other !== data) throw this[RUN].exception(nameTaken(name));
      renameSheet(book, data, String(name));
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
    return this[WRITE]('deleteRows', (data) => {
      if (!(row >= 1) || row + count - 1 > data.maxRows) {
        throw this[RUN].exception('Those rows are out of bounds.');
      }
      if (data.maxRows - count <= data.frozenRows) {
        throw this[RUN].exception('Sorry, it is not possible to delete all non-frozen rows.');
      }
      deleteRows(this[RUN].world.book, data, row, count);
    });
  }
  deleteColumn(column: number): this {
    return this.deleteColumns(column, 1);
  }
  deleteColumns(column: number, count: number): this {
    return this[WRITE]('deleteColumns', (data) => {
      if (!(column >= 1) || column + count - 1 > data.maxColumns) {
        throw this[RUN].exception('Those columns are out of bounds.');
      }
      if (data.maxColumns - count < 1) {
        throw this[RUN].exception('Sorry, it is not possible to delete all non-frozen columns.');
      }
      deleteColumns(this[RUN].world.book, data, column, count);
    });
  }
  moveRows(rows: { [PLACE]: Place }, destination: number): void {
    const { area } = rows[PLACE];
    this[WRITE]('moveRows', (data) => data.moveRows(area.row, area.rows, destination));
  }
  moveColumns(columns: { [PLACE]: Place }, destination: number): void {
    const { area } = columns[PLACE];
    this[WRITE]('moveColumns', (data) =>
      moveColumns(this[RUN].world.book, data, area.column, area.columns, destination),
    );
  }
  sort(column: number, ascending = true): this {
    return this[WRITE]('sort', (data) => {
      const first = data.frozenRows + 1;
      const area = { row: first, column: 1, rows: 0, columns: data.maxColumns };
      area.rows = Math.max(0, data.lastRow() - first + 1);
      data.sortArea(area, this[RUN].world.book.comparison(data, column, ascending));
    });
  }
  /** Grows the grid so that it has this cell. @throws Google's exception at the limit of cells */
  [MAKE_ROOM](row: number, column: number): void {
    const data = this[TAB]();
    const rows = Math.max(data.maxRows, row);
    const columns = Math.max(data.maxColumns, column);
    checkCellLimit(this[RUN], rows * columns - data.cells);
    data.maxRows = rows;
    data.maxColumns = columns;
  }

  #insertRows(method: string, before: number, count: number): this {
    return this[WRITE](method, (data) => {
      if (!(before >= 1) || before > data.maxRows + 1) {
        throw this[RUN].exception('Those rows are out of bounds.');
      }
      checkCellLimit(this[RUN], count * data.maxColumns);
      insertRows(this[RUN].world.book, data, before, count);
    });
  }
  #insertColumns(method: string, before: number, count: number): this {
    return this[WRITE](method, (data) => {
      if (!(before >= 1) || before > data.maxColumns + 1) {
        throw this[RUN].exception('Those columns are out of bounds.');
      }
      checkCellLimit(this[RUN], count * data.maxRows);
      insertColumns(this[RUN].world.book, data, before, count);
    });
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
