/** The column *Link* of the Clients tab, which is made when it is first needed. */

import { headerOf } from './header';
import { columnsOf, LINK_HEADING } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** @returns its number, from 1 */
export function linkColumn(sheet: Sheet): number {
  const column = columnsOf(headerOf(sheet), [LINK_HEADING]).get(LINK_HEADING);
  if (column) return column;
  const last = sheet.getLastColumn();
  if (last === sheet.getMaxColumns()) sheet.insertColumnAfter(last);
  sheet.getRange(1, last + 1).setValue(LINK_HEADING);
  return last + 1;
}
