/** How the rewards do, for *Check set-up*. */
import { NO_COUPON } from '../program/rewards/changes';
import { isCoupon } from '../program/rewards/ledger';
import { hasRewards } from '../program/rewards/terms';
import { openProgram, type Script } from '../script/program';
import type { Services } from '../script/services';
import { ifMade, openCoupons, openPurchases, openRewardsTab } from '../script/tabs';
import type { RewardsState } from './wire';

/** Null where no reward is set. */
export function rewardsState(services: Services): RewardsState | null {
  const store = services.properties.getProperties();
  const script: Script = { program: openProgram(store, services), services, store };
  const { terms } = script.program.settings;
  if (!hasRewards(terms)) return null;
  const tab = ifMade(() => openRewardsTab(script));
  const last = tab?.lastRow() ?? 1;
  const open = tab && last > 1 ? tab.read(tab.find(['state'], 'ready|flagged', 2, last)) : [];
  const forCoupon = open.filter((one) => one.state === 'ready' && isCoupon(one));
  const toGive = open.filter((one) => one.state === 'ready' && !isCoupon(one));
  const promised = [
    terms.friendGets,
    terms.inviterGets,
    ...terms.milestones.map((one) => one.reward),
  ];
  return {
    toGive: toGive.length,
    oldest: toGive.reduce<number | null>((oldest, { readyOn }) => earlier(oldest, readyOn), null),
    flagged: open.filter(({ state }) => state === 'flagged').length,
    lackCoupon: forCoupon.filter(({ why }) => why.includes(NO_COUPON)).length,
    coupons: promised.some((reward) => isCoupon({ reward })) ? couponsLeft(script) : null,
    unanswered: unanswered(script),
    now: services.now(),
  };
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function couponsLeft(script: Script): number {
  const coupons = ifMade(() => openCoupons(script));
  if (!coupons) return 0;
  const last = coupons.lastRow();
  const codes = coupons.column('code', 2, last);
  const used = coupons.column('for', 2, last);
  return codes.filter((code, index) => code !== '' && used[index] === '').length;
}

/** Rows of *Purchases* that have no *Result* yet. */
function unanswered(script: Script): number {
  const tab = ifMade(() => openPurchases(script));
  if (!tab) return 0;
  const last = tab.lastRow();
  const phones = tab.column('phone', 2, last);
  const given = tab.column('result', 2, last);
  return phones.filter((phone, index) => phone !== '' && given[index] === '').length;
}
