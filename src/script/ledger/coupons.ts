/** Gives coupons to the rewards that are ready for one, as far as the stock goes. */
import { handOut } from '../../program/rewards/changes';
import { isCoupon } from '../../program/rewards/ledger';
import type { LedgerDesk } from './desk';

/** So many codes are given in one go. */
const AT_ONCE = 100;

/**
 * Gives coupons to those among the rewards that the desk knows; where none is ready for one this costs nothing.
 *
 * @returns whether there may be more
 */
export function giveCoupons(desk: LedgerDesk): boolean {
  const { rewards, clock } = desk;
  const ready = rewards
    .known()
    .filter((one) => isCoupon(one) && one.known === 'ready' && one.state === 'ready')
    .sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
  if (!ready.length) return false;
  const { coupons } = desk;
  const some = ready.slice(0, AT_ONCE);
  const marked = coupons.markedFor(some.map(({ key }) => key));
  const stock = coupons.stock(some.length);
  for (const { reward, set, coupon } of handOut(some, [...marked, ...stock], clock)) {
    rewards.change(reward, set);
    if (coupon && !marked.includes(coupon)) {
      const usedBy = [reward.name, reward.who].filter(Boolean).join(' · ');
      coupons.change(coupon, { for: reward.key, usedBy, when: clock.now });
    }
  }
  return ready.length > some.length && stock.length > 0;
}
