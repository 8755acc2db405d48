/** Finds out whose each row of a window is by now, wherever it was sorted, cut or copied to. */
import type { WindowForm } from '../../sheet/window-form';
import { hashOf, isAsWritten, type Mark } from '../../sheet/window-mark';
import type { WindowRow } from '../../sheet/window-tab';

/** The marks of rows as they belong together. @returns by the rows; those without one are new */
export function marksOf(rows: WindowRow[], { keys }: WindowForm): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  const taken = new Set<number>();
  const strays: WindowRow[] = [];
  for (const row of rows) {
    const { mark } = row;
    if (mark && !taken.has(mark.id) && isOf(mark, row, keys)) {
      marks.set(row.row, mark);
      taken.add(mark.id);
    } else strays.push(row);
  }
  // Only some of the columns were sorted or moved, without that of the marks.
  const free = new Map<string, Mark>();
  for (const { mark } of strays) {
    if (!mark || taken.has(mark.id)) continue;
    for (const key of keys) free.set(`${key} ${mark.written.get(key)}`, mark);
  }
  const rest = strays.filter((row) => {
    const found = filledIn(row, keys)
      .map((key) => free.get(`${key} ${hashOf(row.cells[key] ?? '')}`))
      .find((mark) => mark && !taken.has(mark.id));
    if (!found) return true;
    marks.set(row.row, found);
    taken.add(found.id);
    return false;
  });
  // What a row is known by was edited itself.
  for (const { row, mark, isEmpty } of rest) {
    if (!mark || isEmpty || taken.has(mark.id)) continue;
    marks.set(row, mark);
    taken.add(mark.id);
  }
  return marks;
}

/** Whether one of the cells that a row is known by is as it was written. */
function isOf(mark: Mark, row: WindowRow, keys: readonly string[]): boolean {
  if (row.isEmpty) return false;
  const filled = filledIn(row, keys);
  if (!filled.length) return keys.every((key) => isAsWritten(mark, key, hashOf('')));
  return filled.some((key) => isAsWritten(mark, key, hashOf(row.cells[key] ?? '')));
}

function filledIn({ cells }: WindowRow, keys: readonly string[]): string[] {
  return keys.filter((key) => cells[key]);
}
