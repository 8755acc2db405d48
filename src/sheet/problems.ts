/** The Problems tab: what the owner should know, one line per kind of problem, newest first. */
import { textCell } from './cells';
import { PROBLEM_HEADINGS } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How many lines are kept. */
const LINES = 200;

export interface Problem {
  what: string;
  toDo: string;
}

/**
 * Writes a problem at the top; one that stands there already moves up and is counted.
 *
 * @param now milliseconds
 */
export function reportProblem(sheet: Sheet, problem: Problem, now: number): void {
  const what = textCell(problem.what.slice(0, 500));
  const before = sheet
    .getRange('B:B')
    .createTextFinder(problem.what.slice(0, 500))
    .matchEntireCell(true)
    .matchCase(true)
    .findNext();
  let count = 1;
  if (before && before.getRow() > 1) {
    const times = sheet.getRange(before.getRow(), PROBLEM_HEADINGS.length).getValue();
    count = (Number(times) || 1) + 1;
    sheet.deleteRow(before.getRow());
  }
  sheet.insertRowsAfter(1, 1);
  const row = [new Date(now), what, textCell(problem.toDo), count];
  sheet.getRange(2, 1, 1, row.length).setValues([row]);
  const surplus = sheet.getLastRow() - 1 - LINES;
  if (surplus > 0) sheet.deleteRows(LINES + 2, surplus);
}
