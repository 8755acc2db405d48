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

/** What is written while somebody joins: the welcome's button, a question. */
const JOINING_MS = 10 * 60 * 1000;

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
  const sameName = limits.sameName && others.find((one) => isSameName(one.name, friend.name));
  const nextTo = others.find((one) => isNeighbour(one.phone, friend.phone, limits.digits));
  return [
    friend.check,
    // At Telegram nobody shows one.
    limits.hidden && !friend.phone && !friend.ids.some(isTelegramId) && 'hidden number',
    limits.perHour > 0 && hour > limits.perHour && `${hour} friends of one inviter within an hour`,
    limits.perDay > 0 && day > limits.perDay && `${day} friends of one inviter within a day`,
    nextTo && `a number next to ${nextTo === inviter ? 'the inviter’s' : nextTo.phone}`,
    sameName &&
      `the same name as ${sameName === inviter ? 'the inviter' : sameName.phone || 'another friend'}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/**
 * What can only be seen while somebody joins: so soon after the inviter wrote, for example to ask for the link, somebody
 * seldom joins by it.
 *
 * @returns '' when nothing is unusual
 */
export function evidenceAtOnce(joined: number, inviter: Client, { seconds }: FlagLimits): string {
  const after = joined - (inviter.lastMessage ?? Number.NEGATIVE_INFINITY);
  if (after < 0 || after >= seconds * 1000) return '';
  const soon = seconds === 60 ? 'a minute' : `${seconds} seconds`;
  return `joined within ${soon} of a message of the inviter`;
}

/** Whether somebody has not written again since they joined, and should have by now. */
export function neverWroteAgain(
  { joined, lastMessage }: Client,
  now: number,
  { silentDays }: FlagLimits,
): boolean {
  if (!silentDays || joined === null || now - joined < silentDays * DAY_MS) return false;
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

/** Numbers that were bought together differ in their last digits only. */
function isNeighbour(one: string, other: string, digits: number): boolean {
  return (
    digits > 0 &&
    one !== other &&
    one.length > digits + 4 &&
    one.length === other.length &&
    one.slice(0, -digits) === other.slice(0, -digits)
  );
}
