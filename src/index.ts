/** What Apps Script may call: every export becomes a top-level function of the pushed script. */
import { settingsEdited } from './owner/edits';
import { ownerServer } from './owner/load';
import { buildMenu, showDialog, showProblems, showSidebar } from './owner/menu';
import { googleServices } from './script/services';
import { answerGet, answerPost } from './webhook/answers';
import { drain } from './webhook/drain';

/** The web app's address opened: Meta's handshake. */
export function doGet(e: GoogleAppsScript.Events.DoGet): GoogleAppsScript.Content.TextOutput {
  return answerGet(e, googleServices());
}

/** The provider's webhook. */
export function doPost(
  e: GoogleAppsScript.Events.DoPost,
): GoogleAppsScript.HTML.HtmlOutput | GoogleAppsScript.Content.TextOutput {
  return answerPost(e, googleServices());
}

/** The spreadsheet is opened: the menu. */
export function onOpen(): void {
  buildMenu();
}

/** The owner edits a cell. */
export function onEdit(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  settingsEdited(e, googleServices());
}

/** Makes the tabs, the key and the trigger, or repairs them. */
export function setUp(): void {
  ownerServer().setUp();
}

/** The one-minute trigger. */
export function drainPending(): void {
  drain(googleServices());
}

/** Menu: the sidebar. */
export function listReferrals(): void {
  showSidebar();
}

/** Menu: links by hand. */
export function makeReferralLink(): void {
  showDialog('make-link');
}

/** Menu: the provider's values, the webhook, a test. */
export function connectWhatsApp(): void {
  showDialog('connect');
}

/** Menu: every check, with what to do. */
export function checkSetUp(): void {
  showDialog('check-set-up');
}

/** Menu: what waits goes now where it may. */
export function sendWaitingNotices(): void {
  ownerServer().sendWaitingNow(googleServices());
}

/** Menu: the Problems tab. */
export function openProblems(): void {
  showProblems();
}

/** What the pages call, through one list. */
export function ownerCall(name: string, args: unknown[]): unknown {
  return ownerServer().callForPage(name, args);
}
