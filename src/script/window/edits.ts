/** What the owner has edited in a window: cells that are otherwise than the program wrote them. */
import type { Client } from '../../program/model';
import { hashOf, hashOfOwn, isAsWritten, type Mark } from '../../sheet/window-mark';
import type { WindowRow } from '../../sheet/window-tab';
import { keysToFind } from '../../sql/client-cells';
import type { Edit } from '../../sql/window';

/** Of more rows than so many nothing is deleted, and no cell emptied, at once: that is an accident. */
export const MOST_AT_ONCE = 50;

/** A row and what was edited in it. */
export interface EditedRow {
  row: WindowRow;
  mark: Mark;
  columns: string[];
  /** Whether something was edited in the owner's columns. */
  own: boolean;
  /** Columns that change along with it. */
  besides?: Record<string, string>;
}

/** The rows in which something was edited. */
export function editedRows(rows: WindowRow[], marks: Map<number, Mark>): EditedRow[] {
  return rows.flatMap((row): EditedRow[] => {
    const mark = marks.get(row.row);
    if (!mark) return [];
    const columns = Object.keys(row.cells).filter(
      (column) => !isAsWritten(mark, column, hashOf(row.cells[column] ?? null)),
    );
    const own = !isAsWritten(mark, 'own', hashOfOwn(row.own));
    return columns.length || own ? [{ row, mark, columns, own }] : [];
  });
}

/** Columns that were emptied in too many rows at once. */
export function emptiedColumns(edited: EditedRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { row, columns } of edited) {
    for (const column of columns) {
      if (row.cells[column]) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([column, count]) => (count > MOST_AT_ONCE ? [column] : []));
}

/** An edit as the database takes it: field by field. */
export function editOf({ row, mark, columns, own, besides }: EditedRow): Edit {
  const set = Object.fromEntries(columns.map((column) => [column, row.cells[column] ?? null]));
  const isKey = columns.includes('phone') || columns.includes('ids');
  return {
    id: mark.id,
    set: { ...set, ...besides, ...(own && { own: row.own }) },
    ...(isKey && { keys: keysIn(row.cells) }),
  };
}

/** What a client is found by. */
export function keysIn(cells: WindowRow['cells']): string[] {
  const ids = String(cells.ids ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const client: Pick<Client, 'phone' | 'ids'> = { phone: String(cells.phone ?? ''), ids };
  return keysToFind(client);
}
