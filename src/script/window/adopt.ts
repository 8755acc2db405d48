/**
 * The first run after the base has moved into a database: rows of the tab are found there by their keys and get their marks;
 * those that are none of the newest leave the tab. Rows that nobody knows there stay: they were typed meanwhile.
 */
import { storedValue, type Value, type WindowForm } from '../../sheet/window-form';
import { hashOf, hashOfOwn, type Mark } from '../../sheet/window-mark';
import { type WindowRow, WindowTab } from '../../sheet/window-tab';
import { type Edit, forgetState, takeEdits, type WindowTable } from '../../sql/window';
import { type Adopted, adoptable } from '../../sql/window-adopt';
import { databaseOf } from '../books';
import type { Script } from '../program';
import { sheetOf } from '../tabs';
import { keysIn } from './edits';

/** So many rows are adopted in one go. */
const ROWS = 2000;

/** The first row below the header. */
const FIRST = 2;

/** What a message writes without anybody having decided something: the database's is newer. */
const HEARD = ['last_message'];

/**
 * Adopts some rows. The caller has the lock, and flushes.
 *
 * @param from the row to begin with
 * @returns the row to go on from; 0 when all are done
 */
export function adoptSome(form: WindowForm, from: number, script: Script): number {
  const database = databaseOf(script);
  const tab = new WindowTab(sheetOf(form.name, script), form);
  const last = Math.min(tab.lastRow(), from + ROWS - 1);
  const rows = tab.read(from, last);
  if (!rows.length) return 0;
  if (from === FIRST) forgetState(form.table, database);
  const table: WindowTable = { table: form.table, columns: form.fields.map((one) => one.column) };
  const found = adoptable(table, keysOf(rows, form), database);
  const marks = new Map<number, Mark>();
  const leaving: number[] = [];
  const edits: Edit[] = [];
  const taken = new Set<number>();
  for (const row of rows) {
    const stored = row.isEmpty ? undefined : storedFor(row, found, form);
    if (!stored || taken.has(stored.id)) continue;
    taken.add(stored.id);
    const edited = editedIn(row, stored, form, tab);
    if (stored.isNewest) marks.set(row.row, markFor(row, stored, edited, form, tab));
    else leaving.push(row.row);
    const own = hashOfOwn(row.own) !== hashOfOwn(tab.ownOf(stored.own));
    if (!stored.isNewest && (edited.length || own)) {
      const set = Object.fromEntries(edited.map((column) => [column, row.cells[column] ?? null]));
      edits.push({ id: stored.id, set: { ...set, ...(own && { own: row.own }) } });
    }
  }
  takeEdits(table, edits, database);
  tab.writeMarks(marks, from);
  tab.delete(leaving);
  return last - leaving.length + 1;
}

function keysOf(rows: WindowRow[], { table }: WindowForm): string[] {
  if (table === 'rewards') return rows.flatMap(({ cells }) => String(cells.key ?? '') || []);
  return rows.flatMap(({ cells }) => [
    ...keysIn(cells),
    ...(cells.code ? [String(cells.code)] : []),
  ]);
}

function storedFor(
  row: WindowRow,
  found: Map<string, Adopted>,
  { table }: WindowForm,
): Adopted | undefined {
  const keys = keysOf([row], { table } as WindowForm);
  return keys.map((key) => found.get(key)).find(Boolean);
}

/** Where nobody has changed a row in the database since it came there, what differs is the owner's doing. */
function editedIn(row: WindowRow, stored: Adopted, form: WindowForm, tab: WindowTab): string[] {
  if (stored.version > 1) return [];
  return form.fields
    .filter((field) => {
      const { column } = field;
      if (!tab.has(column) || HEARD.includes(column)) return false;
      return !isSame(row.cells[column] ?? null, storedValue(stored[column], field));
    })
    .map(({ column }) => column);
}

/** Times are the same within a second. */
function isSame(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1000 : a === b;
}

/** What was edited is otherwise than its mark; everything else is as written, and renewed where it is older. */
function markFor(
  row: WindowRow,
  stored: Adopted,
  edited: string[],
  form: WindowForm,
  tab: WindowTab,
): Mark {
  const written = form.fields.flatMap((field): [string, string][] => {
    const { column } = field;
    if (!tab.has(column)) return [];
    const isEdited = edited.includes(column);
    return [
      [column, hashOf(isEdited ? storedValue(stored[column], field) : (row.cells[column] ?? null))],
    ];
  });
  const own = hashOfOwn(tab.ownOf(stored.own));
  return { id: stored.id, written: new Map([...written, ['own', own], ['remark', hashOf('')]]) };
}
