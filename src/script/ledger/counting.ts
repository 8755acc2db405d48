/** Counts what is new: referrals that were registered or that the owner has said count, and purchases. */
import type { Client } from '../../program/model';
import { isKeyOf } from '../../program/people';
import { readAmount } from '../../program/rewards/amount';
import { settleReferral } from '../../program/rewards/counting';
import { countsSince, NOT_YET } from '../../program/rewards/counts';
import type { Purchase } from '../../program/rewards/model';
import {
  BEGUN,
  buyerOf,
  refOfSale,
  settlePurchase,
  wasBegun,
} from '../../program/rewards/purchases';
import type { LedgerDesk } from './desk';
import { Standings } from './standings';

/** So many are counted in one go. */
const AT_ONCE = 50;

/** The friends whose *Counts* asks for a look, the first ones: one search, few reads. */
export function newReferrals({ clients }: LedgerDesk): { friends: Client[]; more: boolean } {
  const rows = clients.findToCount();
  return { friends: clients.readMany(rows.slice(0, AT_ONCE)), more: rows.length > AT_ONCE };
}

/** The purchases without an answer, the first ones; down to a row, where the last is known. */
export function newPurchases(
  { purchases }: LedgerDesk,
  last?: number,
): { purchases: Purchase[]; more: boolean } {
  return purchases.unanswered(AT_ONCE, last);
}

/** Decides about all of it, one after the other. The desk has the changes then, and saves them. */
export function countAll(friends: Client[], purchases: Purchase[], desk: LedgerDesk): void {
  if (!friends.length && !purchases.length) return;
  const buyers = buyersOf(purchases, desk);
  const returns = purchases.some(({ amount }) => (readAmount(amount) ?? 0) < 0);
  const referrals = [...new Set([...friends, ...buyers.values()])];
  const standings = new Standings(referrals, { evidence: friends.length > 0, returns }, desk);
  for (const friend of friends) {
    standings.apply(friend, settleReferral(standings.of(friend), desk.terms, desk.clock));
  }
  const counting: Purchase[] = [];
  const results = purchases.map((purchase): [Purchase, string] => {
    const friend = buyers.get(purchase);
    if (friend) rewind(purchase, friend);
    const standing = friend ? standings.of(friend) : null;
    const settled = settlePurchase(purchase, standing, desk.terms, desk.clock);
    if (friend) standings.apply(friend, settled);
    if (Object.keys(settled.set).length) counting.push(purchase);
    return [purchase, settled.result];
  });
  answer(results, counting, desk);
}

/** Everybody in the base who has bought something: one search, few reads. */
function buyersOf(purchases: Purchase[], { clients }: LedgerDesk): Map<Purchase, Client> {
  const phones = purchases.flatMap((one) => buyerOf(one) ?? []);
  clients.readMany(clients.find([...new Set(phones)].map((key) => ({ key }))).people);
  const known = clients.known();
  return new Map(
    purchases.flatMap((purchase): [Purchase, Client][] => {
      const phone = buyerOf(purchase);
      const friend = phone && known.find((client) => isKeyOf(phone, client));
      return friend ? [[purchase, friend]] : [];
    }),
  );
}

/**
 * The answers. Purchases that change something are marked as begun first: one that is cut off then is known by it, and
 * is not taken for a second purchase of somebody who counts.
 */
function answer(results: [Purchase, string][], counting: Purchase[], desk: LedgerDesk): void {
  const { purchases } = desk;
  for (const purchase of counting) {
    purchases.change(purchase, { result: BEGUN + refOfSale(purchase.result) });
  }
  purchases.saveColumn('result');
  for (const [purchase, result] of results) {
    purchases.change(purchase, { result: result + refOfSale(purchase.result) });
  }
}

/** It was cut off after its friend had counted, or had been taken back: that is decided as if it had not. */
function rewind(purchase: Purchase, friend: Client): void {
  if (!wasBegun(purchase)) return;
  const isReturn = (readAmount(purchase.amount) ?? 0) < 0;
  if (isReturn && friend.counts.startsWith('taken back '))
    friend.counts = countsSince('bought', '');
  if (!isReturn && friend.counts.startsWith('yes: bought ')) friend.counts = NOT_YET;
}
