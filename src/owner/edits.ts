/** What an edit by the owner does at once: a changed setting is checked and taken over. */

import { CATALOGUE } from '../program/catalogue';
import { SETTINGS_STALE, type Store, tabIdsIn } from '../script/properties';
import type { Services } from '../script/services';
import { renewSnapshot } from '../script/snapshot';
import { markSettingProblems } from '../sheet/settings';

/** Longer than any message could wait for it: the trigger renews the settings every ten minutes anyway. */
const STALE_SECONDS = 21_600;

/**
 * The simple trigger after an edit. It may use the cache; whether Script Properties are allowed to it as well is not
 * documented, so the cache tells the next message when they are not.
 */
export function settingsEdited(
  event: GoogleAppsScript.Events.SheetsOnEdit,
  services: Services,
): void {
  const sheet = event.range.getSheet();
  const store = readProperties(services);
  const ids = store && tabIdsIn(store);
  if (sheet.getName() !== 'Settings' && ids?.Settings !== sheet.getSheetId()) return;
  try {
    markSettingProblems(sheet, CATALOGUE);
    if (!store) throw new Error('Script Properties are not readable here');
    renewSnapshot(store, services);
  } catch {
    services.cache.put(SETTINGS_STALE, '1', STALE_SECONDS);
  }
}

function readProperties(services: Services): Store | null {
  try {
    return services.properties.getProperties();
  } catch {
    return null;
  }
}
