/** Where a Range lies: the part of it that asks the spreadsheet nothing. */
import { type Area, type Place, toA1 } from './a1';
import { guard } from './guard';
import type { Run } from './run';
import type { SheetData } from './sheet-data';

export const PLACE = Symbol('place');
/** Members named by symbols are ours; a script cannot see them. */
export const RUN = Symbol('run');
const MOVED = Symbol('moved');
export const DATA = Symbol('data');
export const NAMED = Symbol('named');

/** The tab behind a handle. @throws Google's exception when it has been deleted */
export function sheetOf(run: Run, sheetId: number): SheetData {
  const sheet = run.world.book.byId(sheetId);
  if (!sheet) throw run.exception(`Sheet ${sheetId} not found`);
  return sheet;
}

/** @throws Google's exceptions for an area that the grid does not have */
export function checkArea(run: Run, sheet: SheetData, area: Area): void {
  const { row, column, rows, columns } = area;
  if (!(row >= 1)) throw run.exception('The starting row of the range is too small.');
  if (!(column >= 1)) throw run.exception('The starting column of the range is too small.');
  if (!(rows >= 1)) throw run.exception('The number of rows in the range must be at least 1.');
  if (!(columns >= 1))
    throw run.exception('The number of columns in the range must be at least 1.');
  if (row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns) {
    throw run.exception('The coordinates of the range are outside the dimensions of the sheet.');
  }
}

export class RangePosition {
  readonly [PLACE]: Place;
  readonly [RUN]: Run;
  constructor(run: Run, place: Place) {
    this[RUN] = run;
    this[PLACE] = place;
  }
  getRow(): number {
    return this[PLACE].area.row;
  }
  getRowIndex(): number {
    return this[PLACE].area.row;
  }
  getColumn(): number {
    return this[PLACE].area.column;
  }
  getColumnIndex(): number {
    return this[PLACE].area.column;
  }
  getNumRows(): number {
    return this[PLACE].area.rows;
  }
  getNumColumns(): number {
    return this[PLACE].area.columns;
  }
  getHeight(): number {
    return this[PLACE].area.rows;
  }
  getWidth(): number {
    return this[PLACE].area.columns;
  }
  getLastRow(): number {
    const { row, rows } = this[PLACE].area;
    return row + rows - 1;
  }
  getLastColumn(): number {
    const { column, columns } = this[PLACE].area;
    return column + columns - 1;
  }
  getGridId(): number {
    return this[PLACE].sheetId;
  }
  getA1Notation(): string {
    return toA1(this[PLACE].area);
  }
  /** Counted from 1 within the range. */
  getCell(row: number, column: number): this {
    const { area } = this[PLACE];
    if (row < 1 || column < 1 || row > area.rows || column > area.columns) {
      throw this[RUN].exception('Cell reference out of range');
    }
    return this[MOVED](area.row + row - 1, area.column + column - 1, 1, 1);
  }
  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): this {
    const { row, column, rows, columns } = this[PLACE].area;
    return this[MOVED](
      row + rowOffset,
      column + columnOffset,
      numRows ?? rows,
      numColumns ?? columns,
    );
  }
  [MOVED](row: number, column: number, rows: number, columns: number): this {
    const run = this[RUN];
    const area = { row, column, rows, columns };
    checkArea(run, this[DATA](), area);
    const Kind = this.constructor as new (run: Run, place: Place) => this;
    return guard(run, 'Range', new Kind(run, { sheetId: this[PLACE].sheetId, area }));
  }
  [DATA](): SheetData {
    return sheetOf(this[RUN], this[PLACE].sheetId);
  }
  /** For the trace: "Clients!A1:J1". */
  [NAMED](method: string): string {
    return `${this[DATA]().name}!${toA1(this[PLACE].area)} ${method}`;
  }
}
