/** Who a webhook is from. */
import type { Card, Contact } from '../program/model';
import { cleanName } from '../program/names';
import { readPhone } from '../program/phone';

/**
 * @param ids what may be a number in WhatsApp's form, or the id of somebody who hides theirs: a business-scoped one,
 * or WhatsApp's own `…@lid`; or a Telegram user's number behind `tg:`
 * @returns null when none of them is an id
 */
export function contactFrom(ids: (string | undefined)[], name: string | undefined): Contact | null {
  const waId = ids.find((id) => /^\d{5,20}$/.test(id ?? ''));
  const userId = ids.find((id) => /^([a-z]{2}\.[\w.]{1,130}|\d+@lid|tg:\d{1,16})$/i.test(id ?? ''));
  const clean = cleanName(name ?? '');
  return waId || userId
    ? { ...(waId && { waId }), ...(userId && { userId }), ...(clean && { name: clean }) }
    : null;
}

/**
 * Whom a shared contact card is about.
 *
 * @param keys what may be their number or their id, the surest first; numbers as people write them internationally
 * @returns nothing where the card names nobody who could be found
 */
export function cardFrom(keys: (string | undefined)[], name: string): { card?: Card } {
  const key = keys
    .map((one = '') => (/^tg:\d{1,16}$/.test(one) ? one : readPhone(one)))
    .find((one) => one !== null);
  return key ? { card: { key, name: cleanName(name) } } : {};
}
