/** The owner's other tabs, as lists of people to import. */

import type { Services } from '../../script/services';
import { textOf } from '../../sheet/cells';
import type { OtherTab } from '../wire';

/** Every tab that holds something. */
export function importTabs({ spreadsheet }: Services): OtherTab[] {
  return spreadsheet
    .getSheets()
    .map((sheet) => ({ name: sheet.getName(), rows: sheet.getLastRow() }))
    .filter(({ rows }) => rows > 0);
}

/** Some rows of a tab as texts, from the 1-based row `from`. @throws Error when there is no such tab any more */
export function tabRows(
  { spreadsheet }: Services,
  name: string,
  from: number,
  count: number,
): string[][] {
  const sheet = spreadsheet.getSheetByName(name);
  if (!sheet) throw new Error(`There is no tab “${name}” any more.`);
  const rows = Math.min(count, sheet.getLastRow() - from + 1);
  if (rows < 1) return [];
  const cells = sheet.getRange(from, 1, rows, sheet.getLastColumn()).getValues();
  return cells.map((row) => row.map(textOf));
}
