/** Answers that outlive the execution: in the script's properties, and from simple triggers in a tab. */
import type { Answers } from './run-cases';

const PREFIX = 'kept:';
export const KEPT_TAB = 'Answers';

export function keep(answers: Answers): void {
  const named = Object.entries(answers).map(([name, answer]) => [
    PREFIX + name,
    JSON.stringify(answer),
  ]);
  PropertiesService.getScriptProperties().setProperties(Object.fromEntries(named));
}

/** All that was kept so far. */
export function kept(): Answers {
  const properties = PropertiesService.getScriptProperties().getProperties();
  const entries = Object.entries(properties).filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(
    entries.map(([name, text]) => [name.slice(PREFIX.length), JSON.parse(text)]),
  );
}

/** For a simple trigger: whether it may write properties is one of the questions. */
export function keepInTab(answers: Answers): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const tab = spreadsheet.getSheetByName(KEPT_TAB) ?? spreadsheet.insertSheet(KEPT_TAB);
  const rows = Object.entries(answers).map(([name, answer]) => [
    name,
    JSON.stringify({ is: answer }),
  ]);
  if (rows.length === 0) return;
  tab
    .getRange(tab.getLastRow() + 1, 1, rows.length, 2)
    .setNumberFormat('@')
    .setValues(rows);
}

/** Moves the answers of the simple triggers to the others. */
export function moveFromTab(): void {
  const tab = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(KEPT_TAB);
  const last = tab?.getLastRow() ?? 0;
  if (!tab || last === 0) return;
  const rows = tab.getRange(1, 1, last, 2).getValues();
  keep(Object.fromEntries(rows.map(([name, text]) => [name, JSON.parse(String(text)).is])));
}
