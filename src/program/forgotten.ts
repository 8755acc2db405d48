/**
 * Somebody who was forgotten. Their row stays without anything that tells who they are, under an id that only their own
 * number leads to: so that they are never written to, and nothing counts twice should they come back.
 */
import type { Clock } from './facts';
import type { Intent } from './intent';
import type { Client, Contact, Message } from './model';
import { idsOf } from './people';
import { canonicalPhone } from './phone';

const FORGOTTEN = 'forgotten:';

/** Said where the owner would put somebody back by hand. */
export const WAS_FORGOTTEN =
  'this person was forgotten. They are a client again as soon as they write “Link” or “Start” to you.';

/** The id in place of a number or an id. @param hash of it, with a secret */
export function forgottenId(hash: string): string {
  return FORGOTTEN + hash;
}

/** Whether a key stands for somebody who was forgotten. */
export function isForgottenId(key: string): boolean {
  return key.startsWith(FORGOTTEN);
}

/** Whether a row is one that is kept of somebody who was forgotten. */
export function isForgotten({ ids }: Pick<Client, 'ids'>): boolean {
  return ids.some(isForgottenId);
}

/**
 * What becomes of a row. *Invited by*, *Notice*, *Counts* and *Joined* stay: they are about the inviter, whose friends
 * and rewards are counted by them.
 *
 * @param ids what stands in place of their numbers and ids
 * @param token by which {@link isBack} knows the row again
 */
export function emptied(ids: string[], { now, minute }: Clock, token: string): Partial<Client> {
  return {
    name: '',
    lastMessage: null,
    note: `forgotten ${minute(now).slice(0, 10)} #${token}`,
    code: '',
    check: '',
    stopped: now,
    ids,
    phone: '',
  };
}

/** Whether a message brings somebody back: it asks for a link or for notices, or comes by an invitation. */
export function comesBack(message: Message, intent: Intent, row: Client): boolean {
  const asks = intent.kind === 'command' && /^(link|start)$/.test(intent.command);
  const isLater = message.at > (row.stopped ?? 0);
  return isLater && (asks || intent.kind === 'invitation');
}

/** Whether somebody has come back since that wish of theirs was fulfilled. */
export function isBack({ note, ids, stopped, lastMessage }: Client, token: string): boolean {
  if (isForgotten({ ids }) || !note.includes(` #${token}`)) return false;
  return stopped === null || (lastMessage ?? 0) > stopped;
}

/** What a row says of somebody who has come back. */
export function asBefore(from: Contact, code: string): Partial<Client> {
  return {
    name: from.name ?? '',
    code,
    ids: idsOf(from),
    phone: from.waId ? canonicalPhone(from.waId) : '',
  };
}
