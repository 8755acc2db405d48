/**
 * Forgets somebody: everywhere in the sheet their numbers, ids and names give way to what nobody can read. The caller has
 * the lock. Cut off anywhere, the same once more completes it: their own row, which tells who they are, comes last.
 */
import type { Forgetting } from '../../program/model';
import type { Gone } from '../../program/rewards/forgetting';
import { PROBLEM_HEADINGS } from '../../sheet/tabs';
import { replaceTraces } from '../../sheet/traces';
import { anew, isInDatabase, openRewards } from '../books';
import { renewNumbersSoon } from '../numbers-figures';
import type { Script } from '../program';
import {
  ifMade,
  openClientsTab,
  openCoupons,
  openPurchases,
  openRewardsTab,
  sheetOf,
} from '../tabs';
import { forgetTop } from '../top';
import { renewWindows } from '../window/keep';
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
  return anew(() => {
    // What the owner has just typed is in the database then.
    renewWindows(script);
    return forget(new Whom(forgetting, script), script);
  });
}

function forget(whom: Whom, script: Script): string[] {
  if (!whom.keys.length) return [];
  const gone = whom.gone(forgetInClients(whom, whom.book));
  ifMade(() => forgetInRewards(openRewards(script), gone, whom));
  ifMade(() => forgetInPurchases(openPurchases(script), gone, whom));
  ifMade(() => forgetInCoupons(openCoupons(script), gone, whom));
  ifMade(() => replaceTraces(sheetOf('Problems', script), TEXTS, whom.swap('somebody')));
  forgetTop(script);
  if (isInDatabase(script)) forgetInWindows(whom, gone, script);
  emptyOwnRows(whom.rows, whom, whom.book, script.program);
  renewNumbersSoon(script);
  return whom.keys;
}

/** Where the base is a database, the tabs show a part of it: what was changed there comes first, so that nobody takes it for an edit. */
function forgetInWindows(whom: Whom, gone: Gone, script: Script): void {
  renewWindows(script);
  ifMade(() => forgetInRewards(openRewardsTab(script), gone, whom));
  ifMade(() => {
    const tab = openClientsTab(script);
    forgetInClients(whom, tab);
    const rows = tab.find([...whom.keys, ...whom.ids].map((key) => ({ key }))).people;
    emptyOwnRows(tab.read([...new Set(rows)]), whom, tab, script.program);
  });
}
