/** Clients put into the base by hand, and the column *Link*. */
import type { Row } from '../program/base';
import { newCode } from '../program/codes';
import { WAS_FORGOTTEN } from '../program/forgotten';
import type { Client } from '../program/model';
import { cleanName } from '../program/names';
import type { Shown } from '../program/own-columns';
import { clientFrom, keyOf } from '../program/people';
import { canonicalKey, maskPhone, readPhone } from '../program/phone';
import { KeyIndex } from '../script/base';
import { anew, isInDatabase, type Opener, openClients, openIndex } from '../script/books';
import { forgottenAs } from '../script/forgetting/forgotten';
import { locked } from '../script/lock';
import type { Services } from '../script/services';
import { openClientsTab, sheetOf } from '../script/tabs';
import { writeColumn } from '../sheet/blocks';
import { textCell } from '../sheet/cells';
import { linkColumn } from '../sheet/link-column';
import { wire } from './referrals';
import type { Values, WireClient } from './wire';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Finds people by number or id and puts the new ones into the base; everyone has a code afterwards. */
export function addClients(
  services: Services,
  people: { key: string; name: string }[],
): { client: WireClient; added: boolean }[] {
  const opener = openerOf(services);
  const asForgotten = (some: string[]) => forgottenAs(some, opener.store, services);
  const keys = people.map(({ key }) => canonicalKey(key));
  const index = openIndex(() => [...keys, ...asForgotten(keys)], opener);
  const added = new Set<string>();
  const addNew = () => {
    index.update();
    added.clear();
    const book = openClients(opener);
    people.forEach(({ name }, at) => {
      const key = keys[at] ?? '';
      if (index.row(key) || added.has(key)) return;
      if (asForgotten([key]).some((id) => index.row(id))) {
        throw new Error(`${maskPhone(key)}: ${WAS_FORGOTTEN}`);
      }
      book.add(newClient(key, name, services));
      added.add(key);
    });
    book.save();
  };
  if (keys.some((key) => !index.row(key))) {
    locked(services, () => anew(addNew));
    index.update();
  }
  const rows = keys.map((key) => index.row(key));
  return withCodes(rows, opener).map((client, at) => ({
    client: wire(client, rows[at] ?? 0),
    added: added.has(keys[at] ?? ''),
  }));
}

/** They have not written yet: WhatsApp's own form of the number is not known, and the 24-hour window is closed. */
function newClient(phone: string, name: string, services: Services): Client {
  if (!readPhone(phone)) throw new Error('This client is no longer in the base.');
  const contact = { waId: phone, name: cleanName(name) };
  const client = clientFrom(contact, services.now(), newCode(services.random));
  return { ...client, lastMessage: null, ids: [] };
}

/** A client as they stand in the base, with a code. @throws Error when they are no longer there */
export function clientByKey(services: Services, key: string): Client {
  const opener = openerOf(services);
  const row = openClients(opener).rowOfKey(canonicalKey(String(key)));
  const [client] = row ? withCodes([row], opener) : [];
  if (!client) throw new Error('This client is no longer in the sheet.');
  return client;
}

/** What rows of the base show, each looked for when it is asked about. */
export function shownBy(services: Services): Shown {
  return (client, heading) => {
    const book = openClients(openerOf(services));
    const row = book.rowOfKey(keyOf(client));
    const [now] = row ? book.read([row]) : [];
    return now ? book.shown(now, heading) : '';
  };
}

function withCodes(rows: Row[], opener: Opener): Client[] {
  const clients = openClients(opener).read(rows);
  if (clients.every(({ code }) => code)) return clients;
  const { services } = opener;
  return locked(services, () =>
    anew(() => {
      const book = openClients(opener);
      const now = book.read(rows);
      for (const client of now) {
        if (!client.code) book.change(client, { code: newCode(services.random) });
      }
      book.save();
      return now;
    }),
  );
}

/**
 * Writes links into the column *Link* of the tab, which is made when it is not there; a row whose client is not meant
 * stays. Where the base is a database, links go to those of its people whom the tab shows.
 *
 * @param from the first row of the base that is meant
 */
export function writeLinks(services: Services, from: number, count: number, links: Values): number {
  const opener = openerOf(services);
  const sheet = sheetOf('Clients', opener);
  return locked(services, () => {
    if (isInDatabase(opener)) return writeShown(sheet, links);
    const clients = openClientsTab(opener).readFrom(from, count);
    if (!clients.length) return 0;
    const range = sheet.getRange(from, linkColumn(sheet), clients.length, 1);
    const before = range.getDisplayValues();
    let written = 0;
    const cells = clients.map((client, index) => {
      const link = links[keyOf(client)];
      if (link) written++;
      return [textCell(link ?? before[index]?.[0] ?? '')];
    });
    range.setNumberFormat('@').setValues(cells);
    return written;
  });
}

function writeShown(sheet: Sheet, links: Values): number {
  const index = new KeyIndex(sheet);
  const cells = Object.entries(links).flatMap(([key, link]): [number, string][] => {
    const row = index.row(key);
    return row ? [[row, textCell(link)]] : [];
  });
  if (!cells.length) return 0;
  const column = linkColumn(sheet);
  sheet.getRange(2, column, sheet.getMaxRows() - 1, 1).setNumberFormat('@');
  writeColumn(sheet, column, new Map(cells));
  return cells.length;
}

function openerOf(services: Services): Opener {
  return { services, store: services.properties.getProperties() };
}
