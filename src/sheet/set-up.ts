/** Makes the tabs, or repairs them: what is missing is added, what the owner has stays. */

import { canonicalPhone, readPhone } from '../program/phone';
import type { Catalogue } from '../program/setting-entry';
import { ANSWER_HEADINGS, EXAMPLE_LINE } from './answers';
import { textCell, textOf } from './cells';
import { deleteEmptyColumns } from './grow';
import { headerOf } from './header';
import { markSettingProblems, missingSettings } from './settings';
import { SOURCE_HEADINGS } from './sources';
import {
  type BaseTab,
  CLIENT_HEADINGS,
  columnsOf,
  letters,
  type OwnTab,
  PROBLEM_HEADINGS,
  SETTING_HEADINGS,
  type TabName,
} from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADINGS: Record<BaseTab, readonly string[]> = {
  Clients: CLIENT_HEADINGS,
  Settings: SETTING_HEADINGS,
  Problems: PROBLEM_HEADINGS,
};

const DATE_FORMAT = 'yyyy-mm-dd hh:mm';
const DATE_COLUMNS = [
  ...['Joined', 'Last message', 'Stopped', 'Last time'],
  ...['Since', 'Ready on', 'Given on', 'When', 'Date'],
];
const NUMBER_COLUMNS = ['How often', 'Amount', 'Referrals'];
const WIDTHS: Record<string, number> = {
  Phone: 130,
  Name: 160,
  'Invited by': 130,
  Notice: 230,
  Note: 220,
  'WhatsApp id': 170,
  Value: 420,
  'What it does': 480,
  Problem: 380,
  'What to do': 380,
  Check: 220,
  Result: 260,
  Reward: 160,
  Why: 260,
  Told: 230,
  Words: 260,
  Answer: 420,
  Buttons: 260,
  Link: 420,
};
const DEFAULT_WIDTH = 140;
/** Columns of whole sentences, which go on in further lines. */
const SENTENCES = ['Problem', 'What to do', 'Words', 'Answer', 'Buttons'];
const HEADER_COLOUR = '#e8f0ea';
const PROTECTION = 'The program finds its columns by these headings.';

/**
 * Makes or repairs all three tabs. Safe to run at any time.
 *
 * @param tabIds the tabs' ids as noted before
 * @returns the tabs' ids, to be noted: a tab that the owner renames is found by them
 */
export function setUpTabs(
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
  catalogue: Catalogue,
): Record<string, number> {
  const clients = setUpTab(spreadsheet, 'Clients', HEADINGS.Clients, tabIds);
  makePhonesText(clients);
  const settings = setUpTab(spreadsheet, 'Settings', HEADINGS.Settings, tabIds);
  addMissingSettings(settings, catalogue);
  markSettingProblems(settings, catalogue, () => clients);
  const problems = setUpTab(spreadsheet, 'Problems', HEADINGS.Problems, tabIds);
  return {
    Clients: clients.getSheetId(),
    Settings: settings.getSheetId(),
    Problems: problems.getSheetId(),
    ...setUpAnswers(spreadsheet, tabIds),
    ...setUpSources(spreadsheet, tabIds),
  };
}

function setUpAnswers(
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
): Record<string, number> {
  if (isOwners(spreadsheet, 'Answers', ANSWER_HEADINGS, tabIds)) return {};
  const sheet = setUpTab(spreadsheet, 'Answers', ANSWER_HEADINGS, tabIds);
  if (sheet.getLastRow() === 1 && tabIds.Answers === undefined) {
    const column = columnsOf(headerOf(sheet), ANSWER_HEADINGS).get('Words') ?? 1;
    sheet.getRange(2, column).setValue(EXAMPLE_LINE);
  }
  return { Answers: sheet.getSheetId() };
}

function setUpSources(
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
): Record<string, number> {
  if (isOwners(spreadsheet, 'Sources', ['Code'], tabIds)) return {};
  return { Sources: setUpTab(spreadsheet, 'Sources', SOURCE_HEADINGS, tabIds).getSheetId() };
}

