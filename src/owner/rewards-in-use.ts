/** Whether there are rewards to be seen: what of them the menu and the sidebar offer. */
import { hasRewards } from '../program/rewards/terms';
import { type Store, tabIdsIn } from '../script/properties';
import type { Services } from '../script/services';
import { snapshotIn } from '../script/snapshot';
import { sheetOf } from '../script/tabs';

/** Whether rewards are promised, or were: then the owner sees them. */
export function rewardsInUse(services: Services, store: Store): boolean {
  if (rewardsPromised(store)) return true;
  if (tabIdsIn(store).Rewards === undefined) return false;
  try {
    return sheetOf('Rewards', { services, store }).getLastRow() > 1;
  } catch {
    return false;
  }
}

/** Whether a reward is set. */
export function rewardsPromised(store: Store): boolean {
  const terms = snapshotIn(store)?.settings.terms;
  return !!terms && hasRewards(terms);
}
