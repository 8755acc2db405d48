/** Makes the tabs of the rewards where they are missing: an owner who sets a reward finds them a minute later. */

import type { Terms } from '../../program/rewards/model';
import { hasRewards } from '../../program/rewards/terms';
import { rewardTabs, setUpRewardTabs } from '../../sheet/reward-tabs';
import { MissingTab } from '../../sheet/tabs';
import { setUpNumbers } from '../numbers';
import type { Script } from '../program';
import { TAB_IDS, tabIdsIn } from '../properties';

/** The spreadsheet, and what Script Properties hold. */
type Place = Pick<Script, 'services' | 'store'>;

/** Does something that needs the tabs; where one or a heading is missing they are repaired, once. */
export function withTabs<T>(script: Script, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MissingTab)) throw error;
    makeRewardTabs(script.program.settings.terms, script, error.tab === 'Coupons');
    return work();
  }
}

/**
 * Makes or repairs them, and notes their ids: a tab that the owner renames is found by them.
 *
 * @param coupons whether that for coupons is needed whatever the terms say
 */
export function makeRewardTabs(terms: Terms, { services, store }: Place, coupons = false): void {
  const before = tabIdsIn(store);
  const ids = setUpRewardTabs(services.spreadsheet, before, terms, coupons);
  store[TAB_IDS] = JSON.stringify({ ...before, ...ids });
  services.properties.setProperty(TAB_IDS, store[TAB_IDS]);
}

/** Makes them as soon as a reward is set, and not again. */
export function makeNewRewardTabs(terms: Terms, place: Place): void {
  const ids = tabIdsIn(place.store);
  const isNew = rewardTabs(terms).some(([name]) => ids[name] === undefined);
  if (!hasRewards(terms) || !isNew) return;
  makeRewardTabs(terms, place);
  setUpNumbers(terms, place);
}
