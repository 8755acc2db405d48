/** A cell's place in a tab. Rows and columns are counted from 1. */

export interface Spot {
  row: number;
  column: number;
}

/** How far a tab can be walked through. */
export interface Size {
  rows: number;
  columns: number;
}

/** The nearest spot that is there. */
export function inside({ row, column }: Spot, { rows, columns }: Size): Spot {
  return {
    row: Math.min(rows, Math.max(1, row)),
    column: Math.min(columns, Math.max(1, column)),
  };
}

/** A rectangle of cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The rectangle between two corners. */
export function between(one: Spot, other: Spot): Area {
  return {
    row: Math.min(one.row, other.row),
    column: Math.min(one.column, other.column),
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  };
}

export function isWithin(spot: Spot, { row, column, rows, columns }: Area): boolean {
  const down = spot.row - row;
  const right = spot.column - column;
  return down >= 0 && down < rows && right >= 0 && right < columns;
}

/** How the cell's element is called. */
export function cellId({ row, column }: Spot): string {
  return `cell-${row}-${column}`;
}

/** The spot of a cell, or of a row's or column's heading, that was clicked. */
export function spotOf(target: EventTarget | null): Spot | null {
  const cell = (target as Element | null)?.closest?.<HTMLElement>('[data-row]');
  if (!cell) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
