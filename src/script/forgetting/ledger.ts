/** Forgets somebody in *Rewards*, *Purchases* and *Coupons*: the rows stay, so that the owner's books still add up. */

import { readWho } from '../../program/phone';
import { forgottenPurchase, forgottenReward, type Gone } from '../../program/rewards/forgetting';
import type { CouponsTab } from '../../sheet/coupons';
import { escaped } from '../../sheet/patterns';
import type { PurchasesTab } from '../../sheet/purchases';
import type { RewardsTab } from '../../sheet/rewards';
import type { Whom } from './whom';

/** Cells that a pattern stands in. */
const within = (pattern: string) => `(?:.*[\\s:])?${pattern}(?:[\\s:].*)?`;

export function forgetInRewards(tab: RewardsTab, gone: Gone, whom: Whom): void {
  const theirs = within(`(?:${whom.pattern}|${escaped(whom.by)})`);
  const rows = tab.find(['key', 'who', 'for'], [theirs, ...gone.names.map(escaped)].join('|'));
  for (const reward of tab.read(rows)) tab.change(reward, forgottenReward(reward, gone));
  tab.save();
  tab.swap(['why'], whom.swap());
}

export function forgetInPurchases(tab: PurchasesTab, gone: Gone, whom: Whom): void {
  const theirs = tab.find(['phone'], `.*${whom.pattern}.*`);
  const names = gone.names.map(escaped).join('|');
  const counted = gone.friends.size
    ? tab.find(['result'], `counts for (?:${names})(?:[;# ].*)?`)
    : [];
  for (const [index, purchase] of tab.read([...theirs, ...counted]).entries()) {
    const isTheirs = index < theirs.length;
    const buyer = readWho(purchase.phone) ?? '';
    if (!isTheirs && !gone.friends.has(buyer)) continue;
    tab.change(purchase, forgottenPurchase(purchase, isTheirs, gone));
  }
  tab.save();
  tab.swap(['what', 'result'], whom.swap('somebody'));
}

export function forgetInCoupons(tab: CouponsTab, gone: Gone, whom: Whom): void {
  const rows = tab.find(['for', 'usedBy'], within(`(?:${whom.pattern}|${escaped(whom.by)})`));
  for (const coupon of tab.read(rows)) {
    const mine = new RegExp(whom.pattern, 'i').test(coupon.usedBy);
    tab.change(coupon, {
      for: coupon.for.replace(gone.traces, gone.by),
      ...(mine && { usedBy: gone.by }),
    });
  }
  tab.save();
}
