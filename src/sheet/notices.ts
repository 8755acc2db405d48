/** Writes into *Notice* cells what became of a sending, wherever the owner has moved the row in the meantime. */
import type { Told } from '../program/base';
import { noticePattern } from './patterns';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Gives the notices that are meant a new text: one call, and nothing happens where the owner has changed the cell.
 *
 * @param where the column *Notice*, or the whole tab
 */
export function rewriteNotices(where: Range | Sheet, which: Told, notice: string): void {
  where
    .createTextFinder(`^(?:${noticePattern(which)})$`)
    .useRegularExpression(true)
    .matchEntireCell(true)
    .replaceAllWith(notice.replace(/[$\\]/g, ''));
}
