/** The one door for the owner's pages: a list of what they may call. */

import { column, tabs } from '../script/base';
import { googleServices, type Services } from '../script/services';
import { account, expiry, templateStatus } from './account';
import { lookAtWebApp } from './address';
import { arrivals, watchArrivals } from './arrivals';
import {
  connect,
  newWebhookKey,
  ownerSays,
  register,
  registerApp,
  registeredByHand,
  useAddress,
} from './connect';
import { trySearch, tryServices, tryTexts } from './experiments';
import { addClients, writeLinks } from './links';
import { showDialog, showProblems } from './menu';
import { sendLink, sendTest } from './messages';
import { checkPass } from './passes';
import { clientRows, overview, selection, showClient } from './referrals';
import { askTrigger, triggerSight } from './sight';
import { setUp, state } from './state';
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
  openDialog: (services, name) => {
    showDialog(name, services);
    return null;
  },
  addClients,
  writeLinks,
  state,
  setUp,
  connect,
  register,
  registerApp,
  registeredByHand,
  ownerSays,
  newWebhookKey,
  useAddress,
  sendTest,
  sendLink,
  lookAtWebApp,
  askTrigger,
  triggerSight,
  watchArrivals,
  arrivals,
  account,
  expiry,
  templateStatus,
  tabs,
  column,
  tryTexts,
  trySearch,
  tryServices,
};

/**
 * Calls one of the functions that the pages may use.
 *
 * @param pass what the script put into the page when it opened it
 * @throws Error (code `noPass`) without a pass, when the name is not on the list, and whatever the function throws
 */
export function callForPage(name: string, args: unknown[], pass: unknown): unknown {
  const services = googleServices();
  checkPass(pass, services);
  if (!Object.prototype.hasOwnProperty.call(FUNCTIONS, name)) {
    throw new Error(`“${name}” is nothing that a page may call.`);
  }
  const call = FUNCTIONS[name as keyof OwnerApi] as (
    services: Services,
    ...args: unknown[]
  ) => unknown;
  return call(services, ...args);
}
