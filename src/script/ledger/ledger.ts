/**
 * The ledger's work, in batches and under the script's lock: new referrals and purchases are counted, the owner's changes
 * taken over, days pass, coupons are given. Cut off anywhere, the same once more completes it, and never gives twice.
 */
import { isToBeTold } from '../../program/rewards/ledger';
import { wasBegun } from '../../program/rewards/purchases';
import type { PurchasesTab } from '../../sheet/purchases';
import { locked } from '../lock';
import type { Script } from '../program';
import { countAll, newPurchases, newReferrals } from './counting';
import { giveCoupons } from './coupons';
import { LedgerDesk } from './desk';
import { lookOver, type Notes, waitingToBeTold, writeNotes } from './look';
import { withTabs } from './set-up';

/** What there is to do. */
export interface Work {
  purchases: boolean;
  /** The tab of the purchases as it was opened just now, and the last row with a phone in it, where nothing else is new. */
  seen?: { tab: PurchasesTab; last: number };
  referrals: boolean;
  /** A look over everything: the owner's changes, days that have come, coupons, who is to be told. */
  look: boolean;
}

/** What has been done. */
export interface Done {
  /** Whose rewards they are that are to be told: keys of clients. */
  toTell: string[];
  /** Whether there is more of the same. */
  more: boolean;
  /** Where *Told* is looked for, see {@link RewardBook.hint}; 0 where nobody waits to be told, null where nobody looked. */
  waitsIn: number | null;
}

/**
 * Does it.
 *
 * @param patience how long to wait for the lock, in milliseconds
 * @throws {Busy} when the lock is not to be had, and whatever the sheet throws
 */
export function keepLedger(work: Work, script: Script, patience?: number): Done {
  return locked(script.services, () => withTabs(script, () => workOn(work, script)), patience);
}

function workOn(work: Work, script: Script): Done {
  const desk = new LedgerDesk(script, work.seen?.tab);
  const referrals = work.referrals ? newReferrals(desk) : { friends: [], more: false };
  const purchases = work.purchases
    ? newPurchases(desk, work.seen?.last)
    : { purchases: [], more: false };
  // Whatever was cut off may have left rewards half way to another state.
  const look = work.look || purchases.purchases.some(wasBegun);
  countAll(referrals.friends, purchases.purchases, desk);
  const looked = look ? lookOver(desk) : { notes: new Map() as Notes, more: false };
  const moreCoupons = giveCoupons(desk);
  desk.save();
  writeNotes(looked.notes, desk);
  const waiting = look ? waitingToBeTold(desk) : null;
  return {
    toTell: toTellOf(desk),
    more: referrals.more || purchases.more || looked.more || moreCoupons,
    waitsIn: waiting && (waiting.anybody ? desk.rewards.hint() : 0),
  };
}

/** Everybody whose rewards, as far as the desk knows them, are to be told. */
export function toTellOf({ rewards }: LedgerDesk): string[] {
  const people = rewards.known().filter(isToBeTold);
  return [...new Set(people.map(({ who }) => who))];
}
