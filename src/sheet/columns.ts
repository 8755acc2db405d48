/** Where the columns of the Clients tab stand: side by side they are searched fastest. */
import { ClientsTab } from './clients';
import { headerOf } from './header';
import { KEY_HEADINGS } from './patterns';
import { CLIENT_HEADINGS, type ClientHeading, columnsOf, letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What an invitation by number is looked up in. */
export const INVITATION_HEADINGS: ClientHeading[] = ['Notice', ...KEY_HEADINGS];

/** What rows are found by. */
const SEARCHED: ClientHeading[] = ['Invited by', ...INVITATION_HEADINGS, 'Code'];

/** What stands together in a new sheet. */
const TOGETHER: ClientHeading[] = CLIENT_HEADINGS.slice(0, CLIENT_HEADINGS.indexOf('Code') + 1);

/** Whether nothing stands between the columns that rows are found by. */
export function areTogether(tab: ClientsTab): boolean {
  return tab.span(SEARCHED).width === SEARCHED.length;
}

/**
 * Moves the columns together, in the order of a new sheet; what the owner has goes to the right of them. The header is
 * read for every move: the owner may be moving columns at the same time. Cut off, it can be done once more.
 *
 * @throws {MissingTab} when a needed heading is not there, and whatever Google refuses
 */
export function moveTogether(sheet: Sheet): void {
  for (let left = 2 * TOGETHER.length; left > 0 && !areTogether(new ClientsTab(sheet)); left--) {
    const columns = columnsOf(headerOf(sheet), TOGETHER);
    const start = Math.min(...columns.values());
    const present = TOGETHER.filter((heading) => columns.has(heading));
    const next = present.findIndex((heading, n) => columns.get(heading) !== start + n);
    const column = letters(columns.get(present[next] as ClientHeading) ?? 0);
    sheet.moveColumns(sheet.getRange(`${column}:${column}`), start + next);
  }
}
