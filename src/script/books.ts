/** Opens the books of clients and rewards, wherever they are kept: in tabs of the sheet, or in a database. */
import type { ClientBook, Index, Told } from '../program/base';
import type { RewardBook } from '../program/rewards/book';
import { rewriteNotices } from '../sheet/notices';
import { RewardsTab } from '../sheet/rewards';
import type { ClientHeading } from '../sheet/tabs';
import { SqlClientBook } from '../sql/client-book';
import { SqlClients } from '../sql/clients';
import { Conflict, type Database } from '../sql/database';
import { SqlIndex } from '../sql/index-of-keys';
import { SqlRewardBook } from '../sql/reward-book';
import { SqlRewards } from '../sql/rewards';
import { clientsSheet, KeyIndex } from './base';
import { isMoving } from './columns-move';
import { openDatabase } from './database';
import { locked } from './lock';
import type { Script } from './program';
import { DATABASE } from './properties';
import { isByReading, openClientsTab, openRewardsTab, sheetOf } from './tabs';

/** What books are opened with. */
export type Opener = Pick<Script, 'services' | 'store'>;

/** Whether clients and rewards are kept in a database. */
export function isInDatabase({ store }: Pick<Script, 'store'>): boolean {
  return store[DATABASE] !== undefined;
}

/** The database in which clients and rewards are kept; it connects with its first statement. */
export function databaseOf({ services, store }: Opener): Database {
  services.database ??= openDatabase(store, services);
  return services.database;
}

/** Whoever has begun before everything was moved from the one to the other looks once more where it is. */
function lookAgain(opener: Opener): void {
  if (isMoving(opener.store, opener.services.now())) readWhere(opener);
}

function readWhere({ services, store }: Opener): void {
  const now = services.properties.getProperty(DATABASE);
  if (now === null) delete store[DATABASE];
  else store[DATABASE] = now;
}

/**
 * @param also headings that are needed besides
 * @throws {MissingTab} when the tab, or a needed heading, is not there; {DatabaseDown} when the database cannot be reached
 */
export function openClients(opener: Opener, also: readonly ClientHeading[] = []): ClientBook {
  lookAgain(opener);
  const tab = isInDatabase(opener) ? null : openClientsTab(opener, also);
  if (tab && !isWindow(tab, opener)) return tab;
  return new SqlClientBook(databaseOf(opener));
}

/** @throws {MissingTab} when the tab, or a heading, is not there; {DatabaseDown} when the database cannot be reached */
export function openRewards(opener: Opener): RewardBook {
  lookAgain(opener);
  const tab = isInDatabase(opener) ? null : openRewardsTab(opener);
  if (tab && !isWindow(tab, opener)) return tab;
  return new SqlRewardBook(databaseOf(opener));
}

/** A tab in which there are marks has become a window since one has begun, or was one. */
function isWindow(tab: { isWindow: boolean }, opener: Opener): boolean {
  if (!tab.isWindow) return false;
  readWhere(opener);
  return isInDatabase(opener);
}

/** Where people stand. It needs no lock. @param keys gives those that one will ask for, where the base wants to know */
export function openIndex(keys: () => string[], opener: Opener): Index {
  if (!isInDatabase(opener)) return new KeyIndex(clientsSheet(opener.services));
  return new SqlIndex(keys(), databaseOf(opener));
}

/** So often what others were faster with is decided anew. */
const TRIES = 5;

/** Does something anew where others have changed meanwhile what it stands on: nothing was written then. */
export function anew<T>(work: () => T): T {
  for (let tries = 1; ; tries++) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error;
    }
  }
}

/**
 * Writes what became of a sending, wherever it is noted by now: one call, and under the lock while everything is moved.
 *
 * @throws {Busy} when the lock is needed and not to be had
 */
export function tell(tab: 'Clients' | 'Rewards', which: Told, text: string, opener: Opener): void {
  const { services, store } = opener;
  if (!isMoving(store, services.now())) {
    tellThere(tab, which, text, opener);
    return;
  }
  locked(services, () => {
    lookAgain(opener);
    tellThere(tab, which, text, opener);
  });
}

function tellThere(tab: 'Clients' | 'Rewards', which: Told, text: string, opener: Opener): void {
  if (!isInDatabase(opener)) {
    rewriteNotices(sheetOf(tab, opener), which, text);
    return;
  }
  const database = databaseOf(opener);
  if (tab === 'Clients') SqlClients.tell(database, which, text);
  else SqlRewards.tell(database, which, text);
}

/**
 * Whether any reward waits for one of these people: one search.
 *
 * @param hint what the book gave as its hint when somebody began to wait
 */
export function isAnyRewardWaitingFor(keys: string[], hint: number, opener: Opener): boolean {
  if (isInDatabase(opener)) return openRewards(opener).findTold([{ waitingFor: keys }]).length > 0;
  const sheet = sheetOf('Rewards', opener);
  return RewardsTab.isAnyWaitingFor(sheet, keys, hint, isByReading(opener.store));
}
