/** What a day's quotas of a free account suffice for. */
import { FREE_ACCOUNT } from '../apps-script/limits';
import { invitation } from './events';
import type { Shop } from './shop';

/** What the day allows, what the trigger takes of it when nothing happens, what a referral with its reports takes. */
export interface Quota {
  name: 'fetches' | 'properties' | 'triggerMs';
  allowed: number;
  idle: number;
  referral: number;
  /** For so many referrals it suffices. */
  suffices: number;
}

/** Welcome and notice: sent, delivered and read, each in a webhook of its own. */
const REPORTS = 6;
/** Every ten minutes the trigger does a little more. */
const MINUTES = 10;
const MINUTES_A_DAY = 24 * 60;

export function day(shop: Shop): Quota[] {
  shop.rest();
  shop.minutes(0);
  const idle = used(shop, () => {
    for (let minute = 0; minute < MINUTES; minute++) shop.minutes(1);
  });
  const referral = used(shop, () => shop.deliver([invitation(shop, shop.usual)]));
  let posts = 0;
  const reports = used(shop, () => {
    posts = shop.reports().length;
  });
  if (!posts) throw new Error('A referral was followed by no report.');
  const names = ['fetches', 'properties', 'triggerMs'] as const;
  return names.map((name): Quota => {
    const quota = {
      name,
      allowed: FREE_ACCOUNT[name],
      idle: (idle[name] / MINUTES) * MINUTES_A_DAY,
      referral: referral[name] + (reports[name] / posts) * REPORTS,
    };
    return { ...quota, suffices: Math.floor((quota.allowed - quota.idle) / quota.referral) };
  });
}

function used(shop: Shop, action: () => void) {
  const before = shop.script.usedToday;
  action();
  const after = shop.script.usedToday;
  return {
    fetches: after.fetches - before.fetches,
    properties: after.properties - before.properties,
    triggerMs: after.triggerMs - before.triggerMs,
  };
}
