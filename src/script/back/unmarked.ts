/** Rows without a mark that are somebody's all the same: somebody was forgotten there, or the owner has emptied the column. */

import type { BackTab } from '../../sheet/back-tab';
import { rowRuns } from '../../sheet/blocks';
import { storedValue } from '../../sheet/window-form';
import { hashOf, type Mark } from '../../sheet/window-mark';
import type { WindowRow } from '../../sheet/window-tab';
import { idsBy } from '../../sql/moving-back';
import { type WindowCells, windowRows } from '../../sql/window';
import { databaseOf } from '../books';
import type { Script } from '../program';
import { keysOf } from '../window/adopt-match';

/** So many rows are looked at together. */
const ROWS = 2000;

/**
 * Gives them their marks, by which what is otherwise there than in the database counts as typed.
 *
 * @param places where each id stands; those that were found are added
 */
export function markUnmarked(tab: BackTab, places: Map<number, number>, script: Script): void {
  const marked = new Set(places.values());
  const rows: number[] = [];
  const last = tab.lastRow();
  for (let row = 2; row <= last; row++) if (!marked.has(row)) rows.push(row);
  for (const [top, bottom] of rowRuns(rows)) {
    for (let from = top; from <= bottom; from += ROWS) {
      markSome([from, Math.min(from + ROWS - 1, bottom)], tab, places, script);
    }
  }
}

function markSome(
  [from, to]: [from: number, to: number],
  tab: BackTab,
  places: Map<number, number>,
  script: Script,
): void {
  const { table, fields } = tab.form;
  const database = databaseOf(script);
  const rows = tab.read(from, to).filter(({ isEmpty }) => !isEmpty);
  const keys = rows.flatMap(({ cells }) => keysOf(cells, tab.form));
  if (!keys.length) return;
  const ids = idsBy(table, keys, database);
  const missing = [...new Set(ids.values())].filter((id) => !places.has(id));
  const columns = fields.map(({ column }) => column);
  const found = new Map(
    windowRows({ table, columns }, missing, database).map((one) => [one.id, one]),
  );
  const marks = new Map<number, Mark>();
  for (const row of rows) {
    const stored = keysOf(row.cells, tab.form)
      .map((key) => found.get(ids.get(key) ?? 0))
      .find(Boolean);
    if (!stored || places.has(stored.id)) continue;
    marks.set(row.row, markFor(row, stored, tab));
    places.set(stored.id, row.row);
  }
  tab.changeMarks(marks, from);
}

function markFor({ cells }: WindowRow, stored: WindowCells, { form }: BackTab): Mark {
  const written = form.fields.flatMap((field): [string, string][] => {
    const typed = cells[field.column];
    const value = storedValue(stored[field.column], field);
    return typed && typed !== value ? [[field.column, hashOf(value)]] : [];
  });
  return { id: stored.id, written: new Map(written).set('own', hashOf('')) };
}
