/** *Import people…*: a block of people is written into the base. Nobody is written to, and nobody who is there changes. */
import { newCode } from '../../program/codes';
import type { Client } from '../../program/model';
import { cleanName } from '../../program/names';
import { clientFrom } from '../../program/people';
import { canonicalKey, isPhone, readPhone } from '../../program/phone';
import { anew, openClients, openIndex } from '../../script/books';
import { forgottenAs } from '../../script/forgetting/forgotten';
import { locked } from '../../script/lock';
import { parsed } from '../../script/properties';
import type { Services } from '../../script/services';
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
  const opener = { services, store: services.properties.getProperties() };
  const phones = people.map(([number]) => canonicalKey(number));
  const asForgotten = (some: string[]) => forgottenAs(some, opener.store, services);
  const claims = people.map(([, , invitedBy]) => canonicalKey(invitedBy));
  const index = openIndex(() => [...phones, ...claims, ...asForgotten(phones)], opener);
  const note = `imported ${today(services)} ${batchTag(batch)}`;
  const write = (): Imported => {
    index.update();
    const done: Imported = { added: 0, known: 0, unreadable: 0, withoutInviter: 0 };
    const book = openClients(opener, ['Note']);
    const added = new Map<string, Client>();
    const inviters = new InvitersOfBlock(book, index, added, people);
    const isKnown = (phone: string) =>
      index.row(phone) > 0 || added.has(phone) || asForgotten([phone]).some((id) => index.row(id));
    people.forEach(([, name, invitedBy], at) => {
      const phone = phones[at] ?? '';
      if (!isPhone(phone) || !readPhone(phone)) done.unreadable++;
      else if (isKnown(phone)) done.known++;
      else {
        const client = newcomer(phone, cleanName(name), note, services);
        if (!inviters.tie(client, invitedBy)) done.withoutInviter++;
        added.set(phone, client);
        book.add(client);
      }
    });
    book.save();
    done.added = added.size;
    noteImport(batch, added.size, services);
    return done;
  };
  return locked(services, () => anew(write));
}

/**
 * Those among some numbers who are in the base, in the order of their rows.
 *
 * @param phones canonical
 */
export function knownPhones(services: Services, phones: string[]): string[] {
  const opener = { services, store: services.properties.getProperties() };
  const index = openIndex(() => phones, opener);
  return phones.filter((phone) => index.row(phone)).sort((a, b) => index.row(a) - index.row(b));
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
