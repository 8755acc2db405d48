/**
 * Has rows of the tab say what the database says: what the owner has typed goes there, cell by cell, and what is newer there
 * comes here. Rows that are the same on both sides cost one checksum.
 */
import { tableOf } from '../../sheet/window-form';
import type { WindowRow } from '../../sheet/window-tab';
import { COMPARED_ROWS, digestsOf, saidBy, saidByAll } from '../../sql/moving-back';
import { windowRows } from '../../sql/window';
import { databaseOf } from '../books';
import { marksOf } from '../window/match';
import { type Difference, differencesIn, type MarkedRow } from './compare';
import type { Desk } from './desk';
import { repair } from './repair';

/** What the owner's cells are displayed as may be otherwise than what was written: that is seen the second time. */
const TRIES = 4;

/** What came of it. */
interface Settled {
  /** So many of the rows are still there. */
  height: number;
  /** Whose they are. */
  rows: MarkedRow[];
  /** Pieces that were not the same; more than were allowed are left as they were. */
  mended: number;
}

/** Rows from one to another. The caller has the lock, and flushes. @throws Error when both sides cannot be made the same */
export function settle([from, to]: [from: number, to: number], desk: Desk): Settled {
  let height = to - from + 1;
  let mended = 0;
  for (let tries = 1; ; tries++) {
    const rows = readRows(from, from + height - 1, desk);
    const pieces = piecesOf(rows).flatMap((piece, index) => {
      const isSame = piece.digest === piece.digests[index];
      return isSame ? [] : [differencesOf(piece.rows, desk)];
    });
    const odd = pieces.filter(({ length }) => length > 0);
    if (!odd.length) {
      for (const { mark } of rows) desk.taken.add(mark.id);
      return { height, rows, mended };
    }
    mended = Math.max(mended, odd.length);
    if (mended > desk.most) return { height, rows, mended };
    if (tries === TRIES) throw notTheSame(odd.flat(), desk);
    height -= repair(odd.flat(), from, desk);
  }

  function piecesOf(rows: MarkedRow[]) {
    const digests = digestsIn(rows, desk);
    const count = Math.ceil(rows.length / COMPARED_ROWS);
    return Array.from({ length: count }, (_, index) => {
      const some = rows.slice(index * COMPARED_ROWS, (index + 1) * COMPARED_ROWS);
      return { rows: some, digest: digestOf(some, desk), digests };
    });
  }
}

/** Rows with marks; of two with the same the first one counts. What else stands there was typed, and stays. */
function readRows(from: number, to: number, { tab, taken }: Desk): MarkedRow[] {
  const rows = tab.read(from, to);
  const marks = marksOf(rows, tab.form);
  for (const [row, { id }] of marks) if (taken.has(id)) marks.delete(row);
  tab.writeMarks(marks, from);
  const remarks = tab.form.table === 'rewards' ? tab.notesOf('state', from, to) : [];
  return rows.flatMap((row) => {
    const mark = marks.get(row.row);
    return mark ? [{ row, mark, remark: remarks[row.row - from] ?? '' }] : [];
  });
}

function differencesOf(rows: MarkedRow[], { tab, script }: Desk): Difference[] {
  const ids = rows.map(({ mark }) => mark.id);
  const stored = windowRows(tableOf(tab.form), ids, databaseOf(script));
  return differencesIn(rows, new Map(stored.map((one) => [one.id, one])), tab);
}

function digestsIn(rows: MarkedRow[], { tab, script }: Desk): string[] {
  const { table, fields } = tab.form;
  const columns = fields.map(({ column, kind }) => ({
    column,
    isTime: kind === 'time' || kind === 'stopped',
  }));
  const ids = rows.map(({ mark }) => mark.id);
  return digestsOf({ table, columns, own: tab.ownHeadings }, ids, databaseOf(script));
}

function digestOf(rows: MarkedRow[], { tab, script }: Desk): string {
  const lines = rows.map(({ row, remark }) => {
    const fields = tab.form.fields.map(({ column }) => secondsOf(row, column));
    const own = tab.ownHeadings.map((heading) => row.own[heading] ?? '');
    return saidBy([...fields, ...own, ...(tab.form.table === 'rewards' ? [remark] : [])]);
  });
  return script.services.digest(saidByAll(lines));
}

function secondsOf({ cells }: WindowRow, column: string): string | number | null {
  const value = cells[column] ?? null;
  return typeof value === 'number' ? Math.floor(value / 1000) : value;
}

/** @returns an Error that names the first of the rows */
function notTheSame([first]: Difference[], { tab }: Desk): Error {
  const columns = [...(first?.edited ?? []), ...(first?.older ?? [])];
  const headings = tab.form.fields.filter(({ column }) => columns.includes(column));
  const names = [...headings.map(({ heading }) => heading), ...(first?.ownOlder ?? [])];
  const where = names.length ? ` below “${names.join('”, “')}”` : '';
  return new Error(
    `Row ${first?.row.row} of the tab ${tab.form.name} and the database are not the same${where}. Everything goes on in the database: look at that row, and go on.`,
  );
}
