/** What the sidebar asks of a base that is too large for it: its database looks, and counts. */
import { databaseOf } from '../script/books';
import type { Services } from '../script/services';
import { topInvitersIn, weeksIn } from '../sql/overview';
import { findRewardsIn } from '../sql/reward-search';
import { searchIn } from '../sql/search';
import { wire } from './referrals';
import { wireReward } from './rewards';
import type { FoundClient, FoundRewards, TopInviters } from './wire';

/** Looks for people by number, name, code or id. */
export function findClients(services: Services, typed: string): FoundClient[] {
  return searchIn(open(services), typed).map(({ client, row, invited }) => ({
    client: wire(client, row),
    invited,
  }));
}

/** How many referrals came in each of some weeks, by their beginnings. */
export function referralsByWeek(services: Services, starts: number[]): number[] {
  return weeksIn(open(services), starts);
}

/** Whoever has brought most in some days; '' for open. */
export function topInviters(services: Services, from: string, to: string): TopInviters {
  const timeZone = services.spreadsheet.getSpreadsheetTimeZone();
  return topInvitersIn(open(services), { from, to, timeZone });
}

/** Looks for rewards by parts of name, number, reward or coupon; '' for every state, and for open. */
export function findRewards(
  services: Services,
  typed: string,
  state: string,
  from: string,
  to: string,
): FoundRewards {
  const timeZone = services.spreadsheet.getSpreadsheetTimeZone();
  const { all, rewards } = findRewardsIn(open(services), { typed, state, from, to, timeZone });
  return { all, newest: rewards.map(({ reward, row }) => wireReward(reward, row)) };
}

function open(services: Services) {
  return databaseOf({ services, store: services.properties.getProperties() });
}
