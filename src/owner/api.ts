/** The one door for the owner's pages: a list of what they may call. */

import { tabs } from '../script/base';
import { notePurchase } from '../script/ledger/owner';
import type { Services } from '../script/services';
import { access, account, createTemplate, hindrances, registerNumber, templates } from './account';
import { addReferral } from './add-referral';
import { lookAtWebApp } from './address';
import { arrivals, watchArrivals } from './arrivals';
import { moveColumns } from './columns';
import {
  connect,
  newWebhookKey,
  ownerSays,
  register,
  registerApp,
  registeredByHand,
  useAddress,
} from './connect';
import { connectDatabase, databaseState, lookAtDatabase, makeSchema } from './database/connect';
import { beginBack, bringBack, settleBack, stayInDatabase, switchBack } from './database/move-back';
import { awaitOthers, moveSome, switchOver } from './database/move-over';
import { timeSearches, trySearch, tryServices, tryTexts } from './experiments';
import { importPeople, knownPhones, lastImport } from './import/people';
import { importTabs, tabRows } from './import/tabs';
import { stopUndoing, undoImport } from './import/undo';
import { findClients, findRewards, referralsByWeek, topInviters } from './large';
import { addClients, writeLinks } from './links';
import { mailState, sendTestMail } from './mail';
import { showDialog, showProblems } from './menu';
import { sendLink, sendTest } from './messages';
import { newestVersion, updates } from './newer';
import { areNumbersDeleted, makeNumbers } from './numbers';
import { checkPass } from './passes';
import { exportPerson, forgetPerson, isKnown } from './person';
import { clientRows, friendsOf, overview, selection, showClient } from './referrals';
import { judge, rewardRows, rewardsOf, rewardsOverview } from './rewards';
import { rewardsState } from './rewards-state';
import { deleteEmptyColumns, room } from './room';
import { ownerPaid, sentInMonth } from './sent';
import { askTrigger, triggerSight } from './sight';
import { makePoster } from './sources';
import { setUp, state } from './state';
import { writeTexts } from './texts';
import { noticesWaiting } from './waiting';
import type { Answer, ErrorCode, OwnerApi } from './wire';

type Functions = {
  [Name in keyof OwnerApi]: (
    services: Services,
    ...args: Parameters<OwnerApi[Name]>
  ) => ReturnType<OwnerApi[Name]>;
};

const FUNCTIONS: Functions = {
  overview,
  clientRows,
  findClients,
  referralsByWeek,
  topInviters,
  friendsOf,
  selection,
  showClient,
  exportPerson,
  forgetPerson,
  isKnown,
  showProblems,
  openDialog: (services, name) => {
    showDialog(name, services);
    return null;
  },
  rewardsOverview,
  rewardRows,
  findRewards,
  rewardsOf,
  judge,
  rewardsState,
  addClients,
  writeLinks,
  sentInMonth: (services) => sentInMonth(services),
  makePoster,
  addReferral,
  importTabs,
  tabRows,
  knownPhones,
  importPeople,
  lastImport,
  undoImport,
  stopUndoing,
  ownerPaid,
  mailState,
  sendTestMail,
  notePurchase,
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
  writeTexts,
  lookAtWebApp,
  askTrigger,
  triggerSight,
  watchArrivals,
  arrivals,
  account,
  access,
  hindrances,
  registerNumber,
  templates,
  createTemplate,
  tabs,
  noticesWaiting,
  tryTexts,
  trySearch,
  timeSearches,
  moveColumns,
  tryServices,
  updates,
  newestVersion,
  areNumbersDeleted,
  makeNumbers,
  databaseState,
  connectDatabase,
  lookAtDatabase,
  makeSchema,
  moveSome,
  awaitOthers,
  switchOver,
  beginBack,
  bringBack,
  settleBack,
  switchBack,
  stayInDatabase,
  room,
  deleteEmptyColumns,
};

const CODES: Record<ErrorCode, true> = { busy: true, noPass: true, refused: true };

/**
 * Calls one of the functions that the pages may use.
 *
 * @param pass what the script put into the page when it opened it
 * @returns what the function gives, or its error where that has a code that pages know
 * @throws Error when the name is not on the list, and whatever else the function throws
 */
export function callForPage(
  name: string,
  args: unknown[],
  pass: unknown,
  services: Services,
): Answer<unknown> {
  try {
    checkPass(pass, services);
    return { value: functionNamed(name)(services, ...args) };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: unknown } };
    const code = String(cause?.code);
    if (!Object.prototype.hasOwnProperty.call(CODES, code)) throw error;
    return { error: { code: code as ErrorCode, text: message } };
  }
}

function functionNamed(name: string): (services: Services, ...args: unknown[]) => unknown {
  if (!Object.prototype.hasOwnProperty.call(FUNCTIONS, name)) {
    throw new Error(`“${name}” is not something that a page may call.`);
  }
  return FUNCTIONS[name as keyof OwnerApi] as ReturnType<typeof functionNamed>;
}
