/** Opens the tabs of the bound spreadsheet: by their names or noted ids, and searched in the way that works here. */
import { ClientsTab } from '../sheet/clients';
import { CouponsTab } from '../sheet/coupons';
import { PurchasesTab } from '../sheet/purchases';
import { RewardsTab } from '../sheet/rewards';
import { SourcesTab } from '../sheet/sources';
import { type ClientHeading, findTab, MissingTab, type TabName } from '../sheet/tabs';
import { SEARCH_OVERLOOKS, type Store, tabIdsIn } from './properties';
import type { Services } from './services';

/** What tabs are opened with. */
interface Opener {
  services: Pick<Services, 'spreadsheet'>;
  store: Store;
}

/** A tab as it is. @throws {MissingTab} when it is not there */
export function sheetOf(name: TabName, { services, store }: Opener) {
  return findTab(services.spreadsheet, name, tabIdsIn(store));
}

/** Whether columns are read instead of searched: *Check set-up* has seen the search overlook rows. */
export function isByReading(store: Store): boolean {
  return store[SEARCH_OVERLOOKS] !== undefined;
}

/** @param also headings that are needed besides @throws {MissingTab} when it, or a needed heading, is not there */
export function openClientsTab(opener: Opener, also: readonly ClientHeading[] = []): ClientsTab {
  return new ClientsTab(sheetOf('Clients', opener), isByReading(opener.store), also);
}

/** @throws {MissingTab} when it, or a heading, is not there */
export function openRewardsTab(opener: Opener): RewardsTab {
  return new RewardsTab(sheetOf('Rewards', opener), isByReading(opener.store));
}

/** @throws {MissingTab} when it, or a heading, is not there */
export function openPurchases(opener: Opener): PurchasesTab {
  return new PurchasesTab(sheetOf('Purchases', opener), isByReading(opener.store));
}

/** @throws {MissingTab} when it, or a heading, is not there */
export function openCoupons(opener: Opener): CouponsTab {
  return new CouponsTab(sheetOf('Coupons', opener), isByReading(opener.store));
}

/** @throws {MissingTab} when it, or a heading, is not there */
export function openSources(opener: Opener): SourcesTab {
  return new SourcesTab(sheetOf('Sources', opener));
}

/** A tab that may not be there; null where it is not. @throws {MissingTab} when a heading is missing */
export function ifMade<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof MissingTab && error.tab) return null;
    throw error;
  }
}
