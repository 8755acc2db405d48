/** What messages about rewards ask for: the sender's own rewards, and what a purchase comes to that the staff have written. */
import type { Client } from '../program/model';
import { keysOf } from '../program/people';
import type { Reward } from '../program/rewards/model';
import type { Sale } from '../program/rewards/staff';
import { saleRef, tokenOf } from '../program/token';
import { openRewards } from '../script/books';
import { notePurchase } from '../script/ledger/sale';
import type { Script } from '../script/program';
import { MissingTab } from '../sheet/tabs';
import type { Case } from './case';
import type { Desk } from './desk';

/** All rewards of a client: one search; none where the tab has not been made yet. */
export function rewardsOf(client: Client, script: Script): Reward[] {
  try {
    const keys = keysOf(client);
    return openRewards(script)
      .findRewards([], keys)
      .filter(({ who }) => keys.includes(who));
  } catch (error) {
    if (error instanceof MissingTab) return [];
    throw error;
  }
}

/** Notes a purchase, once for each message, and gives its result. */
export function saleResult({ phone, amount, what }: Sale, one: Case, desk: Desk): string {
  const { key, at } = one.update;
  const sold = { phone, amount, what, date: at };
  const { result, toTell } = notePurchase(sold, desk.script, saleRef(tokenOf(key)));
  desk.rewarded.set(one, toTell);
  return result;
}
