/** What Apps Script may call: every export becomes a top-level function of the pushed script. */
import { settingsEdited } from './owner/edits';
import { buildMenu } from './owner/menu';
import { setUp as setUpScript } from './owner/set-up';
import { answerGet, answerPost } from './webhook/answers';
import { drain } from './webhook/drain';
import { googleServices } from './webhook/services';

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
  setUpScript();
}

/** The one-minute trigger. */
export function drainPending(): void {
  drain(googleServices());
}
