/** The first click on the menu *Referrals*, in a sheet that was made, copied or pasted a moment ago. */
import { deployedAddress } from '../script/address';
import { SPREADSHEET_ID, type Store, WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { setUp } from './set-up';

/** Whether set-up has run here: a copy has neither key nor trigger, or has those of the sheet that it was copied from. */
export function isSetUp(store: Store, { spreadsheet }: Services): boolean {
  return !!store[WEBHOOK_KEY] && store[SPREADSHEET_ID] === spreadsheet.getId();
}

/**
 * Sets the sheet up, if nobody has yet.
 *
 * @returns whether the owner has to make the web app next; `npm run deploy` has made it already
 */
export function firstClick(services: Services): boolean {
  if (isSetUp(services.properties.getProperties(), services)) return false;
  setUp(services);
  return !isDeployed();
}

/** Whether `npm run deploy` has made the web app. */
export const isDeployed = () => deployedAddress(ScriptApp.getScriptId()) !== null;
