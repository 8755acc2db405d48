/**
 * What Apps Script may call: every export becomes a top-level function of the pushed script, which the visitor of any
 * page of the web app may call too. So all but the web app's doors and the triggers ask {@link onlyTheDocument} first.
 */
import { callForPage } from './owner/api';
import { edited } from './owner/edits';
import { onlyTheDocument } from './owner/guard';
import { buildMenu, showDialog, showProblems, showSidebar } from './owner/menu';
import { setUp as setUpTheSheet } from './owner/set-up';
import { googleServices, withServices } from './script/services';
import type { TriggerEvent } from './script/trigger';
import { carryAfterOwner } from './webhook/after-owner';
import { answerLateNow } from './webhook/answer-late';
import { answerGet, answerPost } from './webhook/answers';
import { drain } from './webhook/drain';
import { sendWaitingNow } from './webhook/send-waiting';

/** The web app's address opened: Meta's handshake. */
export function doGet(e: GoogleAppsScript.Events.DoGet): GoogleAppsScript.Content.TextOutput {
  return answerGet(e, googleServices());
}

/** The provider's webhook. */
export function doPost(
  e: GoogleAppsScript.Events.DoPost,
): GoogleAppsScript.HTML.HtmlOutput | GoogleAppsScript.Content.TextOutput {
  return withServices((services) => answerPost(e, services));
}

/** The spreadsheet is opened: the menu. */
export function onOpen(): void {
  buildMenu(googleServices());
}

/** The owner edits a cell. */
export function onEdit(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  edited(e, googleServices());
}

/** Makes the tabs, the key and the trigger, or repairs them. */
export function setUp(): void {
  onlyTheDocument();
  setUpTheSheet();
}

/** The one-minute trigger; called by anything else it does nothing. */
export function drainPending(e?: TriggerEvent): void {
  withServices((services) => drain(services, e));
}

/** Menu: how the web app is made, until there is one. */
export function goLive(): void {
  onlyTheDocument();
  showDialog('go-live', googleServices());
}

/** Menu: the sidebar. */
export function listReferrals(): void {
  onlyTheDocument();
  showSidebar('referrals', googleServices());
}

/** Menu: the sidebar, at the rewards. */
export function listRewards(): void {
  onlyTheDocument();
  showSidebar('rewards', googleServices());
}

/** Menu: a purchase at the counter. */
export function noteAPurchase(): void {
  onlyTheDocument();
  showDialog('note-purchase', googleServices());
}

/** Menu: links by hand. */
export function makeReferralLink(): void {
  onlyTheDocument();
  showDialog('make-link', googleServices());
}

/** Menu: a page with a QR code for the wall. */
export function printPoster(): void {
  onlyTheDocument();
  showDialog('poster', googleServices());
}

/** Menu: a referral that the owner knows of. */
export function openAddReferral(): void {
  onlyTheDocument();
  showDialog('add-referral', googleServices());
}

/** Menu: people out of a list. */
export function openImport(): void {
  onlyTheDocument();
  showDialog('import-people', googleServices());
}

/** Menu: the provider's values, the webhook, a test. */
export function connectWhatsApp(): void {
  onlyTheDocument();
  showDialog('connect', googleServices());
}

/** Menu: what clients read, as they see it. */
export function changeTexts(): void {
  onlyTheDocument();
  showDialog('texts', googleServices());
}

/** Menu: every check, with what to do. */
export function checkSetUp(): void {
  onlyTheDocument();
  showDialog('check-set-up', googleServices());
}

/** Menu: a database in the place of the sheet's rows, for many people. */
export function connectADatabase(): void {
  onlyTheDocument();
  showDialog('connect-database', googleServices());
}

/** Menu: what waits goes now where it may. */
export function sendWaitingNotices(): void {
  onlyTheDocument();
  withServices(sendWaitingNow);
}

/** Menu: those whom a long outage left without an answer get it now. */
export function answerUnanswered(): void {
  onlyTheDocument();
  withServices(answerLateNow);
}

/** Menu: the Problems tab. */
export function openProblems(): void {
  onlyTheDocument();
  showProblems(googleServices());
}

/** What the pages call, through one list. */
export function ownerCall(name: string, args: unknown[], pass: string): unknown {
  onlyTheDocument();
  return withServices((services) => {
    const answer = callForPage(name, args, pass, services);
    carryAfterOwner(services);
    return answer;
  });
}
