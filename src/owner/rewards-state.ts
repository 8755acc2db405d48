/** How the rewards do, for *Check set-up*. */
import type { Waiting } from '../program/rewards/book';
import { isCoupon } from '../program/rewards/ledger';
import { hasRewards } from '../program/rewards/terms';
import { openRewards } from '../script/books';
import { openScript, type Script } from '../script/program';
import type { Services } from '../script/services';
import { ifMade, openCoupons, openPurchases } from '../script/tabs';
import type { RewardsState } from './wire';

const NOTHING: Waiting = { toGive: 0, oldest: null, flagged: 0, lackCoupon: 0 };

/** Null where no reward is set. */
export function rewardsState(services: Services): RewardsState | null {
  const script = openScript(services);
  const { terms } = script.program.settings;
  if (!hasRewards(terms)) return null;
  const waiting = ifMade(() => openRewards(script))?.waiting() ?? NOTHING;
  const promised = [
    terms.friendGets,
    terms.inviterGets,
    ...terms.milestones.map((one) => one.reward),
  ];
  return {
    ...waiting,
    coupons: promised.some((reward) => isCoupon({ reward })) ? couponsLeft(script) : null,
    unanswered: unanswered(script),
    now: services.now(),
  };
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
