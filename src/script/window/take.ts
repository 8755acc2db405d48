/** The owner's edits go to the database, and win there over what was before; what would be an accident comes back. */
import type { WindowForm } from '../../sheet/window-form';
import { hashOf, hashOfOwn } from '../../sheet/window-mark';
import { takeEdits, windowRows } from '../../sql/window';
import { tellOwner } from '../problems';
import { type EditedRow, editOf, emptiedColumns, MOST_AT_ONCE } from './edits';
import type { Look } from './look';
import { renew } from './renew';
import { noteAnew } from './state';

/** So many rows go over at once. */
const AT_ONCE = 500;

/** Leaves out columns that were emptied in too many rows, and emptied rows: their cells come back. */
export function withoutAccidents(all: EditedRow[], look: Look): EditedRow[] {
  const { keys } = look.form;
  const isNobody = ({ row }: EditedRow) => keys.every((key) => !row.cells[key]);
  const edited = all.flatMap((one) => {
    const lost = isNobody(one) ? one.columns.filter((column) => keys.includes(column)) : [];
    return lost.length ? without(lost, one, look) : [one];
  });
  const emptied = emptiedColumns(edited);
  if (!emptied.length) return edited;
  const headings = look.form.fields.filter(({ column }) => emptied.includes(column));
  const names = headings.map(({ heading }) => `“${heading}”`).join(' and ');
  tell(
    look,
    `More than ${MOST_AT_ONCE} cells of ${names} in the tab ${look.form.name} were emptied at once. That looks like an accident: they are filled again.`,
    `If you meant it, empty at most ${MOST_AT_ONCE} a minute.`,
  );
  return edited.flatMap((one) =>
    without(
      one.columns.filter((column) => emptied.includes(column) && !one.row.cells[column]),
      one,
      look,
    ),
  );
}

/** An edit without some of its columns, which are written anew. */
function without(lost: string[], edited: EditedRow, look: Look): EditedRow[] {
  if (lost.length) look.also.add(edited.mark.id);
  const columns = edited.columns.filter((column) => !lost.includes(column));
  return columns.length || edited.own ? [{ ...edited, columns }] : [];
}

/**
 * Ids that were shown and stand in the tab no more: the owner has deleted their rows. Where those are too many, or the whole
 * tab is that of an earlier day, they come back.
 */
export function deletedIn(look: Look): number[] {
  const { news, form, tab } = look;
  const places = look.places();
  const there = new Set(news.there);
  const gone = (news.state?.shown ?? []).filter((id) => there.has(id) && !places.has(id));
  if (!gone.length) return [];
  const isEarlier = tab.token() !== news.state?.token;
  if (gone.length <= MOST_AT_ONCE && !isEarlier) return gone;
  noteAnew(look);
  const why = isEarlier
    ? `The tab ${form.name} is as it was earlier: rows that came since are shown again.`
    : `More than ${MOST_AT_ONCE} rows of the tab ${form.name} were deleted at once. That looks like an accident: they are shown again.`;
  tell(look, why, `If you meant to delete people, delete at most ${MOST_AT_ONCE} rows a minute.`);
  return [];
}

/** Takes the edits over; the marks then say that the cells are as they should be. */
export function take(edited: EditedRow[], look: Look): void {
  const { table, database } = look;
  for (let from = 0; from < edited.length; from += AT_ONCE) {
    const some = edited.slice(from, from + AT_ONCE);
    const refused = takeEdits(table, some.map(editOf), database);
    for (const { row, mark, columns, own } of some) {
      if (refused.has(mark.id)) continue;
      const written = new Map(mark.written);
      for (const column of columns) written.set(column, hashOf(row.cells[column] ?? null));
      if (own) written.set('own', hashOfOwn(row.own));
      mark.written = written;
    }
    if (refused.size) putBack(refused, look);
  }
}

function putBack(refused: Map<number, string>, look: Look): void {
  const rows = windowRows(look.table, [...refused.keys()], look.database);
  renew(rows, [], look);
  const places = look.places();
  for (const [id, why] of refused) {
    tell(
      look,
      `A change in row ${places.get(id)?.row} of the tab ${look.form.name} was put back: ${inWords(why, look.form)}`,
      'Correct the other row first, if that one is wrong.',
    );
  }
}

function inWords(why: string, { table }: WindowForm): string {
  if (/not_their_own_inviter/.test(why)) return 'nobody can be their own inviter.';
  if (/coupon/.test(why)) return 'another reward has this coupon.';
  return table === 'clients' ? 'another row has this code.' : 'another row has this key.';
}

function tell({ script }: Look, what: string, toDo: string): void {
  tellOwner({ what, toDo }, script);
}
