/** Makes the tabs, or repairs them: what is missing is added, what the owner has stays. */

import { canonicalPhone, readPhone } from '../program/phone';
import type { Catalogue } from '../program/setting-entry';
import { ANSWER_HEADINGS, EXAMPLE_LINE } from './answers';
import { textOf } from './cells';
import { headerOf } from './header';
import { badge } from './problems';
import { setUpSettings } from './set-up-settings';
import { setUpTab } from './set-up-tab';
import { SOURCE_HEADINGS } from './sources';
import { CLIENT_HEADINGS, columnsOf, letters, type OwnTab, PROBLEM_HEADINGS } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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
  const clients = setUpTab(spreadsheet, 'Clients', CLIENT_HEADINGS, tabIds);
  makePhonesText(clients);
  const settings = setUpSettings(spreadsheet, tabIds, catalogue, clients);
  const problems = setUpTab(spreadsheet, 'Problems', PROBLEM_HEADINGS, tabIds);
  wrapProblems(problems);
  badge(problems);
  return {
    Clients: clients.getSheetId(),
    Settings: settings.getSheetId(),
    Problems: problems.getSheetId(),
    ...setUpAnswers(spreadsheet, tabIds),
    ...setUpSources(spreadsheet, tabIds),
  };
}

/** Sheets of earlier versions did not wrap the two sentences that matter. */
function wrapProblems(sheet: Sheet): void {
  for (const column of columnsOf(headerOf(sheet), ['Problem', 'What to do']).values()) {
    const cells = sheet.getRange(`${letters(column)}2:${letters(column)}`);
    if (!cells.getWrap()) cells.setWrap(true).setVerticalAlignment('top');
  }
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
