/** How people of the base and of WhatsApp are told apart, named and addressed. */
import type { Address, Client, Contact } from './model';
import { nameForOthers } from './names';
import { canonicalPhone, isPhone, maskPhone } from './phone';

/** The value that stands for a client in other rows: the phone, or the id of someone without a visible one. */
export function keyOf(client: Client): string {
  return client.phone || client.ids[0] || '';
}

/** Under which keys other rows may name somebody. */
export function keysOfContact({ waId, userId }: Contact): string[] {
  return [waId ? canonicalPhone(waId) : '', userId ?? ''].filter(Boolean);
}

/** Whoever has this number or id. */
export function contactBy(key: string): Contact {
  return isPhone(key) ? { waId: key } : { userId: key };
}

/** Under which keys other rows may name a client. */
export function keysOf(client: Client): string[] {
  return [client.phone, ...client.ids].filter(Boolean);
}

/** Whether a row of the base is about this contact. */
export function isSamePerson(client: Client, contact: Contact): boolean {
  return (
    (!!contact.waId && client.phone === canonicalPhone(contact.waId)) ||
    (!!contact.userId && client.ids.includes(contact.userId))
  );
}

/** Whether a key found in a row ("Invited by") means this client. */
export function isKeyOf(key: string, client: Client): boolean {
  return key !== '' && (canonicalPhone(key) === client.phone || client.ids.includes(key));
}

/** Whether a client was invited by a person, directly or through others. @param find anybody by a number or an id */
export function descendsFrom(
  client: Client,
  person: Client,
  find: (key: string) => Client | null,
): boolean {
  const seen = new Set<Client>();
  let current: Client | null = client;
  while (current?.invitedBy && !seen.has(current)) {
    if (isKeyOf(current.invitedBy, person)) return true;
    seen.add(current);
    current = find(current.invitedBy);
  }
  return false;
}

/** What the provider calls this contact: every id that is known. */
export function idsOf(contact: Contact): string[] {
  return [contact.waId, contact.userId].filter((id) => id !== undefined);
}

/**
 * Where a client of the base is written to: by the number as WhatsApp wrote it, else by the id. A row with an id alone
 * had its number taken away by WhatsApp: the one in *Phone* may be somebody else's by now.
 */
export function addressOf(client: Pick<Client, 'phone' | 'ids'>): Address {
  const userId = client.ids.find((id) => !isPhone(id));
  const waId = client.ids.find(isPhone) ?? (userId ? '' : client.phone);
  return { ...(waId && { waId }), ...(userId && { userId }) };
}

/** A name to show to somebody: the name where it is one, else the masked number, else `nameless`. */
export function shownName(client: { name: string; phone: string }, nameless: string): string {
  return nameForOthers(client.name) || (client.phone ? maskPhone(client.phone) : nameless);
}

/** A client as the first message makes them known. */
export function clientFrom(contact: Contact, at: number, code: string): Client {
  return {
    phone: contact.waId ? canonicalPhone(contact.waId) : '',
    name: contact.name ?? '',
    invitedBy: '',
    inviterName: '',
    joined: at,
    lastMessage: at,
    notice: '',
    note: '',
    code,
    ids: idsOf(contact),
    stopped: null,
    counts: '',
    check: '',
  };
}
