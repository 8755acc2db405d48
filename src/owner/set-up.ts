/** Sets the script up, or repairs it: tabs, the webhook's key, the trigger, the settings' snapshot. */
import { CATALOGUE } from '../program/catalogue';
import { newCode } from '../program/codes';
import { masked } from '../program/masked';
import { hasRewards } from '../program/rewards/terms';
import { databaseOf, isInDatabase, type Opener } from '../script/books';
import { makeRewardTabs } from '../script/ledger/set-up';
import { setUpNumbers } from '../script/numbers';
import { moveWaitingProblems, tellOwner } from '../script/problems';
import { SPREADSHEET_ID, type Store, TAB_IDS, tabIdsIn, WEBHOOK_KEY } from '../script/properties';
import { googleServices, type Services } from '../script/services';
import { renewSnapshot } from '../script/snapshot';
import { DRAIN, ownTriggers } from '../script/trigger';
import { setUpTabs } from '../sheet/set-up';
import { DatabaseDown } from '../sql/database';
import { migrate } from '../sql/schema';

/** Safe to run at any time: what is there stays, what is missing is made. */
export function setUp(services: Services = googleServices()): void {
  const { properties, spreadsheet } = services;
  const store = ownStore(services);
  const tabIds = setUpTabs(spreadsheet, tabIdsIn(store), CATALOGUE);
  const noted: Record<string, string> = {
    [TAB_IDS]: JSON.stringify({ ...tabIdsIn(store), ...tabIds }),
    [SPREADSHEET_ID]: spreadsheet.getId(),
  };
  if (!store[WEBHOOK_KEY]) noted[WEBHOOK_KEY] = newKey(services);
  properties.setProperties(noted);
  const place = { services, store: { ...store, ...noted } };
  const { terms } = renewSnapshot(place.store, services, true).settings;
  if (hasRewards(terms)) makeRewardTabs(terms, place);
  setUpNumbers(terms, place);
  bringTablesUpToDate(place);
  installTrigger();
  moveWaitingProblems({ services, store: properties.getProperties() });
  services.flush();
}

/** Where the base is a database, its tables get the form of this version. The rest of set-up needs nothing of it. */
function bringTablesUpToDate(place: Opener): void {
  if (!isInDatabase(place)) return;
  try {
    migrate(databaseOf(place));
  } catch (error) {
    // That it is away is told by itself.
    if (error instanceof DatabaseDown) return;
    const what = `The database’s tables could not be brought to this version’s form: ${masked(String(error))}`;
    tellOwner({ what, toDo: 'Use Referrals → Connect a database…, which says why.' }, place);
  }
}

/**
 * What is stored for this sheet. What a copy has brought along of the sheet that it was copied from goes: its key, its
 * token, its web app's address and what waits there belong to that one.
 */
function ownStore({ properties, spreadsheet }: Services): Store {
  const store = properties.getProperties();
  const noted = store[SPREADSHEET_ID];
  if (!noted || noted === spreadsheet.getId()) return store;
  properties.deleteAllProperties();
  return {};
}

/** A key that cannot be guessed: 32 characters, about 158 bits. */
export function newKey({ random }: Services): string {
  return Array.from({ length: 4 }, () => newCode(random)).join('');
}

/** Installs the one-minute trigger once. */
function installTrigger(): void {
  if (!ownTriggers().length) ScriptApp.newTrigger(DRAIN).timeBased().everyMinutes(1).create();
}
