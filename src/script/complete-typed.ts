/**
 * What numbers that were typed into *Clients* become: clients, in their canonical form, with a code and a link, or a note
 * that says why not.
 */
import { newCode } from '../program/codes';
import { hasLinks, linkOf } from '../program/link';
import type { Client } from '../program/model';
import { noticeNotTold } from '../program/notice';
import { isKeyOf, keyOf } from '../program/people';
import { whyNoClient, whyNoInviter } from '../program/typed';
import type { Cell } from '../sheet/blocks';
import { textCell } from '../sheet/cells';
import { ClientsTab } from '../sheet/clients';
import { TypedRows } from '../sheet/typed-rows';
import { forgottenAs } from './forgetting/forgotten';
import type { Script } from './program';
import { isByReading, sheetOf } from './tabs';

/** From row to row. */
export type Rows = [top: number, bottom: number];

/**
 * Completes whoever was typed into some rows. The caller has the lock.
 *
 * @param isMeant which of the rows were typed
 * @returns false where no such rows are
 */
export function completeTyped(
  [top, bottom]: Rows,
  isMeant: (client: Client) => boolean,
  script: Script,
): boolean {
  const sheet = sheetOf('Clients', script);
  const typed = new TypedRows(sheet);
  const length = Math.min(bottom, typed.last()) - top + 1;
  if (length < 1) return false;
  const tab = new ClientsTab(sheet, isByReading(script.store));
  const rows = Array.from({ length }, (_, at) => top + at);
  const clients = tab.readMany(rows).filter((client) => client.phone && isMeant(client));
  completeClients(clients, tab, typed, script);
  checkInviters(clients, tab, typed);
  return true;
}

/** Whether somebody lacks what the program gives everybody whom it adds. */
export function isFresh({ code, joined }: Client): boolean {
  return !code || joined === null;
}

function completeClients(
  clients: Client[],
  tab: ClientsTab,
  typed: TypedRows,
  script: Script,
): void {
  const { services, program } = script;
  const fresh = clients.filter(isFresh);
  if (!fresh.length) return;
  const keys = fresh.map(({ phone }) => phone).filter((phone) => /^\d+$/.test(phone));
  const goneAs = (some: string[]) => forgottenAs(some, script.store, services);
  const wanted = [...keys, ...goneAs(keys)];
  tab.readMany(wanted.length ? tab.find(wanted.map((key) => ({ key }))).people : []);
  const isGone = ({ phone }: Client) =>
    goneAs([phone]).some((id) => tab.known().some(({ ids }) => ids.includes(id)));
  const cells = {
    phones: new Map<number, Cell>(),
    codes: new Map<number, Cell>(),
    joined: new Map<number, Cell>(),
  };
  const [links, notes] = [new Map<number, Cell>(), new Map<number, string>()];
  for (const client of fresh) {
    const row = tab.rowOf(client);
    const why = whyNoClient(client, othersOf(client, tab), isGone(client));
    notes.set(row, why);
    if (why) continue;
    client.code ||= newCode(services.random);
    client.joined ??= services.now();
    cells.phones.set(row, textCell(client.phone));
    cells.codes.set(row, textCell(client.code));
    cells.joined.set(row, new Date(client.joined));
    if (hasLinks(program.settings)) links.set(row, textCell(linkOf(client, program.settings)));
  }
  typed.note('Phone', notes);
  typed.writeLinks(links);
  typed.write('Code', cells.codes);
  typed.write('Phone', cells.phones);
  // Last: whoever has a date is found by the search no more.
  typed.write('Joined', cells.joined);
}

/** Rows with the same number that come first: those who are clients already, and then those above. */
function othersOf(client: Client, tab: ClientsTab): number[] {
  const isFirst = (other: Client) =>
    !client.code && other.code
      ? true
      : !!other.code === !!client.code && tab.rowOf(other) < tab.rowOf(client);
  return tab
    .known()
    .filter((other) => other !== client && isKeyOf(client.phone, other) && isFirst(other))
    .map((other) => tab.rowOf(other));
}

function checkInviters(clients: Client[], tab: ClientsTab, typed: TypedRows): void {
  const invited = clients.filter(({ invitedBy }) => invitedBy);
  const notes = new Map<number, string>();
  if (!invited.length) return;
  const keys = [...new Set(invited.map(({ invitedBy }) => invitedBy))];
  tab.readMany(tab.find(keys.map((key) => ({ key }))).people);
  const known = (key: string) => tab.known().find((one) => isKeyOf(key, one)) ?? null;
  const find = (key: string) => {
    if (!known(key)) tab.readMany(tab.find([{ key }]).people);
    return known(key);
  };
  const inviters = new Map<number, Cell>();
  const names = new Map<number, Cell>();
  const notices = new Map<number, Cell>();
  for (const client of invited) {
    const row = tab.rowOf(client);
    const inviter = known(client.invitedBy);
    const why = whyNoInviter(client, inviter, find);
    notes.set(row, why);
    if (why || !inviter) continue;
    inviters.set(row, textCell(keyOf(inviter)));
    names.set(row, textCell(inviter.name));
    notices.set(row, textCell(client.notice || noticeNotTold('written by you')));
  }
  typed.note('Invited by', notes);
  typed.write("Inviter's name", names);
  typed.write('Notice', notices);
  typed.write('Invited by', inviters);
}
