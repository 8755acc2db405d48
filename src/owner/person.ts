/** A person as the owner is asked about them by that person: everything that is kept, and that it goes. */
import type { ShownRows } from '../program/base';
import { isForgotten } from '../program/forgotten';
import type { Client, Contact } from '../program/model';
import { addressOf, keysOf } from '../program/people';
import { maskPhone } from '../program/phone';
import { openClients, openRewards } from '../script/books';
import type { Store } from '../script/properties';
import type { Services } from '../script/services';
import { ifMade, openCoupons, openPurchases, sheetOf } from '../script/tabs';
import { holding } from '../sheet/patterns';
import { shownRows } from '../sheet/shown-rows';
import { tracePattern } from '../sheet/traces';
import type { PersonTable } from './wire';

/** What else the script holds of people, by the beginning of its properties' names. */
const HOLDS_PEOPLE = /^(?:pending|unanswered)\./;

/** Of so many friends each is named; the others are counted. */
const FRIENDS_NAMED = 1000;

/**
 * Everything that is kept of somebody. Nothing is changed.
 *
 * @returns tables with something in them, each row as the sheet shows it
 * @throws Error when they are not in the base any more
 */
export function exportPerson(services: Services, key: string): PersonTable[] {
  const store = services.properties.getProperties();
  const opener = { services, store };
  const book = openClients(opener);
  const row = book.rowOfKey(key);
  const [client] = book.read(row ? [row] : []);
  if (!client) throw new Error('This client is no longer in the sheet. Press Refresh.');
  const zone = services.spreadsheet.getSpreadsheetTimeZone();
  const pattern = tracePattern(keysOf(client));
  const naming = book.naming(pattern);
  const others = naming.filter((one) => one !== row);
  const rewards = ifMade(() => openRewards(opener));
  const purchases = ifMade(() => openPurchases(opener));
  const coupons = ifMade(() => openCoupons(opener));
  const shown = (name: 'Purchases' | 'Coupons', rows: number[]): PersonTable => ({
    name,
    ...shownRows(sheetOf(name, opener), rows),
  });
  return [
    { name: 'Clients', ...book.asShown([row], zone) },
    friendsOf(book.readMany(book.findInvitees(keysOf(client))), services),
    rewards && { name: 'Rewards', ...rewards.asShown(pattern, zone) },
    purchases && shown('Purchases', purchases.find(['phone'], holding(pattern))),
    coupons && shown('Coupons', coupons.find(['usedBy'], holding(pattern))),
    others.length ? namedIn(book.asShown(others, zone)) : null,
    waitingIn(store, pattern),
  ].flatMap((table) => (table?.rows.length ? [table] : []));
}

/** Their friends are other people: they are named as *My referrals* names them. */
function friendsOf(friends: Client[], services: Services): PersonTable {
  const zone = services.spreadsheet.getSpreadsheetTimeZone();
  const day = (at: number | null) =>
    at === null ? '' : services.formatDate(at, zone, 'yyyy-MM-dd');
  return {
    name: `Friends who came through them: ${friends.length}`,
    headings: ['Name', 'Number', 'Joined', 'Counts'],
    rows: friends
      .slice(0, FRIENDS_NAMED)
      .map(({ name, phone, joined, counts }) => [
        name,
        phone && maskPhone(phone),
        day(joined),
        counts,
      ]),
  };
}

/** Of other people's rows only what names this one. */
function namedIn({ headings, rows }: ShownRows): PersonTable {
  const kept = ['Notice', 'Note', 'Check'];
  const columns = kept.map((heading) => headings.indexOf(heading)).filter((at) => at >= 0);
  return {
    name: 'In other people’s rows',
    headings: columns.map((at) => headings[at] ?? ''),
    rows: rows.map((cells) => columns.map((at) => cells[at] ?? '')),
  };
}

/** Messages that are not handled yet, as they came. */
function waitingIn(store: Store, pattern: string): PersonTable {
  const theirs = new RegExp(pattern, 'i');
  const held = Object.entries(store).filter(
    ([name, value]) => HOLDS_PEOPLE.test(name) && theirs.test(value),
  );
  return { name: 'Waiting messages', headings: ['In the script’s store', 'Text'], rows: held };
}

/**
 * Has somebody forgotten: it is kept before this call's answer, and done before it arrives, or by the trigger.
 *
 * @throws Error when they are not in the base any more
 */
export function forgetPerson(services: Services, key: string): null {
  const client = clientNow(services, key);
  if (!client) throw new Error('This client is no longer in the sheet. Press Refresh.');
  services.toForget.push(contactOf(client));
  return null;
}

/** Whether somebody is in the base under this key. */
export function isKnown(services: Services, key: string): boolean {
  return clientNow(services, key) !== null;
}

function clientNow(services: Services, key: string): Client | null {
  const book = openClients({ services, store: services.properties.getProperties() });
  const row = book.rowOfKey(key);
  const [client] = book.read(row ? [row] : []);
  return client && !isForgotten(client) ? client : null;
}

/** By all that they are known by. */
function contactOf(client: Client): Contact {
  const { name, phone } = client;
  const address = addressOf(client);
  return { ...address, ...(phone && { waId: address.waId || phone }), name };
}