/** A tab of the owner's that happens to have the same name, the answers to a form for example, is left alone. */
function isOwners(
  spreadsheet: Spreadsheet,
  name: OwnTab,
  [first = '']: readonly string[],
  tabIds: Record<string, number>,
): boolean {
  const there = spreadsheet.getSheetByName(name);
  if (!there || tabIds[name] === there.getSheetId()) return false;
  return !columnsOf(headerOf(there), [first]).has(first);
}

/** One tab: it is made where it is missing, and headings that are missing are added behind the others. */
export function setUpTab(
  spreadsheet: Spreadsheet,
  name: TabName,
  headings: readonly string[],
  tabIds: Record<string, number>,
): Sheet {
  const found =
    spreadsheet.getSheetByName(name) ??
    spreadsheet.getSheets().find((one) => one.getSheetId() === tabIds[name]);
  const sheet = found ?? spreadsheet.insertSheet(name);
  const added = addMissingHeadings(sheet, headings);
  if (!found) deleteEmptyColumns(sheet);
  const columns = columnsOf(headerOf(sheet), headings);
  for (const [heading, column] of columns) {
    const range = sheet.getRange(`${letters(column)}2:${letters(column)}`);
    const format = formatOf(heading);
    if (format) range.setNumberFormat(format);
    if (!added.includes(heading)) continue;
    sheet.setColumnWidth(column, WIDTHS[heading] ?? DEFAULT_WIDTH);
    if (SENTENCES.includes(heading)) range.setWrap(true).setVerticalAlignment('top');
  }
  sheet.setFrozenRows(1);
  const header = sheet.getRange('1:1');
  header.setFontWeight('bold').setBackground(HEADER_COLOUR);
  if (!protectedBefore(sheet)) {
    header.protect().setDescription(PROTECTION).setWarningOnly(true);
  }
  return sheet;
}

function protectedBefore(sheet: Sheet): boolean {
  return sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .some((protection) => protection.getDescription() === PROTECTION);
}

/** A heading that is missing goes behind the last column in use, never over one of the owner's. */
function addMissingHeadings(sheet: Sheet, headings: readonly string[]): string[] {
  const present = columnsOf(headerOf(sheet), headings);
  const missing = headings.filter((heading) => !present.has(heading));
  if (!missing.length) return [];
  const start = sheet.getLastColumn() + 1;
  const lacking = start + missing.length - 1 - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  sheet.getRange(1, start, 1, missing.length).setValues([missing]);
  return missing;
}

function formatOf(heading: string): string | null {
  if (DATE_COLUMNS.includes(heading)) return DATE_FORMAT;
  return NUMBER_COLUMNS.includes(heading) ? null : '@';
}

/** Numbers that the owner typed or pasted before there was a format become digits kept as text. */
function makePhonesText(sheet: Sheet): void {
  const column = columnsOf(headerOf(sheet), CLIENT_HEADINGS).get('Phone');
  const last = sheet.getLastRow();
  if (!column || last < 2) return;
  const range = sheet.getRange(2, column, last - 1, 1);
  const values = range.getValues();
  const phones = values.map(([value]) => {
    const phone = readPhone(textOf(value));
    return [phone ? canonicalPhone(phone) : value];
  });
  values.forEach(([value], index) => {
    const phone = phones[index]?.[0];
    if (phone === value || typeof phone !== 'string') return;
    sheet
      .getRange(index + 2, column)
      .setNumberFormat('@')
      .setValue(phone);
  });
}

function addMissingSettings(sheet: Sheet, catalogue: Catalogue): void {
  const rows = sheet.getDataRange().getDisplayValues();
  const columns = columnsOf(rows[0] ?? [], SETTING_HEADINGS);
  const missing = missingSettings(rows, columns.get('Name') ?? 1, catalogue);
  if (!missing.length) return;
  const ours = [...columns.values()];
  // Below the last setting: a column of the owner's may go on.
  const used = rows.map((row) => ours.some((column) => row[column - 1] !== ''));
  const top = used.lastIndexOf(true) + 2;
  const lacking = top + missing.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  SETTING_HEADINGS.forEach((heading, index) => {
    const range = sheet.getRange(top, columns.get(heading) ?? index + 1, missing.length, 1);
    range.setNumberFormat('@').setWrap(true).setVerticalAlignment('top');
    range.setValues(missing.map((row) => [textCell(row[index] ?? '')]));
  });
}
