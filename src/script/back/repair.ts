/** Mends what is not the same on both sides. Cut off anywhere, no edit is lost and nothing of the program's own is taken for one. */
import { storedValue, tableOf, type Value } from '../../sheet/window-form';
import { hashOf, hashOfOwn, type Mark } from '../../sheet/window-mark';
import { type Edit, takeEdits } from '../../sql/window';
import { databaseOf } from '../books';
import { tellOwner } from '../problems';
import { type EditedRow, editOf, emptiedColumns } from '../window/edits';
import { takeInviters } from '../window/inviters';
import type { Difference } from './compare';
import type { Desk } from './desk';

/** So many edits go over at once. */
const AT_ONCE = 500;

/** @param from the first of the rows that were read last @returns how many rows have left the tab: they are gone from the database */
export function repair(found: Difference[], from: number, desk: Desk): number {
  const { tab } = desk;
  const gone = found.filter(({ stored }) => !stored).map(({ row }) => row.row);
  const others = withoutAccidents(
    found.filter(({ stored }) => stored),
    desk,
  );
  announce(others, from, desk);
  writeOlder(others, desk);
  take(others, desk);
  for (const { mark } of others) {
    if (mark.next) mark.written = mark.next;
    delete mark.next;
  }
  tab.changeMarks(marksOf(others), from);
  tab.delete(gone);
  return gone.length;
}

/** Emptied rows, and columns that were emptied in many rows at once, are filled again. */
function withoutAccidents(found: Difference[], { tab }: Desk): Difference[] {
  const { keys } = tab.form;
  const emptied = emptiedColumns(found.map(editedRow));
  return found.map((one) => {
    const isNobody = keys.every((key) => !one.row.cells[key]);
    const isLost = (column: string) =>
      (isNobody && keys.includes(column)) || (emptied.includes(column) && !one.row.cells[column]);
    const lost = one.edited.filter(isLost);
    const edited = one.edited.filter((column) => !lost.includes(column));
    return { ...one, edited, older: [...one.older, ...lost] };
  });
}

/** First the marks say what the cells are going to be. */
function announce(found: Difference[], from: number, { tab }: Desk): void {
  for (const { row, mark, stored, older, ownOlder, remarkOlder } of found) {
    const next = new Map(mark.written);
    for (const field of tab.form.fields) {
      const { column } = field;
      if (!tab.has(column)) continue;
      if (older.includes(column)) next.set(column, hashOf(storedValue(stored?.[column], field)));
      else if (!next.has(column)) next.set(column, hashOf(row.cells[column] ?? null));
    }
    const own = Object.fromEntries(ownOlder.map((one) => [one, stored?.own[one] ?? '']));
    if (ownOlder.length || !next.has('own')) next.set('own', hashOfOwn({ ...row.own, ...own }));
    if (remarkOlder || !next.has('remark'))
      next.set('remark', hashOf(String(stored?.remark ?? '')));
    mark.next = next;
  }
  tab.changeMarks(marksOf(found), from);
}

function writeOlder(found: Difference[], { tab }: Desk): void {
  for (const field of tab.form.fields) {
    const rows = found.filter(({ older }) => older.includes(field.column));
    const value = ({ row, stored }: Difference): [number, Value] => [
      row.row,
      storedValue(stored?.[field.column], field),
    ];
    tab.write(field.column, new Map(rows.map(value)));
  }
  for (const heading of tab.ownHeadings) {
    const rows = found.filter(({ ownOlder }) => ownOlder.includes(heading));
    tab.writeOwn(
      heading,
      new Map(rows.map(({ row, stored }) => [row.row, stored?.own[heading] ?? ''])),
    );
  }
  for (const { row, stored, remarkOlder } of found) {
    if (remarkOlder) tab.note(row.row, 'state', String(stored?.remark ?? ''));
  }
}

/** What the owner has typed. Whom they name as an inviter is looked at; what the database refuses is put back the next time. */
function take(found: Difference[], desk: Desk): void {
  const { tab, script } = desk;
  const typed = found.map(editedRow).filter(({ columns, own }) => columns.length > 0 || own);
  const sorted =
    desk.tab.form.table === 'clients' ? takeInviters(typed, { tab, script }).edited : typed;
  const known = new Map(sorted.map((one) => [one.mark.id, one]));
  for (let at = 0; at < typed.length; at += AT_ONCE) {
    const some = typed.slice(at, at + AT_ONCE);
    const edits = some.flatMap((one): Edit[] => {
      const asKnown = known.get(one.mark.id);
      if (desk.isLeaving) return asKnown ? [editOf(asKnown)] : [];
      // A sheet keeps what was typed there, with a note that says why it does not count.
      return [editOf({ ...one, ...(asKnown?.besides && { besides: asKnown.besides }) })];
    });
    const refused = takeEdits(tableOf(desk.tab.form), edits, databaseOf(script));
    for (const { row, mark, columns, own } of some) {
      const next = new Map(mark.next ?? mark.written);
      for (const column of columns) next.set(column, hashOf(row.cells[column] ?? null));
      if (own) next.set('own', hashOfOwn(row.own));
      mark.next = next;
      const why = refused.get(mark.id);
      if (why === undefined) continue;
      const what = `A change in row ${row.row} of the tab ${tab.form.name} was put back: another row has the same number, code, key or coupon, or somebody would be their own inviter.`;
      tellOwner({ what, toDo: 'Correct the other row first, if that one is wrong.' }, script);
    }
  }
}

function marksOf(found: Difference[]): Map<number, Mark> {
  return new Map(found.map(({ row, mark }) => [row.row, mark]));
}

function editedRow({ row, mark, edited, ownEdited }: Difference): EditedRow {
  return { row, mark, columns: edited, own: ownEdited };
}
