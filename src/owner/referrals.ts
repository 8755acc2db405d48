/** What the sidebar shows: the base in pages, and the row that is selected in the sheet. It never takes the lock. */
import type { ClientBook } from '../program/base';
import type { Client } from '../program/model';
import { sentenceIn } from '../program/notice';
import { keyOf } from '../program/people';
import { databaseOf, isInDatabase, openClients } from '../script/books';
import { leaveMark } from '../script/edit-marks';
import { WINDOW_EDITED } from '../script/properties';
import type { Services } from '../script/services';
import { openClientsTab, sheetOf } from '../script/tabs';
import { pin } from '../script/window/pins';
import { countsIn } from '../sql/overview';
import { problemCount } from './menu';
import { rewardsInUse } from './rewards-in-use';
import { sentInMonth } from './sent';
import type { Friends, Overview, Selection, WireClient } from './wire';

/** As many rows as the first screen needs for its newest weeks. */
const FIRST_PAGE = 1000;

/** A base of more rows than this is not read as a whole, where it can be searched in its database: so many are shown. */
const LARGE = 20_000;
const NEWEST = 5000;

/** Of somebody's friends so many are listed. */
const FRIENDS_LISTED = 500;

/** The first screen: how large the base is, and its newest rows. */
export function overview(services: Services): Overview {
  const opener = openerOf(services);
  const book = openClients(opener);
  const last = book.lastRow();
  const large = isInDatabase(opener) && last > LARGE;
  const count = large ? NEWEST : FIRST_PAGE;
  return {
    rows: Math.max(last - 1, 0),
    newest: wiresOf(book, book.readFrom(Math.max(last - count + 1, 2), count)),
    large: large ? countsIn(databaseOf(opener)) : null,
    timeZone: services.spreadsheet.getSpreadsheetTimeZone(),
    now: services.now(),
    problems: problemCount(services),
    sent: sentInMonth(services),
    rewards: rewardsInUse(services, opener.store),
  };
}

/** Some rows, from the 1-based row `from`; fewer when the base ends before. */
export function clientRows(services: Services, from: number, count: number): WireClient[] {
  const book = openClients(openerOf(services));
  return wiresOf(book, book.readFrom(from, count));
}

/** Whom a client has invited: how many, and the newest of them. */
export function friendsOf(services: Services, keys: string[]): Friends {
  const book = openClients(openerOf(services));
  const rows = book.findInvitees(keys);
  const newest = book.readMany(rows.slice(-FRIENDS_LISTED));
  return { count: rows.length, newest: wiresOf(book, newest) };
}

/** Which client the owner has selected. */
export function selection(services: Services, known: number): Selection {
  const opener = openerOf(services);
  const sheet = sheetOf('Clients', opener);
  const active = services.spreadsheet.getActiveSheet();
  const here = active.getSheetId() === sheet.getSheetId();
  const row = (here && active.getActiveRange()?.getRow()) || 0;
  if (row < 2 || row === known) return { row, client: null };
  const [there] = openClientsTab(opener).readFrom(row, 1);
  if (!there) return { row, client: null };
  const client = isInDatabase(opener) ? clientNow(openClients(opener), keyOf(there)) : null;
  return { row, client: client ?? wire(there, row) };
}

/** Selects a client's row, wherever it has moved in the meantime. */
export function showClient(services: Services, row: number, key: string): Selection {
  const opener = openerOf(services);
  const tab = openClientsTab(opener);
  const [there] = isInDatabase(opener) ? [] : tab.readFrom(row, 1);
  const now = there && keyOf(there) === key ? row : tab.rowOfKey(key);
  const client = isInDatabase(opener)
    ? clientNow(openClients(opener), key)
    : wiresOf(tab, tab.read(now ? [now] : []))[0];
  if (!client) throw new Error('This client is no longer in the sheet. Press Refresh.');
  const sheet = sheetOf('Clients', opener);
  sheet.activate();
  if (now) sheet.getRange(`${now}:${now}`).activate();
  else {
    pin([client[0] - 1], opener);
    leaveMark(WINDOW_EDITED, services);
  }
  return { row: now, client };
}

/** A client as the base has them; the tab may be a little behind. */
function clientNow(book: ClientBook, key: string): WireClient | undefined {
  const row = book.rowOfKey(key);
  return wiresOf(book, book.read(row ? [row] : []))[0];
}

function openerOf(services: Services) {
  return { services, store: services.properties.getProperties() };
}

function wiresOf(book: ClientBook, clients: Client[]): WireClient[] {
  return clients.map((client) => wire(client, book.rowOf(client)));
}

/** A client as the pages get it. */
export function wire(client: Client, row: number): WireClient {
  return [
    row,
    client.phone,
    client.name,
    client.invitedBy,
    client.inviterName,
    client.joined,
    client.lastMessage,
    sentenceIn(client.notice),
    client.code,
    client.ids.join(' '),
    client.stopped !== null,
  ];
}
