/** What the Settings tab shows of itself once a value has changed: what is wrong, and another provider's rows. */
import { CATALOGUE } from '../program/catalogue';
import { markSettingProblems } from '../sheet/setting-marks';
import { showRowsOf } from '../sheet/setting-rows';
import { findTab } from '../sheet/tabs';
import { type Store, tabIdsIn } from './properties';
import type { Services } from './services';
import { snapshotIn } from './snapshot';

/**
 * Marks what cannot be used, and shows the rows of the provider where it is another than the one that is in use.
 *
 * @param store with the settings as they were in use until now
 * @throws {MissingTab} when a heading is not there
 */
export function markSettings(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  store: Store,
  { spreadsheet }: Services,
): void {
  const clients = () => findTab(spreadsheet, 'Clients', tabIdsIn(store));
  const { provider } = markSettingProblems(sheet, CATALOGUE, clients);
  if (snapshotIn(store)?.settings.provider !== provider) showRowsOf(sheet, CATALOGUE, provider);
}
