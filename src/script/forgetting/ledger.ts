/** Forgets somebody in *Rewards*, *Purchases* and *Coupons*: the rows stay, so that the owner's books still add up. */

import { readWho } from '../../program/phone';
import type { RewardBook } from '../../program/rewards/book';
import { forgottenPurchase, forgottenReward, type Gone } from '../../program/rewards/forgetting';
import type { CouponsTab } from '../../sheet/coupons';
import { escaped, holdingKey } from '../../sheet/patterns';
import type { PurchasesTab } from '../../sheet/purchases';
import type { Whom } from './whom';

/** What finds them, also where they have been taken out already. */
const theirs = ({ pattern, by }: Whom) => `(?:${pattern}|${escaped(by)})`;

export function forgetInRewards(book: RewardBook, gone: Gone, whom: Whom): void {
  for (const reward of book.naming(theirs(whom), gone.names)) {
    book.change(reward, forgottenReward(reward, gone));
  }
  book.save();
  book.takeOut(whom.swap());
}

export function forgetInPurchases(tab: PurchasesTab, gone: Gone, whom: Whom): void {
  const bought = tab.find(['phone'], `.*${whom.pattern}.*`);
  const names = gone.names.map(escaped).join('|');
  const counted = gone.friends.size
    ? tab.find(['result'], `counts for (?:${names})(?:[;# ].*)?`)
    : [];
  for (const [index, purchase] of tab.read([...bought, ...counted]).entries()) {
    const isTheirs = index < bought.length;
    const buyer = readWho(purchase.phone) ?? '';
    if (!isTheirs && !gone.friends.has(buyer)) continue;
    tab.change(purchase, forgottenPurchase(purchase, isTheirs, gone));
  }
  tab.save();
  tab.swap(['what', 'result'], whom.swap('somebody'));
}

export function forgetInCoupons(tab: CouponsTab, gone: Gone, whom: Whom): void {
  const rows = tab.find(['for', 'usedBy'], holdingKey(theirs(whom)));
  for (const coupon of tab.read(rows)) {
    const mine = new RegExp(whom.pattern, 'i').test(coupon.usedBy);
    tab.change(coupon, {
      for: coupon.for.replace(gone.traces, gone.by),
      ...(mine && { usedBy: gone.by }),
    });
  }
  tab.save();
}
