/** Makes the Settings tab, or brings an earlier version's into the form of today. */
import type { Catalogue } from '../program/setting-entry';
import { headerOf } from './header';
import { setUpTab } from './set-up-tab';
import { clearOldNotes, markSettingProblems } from './setting-marks';
import { addMissingSettings, showRowsOf } from './setting-rows';
import { columnsOf, letters, SETTING_HEADINGS, tabNamed } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Safe to run at any time. What tells an earlier version's tab is what it lacks: a note of its version would be wrong
 * in a copy of the spreadsheet, and after its history was gone back in.
 *
 * @param clients the tab *Clients*, whose headings texts may name
 */
export function setUpSettings(
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
  catalogue: Catalogue,
  clients: Sheet,
): Sheet {
  const had = tabNamed(spreadsheet, 'Settings', tabIds);
  const headings = columnsOf(had ? headerOf(had) : [], SETTING_HEADINGS);
  const isOlder = headings.has('Name') && headings.has('Value') && !headings.has('Check');
  if (had && isOlder) clearOldNotes(had, catalogue);
  const sheet = setUpTab(spreadsheet, 'Settings', SETTING_HEADINGS, tabIds);
  if (isOlder) placeCheck(sheet);
  addMissingSettings(sheet, catalogue);
  const { provider } = markSettingProblems(sheet, catalogue, () => clients);
  showRowsOf(sheet, catalogue, provider);
  return sheet;
}

/** What is wrong with a value stands beside it, whole. */
function placeCheck(sheet: Sheet): void {
  const columns = columnsOf(headerOf(sheet), SETTING_HEADINGS);
  const check = letters(columns.get('Check') ?? 0);
  sheet.getRange(`${check}2:${check}`).setWrap(true).setVerticalAlignment('top');
  sheet.moveColumns(sheet.getRange(`${check}:${check}`), (columns.get('Value') ?? 0) + 1);
}
