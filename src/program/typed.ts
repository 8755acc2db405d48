/** What the owner types into the base by hand: why a number makes nobody a client, and why somebody is no inviter. */

import { WAS_FORGOTTEN } from './forgotten';
import type { Client } from './model';
import { descendsFrom, isKeyOf } from './people';
import { isPhone } from './phone';

/** How the notes of the program's begin: the owner's own are left alone. */
const OURS = /^(?:Not a client yet|Not a possible inviter): /;

/** Whether a cell's note may be replaced. */
export function isOurNote(note: string): boolean {
  return note === '' || OURS.test(note);
}

/**
 * @param others everybody else with the same number, by their rows
 * @param forgotten whether whoever has this number was forgotten
 * @returns '' where nothing is wrong
 */
export function whyNoClient({ phone }: Client, others: number[], forgotten: boolean): string {
  if (forgotten) return `Not a client yet: ${WAS_FORGOTTEN}`;
  const [row] = others;
  if (!isPhone(phone)) {
    return 'Not a client yet: this is not a phone number. Begin with + and the country code, as in +44 7700 900123.';
  }
  return row ? `Not a client yet: row ${row} has the same number. Delete one of the two rows.` : '';
}

/**
 * @param inviter whose number or id stands in *Invited by*; null for nobody
 * @param find anybody else by a number or an id
 * @returns '' where nothing is wrong
 */
export function whyNoInviter(
  client: Client,
  inviter: Client | null,
  find: (key: string) => Client | null,
): string {
  if (isKeyOf(client.invitedBy, client)) {
    return 'Not a possible inviter: nobody invites themselves.';
  }
  if (!inviter) {
    return 'Not a possible inviter: nobody in this tab has this number. Write it with the country code, or add them first.';
  }
  return descendsFrom(inviter, client, find)
    ? 'Not a possible inviter: they were invited by this very client, directly or through others.'
    : '';
}
