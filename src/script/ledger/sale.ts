/** A purchase that is noted at the counter: a row in *Purchases*, once, and what it comes to at once. */
import type { Purchase } from '../../program/rewards/model';
import { isUnanswered, NOTED } from '../../program/rewards/purchases';
import { anew } from '../books';
import type { Script } from '../program';
import { countAll } from './counting';
import { giveCoupons } from './coupons';
import { LedgerDesk } from './desk';
import { toTellOf } from './ledger';
import { lookOver, writeNotes } from './look';
import { withTabs } from './set-up';

/** What somebody at the counter knows of it. */
type Sold = Pick<Purchase, 'phone' | 'amount' | 'what' | 'date'>;

/** What a purchase came to. */
interface Noted {
  /** In the words of *Result*. */
  result: string;
  /** Whose rewards are to be told: keys of clients. */
  toTell: string[];
}

/**
 * Notes a purchase and counts it. The caller has the lock, and flushes.
 *
 * @param ref which purchase it is, where it may come a second time: that one is answered as the first was
 */
export function notePurchase(sold: Sold, script: Script, ref = ''): Noted {
  return withTabs(script, () => {
    const { purchases } = new LedgerDesk(script);
    const before = ref ? purchases.withRef(ref)[0] : undefined;
    const suffix = ref && ` #${ref}`;
    if (before && !isUnanswered(before.result)) {
      return { result: before.result.slice(0, -suffix.length), toTell: [] };
    }
    const purchase = before ?? { ...sold, result: NOTED + suffix };
    if (!before) {
      purchases.add(purchase);
      purchases.save();
    }
    const toTell = anew(() =>
      count(purchase, before !== undefined, new LedgerDesk(script, purchases)),
    );
    const { result } = purchase;
    return { result: suffix ? result.slice(0, -suffix.length) : result, toTell };
  });
}

/** @param look whether it was cut off before, and may have left rewards half way @returns whose rewards are to be told */
function count(purchase: Purchase, look: boolean, desk: LedgerDesk): string[] {
  countAll([], [purchase], desk);
  const notes = look ? lookOver(desk).notes : null;
  giveCoupons(desk);
  desk.save();
  if (notes) writeNotes(notes, desk);
  return toTellOf(desk);
}
