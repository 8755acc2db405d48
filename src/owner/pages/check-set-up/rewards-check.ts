/** The check of the rewards: what waits for the owner for long, and whether coupons are left. */
import type { RewardsState } from '../../wire';
import { server } from '../shared/server';
import type { Check, Outcome } from './check';

const DAY_MS = 24 * 60 * 60 * 1000;

/** So long a reward may be ready before it is worth a word. */
const LONG_DAYS = 30;

/** With fewer codes than this it is time for more. */
const FEW_COUPONS = 5;

export function rewardsCheck(): Check {
  return { title: 'Rewards', run: rewards };
}

async function rewards(): Promise<Outcome> {
  const state = await server.rewardsState();
  if (!state) return { result: 'pass', found: 'No reward is set.' };
  const found = foundIn(state);
  const toDo = toDoFor(state).join(' ');
  return toDo ? { result: 'warn', found, toDo } : { result: 'pass', found };
}

function foundIn({ toGive, flagged, coupons, unanswered }: RewardsState): string {
  const parts = [`To give: ${toGive}`, `to look at: ${flagged}`];
  if (coupons !== null) parts.push(`coupons in stock: ${coupons}`);
  parts.push(`purchases without a result: ${unanswered}`);
  return `${parts.join('; ')}.`;
}

function toDoFor({ oldest, now, lackCoupon, coupons }: RewardsState): string[] {
  const days = oldest === null ? 0 : Math.floor((now - oldest) / DAY_MS);
  const toDo: string[] = [];
  if (lackCoupon) {
    toDo.push(`Rewards waiting for a coupon: ${lackCoupon}. Add codes to the tab Coupons.`);
  } else if (coupons !== null && coupons < FEW_COUPONS) {
    toDo.push('Coupons are running out: add codes to the tab Coupons.');
  }
  if (days > LONG_DAYS) {
    toDo.push(`A reward has been ready for ${days} days: see Referrals → List rewards.`);
  }
  return toDo;
}
