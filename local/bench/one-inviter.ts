/** One inviter whose link goes round: a new referral every second, five minutes long. */
import { invitation } from './events';
import type { Shop } from './shop';

export interface OneInviter {
  referrals: number;
  /** Service calls for a message: for the first one, for the middle one of all, and the most for any. */
  calls: { first: number; median: number; most: number };
  /** Notices to the inviter, who is told of several in one. */
  notices: number;
  /** From the last referral until the inviter has been told of all, in milliseconds. */
  toldAfterMs: number;
}

const SECOND = 1 / 60;
/** Longer than a telling can take, in minutes. */
const PATIENCE = 15;

export function oneInviter(shop: Shop, referrals = 300): OneInviter {
  shop.rest();
  const before = shop.heard(shop.usual);
  const calls: number[] = [];
  for (let n = 0; n < referrals; n++) {
    const [post] = shop.deliver([invitation(shop, shop.usual)]);
    const counts = Object.values(post?.execution.calls ?? {});
    calls.push(counts.reduce((sum, count) => sum + count, 0));
    shop.wait(SECOND);
    if (n % 60 === 59) shop.minutes(0);
  }
  const last = shop.now;
  while (shop.untold() > 0) {
    if (shop.now > last + PATIENCE * 60_000) throw new Error('The inviter was never told of all.');
    shop.minutes(1);
  }
  return {
    referrals,
    calls: { first: calls[0] ?? 0, median: median(calls), most: Math.max(...calls) },
    notices: shop.heard(shop.usual) - before,
    toldAfterMs: shop.now - last,
  };
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
