/** Sets the script up, or repairs it: tabs, the webhook's key, the trigger, the settings' snapshot. */
import { newCode } from '../program/invitation';
import { renewSnapshot, TAB_IDS, tabIdsIn, WEBHOOK_KEY } from '../script/properties';
import { googleServices, type Services } from '../script/services';
import { setUpTabs } from '../sheet/set-up';

/** The function that the one-minute trigger runs. */
export const DRAIN = 'drainPending';

/** Safe to run at any time: what is there stays, what is missing is made. */
export function setUp(services: Services = googleServices()): void {
  const { properties, spreadsheet } = services;
  const store = properties.getProperties();
  const tabIds = setUpTabs(spreadsheet, tabIdsIn(store), services.catalogue());
  const noted: Record<string, string> = { [TAB_IDS]: JSON.stringify(tabIds) };
  if (!store[WEBHOOK_KEY]) noted[WEBHOOK_KEY] = newKey(services);
  properties.setProperties(noted);
  renewSnapshot({ ...store, ...noted }, services);
  installTrigger();
  services.flush();
}

/** A key that cannot be guessed: 32 characters, about 158 bits. */
export function newKey({ random }: Services): string {
  return Array.from({ length: 4 }, () => newCode(random)).join('');
}

/** Installs the one-minute trigger once. */
export function installTrigger(): void {
  const there = ScriptApp.getProjectTriggers().some(
    (trigger) => trigger.getHandlerFunction() === DRAIN,
  );
  if (!there) ScriptApp.newTrigger(DRAIN).timeBased().everyMinutes(1).create();
}
