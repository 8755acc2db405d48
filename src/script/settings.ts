/** Writes the Settings tab for the owner's pages and for what the program finds out itself; the next message uses it. */
import { readSettingsTab, writeSettingsTab } from '../sheet/settings';
import type { Values } from '../whatsapp/set-up';
import { locked } from './lock';
import { markSettings } from './mark-settings';
import type { Services } from './services';
import { renewSnapshot } from './snapshot';
import { sheetOf } from './tabs';

/** Writes values beside their names in the Settings tab, and has the next message use them. */
export function writeSettings(services: Services, settings: Values): void {
  changeSettings(services, () => settings);
}

/**
 * The same for values that depend on what stands in the tab: nobody else writes between.
 *
 * @param choose what is to be written, by the setting's name, from what stands there
 */
export function changeSettings(services: Services, choose: (now: Values) => Values): void {
  const store = services.properties.getProperties();
  const sheet = sheetOf('Settings', { services, store });
  locked(services, () => {
    writeSettingsTab(sheet, choose(readSettingsTab(sheet)));
    markSettings(sheet, store, services);
    renewSnapshot(store, services);
  });
}
