/** The one door for the owner's pages: a list of what they may call. */

import { column, tabs } from '../script/base';
import { googleServices, type Services } from '../script/services';
import { trySearch, tryServices, tryTexts } from './experiments';
import { addClients, writeLinks } from './links';
import { showDialog, showProblems } from './menu';
import { clientRows, overview, selection, showClient } from './referrals';
import { ask, newWebhookKey, save, setUp, state } from './state';
import type { OwnerApi } from './wire';

type Functions = {
  [Name in keyof OwnerApi]: (
    services: Services,
    ...args: Parameters<OwnerApi[Name]>
  ) => ReturnType<OwnerApi[Name]>;
};

const FUNCTIONS: Functions = {
  overview,
  clientRows,
  selection,
  showClient,
  showProblems,
  openDialog: (_, name) => {
    showDialog(name);
    return null;
  },
  addClients,
  writeLinks,
  state,
  setUp,
  save,
  newWebhookKey,
  ask,
  tabs,
  column,
  tryTexts,
  trySearch,
  tryServices,
};

/**
 * Calls one of the functions that the pages may use.
 *
 * @throws when the name is not on the list, and whatever the function throws
 */
export function callForPage(name: string, args: unknown[]): unknown {
  if (!Object.prototype.hasOwnProperty.call(FUNCTIONS, name)) {
    throw new Error(`“${name}” is nothing that a page may call.`);
  }
  const call = FUNCTIONS[name as keyof OwnerApi] as (
    services: Services,
    ...args: unknown[]
  ) => unknown;
  return call(googleServices(), ...args);
}
