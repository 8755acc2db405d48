/** What the sidebar shows: the base in pages, and the row that is selected in the sheet. It never takes the lock. */
import type { Client } from '../program/model';
import { sentenceIn } from '../program/notice';
import { keyOf } from '../program/people';
import { clientsSheet, readRows, rowOfKey, rowsOf } from '../script/base';
import type { Services } from '../script/services';
import { ClientsTab } from '../sheet/clients';
import { problemCount } from './menu';
import { rewardsInUse } from './rewards-in-use';
import { sentInMonth } from './sent';
import type { Overview, Selection, WireClient } from './wire';

/** As many rows as the first screen needs for its newest weeks. */
const FIRST_PAGE = 1000;

/** The first screen: how large the base is, and its newest rows. */
export function overview(services: Services): Overview {
  const last = clientsSheet(services).getLastRow();
  return {
    rows: Math.max(last - 1, 0),
    newest: clientRows(services, Math.max(last - FIRST_PAGE + 1, 2), FIRST_PAGE),
    timeZone: services.spreadsheet.getSpreadsheetTimeZone(),
    now: services.now(),
    problems: problemCount(services),
    sent: sentInMonth(services),
    rewards: rewardsInUse(services, services.properties.getProperties()),
  };
}

/** Some rows, from the 1-based row `from`; fewer when the tab ends before. */
export function clientRows(services: Services, from: number, count: number): WireClient[] {
  const sheet = clientsSheet(services);
  const rows = rowsOf(sheet, from, count);
  if (!rows.length) return [];
  return readRows(new ClientsTab(sheet), rows).map((client, index) => wire(client, from + index));
}

/** Which client the owner has selected. */
export function selection(services: Services, known: number): Selection {
  const sheet = clientsSheet(services);
  const active = services.spreadsheet.getActiveSheet();
  const here = active.getSheetId() === sheet.getSheetId();
  const row = (here && active.getActiveRange()?.getRow()) || 0;
  const client = row > 1 && row !== known ? clientRows(services, row, 1)[0] : null;
  return { row, client: client ?? null };
}

/** Selects a client's row, wherever it has moved in the meantime. */
export function showClient(services: Services, row: number, key: string): Selection {
  const sheet = clientsSheet(services);
  const tab = new ClientsTab(sheet);
  const there = rowsOf(sheet, row, 1);
  const now = tab.read(there).some((client) => keyOf(client) === key) ? row : rowOfKey(tab, key);
  const [client] = tab.read(now ? [now] : []);
  if (!client) throw new Error('This client is no longer in the sheet. Press Refresh.');
  sheet.activate();
  sheet.getRange(`${now}:${now}`).activate();
  return { row: now, client: wire(client, now) };
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
