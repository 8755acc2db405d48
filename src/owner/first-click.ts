/** The first click on the menu *Referrals*, in a sheet that was made, copied or pasted a moment ago. */
import { deployedAddress } from '../script/address';
import { SPREADSHEET_ID, type Store, WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { setUp } from './set-up';

/** Whether nobody has set up this sheet: a copy has no key, or that of the sheet that it was copied from. */
export function isNew(store: Store, { spreadsheet }: Services): boolean {
  // Version 0.1.0 noted no id.
  const { [WEBHOOK_KEY]: key, [SPREADSHEET_ID]: noted } = store;
  return !key || (!!noted && noted !== spreadsheet.getId());
}

/**
 * Sets the sheet up, if nobody has yet.
 *
 * @returns whether the owner has to make the web app next; `npm run deploy` has made it already
 */
export function firstClick(services: Services): boolean {
  if (!isNew(services.properties.getProperties(), services)) return false;
  setUp(services);
  return !isDeployed();
}

/** Whether `npm run deploy` has made the web app. */
export const isDeployed = () => deployedAddress(ScriptApp.getScriptId()) !== null;
