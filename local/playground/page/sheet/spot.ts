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
