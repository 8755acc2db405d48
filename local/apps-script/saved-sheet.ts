/** A tab as plain JSON, and back. */
import type { Area } from './a1';
import { type CellLook, isFormula, type Row } from './cell';
import type { Chart } from './chart';
import { BLOCK_ROWS } from './row-changes';
import { type Protection, SheetData } from './sheet-data';

/** A tab as it is saved. */
export interface SavedSheet {
  id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  tabColor: string;
  columnWidths: Record<number, number>;
  hiddenColumns: number[];
  columnLooks: (CellLook | null)[];
  protections: Protection[];
  filter: Area | null;
  charts?: Chart[];
  rows: (Row | null)[];
}

/** Rows of a tab that stand next to each other; see `RowChanges`. */
export interface SavedBlock {
  /** The tab's id. */
  sheet: number;
  /** Counted from 0. */
  block: number;
  rows: readonly (Row | null)[];
}

/** The blocks that have changed since this was asked last. Their rows are the tab's own: to be read at once. */
export function changedBlocks({ id, rows, changes }: SheetData): SavedBlock[] {
  return changes.take(rows.length).map((block) => ({
    ...{ sheet: id, block },
    rows: rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS),
  }));
}

/** A copy that later changes leave alone. @param rows those to save with it */
export function saveSheet(sheet: SheetData, rows = sheet.rows): SavedSheet {
  const { id, name, maxRows, maxColumns, frozenRows, frozenColumns, hidden, filter, tabColor } =
    sheet;
  return {
    ...{ id, name, maxRows, maxColumns, frozenRows, frozenColumns, hidden, filter, tabColor },
    columnWidths: { ...sheet.columnWidths },
    hiddenColumns: [...sheet.hiddenColumns],
    columnLooks: [...sheet.columnLooks],
    protections: sheet.protections.map((entry) => ({ ...entry })),
    charts: sheet.charts.map((chart) => ({ ...chart })),
    rows: rows.map(copyRow),
  };
}

/** A tab of its own, which later changes of `saved` leave alone. */
export function restoreSheet(saved: SavedSheet): SheetData {
  const sheet = new SheetData(saved.id, saved.name, saved.maxRows, saved.maxColumns);
  return Object.assign(sheet, {
    frozenRows: saved.frozenRows,
    frozenColumns: saved.frozenColumns,
    hidden: saved.hidden,
    filter: saved.filter,
    // Missing where an earlier version saved it.
    tabColor: saved.tabColor ?? '',
    columnWidths: { ...saved.columnWidths },
    hiddenColumns: new Set(saved.hiddenColumns),
    columnLooks: [...saved.columnLooks],
    protections: saved.protections.map((entry) => ({ ...entry })),
    charts: (saved.charts ?? []).map((chart) => ({ ...chart })),
    rows: saved.rows.map(copyRow),
    hasFormulas: saved.rows.some((row) => row?.v.some((value) => isFormula(value))),
  });
}

/** Makes a tab what it was when it was saved. */
export function takeOver(sheet: SheetData, saved: SavedSheet): void {
  const { changes: _, settle: __, ...kept } = restoreSheet(saved);
  Object.assign(sheet, kept);
  sheet.changes.from(1);
}

function copyRow(row: Row | null): Row | null {
  if (!row) return null;
  const copy: Row = { v: row.v.slice() };
  if (row.x) copy.x = row.x.slice();
  if (row.hidden) copy.hidden = true;
  if (row.filtered) copy.filtered = true;
  return copy;
}
