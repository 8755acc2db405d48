/** What an edit by the owner does at once: a changed setting is taken over, and what concerns rewards is looked at soon. */

import { hasRewards } from '../program/rewards/terms';
import { isInDatabase } from '../script/books';
import { leaveMark } from '../script/edit-marks';
import { makeNewRewardTabs } from '../script/ledger/set-up';
import { markSettings } from '../script/mark-settings';
import {
  REWARDS_EDITED,
  SETTINGS_STALE,
  SOURCES_NEWS,
  type Store,
  tabIdsIn,
  WINDOW_EDITED,
} from '../script/properties';
import type { Services } from '../script/services';
import { renewSnapshot, snapshotIn } from '../script/snapshot';
import { noteTyped } from '../script/typed';
import { badge } from '../sheet/problems';
import { PurchasesTab } from '../sheet/purchases';
import { columnsOf, findTab, MissingTab, type TabName } from '../sheet/tabs';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Longer than any message could wait for it: the trigger renews the settings every ten minutes anyway. */
const STALE_SECONDS = 21_600;

/** Of more purchases than so many, changed at once, none is counted again by itself. */
const REOPENED = 500;

/** The simple trigger after an edit. */
export function edited(
  { range }: Pick<GoogleAppsScript.Events.SheetsOnEdit, 'range'>,
  services: Services,
): void {
  const sheet = range.getSheet();
  const store = readProperties(services);
  const isTab = (name: TabName) =>
    sheet.getName() === name || (store && tabIdsIn(store)[name] === sheet.getSheetId());
  if (isTab('Settings')) {
    settingsEdited(sheet, store, services);
    return;
  }
  if (isTab('Answers')) {
    takeOver(store, services);
    return;
  }
  if (isTab('Sources')) {
    leaveMark(SOURCES_NEWS, services);
    return;
  }
  if (isTab('Problems')) {
    badge(sheet);
    return;
  }
  // Where Script Properties cannot be read, nobody knows whether the tab is only a window.
  const isWindow = !store || isInDatabase({ store });
  if (isWindow && (isTab('Clients') || isTab('Rewards'))) leaveMark(WINDOW_EDITED, services);
  // Texts may name its headings.
  if (isTab('Clients') && range.getRow() === 1) headingsEdited(store, services);
  const headings = isTab('Clients') ? headingsIn(range, sheet) : new Set();
  const isTyped = headings.has('Phone') || headings.has('Invited by');
  if (isTyped && !(store && isInDatabase({ store })))
    noteTyped([range.getRow(), range.getLastRow()], services);
  // Where the terms cannot be looked at, the tabs are a sign that there are rewards.
  if (store && !promises(store)) return;
  if (isTab('Purchases')) reopen(range, sheet);
  const concerns = ['Purchases', 'Rewards', 'Coupons'].some((name) => isTab(name as TabName));
  if (!concerns && !headings.has('Counts')) return;
  leaveMark(REWARDS_EDITED, services);
}

function promises(store: Store): boolean {
  const terms = snapshotIn(store)?.settings.terms;
  return terms !== undefined && hasRewards(terms);
}

/** A heading that a text names may have come or gone. */
function headingsEdited(store: Store | null, services: Services): void {
  try {
    const settings = findTab(services.spreadsheet, 'Settings', store ? tabIdsIn(store) : {});
    settingsEdited(settings, store, services);
  } catch {
    services.cache.put(SETTINGS_STALE, '1', STALE_SECONDS);
  }
}

/**
 * A simple trigger may use the cache; whether Script Properties are allowed to it as well is not documented, so the cache
 * tells the next message when they are not.
 */
function settingsEdited(sheet: Sheet, store: Store | null, services: Services): void {
  try {
    markSettings(sheet, store ?? {}, services);
  } catch {
    // The message that comes next is answered by the settings as they are, marked or not.
  }
  takeOver(store, services);
}

/** The next message goes by the settings and answers as they are now. */
function takeOver(store: Store | null, services: Services): void {
  try {
    if (!store) throw new Error('Script Properties are not readable here');
    const { settings } = renewSnapshot(store, services, true);
    makeNewRewardTabs(settings.terms, { services, store });
  } catch {
    services.cache.put(SETTINGS_STALE, '1', STALE_SECONDS);
  }
}

/** A purchase that came to nothing is counted again when its number, amount or day is corrected. */
function reopen(range: Range, sheet: Sheet): void {
  const top = Math.max(range.getRow(), 2);
  const rows = Math.min(range.getLastRow() - top + 1, REOPENED);
  if (rows < 1) return;
  try {
    new PurchasesTab(sheet).reopen(top, top + rows - 1, range.getColumn(), range.getLastColumn());
  } catch (error) {
    // The trigger mends its headings, or says what to do.
    if (!(error instanceof MissingTab)) throw error;
  }
}

/** Which headings stand above an edit, of those that somebody has to look at. */
function headingsIn(range: Range, sheet: Sheet): Set<string> {
  const header = sheet.getRange(1, range.getColumn(), 1, range.getNumColumns()).getValues()[0];
  return new Set(columnsOf(header ?? [], ['Phone', 'Invited by', 'Counts']).keys());
}

function readProperties(services: Services): Store | null {
  try {
    return services.properties.getProperties();
  } catch {
    return null;
  }
}
