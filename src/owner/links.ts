/** Clients put into the base by hand, and the column *Link*. */
import { newCode } from '../program/codes';
import { WAS_FORGOTTEN } from '../program/forgotten';
import type { Client } from '../program/model';
import { cleanName } from '../program/names';
import type { Shown } from '../program/own-columns';
import { clientFrom, keyOf } from '../program/people';
import { maskPhone, readPhone } from '../program/phone';
import { canonicalKey, clientsSheet, KeyIndex, readRows, rowOfKey, rowsOf } from '../script/base';
import { forgottenAs } from '../script/forgetting/forgotten';
import { locked } from '../script/lock';
import type { Services } from '../script/services';
import { textCell } from '../sheet/cells';
import { ClientsTab } from '../sheet/clients';
import { linkColumn } from '../sheet/link-column';
import { wire } from './referrals';
import type { Values, WireClient } from './wire';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Finds people by number or id and puts the new ones into the base; everyone has a code afterwards. */
export function addClients(
  services: Services,
  people: { key: string; name: string }[],
): { client: WireClient; added: boolean }[] {
  const sheet = clientsSheet(services);
  const keys = people.map(({ key }) => canonicalKey(key));
  const index = new KeyIndex(sheet);
  const added = new Set<string>();
  if (keys.some((key) => !index.row(key))) {
    const store = services.properties.getProperties();
    locked(services, () => {
      index.update();
      const tab = new ClientsTab(sheet);
      people.forEach(({ name }, at) => {
        const key = keys[at] ?? '';
        if (index.row(key) || added.has(key)) return;
        if (forgottenAs([key], store, services).some((id) => index.row(id))) {
          throw new Error(`${maskPhone(key)}: ${WAS_FORGOTTEN}`);
        }
        tab.add(newClient(key, name, services));
        added.add(key);
      });
      tab.save();
    });
    index.update();
  }
  const rows = keys.map((key) => index.row(key));
  return withCodes(sheet, rows, services).map((client, at) => ({
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
  const sheet = clientsSheet(services);
  const row = rowOfKey(new ClientsTab(sheet), canonicalKey(String(key)));
  const [client] = row ? withCodes(sheet, [row], services) : [];
  if (!client) throw new Error('This client is no longer in the sheet.');
  return client;
}

/** What rows of the base show, each looked for when it is asked about. */
export function shownBy(services: Services): Shown {
  return (client, heading) => {
    const tab = new ClientsTab(clientsSheet(services));
    const row = rowOfKey(tab, keyOf(client));
    const [now] = row ? tab.read([row]) : [];
    return now ? tab.shown(now, heading) : '';
  };
}

function withCodes(sheet: Sheet, rows: number[], services: Services): Client[] {
  const clients = new ClientsTab(sheet).read(rows);
  if (clients.every(({ code }) => code)) return clients;
  return locked(services, () => {
    const tab = new ClientsTab(sheet);
    const now = tab.read(rows);
    for (const client of now) {
      if (!client.code) tab.change(client, { code: newCode(services.random) });
    }
    tab.save();
    return now;
  });
}

/** Writes links into the column *Link*, which is made when it is not there; a row whose client is not meant stays. */
export function writeLinks(services: Services, from: number, count: number, links: Values): number {
  const sheet = clientsSheet(services);
  return locked(services, () => {
    const rows = rowsOf(sheet, from, count);
    if (!rows.length) return 0;
    const range = sheet.getRange(from, linkColumn(sheet), rows.length, 1);
    const before = range.getDisplayValues();
    let written = 0;
    const cells = readRows(new ClientsTab(sheet), rows).map((client, index) => {
      const link = links[keyOf(client)];
      if (link) written++;
      return [textCell(link ?? before[index]?.[0] ?? '')];
    });
    range.setNumberFormat('@').setValues(cells);
    return written;
  });
}
