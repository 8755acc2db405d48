/** One tab's cells: values and looks by row, the grid's size, and the operations that move rows and columns about. */
import type { Area } from './a1';
import { type CellLook, type CellValue, isFormula, MAX_CELLS, type Row, resultOf } from './cell';
import type { Chart } from './chart';
import { changedNumbers, changedWidths, type ListChange, moveWithin } from './column-lists';
import { RowChanges } from './row-changes';

/** A protection: kept for those who ask; it holds nobody back. */
export interface Protection {
  id: number;
  type: 'SHEET' | 'RANGE';
  description: string;
  warningOnly: boolean;
  area?: Area;
}

/** One tab. Rows and columns are counted from 1 at the door and from 0 within. */
export class SheetData {
  rows: (Row | null)[] = [];
  frozenRows = 0;
  frozenColumns = 0;
  hidden = false;
  columnWidths: Record<number, number> = {};
  hiddenColumns = new Set<number>();
  columnLooks: (CellLook | null)[] = [];
  protections: Protection[] = [];
  filter: Area | null = null;
  charts: Chart[] = [];
  /** As `#rrggbb`; '' for none. */
  tabColor = '';
  readonly changes = new RowChanges();
  /** Whether there is, or has been, a formula in it. */
  hasFormulas = false;
  /** Computes what the formulas of a tab come to; the book's business. */
  settle: (sheet: SheetData) => void = () => undefined;

  constructor(
    readonly id: number,
    public name: string,
    public maxRows = 1000,
    public maxColumns = 26,
  ) {}

  value(row: number, column: number): CellValue {
    this.ready();
    return this.rows[row - 1]?.v[column - 1] ?? '';
  }

  /** To be called before values are read: formulas are computed when somebody looks, as late as that. */
  ready(): void {
    if (this.hasFormulas) this.settle(this);
  }

  /** The look of a cell: its own over its column's. */
  look(row: number, column: number): CellLook | undefined {
    const own = this.rows[row - 1]?.x?.[column - 1];
    const shared = this.columnLooks[column - 1];
    return own && shared ? { ...shared, ...own } : (own ?? shared ?? undefined);
  }

  setValue(row: number, column: number, value: CellValue): void {
    const before = this.value(row, column);
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

  /** Adds to the look of one cell. */
  setLook(row: number, column: number, look: CellLook): void {
    const kept = this.rowAt(row);
    this.changes.row(row);
    kept.x ??= [];
    while (kept.x.length < column) kept.x.push(null);
    kept.x[column - 1] = { ...kept.x[column - 1], ...look };
  }

  /** Adds to the look of an area. An area down to the grid's end also applies to rows that come later. */
  setAreaLook(area: Area, look: CellLook): void {
    const last = area.row + area.rows - 1;
    const toTheEnd = last >= this.maxRows && area.row - 1 <= area.rows;
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (toTheEnd) this.setColumnLook(column, look, area.row);
      else for (let row = area.row; row <= last; row++) this.setLook(row, column, look);
    }
  }

  /** Sets the look of a column from a row on; what stands above keeps what it had. */
  private setColumnLook(column: number, look: CellLook, fromRow: number): void {
    const keys = Object.keys(look) as (keyof CellLook)[];
    for (let row = 1; row < fromRow; row++) {
      const had = this.look(row, column) ?? {};
      const pinned = Object.fromEntries(keys.map((key) => [key, had[key] ?? '']));
      this.setLook(row, column, pinned as CellLook);
    }
    for (let i = fromRow - 1; i < this.rows.length; i++) {
      const looks = this.rows[i]?.x;
      const own = looks?.[column - 1];
      if (!looks || !own) continue;
      this.changes.row(i + 1);
      const rest = Object.entries(own).filter(([key]) => !keys.includes(key as keyof CellLook));
      looks[column - 1] = rest.length ? Object.fromEntries(rest) : null;
    }
    while (this.columnLooks.length < column) this.columnLooks.push(null);
    this.columnLooks[column - 1] = { ...this.columnLooks[column - 1], ...look };
  }

  rowAt(row: number): Row {
    while (this.rows.length < row) this.rows.push(null);
    const found = this.rows[row - 1];
    if (found) return found;
    const made: Row = { v: [] };
    this.rows[row - 1] = made;
    return made;
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

  replaceLook(row: number, column: number, look: CellLook | null): void {
    const looks = this.rows[row - 1]?.x;
    if (looks && column <= looks.length) {
      if (looks[column - 1] !== look) this.changes.row(row);
      looks[column - 1] = look;
    } else if (look) this.setLook(row, column, look);
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
