/** How one tab's cells look: formats, colours, notes. A column's look is kept once, and a cell's own over it. */
import type { Area } from './a1';
import type { CellLook, Row } from './cell';
import { RowChanges } from './row-changes';

/** The rows of a tab, as far as they are about looks. Rows and columns are counted from 1 at the door and from 0 within. */
export class SheetLooks {
  rows: (Row | null)[] = [];
  columnLooks: (CellLook | null)[] = [];
  readonly changes = new RowChanges();

  constructor(public maxRows: number) {}

  /** The look of a cell: its own over its column's. */
  look(row: number, column: number): CellLook | undefined {
    const own = this.rows[row - 1]?.x?.[column - 1];
    const shared = this.columnLooks[column - 1];
    return own && shared ? { ...shared, ...own } : (own ?? shared ?? undefined);
  }

  rowAt(row: number): Row {
    while (this.rows.length < row) this.rows.push(null);
    const found = this.rows[row - 1];
    if (found) return found;
    const made: Row = { v: [] };
    this.rows[row - 1] = made;
    return made;
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

  replaceLook(row: number, column: number, look: CellLook | null): void {
    const looks = this.rows[row - 1]?.x;
    if (looks && column <= looks.length) {
      if (looks[column - 1] !== look) this.changes.row(row);
      looks[column - 1] = look;
    } else if (look) this.setLook(row, column, look);
  }
}
