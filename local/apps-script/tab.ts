/** A tab, without its cells. */
export interface Tab {
  name: string;
  hidden: boolean;
  /** As `#rrggbb`; '' for none. */
  color: string;
  /** The last row and column that hold something. */
  rows: number;
  columns: number;
  /** The size of the grid. */
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  /** In pixels, by column: those that somebody has set. */
  columnWidths: Record<number, number>;
  /** Counts up when a value in it has changed. */
  changes: number;
}
