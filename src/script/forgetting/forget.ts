/**
 * Forgets somebody: everywhere in the sheet their numbers, ids and names give way to what nobody can read. The caller has
 * the lock. Cut off anywhere, the same once more completes it: their own row, which tells who they are, comes last.
 */
import type { Forgetting } from '../../program/model';
import { PROBLEM_HEADINGS } from '../../sheet/tabs';
import { replaceTraces } from '../../sheet/traces';
import type { Script } from '../program';
import { ifMade, openCoupons, openPurchases, openRewardsTab, sheetOf } from '../tabs';
import { forgetTop } from '../top';
import { emptyOwnRows, forgetInClients } from './clients';
import { withSecret } from './forgotten';
import { forgetInCoupons, forgetInPurchases, forgetInRewards } from './ledger';
import { Whom } from './whom';

/** Columns of *Problems* that are texts. */
const TEXTS = PROBLEM_HEADINGS.slice(1, 3);

/**
 * @returns every number and id that they were known by; none where they have come back since
 * @throws {MissingTab} when *Clients* or a heading is not there, and whatever the sheet throws
 */
export function forgetPerson(forgetting: Forgetting, script: Script): string[] {
  withSecret(script.store, script.services);
  const whom = new Whom(forgetting, script);
  if (!whom.keys.length) return [];
  const clients = sheetOf('Clients', script);
  const friends = forgetInClients(whom, clients);
  const gone = whom.gone(friends);
  ifMade(() => forgetInRewards(openRewardsTab(script), gone, whom));
  ifMade(() => forgetInPurchases(openPurchases(script), gone, whom));
  ifMade(() => forgetInCoupons(openCoupons(script), gone, whom));
  ifMade(() => replaceTraces(sheetOf('Problems', script), TEXTS, whom.swap('somebody')));
  forgetTop(script);
  emptyOwnRows(whom, clients, script.program);
  return whom.keys;
}
