/**
 * A person of the business is talking with somebody: for half an hour the bot offers nothing in that chat. The cache
 * remembers it, in calls that are made anyway.
 */
import type { Contact, Received } from '../program/model';
import { canonicalPhone } from '../program/phone';

/** So long after the owner's last message the bot keeps out. */
const TALKING_MS = 30 * 60 * 1000;

/** Where the cache has when somebody was last written to: WhatsApp may name them by either id. */
export function talkingKeys({ waId, userId }: Contact): string[] {
  const ids = [waId && canonicalPhone(waId), userId];
  return ids.flatMap((id) => (id ? [`talking.${id}`] : []));
}

/** What the cache has to remember of the owner's messages; they may come out of order, and by a clock that is ahead. */
export function talkingMarks(
  received: Received[],
  cached: Record<string, unknown>,
  now: number,
): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const one of received) {
    if (one.kind !== 'echo') continue;
    for (const key of talkingKeys(one.to)) {
      const before = Number(marks[key] ?? cached[key] ?? 0);
      marks[key] = String(Math.max(before, Math.min(one.at, now)));
    }
  }
  return marks;
}

/** Whether somebody of the business has written to this person lately. */
export function isTalking(from: Contact, cached: Record<string, unknown>, now: number): boolean {
  return talkingKeys(from).some((key) => now - Number(cached[key] ?? 0) < TALKING_MS);
}
