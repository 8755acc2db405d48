/** A row of *Purchases*: what it says, and what it comes to. Every row is answered in its *Result*. */
import type { Clock } from '../facts';
import { isForgottenId } from '../forgotten';
import { readWho } from '../phone';
import { readAmount } from './amount';
import { count, takeBack, unsettled } from './counting';
import { countsSince, isCounted, whyNot } from './counts';
import { dayIn } from './ledger';
import type { Purchase, Settled, Standing, Terms } from './model';

/** Stands in *Result* while a row is being worked on: should that be cut off, the row is taken up again. */
export const BEGUN = 'counting…';

/** Stands in *Result* of a purchase that is noted at the counter, until it is counted in the next moment. */
export const NOTED = 'noted…';

/** The answer to a row whose number nobody can read. */
export const NOT_A_NUMBER = 'number not readable';

/** Whether a row still waits for its answer. */
export function isUnanswered(result: string): boolean {
  return result === '' || result.startsWith(BEGUN) || result.startsWith(NOTED);
}

/** Whether somebody has begun to count a row, and was cut off. */
export function wasBegun({ result }: Purchase): boolean {
  return result.startsWith(BEGUN);
}

/** Behind the result of a purchase that came as a message stands which one it was: “ #k3jx9.p0”; '' for another. */
export function refOfSale(result: string): string {
  return / #[0-9a-z]+\.p\d+$/.exec(result)?.[0] ?? '';
}

/** Whoever bought, by their canonical number or Telegram key; null when it cannot be read. */
export function buyerOf({ phone }: Purchase): string | null {
  return readWho(phone);
}

/**
 * Decides about one purchase; the first rule that fits applies. docs/rewards.md shows them as a table.
 *
 * @param standing the buyer as a friend; null when the buyer is not in the base
 */
export function settlePurchase(
  purchase: Purchase,
  standing: Standing | null,
  terms: Terms,
  clock: Clock,
): Settled {
  const amount = readAmount(purchase.amount);
  const at = purchase.date ?? clock.now;
  if (isForgottenId(purchase.phone)) return unsettled('forgotten');
  if (buyerOf(purchase) === null) return unsettled(NOT_A_NUMBER);
  if (purchase.amount !== '' && amount === null) return unsettled('amount not readable');
  if (!standing) return unsettled('not a client');
  const { friend } = standing;
  if (!friend.invitedBy) return unsettled('no inviter');
  if (amount !== null && amount < 0) return returned(standing, clock);
  if (isCounted(friend.counts)) return unsettled('counted before');
  const why = whyItCannot(amount, at, standing, terms, clock);
  if (why) return unsettled(why);
  const day = dayIn(at, clock);
  const settled = count(
    standing,
    countsSince('bought', day),
    reasonOf(purchase, day),
    terms,
    clock,
  );
  settled.result = resultOf(settled, standing);
  return settled;
}

function whyItCannot(
  amount: number | null,
  at: number,
  { friend }: Standing,
  terms: Terms,
  clock: Clock,
): string {
  if (friend.joined !== null && dayIn(at, clock) < dayIn(friend.joined, clock)) {
    return 'before they joined';
  }
  if (whyNot(friend.counts)) return `does not count: ${whyNot(friend.counts)}`;
  if (friend.joined !== null && !joinedInTime(dayIn(friend.joined, clock), terms)) {
    return 'does not count: they joined outside the days of the program';
  }
  if (terms.countsWhen === 'said') return 'noted; the referral waits for your word';
  if (terms.countsWhen === 'joined') return 'noted; the referral counts without a purchase';
  if (terms.smallestPurchase > 0 && amount === null) return 'amount missing';
  return amount !== null && amount < terms.smallestPurchase ? 'below the minimum' : '';
}

/** A pause is no reason: it is noted in *Counts* when somebody joins. */
function joinedInTime(day: string, { runsFrom, runsUntil }: Terms): boolean {
  return day >= runsFrom && (runsUntil === '' || day <= runsUntil);
}

function returned(standing: Standing, clock: Clock): Settled {
  return isCounted(standing.friend.counts)
    ? takeBack(standing, clock)
    : unsettled('nothing to take back');
}

/** For *Why*: “bought for 12.50 on 2026-12-02, haircut”. What stands there in quotation marks is for the client alone. */
function reasonOf({ amount, what }: Purchase, day: string): string {
  const unquoted = what.replace(/[\u201c\u201d"\u201e\u00ab\u00bb]/g, "'");
  return [`bought ${amount && `for ${amount} `}on ${day}`, unquoted].filter(Boolean).join(', ');
}

function resultOf(settled: Settled, { friend, inviter }: Standing): string {
  const rewards = [...settled.added, ...settled.changed.map(({ set }) => set)];
  const name = inviter?.name || friend.inviterName || friend.invitedBy;
  const limit = rewards.find(({ state, why }) => state === 'refused' && why)?.why;
  const flagged = rewards.some(({ state }) => state === 'flagged');
  return [`counts for ${name}`, limit, flagged && 'flagged: look at Rewards']
    .filter(Boolean)
    .join('; ');
}
