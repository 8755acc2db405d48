/**
 * The first run after the base has moved into a database: each row of the tab is found among those that have moved, and gets
 * its mark; those that are none of the newest leave the tab. What is otherwise than at the switch was edited by the owner.
 * Rows that nobody finds stay: they were typed meanwhile. Those that are missing were deleted meanwhile.
 */
import { movedValue, storedValue, tableOf, type WindowForm } from '../../sheet/window-form';
import { hashOf, hashOfOwn, type Mark } from '../../sheet/window-mark';
import { type WindowRow, WindowTab } from '../../sheet/window-tab';
import type { Database } from '../../sql/database';
import { type Edit, forgetState, takeEdits, type WindowTable } from '../../sql/window';
import {
  adoptingOf,
  beginAdopting,
  endAdopting,
  type Moved,
  movedRows,
  noteFound,
} from '../../sql/window-adopt';
import { databaseOf } from '../books';
import { tellOwner } from '../problems';
import type { Script } from '../program';
import { sheetOf } from '../tabs';
import { foundIn, keysOf } from './adopt-match';
import { editOf, MOST_AT_ONCE } from './edits';

/** So many rows are adopted in one go. */
const ROWS = 2000;

/** So many of those that are left are looked at besides, and at the end. */
const NEXT = 3000;
const LEFT = 10_000;

/** The first row below the header. */
const FIRST = 2;

/** Where adopting begins. */
export const UNADOPTED = 1;

/** What some rows are adopted with. */
interface Desk {
  tab: WindowTab;
  table: WindowTable;
  form: WindowForm;
  database: Database;
  script: Script;
}

/** A row, whose it is, and what the owner has edited. */
interface Adopted {
  row: WindowRow;
  mark: Mark;
  edit: Edit | null;
}

/**
 * Adopts some rows. The caller has the lock.
 *
 * @param from the row to begin with, {@link UNADOPTED} at first
 * @returns the row to go on from; 0 when all are done
 */
export function adoptSome(form: WindowForm, from: number, script: Script): number {
  const database = databaseOf(script);
  const phase = adoptingOf(form.table, database);
  if (!phase) return 0;
  const tab = new WindowTab(sheetOf(form.name, script), form);
  if (phase === 'begun') {
    tab.clearMarks();
    script.services.flush();
    forgetState(form.table, database);
    beginAdopting(form.table, database);
  }
  const table = tableOf(form);
  const desk: Desk = { tab, table, form, database, script };
  const first = Math.max(from, FIRST);
  if (tab.lastRow() >= first + ROWS) return first + adopt([first, first + ROWS - 1], NEXT, desk);
  if (first > FIRST) adopt([first, tab.lastRow()], NEXT, desk);
  // Rows may have been sorted in between, and some are found only when all others are.
  adopt([FIRST, tab.lastRow()], LEFT, desk);
  end(desk);
  return 0;
}

/**
 * First the marks stand, then what the owner has edited in rows that leave is taken over, then everything is noted as found,
 * then rows leave: wherever that is cut off, it can be done once more.
 *
 * @returns how many rows stay
 */
function adopt([from, to]: [number, number], next: number, desk: Desk): number {
  const { tab, table, form, database, script } = desk;
  const rows = tab.read(from, to);
  const ids = rows.flatMap(({ mark }) => mark?.id ?? []);
  const keys = [...new Set(rows.flatMap(({ cells }) => keysOf(cells, form)))];
  const { rows: moved, first } = movedRows(table, { keys, ids, next }, database);
  const found = foundIn(rows, moved, form, next === LEFT);
  const marks = new Map(rows.flatMap(({ row, mark }) => (mark ? [[row, mark] as const] : [])));
  const adopted = [...found].map(([at, one]) => adoptedRow(rows[at - from], one, desk));
  for (const { row, mark } of adopted) marks.set(row.row, mark);
  tab.writeMarks(marks, from);
  script.services.flush();
  const isLeaving = ({ id }: Mark) => id < first;
  const edits = adopted.flatMap(({ mark, edit }) => (isLeaving(mark) && edit) || []);
  takeEdits(table, edits, database);
  noteFound(
    form.table,
    [...found.values()].map(({ id }) => id),
    database,
  );
  const leaving = [...marks].filter(([, mark]) => isLeaving(mark)).map(([row]) => row);
  tab.delete(leaving);
  script.services.flush();
  return rows.length - leaving.length;
}

/** What was edited is otherwise than its mark; everything else is as written, and renewed where it is older. */
function adoptedRow(row: WindowRow | undefined, moved: Moved, { form, tab }: Desk): Adopted {
  if (!row) throw new Error(`A row of the tab ${form.name} is gone.`);
  const fields = form.fields.filter(({ column }) => tab.has(column));
  const edited = fields.filter(
    (field) => (row.cells[field.column] ?? null) !== movedValue(moved[field.column], field),
  );
  const written = fields.map((field): [string, string] => {
    const { column } = field;
    const isEdited = edited.includes(field);
    return [
      column,
      hashOf(isEdited ? storedValue(moved[column], field) : (row.cells[column] ?? null)),
    ];
  });
  const ownHash = hashOfOwn(tab.ownOf(moved.own));
  const own = hashOfOwn(row.own) !== ownHash;
  const mark: Mark = {
    id: moved.id,
    written: new Map([...written, ['own', ownHash], ['remark', hashOf('')]]),
  };
  const columns = edited.map(({ column }) => column);
  return { row, mark, edit: columns.length || own ? editOf({ row, mark, columns, own }) : null };
}

/** What the owner has deleted leaves the table, too; where that is too much, it is told. */
function end({ form, database, script }: Desk): void {
  const deleted = endAdopting(form.table, MOST_AT_ONCE, database);
  if (deleted <= MOST_AT_ONCE) return;
  const what = `More than ${MOST_AT_ONCE} rows of the tab ${form.name} were deleted while everybody moved into the database. That looks like an accident: they are still there.`;
  const toDo = `If you meant to delete people, delete at most ${MOST_AT_ONCE} rows a minute.`;
  tellOwner({ what, toDo }, script);
}
