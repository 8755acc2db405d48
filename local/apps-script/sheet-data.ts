/** One tab's cells: values by row, the grid's size, and the operations that move rows and columns about. */
import type { Area } from './a1';
import { type CellLook, type CellValue, isFormula, MAX_CELLS, resultOf } from './cell';
import type { Chart } from './chart';
import { changedNumbers, changedWidths, type ListChange, moveWithin } from './column-lists';
import { SheetLooks } from './sheet-looks';

/** A protection: kept for those who ask; it holds nobody back. */
export interface Protection {
  id: number;
  type: 'SHEET' | 'RANGE';
  description: string;
  warningOnly: boolean;
  area?: Area;
}

/** One tab. Rows and columns are counted from 1 at the door and from 0 within. */
export class SheetData extends SheetLooks {
  frozenRows = 0;
  frozenColumns = 0;
  hidden = false;
  columnWidths: Record<number, number> = {};
  hiddenColumns = new Set<number>();
  protections: Protection[] = [];
  filter: Area | null = null;
  charts: Chart[] = [];
  /** As `#rrggbb`; '' for none. */
  tabColor = '';
  /** Whether there is, or has been, a formula in it. */
  hasFormulas = false;
  /** Computes what the formulas of a tab come to; the book's business. */
  settle: (sheet: SheetData) => void = () => undefined;

  constructor(
    readonly id: number,
    public name: string,
    maxRows = 1000,
    public maxColumns = 26,
  ) {
    super(maxRows);
  }

  value(row: number, column: number): CellValue {
    this.ready();
    return this.kept(row, column);
  }

  /** What lies in a cell, as it was computed last: for whoever is about to write there. */
  kept(row: number, column: number): CellValue {
    return this.rows[row - 1]?.v[column - 1] ?? '';
  }

  /** To be called before values are read: formulas are computed when somebody looks, as late as that. */
  ready(): void {
    if (this.hasFormulas) this.settle(this);
  }

  setValue(row: number, column: number, value: CellValue): void {
    const before = this.kept(row, column);
    if (value === '' && before === '') return;
    if (!sameValue(before, value)) this.changes.value(row);
    if (isFormula(value) && value.formula !== '') this.hasFormulas = true;
    const cells = this.rowAt(row).v;
    while (cells.length < column) cells.push('');
    cells[column - 1] = value;
  }

  /** Empties the cells of an area; how they look stays. */
  clearValues({ row, column, rows, columns }: Area): void {
    this.rows.slice(row - 1, row - 1 + rows).forEach((kept, index) => {
      if (!kept) return;
      const last = Math.min(kept.v.length, column - 1 + columns);
      for (let c = column - 1; c < last; c++) {
        if (kept.v[c] !== '') this.changes.value(row + index);
        kept.v[c] = '';
      }
    });
  }

  /** The last row with content in any column; 0 for an empty tab. */
  lastRow(): number {
    this.ready();
    return this.lastKeptRow;
  }

  /** As lastRow, without computing anything. */
  get lastKeptRow(): number {
    for (let i = this.rows.length - 1; i >= 0; i--) {
      if (this.rows[i]?.v.some((value) => value !== '')) return i + 1;
    }
    return 0;
  }

  lastColumn(): number {
    this.ready();
    return this.lastKeptColumn;
  }

  /** As lastColumn, without computing anything. */
  get lastKeptColumn(): number {
    let last = 0;
    for (const row of this.rows) {
      if (!row) continue;
      for (let i = row.v.length; i > last; i--) {
        if (row.v[i - 1] !== '') last = i;
      }
    }
    return last;
  }

  get cells(): number {
    return this.maxRows * this.maxColumns;
  }

  insertRows(before: number, count: number): void {
    this.maxRows += count;
    if (before - 1 < this.rows.length) {
      this.changes.from(before);
      const empty = new Array<null>(count).fill(null);
      this.rows = this.rows.slice(0, before - 1).concat(empty, this.rows.slice(before - 1));
    }
    if (before <= this.frozenRows) this.frozenRows += count;
  }

  deleteRows(from: number, count: number): void {
    this.maxRows -= count;
    this.changes.from(from);
    this.rows.splice(from - 1, count);
    this.frozenRows -= Math.max(0, Math.min(this.frozenRows, from + count - 1) - from + 1);
  }

  insertColumns(before: number, count: number): void {
    this.maxColumns += count;
    this.eachColumnList((list, empty) => {
      if (before - 1 < list.length) list.splice(before - 1, 0, ...new Array(count).fill(empty));
    });
  }

  deleteColumns(from: number, count: number): void {
    this.maxColumns -= count;
    this.eachColumnList((list) => list.splice(from - 1, count));
  }

  /** Moves rows, with all that is in them, so that they come to stand before the row that is now `to`. */
  moveRows(from: number, count: number, to: number): void {
    this.changes.from(Math.min(from, to));
    moveWithin(this.rows, null, { from, count, to });
  }

  /** Moves columns so that they come to stand before the column that is now `to`. */
  moveColumns(from: number, count: number, to: number): void {
    this.eachColumnList((list, empty) => moveWithin(list, empty, { from, count, to }));
  }

  /** Puts the rows of an area in order; other columns stay. */
  sortArea(area: Area, compare: (a: number, b: number) => number): void {
    const order = Array.from({ length: area.rows }, (_, i) => area.row + i).sort(compare);
    const taken = order.map((row) => this.cut(row, area));
    taken.forEach((cells, i) => {
      for (let c = 0; c < area.columns; c++) {
        this.setValue(area.row + i, area.column + c, cells.v[c] ?? '');
        this.replaceLook(area.row + i, area.column + c, cells.x[c] ?? null);
      }
    });
  }

  private cut(row: number, area: Area): { v: CellValue[]; x: (CellLook | null)[] } {
    const from = area.column - 1;
    const kept = this.rows[row - 1];
    return {
      v: kept?.v.slice(from, from + area.columns) ?? [],
      x: kept?.x?.slice(from, from + area.columns) ?? [],
    };
  }

  private eachColumnList(change: ListChange): void {
    this.changes.from(1);
    this.columnWidths = changedWidths(this.columnWidths, change);
    this.hiddenColumns = changedNumbers(this.hiddenColumns, change);
    for (const row of this.rows) {
      if (!row) continue;
      change<CellValue>(row.v, '');
      if (row.x) change<CellLook | null>(row.x, null);
    }
    change<CellLook | null>(this.columnLooks, null);
  }
}

/** Whether the workbook would still be within Google's limit with so many more cells. */
export function fitsCellLimit(sheets: SheetData[], more: number): boolean {
  return sheets.reduce((sum, sheet) => sum + sheet.cells, more) <= MAX_CELLS;
}

function sameValue(one: CellValue, other: CellValue): boolean {
  if (!isFormula(one) || !isFormula(other)) return one === other;
  return one.formula === other.formula && resultOf(one) === resultOf(other);
}
