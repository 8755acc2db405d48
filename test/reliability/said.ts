/** What people type for the texts of a history, and what that asks for. */
import type { Business } from '../support/business';
import { HIDDEN, type Name, STRANGER, type Text } from './histories';
import type { Wish } from './model';

const STRANGERS_NUMBER = '447700900099';

/** What is typed; null when there is no such link yet. */
export function said(shop: Business, text: Text): string | null {
  if ('says' in text) return text.says;
  const { invitationOf, wording } = text;
  const key = invitationOf === STRANGER ? STRANGERS_NUMBER : keyOf(shop, invitationOf);
  if (key === null) return null;
  if (wording === 'broken') return 'You were recommended by 12 Hello';
  return wording === 'edited'
    ? `Hi! you were recomended by ${/^\d+$/.test(key) ? `+${key}` : key}, hello 🙂`
    : `You were recommended by ${key} Hello`;
}

/** The number, or the code in the link of somebody who has none to show. */
function keyOf(shop: Business, name: Name): string | null {
  const person = shop.known(name);
  if (name !== HIDDEN) return person.phone ?? null;
  const links = shop.whatsapp.chat(person.key).flatMap(({ link }) => link?.url ?? []);
  return /by%20([2-9a-z]{8})%20/.exec(links[0] ?? '')?.[1] ?? null;
}

/** What a text asks for. */
export function wishOf(text: Text): Wish {
  if ('says' in text) {
    const kinds = { Link: 'link', Stop: 'stop', Start: 'start' } as const;
    return { kind: text.says in kinds ? kinds[text.says as keyof typeof kinds] : 'other' };
  }
  return { kind: 'invitation', by: text.wording === 'broken' ? null : text.invitationOf };
}
