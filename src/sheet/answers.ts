/** The Answers tab: the owner's own commands. Without it, or with other headings, there are none. */
import type { AnswerLine } from '../program/answer-lines';
import { headerOf } from './header';
import { columnsOf } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const ANSWER_HEADINGS = ['Words', 'Answer', 'Buttons'] as const;

/** A line to begin with: it is not used until it has an answer. */
export const EXAMPLE_LINE = 'opening hours, hours, when are you open';

/** The lines below the headings, in the order of the tab: one call. */
export function readAnswersTab(sheet: Sheet): AnswerLine[] {
  const rows = sheet.getDataRange().getDisplayValues();
  const columns = columnsOf(rows[0] ?? [], ANSWER_HEADINGS);
  if (!columns.has('Words') || !columns.has('Answer')) return [];
  const cell = (row: string[], heading: (typeof ANSWER_HEADINGS)[number]) =>
    row[(columns.get(heading) ?? 0) - 1] ?? '';
  return rows.slice(1).map((row) => ({
    words: cell(row, 'Words'),
    answer: cell(row, 'Answer'),
    buttons: cell(row, 'Buttons'),
  }));
}

/** Puts a note beside the words of each line that cannot be used, and takes the others' notes away. */
export function markAnswerProblems(sheet: Sheet, problems: string[]): void {
  const header = headerOf(sheet);
  const column = columnsOf(header, ANSWER_HEADINGS).get('Words');
  if (!column || !problems.length) return;
  const range = sheet.getRange(2, column, problems.length, 1);
  const notes = problems.map((problem) => [problem]);
  if (String(range.getNotes()) !== String(notes)) range.setNotes(notes);
}
