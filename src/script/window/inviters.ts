/** Whom the owner has written into *Invited by*: taken over where they may be an inviter; else the cell's note says why not. */
import type { Client } from '../../program/model';
import { noticeNotTold } from '../../program/notice';
import { isKeyOf, keyOf } from '../../program/people';
import { whyNoInviter } from '../../program/typed';
import { TypedRows } from '../../sheet/typed-rows';
import type { WindowRow } from '../../sheet/window-tab';
import { openClients } from '../books';
import type { EditedRow } from './edits';
import type { Look } from './look';

/** What of a look it takes. */
type Place = Pick<Look, 'tab' | 'script'>;

/** Edits that can be taken over, and rows that have others besides. */
interface Sorted {
  edited: EditedRow[];
  /** Their ids. */
  pending: number[];
}

/** Finds people by numbers and ids, as often as is asked. */
type Find = (key: string) => Client | null;

/** Leaves out inviters who are none, and adds what belongs to the others: one statement where there are any. */
export function takeInviters(all: EditedRow[], look: Place): Sorted {
  const isAbout = ({ columns, row }: EditedRow) =>
    columns.includes('invited_by') && !!row.cells.invited_by;
  const about = all.filter(isAbout);
  if (!about.length) return { edited: all, pending: [] };
  const find = findingIn(
    about.map(({ row }) => String(row.cells.invited_by)),
    look,
  );
  const notes = new Map<number, string>();
  const pending: number[] = [];
  const edited = all.flatMap((one): EditedRow[] => {
    if (!isAbout(one)) return [one];
    const { row, columns } = one;
    const client = personIn(row);
    const inviter = find(client.invitedBy);
    const why = whyNoInviter(client, inviter, find);
    notes.set(row.row, why);
    if (!why && inviter) return [{ ...one, besides: besides(row, inviter) }];
    pending.push(one.mark.id);
    const rest = columns.filter((column) => column !== 'invited_by');
    return rest.length || one.own ? [{ ...one, columns: rest }] : [];
  });
  new TypedRows(look.tab.sheet).note('Invited by', notes);
  return { edited, pending };
}

/** What else is written with an inviter. */
export function besides({ cells }: WindowRow, inviter: Client): Record<string, string> {
  return {
    invited_by: keyOf(inviter),
    inviter_name: inviter.name,
    notice: String(cells.notice ?? '') || noticeNotTold('written by you'),
  };
}

/** @param keys those that one will ask for first */
export function findingIn(keys: string[], { script }: Pick<Look, 'script'>): Find {
  const book = openClients(script);
  const look = (some: string[]) =>
    book.readMany(book.find([...new Set(some)].map((key) => ({ key }))).people);
  const known: Find = (key) => book.known().find((one) => isKeyOf(key, one)) ?? null;
  if (keys.length) look(keys);
  return (key) => {
    if (!known(key)) look([key]);
    return known(key);
  };
}

/** A row as the rules ask about it. */
export function personIn({ cells }: WindowRow): Client {
  const text = (column: string) => String(cells[column] ?? '');
  const time = (column: string) => cells[column] as number | null;
  return {
    phone: text('phone'),
    name: text('name'),
    invitedBy: text('invited_by'),
    inviterName: text('inviter_name'),
    joined: time('joined') ?? null,
    lastMessage: time('last_message') ?? null,
    notice: text('notice'),
    note: text('note'),
    code: text('code'),
    ids: text('ids').split(/\s+/).filter(Boolean),
    stopped: time('stopped') ?? null,
    counts: text('counts'),
    check: text('checked'),
  };
}
