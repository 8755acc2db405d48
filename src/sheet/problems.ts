/** The Problems tab: what the owner should know, one line per kind of problem, newest first. */
import { textCell, textOf, timeOf } from './cells';
import { headerOf } from './header';
import { columnsOf, letters, MissingTab, PROBLEM_HEADINGS } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Heading = (typeof PROBLEM_HEADINGS)[number];

/** How many lines are kept, and how long a problem may be. */
const LINES = 200;
const LENGTH = 500;

const BADGE = '#d93025';

/** So many lines are looked at for what is recent. */
const RECENT = 30;

export interface Problem {
  what: string;
  toDo: string;
}

/**
 * Writes a problem at the top; one that stands there already moves up and is counted.
 *
 * @param now milliseconds
 * @throws {MissingTab} when a heading is not there
 */
export function reportProblem(sheet: Sheet, problem: Problem, now: number): void {
  const columns = columnsOf(headerOf(sheet), PROBLEM_HEADINGS);
  const missing = PROBLEM_HEADINGS.find((heading) => !columns.has(heading));
  if (missing) throw new MissingTab(`The tab “Problems” has no column “${missing}”.`);
  const what = problem.what.slice(0, LENGTH);
  const count = takeAway(sheet, what, columns) + 1;
  const used = sheet.getLastRow();
  const rows = sheet.getMaxRows();
  // In a spreadsheet of ten million cells there is room only for what something else makes room for.
  if (rows > used && rows > 2) sheet.deleteRow(rows);
  sheet.insertRowsBefore(2, 1);
  const values: Record<Heading, string | number | Date> = {
    'Last time': new Date(now),
    Problem: textCell(what),
    'What to do': textCell(problem.toDo),
    'How often': count,
  };
  for (const [heading, column] of columns) sheet.getRange(2, column).setValue(values[heading]);
  const surplus = used - LINES;
  if (surplus > 0) sheet.deleteRows(LINES + 2, surplus);
  badge(sheet);
}

/** The tab is red as long as there are problems; another colour that the owner gave it stays. */
export function badge(sheet: Sheet): void {
  const colour = sheet.getTabColor();
  const isThere = sheet.getLastRow() > 1;
  if (isThere && !colour) sheet.setTabColor(BADGE);
  else if (!isThere && colour === BADGE) sheet.setTabColor(null);
}

/** Takes the line of a problem away and tells how often it had been reported. */
function takeAway(sheet: Sheet, what: string, columns: Map<Heading, number>): number {
  const column = letters(columns.get('Problem') ?? 0);
  const line = sheet
    .getRange(`${column}2:${column}`)
    .createTextFinder(what)
    .matchEntireCell(true)
    .matchCase(true)
    .findNext();
  if (!line) return 0;
  const count = sheet.getRange(line.getRow(), columns.get('How often') ?? 0).getValue();
  sheet.deleteRow(line.getRow());
  return Number(count) || 1;
}

/** The newest problems that happened after `since`, in milliseconds: one call. */
export function recentProblems(sheet: Sheet, since: number): Problem[] {
  const rows = sheet.getRange(
    1,
    1,
    Math.min(sheet.getLastRow(), RECENT + 1),
    sheet.getLastColumn(),
  );
  const [header = [], ...lines] = rows.getValues();
  const columns = columnsOf(header, PROBLEM_HEADINGS);
  const cell = (line: unknown[], heading: Heading) => line[(columns.get(heading) ?? 0) - 1] ?? '';
  return lines
    .filter((line) => (timeOf(cell(line, 'Last time')) ?? 0) > since)
    .map((line) => ({
      what: textOf(cell(line, 'Problem')),
      toDo: textOf(cell(line, 'What to do')),
    }));
}
