/** Staff write purchases to the bot: “bought +44 7700 900142 12.50 haircut”. */
import type { Contact } from '../model';
import { canonicalPhone, isPhone, readPhone, readWho } from '../phone';
import type { Settings } from '../settings';
import { plainText } from '../text';
import { readAmount } from './amount';

/** A purchase as somebody of the staff wrote it. */
export interface Sale {
  /** Digits, or a Telegram user's key. */
  phone: string;
  /** As written; '' where there is none. */
  amount: string;
  what: string;
}

/** With fewer digits than this a number that is written in groups is not finished yet. */
const FULL_NUMBER = 10;

/** Whether purchases may be written from this number, or by this Telegram user. */
export function isStaff({ waId, userId = '' }: Contact, { terms }: Settings): boolean {
  return terms.staff.includes(waId === undefined ? userId : canonicalPhone(waId));
}

/**
 * Takes a sale apart.
 *
 * @param words with one of which it begins
 * @returns null when it is none
 */
export function readSale(text: string, words: string[]): Sale | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  const word = [...words]
    .sort((a, b) => b.length - a.length)
    .find((one) => plainText(typed).startsWith(`${plainText(one)} `));
  if (!word) return null;
  const parts = typed.split(' ').slice(word.trim().split(/\s+/).length);
  const length = lengthOfPhone(parts);
  const named = parts.slice(0, length).join(' ').replace(/,$/, '');
  const phone = readPhone(named) ?? readWho(named);
  if (!phone) return null;
  const [first = '', ...others] = parts.slice(length);
  const amount = readAmount(first) === null ? '' : first;
  const what = (amount ? others : [first, ...others]).join(' ');
  return { phone, amount, what };
}

/** How many of the parts are the phone: as many as make a whole number, no more. */
function lengthOfPhone(parts: string[]): number {
  for (let length = 1; length <= parts.length; length++) {
    const phone = readPhone(parts.slice(0, length).join(' ').replace(/,$/, ''));
    const isClosed = parts[length - 1]?.endsWith(',') || length === parts.length;
    if (phone && (phone.length >= FULL_NUMBER || isClosed)) return length;
  }
  return 1;
}

/** The answer to whoever wrote it, in the words of the tab *Purchases*. */
export function saleAnswer({ phone, amount }: Sale, result: string): string {
  return `${[isPhone(phone) ? `+${phone}` : phone, amount].filter(Boolean).join(' · ')}: ${result}`;
}
