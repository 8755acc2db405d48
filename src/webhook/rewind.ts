/**
 * An update that was cut off is shown the rows as they were before it wrote, and is decided as if it were new. What is
 * carried over are the names of its sendings, and which of them the provider has accepted.
 */
import type { Clock, Facts } from '../program/facts';
import { mayJoin, mayRegister } from '../program/intent';
import type { Client } from '../program/model';
import { refInNotice, whenSent } from '../program/notice';
import { keyOf } from '../program/people';
import type { Case } from './case';

/** What an update wrote before it was cut off. */
export interface Past {
  /** The sender's row, where this update made the referral; with the name of the notice's sending. */
  referral: { row: Client; ref: string } | null;
  /** Rows whose notice it had taken up for the telling; all under one name. */
  telling: { rows: Client[]; count: number; ref: string } | null;
}

/** A cell holds a time less exactly than a message. */
const SECOND_MS = 1000;

/** So long the cache and the provider's reports can tell whether a message went. */
const CERTAIN_MS = 6 * 60 * 60 * 1000;

/** Nothing was written before. */
export const NO_PAST: Past = { referral: null, telling: null };

/**
 * Tells what a case had written.
 *
 * @param named rows whose *Notice* names a sending of this update
 * @param finished those among them that are finished
 * @param unread how many more there are like them
 */
export function pastOf(
  named: Client[],
  finished: Client[],
  sender: Client | null,
  { intent }: Case,
  unread: number,
): Past {
  const rows = named.filter((row) => !finished.includes(row));
  const own = mayRegister(intent) ? rows.find((row) => row === sender) : undefined;
  // The newest first, as whoever waits is told.
  const others = rows.filter((row) => row !== own).reverse();
  const [first] = others;
  return {
    referral: own ? { row: own, ref: refInNotice(own.notice) } : null,
    telling: first
      ? { rows: others, count: others.length + unread, ref: refInNotice(first.notice) }
      : null,
  };
}

/** Whether a row was finished by an earlier delivery, before this one was kept. */
export function isOlder({ notice }: Client, { kept }: Case, clock: Clock): boolean {
  const sent = whenSent(notice);
  return sent !== '' && sent < clock.minute(kept.since);
}

/** The sender as they were: without the referral; null when the message put them into the base itself. */
export function senderBefore(sender: Client | null, { referral }: Past, one: Case): Client | null {
  if (!sender || !one.again) return sender;
  // A referral by another message of the same second stands.
  const isOwn = referral !== null || !sender.invitedBy;
  if (mayJoin(one.intent) && isOwn && Math.abs((sender.joined ?? 0) - one.update.at) < SECOND_MS)
    return null;
  return referral ? { ...sender, invitedBy: '', inviterName: '', notice: '' } : sender;
}

/** What the rules see of notices that were taken up: they wait still, unless their sending was accepted. */
export function waitingBefore({ telling }: Past, { kept }: Case): Facts['waiting'] | null {
  if (!telling) return null;
  const { rows, count, ref } = telling;
  return kept.accepted.includes(ref) ? { count: 0, rows: [] } : { count, rows };
}

/** Whether a client of a decision is the one in the row. */
export function isRow(client: Client, row: Client): boolean {
  return client === row || (keyOf(client) !== '' && keyOf(client) === keyOf(row));
}

/** It was cut off so long ago that neither the cache nor a report can tell any more whether its messages went. */
export function isUncertain({ again, kept }: Case, now: number): boolean {
  return again && kept.tries === 0 && now - kept.since > CERTAIN_MS;
}
