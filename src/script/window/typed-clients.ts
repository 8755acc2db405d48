/**
 * Numbers that were typed into the window become clients, by the rules of *complete-typed*: in their canonical form, with a
 * code and a link, or a note that says why not. Whoever is in the database already is shown in the row.
 */
import { newCode } from '../../program/codes';
import { hasLinks, linkOf } from '../../program/link';
import type { Client } from '../../program/model';
import { isKeyOf, keyOf } from '../../program/people';
import { isPhone } from '../../program/phone';
import { whyNoClient, whyNoInviter } from '../../program/typed';
import type { Cell } from '../../sheet/blocks';
import { textCell } from '../../sheet/cells';
import { TypedRows } from '../../sheet/typed-rows';
import { storedValue } from '../../sheet/window-form';
import { hashOf, type Mark } from '../../sheet/window-mark';
import type { WindowRow } from '../../sheet/window-tab';
import { cellsOf } from '../../sql/client-cells';
import { openClients } from '../books';
import { forgottenAs } from '../forgetting/forgotten';
import { besides, findingIn, personIn } from './inviters';
import type { Look } from './look';
import { pin } from './pins';

/** A row, and who was typed there. */
type Typed = [row: WindowRow, client: Client];

/** The look has marks for those who are clients by now. A few statements; none where nothing was typed. */
export function takeTypedClients(rows: WindowRow[], look: Look): void {
  const all = rows.map((row): Typed => [row, personIn(row)]);
  const typed = all.filter(([, { phone }]) => phone);
  const hidden = all.filter(([, { phone, ids }]) => !phone && ids.length);
  if (!typed.length && !hidden.length) return;
  const { services, store } = look.script;
  const goneAs = (some: string[]) => forgottenAs(some, store, services);
  const phones = typed.map(([, { phone }]) => phone).filter(isPhone);
  const inviters = typed.map(([, { invitedBy }]) => invitedBy).filter(Boolean);
  const ids = hidden.map(([, client]) => keyOf(client));
  const find = findingIn([...phones, ...goneAs(phones), ...inviters, ...ids], look);
  const notes = new Map<number, string>();
  const fresh: Typed[] = [];
  for (const [row, client] of typed) {
    const isGone = goneAs([client.phone]).some((id) => find(id));
    const why = whyNoClient(client, othersOf(row, client, typed, look), isGone);
    notes.set(row.row, why);
    if (!why) fresh.push([row, client]);
  }
  const tab = new TypedRows(look.tab.sheet);
  tab.note('Phone', notes);
  add(
    fresh.filter(([, client]) => !find(client.phone)),
    find,
    tab,
    look,
  );
  adopt([...fresh, ...hidden.filter(([, client]) => find(keyOf(client)))], look);
}

/** Rows with the same number: clients of the window, and those above that were typed as well. */
function othersOf(row: WindowRow, client: Client, typed: Typed[], look: Look): number[] {
  const clients = look.rows.filter(({ row: at }) => look.marks.has(at));
  const above = typed.filter(([other]) => other.row < row.row).map(([other]) => other);
  return [...clients, ...above]
    .filter((other) => isKeyOf(client.phone, personIn(other)))
    .map((other) => other.row);
}

/** New people go into the database; what the rules say of their inviters stands in notes. */
function add(
  fresh: Typed[],
  find: (key: string) => Client | null,
  tab: TypedRows,
  { script }: Look,
): void {
  if (!fresh.length) return;
  const { services, program } = script;
  const book = openClients(script);
  const [links, notes] = [new Map<number, Cell>(), new Map<number, string>()];
  for (const [row, client] of fresh) {
    client.code = newCode(services.random);
    client.joined ??= services.now();
    if (client.invitedBy) {
      const inviter = find(client.invitedBy);
      const why = whyNoInviter(client, inviter, find);
      notes.set(row.row, why);
      const more = why || !inviter ? null : besides(row, inviter);
      client.invitedBy = more?.invited_by ?? '';
      client.inviterName = more?.inviter_name ?? '';
      client.notice = more?.notice ?? client.notice;
    }
    book.add(client);
    if (hasLinks(program.settings)) links.set(row.row, textCell(linkOf(client, program.settings)));
  }
  book.save();
  tab.note('Invited by', notes);
  tab.writeLinks(links);
}

/** Their rows get marks by which what was typed, and is otherwise in the database, counts as the owner's edit. */
function adopt(fresh: Typed[], look: Look): void {
  if (!fresh.length) return;
  const { script, marks, also, form } = look;
  const book = openClients(script);
  const people = book.readMany(
    book.find(fresh.map(([, client]) => ({ key: keyOf(client) }))).people,
  );
  const pinned: number[] = [];
  const places = look.places();
  for (const [row, client] of fresh) {
    const person = people.find((one) => isKeyOf(keyOf(client), one));
    if (!person) continue;
    const id = book.rowOf(person) - 1;
    if (places.has(id)) continue;
    const stored = cellsOf(person);
    const written = form.fields.flatMap((field): [string, string][] => {
      const typed = row.cells[field.column];
      const value = storedValue(stored[field.column], field);
      return typed && typed !== value ? [[field.column, hashOf(value)]] : [];
    });
    const mark: Mark = { id, written: new Map(written).set('own', hashOf('')) };
    marks.set(row.row, mark);
    also.add(id);
    if (!look.news.wanted.includes(id)) pinned.push(id);
  }
  look.welcome(pinned);
  pin(pinned, script);
}
