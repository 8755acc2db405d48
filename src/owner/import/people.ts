/** *Import people…*: a block of people is written into the base. Nobody is written to, and nobody who is there changes. */
import { newCode } from '../../program/codes';
import type { Client } from '../../program/model';
import { cleanName } from '../../program/names';
import { clientFrom } from '../../program/people';
import { isPhone, readPhone } from '../../program/phone';
import { canonicalKey, clientsSheet, KeyIndex } from '../../script/base';
import { forgottenAs } from '../../script/forgetting/forgotten';
import { locked } from '../../script/lock';
import { parsed } from '../../script/properties';
import type { Services } from '../../script/services';
import { ClientsTab } from '../../sheet/clients';
import type { Imported, LastImport, Listed } from '../wire';
import { InvitersOfBlock } from './inviters';

/** In Script Properties: the last import, so that it can be undone; JSON of {@link LastImport}. */
export const LAST_IMPORT = 'import.last';

/** How the *Note* of everybody of a batch ends, or goes on: by it they are found again. */
export function batchTag(batch: string): string {
  return `#i${batch}`;
}

/**
 * Puts those into the base who are not there yet. An inviter has to be in the base or in the block before their friend.
 *
 * @param batch what all blocks of one import are called: letters and digits
 * @throws Error when the name of the batch is none, {Busy} when the lock is not to be had
 */
export function importPeople(services: Services, batch: string, people: Listed[]): Imported {
  if (!/^[0-9a-z]{1,20}$/.test(batch)) throw new Error('This import has no name: open it again.');
  const sheet = clientsSheet(services);
  const index = new KeyIndex(sheet);
  const store = services.properties.getProperties();
  const wasForgotten = (phone: string) =>
    forgottenAs([phone], store, services).some((id) => index.row(id) > 0);
  const done: Imported = { added: 0, known: 0, unreadable: 0, withoutInviter: 0 };
  const note = `imported ${today(services)} ${batchTag(batch)}`;
  return locked(services, () => {
    index.update();
    const tab = new ClientsTab(sheet, false, ['Note']);
    const added = new Map<string, Client>();
    const inviters = new InvitersOfBlock(tab, index, added, people);
    for (const [number, name, invitedBy] of people) {
      const phone = canonicalKey(number);
      if (!isPhone(phone) || !readPhone(phone)) done.unreadable++;
      else if (index.row(phone) || added.has(phone) || wasForgotten(phone)) done.known++;
      else {
        const client = newcomer(phone, cleanName(name), note, services);
        if (!inviters.tie(client, invitedBy)) done.withoutInviter++;
        added.set(phone, client);
        tab.add(client);
      }
    }
    tab.save();
    done.added = added.size;
    noteImport(batch, added.size, services);
    return done;
  });
}

/** The last import; null when there is none that could be undone. */
export function lastImport({ properties }: Services): LastImport | null {
  return parsed<LastImport>(properties.getProperty(LAST_IMPORT) ?? undefined);
}

function noteImport(batch: string, added: number, services: Services): void {
  const before = lastImport(services);
  const count = (before?.batch === batch ? before.count : 0) + added;
  if (!count) return;
  const noted: LastImport = { batch, at: services.now(), count };
  services.properties.setProperty(LAST_IMPORT, JSON.stringify(noted));
}

/** They have not written yet: the 24-hour window is closed, and WhatsApp's own form of the number is not known. */
function newcomer(phone: string, name: string, note: string, services: Services): Client {
  const client = clientFrom({ waId: phone, name }, services.now(), newCode(services.random));
  return { ...client, lastMessage: null, ids: [], note };
}

function today(services: Services): string {
  const zone = services.spreadsheet.getSpreadsheetTimeZone();
  return services.formatDate(services.now(), zone, 'yyyy-MM-dd');
}
