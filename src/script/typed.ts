/**
 * Numbers that the owner types into *Clients* become clients: in their canonical form, with a code and a link, or with a
 * note that says why not. An edit leaves word of its rows; besides, one search every ten minutes finds rows that came
 * without one, out of a form or an app.
 */
import { newCode } from '../program/invitation';
import { hasLinks, linkOf } from '../program/link';
import { masked } from '../program/masked';
import type { Client } from '../program/model';
import { noticeNotTold } from '../program/notice';
import { isKeyOf, keyOf } from '../program/people';
import { hasRewards } from '../program/rewards/terms';
import { whyNoClient, whyNoInviter } from '../program/typed';
import type { Cell } from '../sheet/blocks';
import { textCell } from '../sheet/cells';
import { ClientsTab } from '../sheet/clients';
import { findTab } from '../sheet/tabs';
import { TypedRows } from '../sheet/typed-rows';
import { isMoving } from './columns-move';
import { Busy, locked } from './lock';
import type { Script } from './program';
import { CLIENTS_EDITED, CLIENTS_SEEN, parsed, SEARCH_OVERLOOKS, tabIdsIn } from './properties';
import type { Services } from './services';

/** Rows of one go. */
const ROWS = 300;

/** So many edits are noted; what else was typed is found by the search. */
const MOST_EDITS = 50;

const LOOK_MS = 10 * 60 * 1000;
const PATIENCE_MS = 1000;
const CACHED_SECONDS = 21_600;

/** From row to row. */
type Rows = [top: number, bottom: number];

interface Seen {
  /** When the search has begun, in milliseconds. */
  all: number;
  /** The row to go on from; 0 when it is done. */
  row: number;
}

/** Leaves word of an edit. Where a simple trigger may not use Script Properties, the cache has it. */
export function noteTyped([top, bottom]: Rows, services: Services): void {
  const added = (before: string | null) => {
    const edits = parsed<Rows[]>(before ?? undefined) ?? [];
    return JSON.stringify([...edits, [Math.max(top, 2), bottom]].slice(-MOST_EDITS));
  };
  if (bottom < 2) return;
  try {
    const { properties } = services;
    properties.setProperty(CLIENTS_EDITED, added(properties.getProperty(CLIENTS_EDITED)));
  } catch {
    const { cache } = services;
    cache.put(CLIENTS_EDITED, added(cache.get(CLIENTS_EDITED)), CACHED_SECONDS);
  }
}

/**
 * The trigger's part. A minute in which nothing was typed costs nothing, or one look at the cache.
 *
 * @param idle whether the trigger has had nothing else to do: then it looks for what no edit has told of
 */
export function takeTyped(script: Script, end: number, idle: boolean): void {
  const { services, store } = script;
  if (isMoving(store, services.now())) return;
  try {
    takeEdits(script, end, idle && !hasRewards(script.program.settings.terms));
    if (idle) lookForMore(script, end);
  } catch (error) {
    // Whoever has the lock is busy with messages: a minute later is soon enough.
    if (!(error instanceof Busy)) console.error(masked(String(error)));
  }
}

/** @param mayAsk whether there is a call left for the cache: an idle minute has four in all */
function takeEdits(script: Script, end: number, mayAsk: boolean): void {
  const { services, store } = script;
  const { properties, cache } = services;
  const noted = store[CLIENTS_EDITED];
  const text = noted || (noted === undefined && mayAsk ? cache.get(CLIENTS_EDITED) : '') || '';
  const edits = parsed<Rows[]>(text || undefined) ?? [];
  for (const [top, bottom] of edits) {
    for (let row = top; row <= bottom; row += ROWS) {
      if (services.now() > end) return;
      if (!complete([row, Math.min(row + ROWS - 1, bottom)], () => true, script)) break;
    }
  }
  if (!edits.length) return;
  if (!noted) cache.remove(CLIENTS_EDITED);
  else if (properties.getProperty(CLIENTS_EDITED) === noted)
    properties.setProperty(CLIENTS_EDITED, '');
}

function lookForMore(script: Script, end: number): void {
  const { services, store } = script;
  const now = services.now();
  let { all, row } = parsed<Seen>(store[CLIENTS_SEEN]) ?? { all: 0, row: 0 };
  if (!row && now - all < LOOK_MS) return;
  if (!row) [all, row] = [now, 2];
  const typed = new TypedRows(clientsIn(script));
  const last = typed.last();
  while (row && services.now() <= end) {
    const found = typed.firstNotJoined(row, last);
    if (found) complete([found, Math.min(found + ROWS - 1, last)], isFresh, script);
    row = found && found + ROWS <= last ? found + ROWS : 0;
  }
  const seen: Seen = { all, row };
  services.properties.setProperty(CLIENTS_SEEN, JSON.stringify(seen));
}

/** @param isMeant which of the rows were typed @returns false where no such rows are */
function complete(
  [top, bottom]: Rows,
  isMeant: (client: Client) => boolean,
  script: Script,
): boolean {
  return locked(
    script.services,
    () => {
      const sheet = clientsIn(script);
      const typed = new TypedRows(sheet);
      const length = Math.min(bottom, typed.last()) - top + 1;
      if (length < 1) return false;
      const tab = new ClientsTab(sheet, script.store[SEARCH_OVERLOOKS] !== undefined);
      const rows = Array.from({ length }, (_, at) => top + at);
      const clients = tab.readMany(rows).filter((client) => client.phone && isMeant(client));
      completeClients(clients, tab, typed, script);
      checkInviters(clients, tab, typed);
      return true;
    },
    PATIENCE_MS,
  );
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
  tab.readMany(keys.length ? tab.find(keys.map((key) => ({ key }))).people : []);
  const cells = {
    phones: new Map<number, Cell>(),
    codes: new Map<number, Cell>(),
    joined: new Map<number, Cell>(),
  };
  const [links, notes] = [new Map<number, Cell>(), new Map<number, string>()];
  for (const client of fresh) {
    const row = tab.rowOf(client);
    const why = whyNoClient(client, othersOf(client, tab));
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

/** Whether somebody lacks what the program gives everybody whom it adds. */
function isFresh({ code, joined }: Client): boolean {
  return !code || joined === null;
}

function clientsIn({ services, store }: Script) {
  return findTab(services.spreadsheet, 'Clients', tabIdsIn(store));
}
