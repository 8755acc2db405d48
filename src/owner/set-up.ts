/** Sets the script up, or repairs it: tabs, the webhook's key, the trigger, the settings' snapshot. */
import { CATALOGUE } from '../program/catalogue';
import { newCode } from '../program/codes';
import { hasRewards } from '../program/rewards/terms';
import { makeRewardTabs } from '../script/ledger/set-up';
import { setUpNumbers } from '../script/numbers';
import { moveWaitingProblems } from '../script/problems';
import { SPREADSHEET_ID, type Store, TAB_IDS, tabIdsIn, WEBHOOK_KEY } from '../script/properties';
import { googleServices, type Services } from '../script/services';
import { renewSnapshot } from '../script/snapshot';
import { DRAIN, ownTriggers } from '../script/trigger';
import { setUpTabs } from '../sheet/set-up';

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
  installTrigger();
  moveWaitingProblems({ services, store: properties.getProperties() });
  services.flush();
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
