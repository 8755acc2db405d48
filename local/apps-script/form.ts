/** The answers of a Google Form that is linked to a tab: a row of its own, and what onFormSubmit hears of it. */
import type { Book } from './book';
import type { SheetData } from './sheet-data';

/** What somebody answered, by question; several answers for a question with boxes. */
export type FormAnswers = Record<string, string | string[]>;

/** An answered form, as the trigger hears of it. */
export interface Submission {
  sheetId: number;
  row: number;
  columns: number;
  values: string[];
  namedValues: Record<string, string[]>;
}

const TIMESTAMP = 'Timestamp';

/** Puts the answers below everything in the tab; questions that have no column yet get one. */
export function submitForm(book: Book, sheet: SheetData, answers: FormAnswers): Submission {
  const headings = [TIMESTAMP, ...Object.keys(answers)];
  const columns = headings.map((heading) => columnOf(book, sheet, heading));
  const row = Math.max(1, sheet.lastRow()) + 1;
  const width = Math.max(...columns);
  sheet.maxRows = Math.max(sheet.maxRows, row);
  const given = [book.present(), ...Object.values(answers).map(joined)];
  given.forEach((value, i) => {
    book.write(sheet, row, columns[i] as number, value, 'owner');
  });
  const values = Array.from({ length: width }, (_, i) => book.shown(sheet, row, i + 1));
  const named = columns.map((column, i) => [headings[i], [values[column - 1]]]);
  return { sheetId: sheet.id, row, columns: width, values, namedValues: Object.fromEntries(named) };
}

function joined(answer: string | string[]): string {
  return Array.isArray(answer) ? answer.join(', ') : answer;
}

/** Where the first row has the heading; behind the last one, which it then becomes, when it has not. */
function columnOf(book: Book, sheet: SheetData, heading: string): number {
  const last = sheet.lastColumn();
  for (let column = 1; column <= last; column++) {
    if (book.shown(sheet, 1, column) === heading) return column;
  }
  sheet.maxColumns = Math.max(sheet.maxColumns, last + 1);
  book.write(sheet, 1, last + 1, heading, 'owner');
  return last + 1;
}
