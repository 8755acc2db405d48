/**
 * What makes a referral look unusual, in words for the owner: the column *Check*. It blocks nothing: the rewards are
 * flagged until the owner has looked. Clients are never told.
 */

import type { Client } from '../model';
import { isTelegramId } from '../phone';
import { plainText } from '../text';
import type { FlagLimits } from './model';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** So long after joining somebody should have written once more. */
const SILENT_MS = 7 * DAY_MS;

/** What is written while somebody joins: the welcome's button, a question. */
const JOINING_MS = 10 * 60 * 1000;

/** So soon after the inviter wrote, for example to ask for the link, somebody seldom joins by it. */
const AT_ONCE_MS = 60 * 1000;

/**
 * What is unusual about a referral that was just registered.
 *
 * @param siblings the inviter's newest other friends
 * @returns '' when nothing is
 */
export function evidenceOf(
  friend: Client,
  inviter: Client | null,
  siblings: Client[],
  limits: FlagLimits,
): string {
  const within = (ms: number) => 1 + siblings.filter((one) => isWithin(one, friend, ms)).length;
  const others = [...(inviter ? [inviter] : []), ...siblings];
  const [hour, day] = [within(HOUR_MS), within(DAY_MS)];
  const sameName = others.find((one) => isSameName(one.name, friend.name));
  const nextTo = others.find((one) => isNeighbour(one.phone, friend.phone));
  return [
    friend.check,
    // At Telegram nobody shows one.
    !friend.phone && !friend.ids.some(isTelegramId) && 'hidden number',
    limits.perHour > 0 && hour > limits.perHour && `${hour} friends of one inviter within an hour`,
    limits.perDay > 0 && day > limits.perDay && `${day} friends of one inviter within a day`,
    nextTo && `a number next to ${nextTo === inviter ? 'the inviter’s' : nextTo.phone}`,
    sameName &&
      `the same name as ${sameName === inviter ? 'the inviter' : sameName.phone || 'another friend'}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** What can only be seen while somebody joins: ''  when nothing is unusual. */
export function evidenceAtOnce(joined: number, inviter: Client): string {
  const after = joined - (inviter.lastMessage ?? Number.NEGATIVE_INFINITY);
  return after >= 0 && after < AT_ONCE_MS
    ? 'joined within a minute of a message of the inviter'
    : '';
}

/** Whether somebody has not written again since they joined, and should have by now. */
export function neverWroteAgain({ joined, lastMessage }: Client, now: number): boolean {
  if (joined === null || now - joined < SILENT_MS) return false;
  return (lastMessage ?? joined) - joined < JOINING_MS;
}

/** How *Check* says that. */
export const NEVER_WROTE = 'never wrote again';

function isWithin(sibling: Client, friend: Client, ms: number): boolean {
  if (sibling.joined === null || friend.joined === null) return false;
  return Math.abs(friend.joined - sibling.joined) < ms;
}

function isSameName(one: string, other: string): boolean {
  const name = plainText(one).trim();
  return name !== '' && name === plainText(other).trim();
}

/** Numbers that were bought together differ in their last two digits only. */
function isNeighbour(one: string, other: string): boolean {
  return (
    one !== other &&
    one.length > 6 &&
    one.length === other.length &&
    one.slice(0, -2) === other.slice(0, -2)
  );
}
