/** Writes into *Notice* cells what became of a sending, wherever the owner has moved the row in the meantime. */
import type { Told } from '../program/base';
import { noticePattern, waitsForPattern } from './patterns';

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

/** Notices that wait for somebody wait for them under another key from now on: one call. */
export function renameInNotices(where: Range, from: string, to: string): void {
  where
    .createTextFinder(`^${waitsForPattern([from])}`)
    .useRegularExpression(true)
    .replaceAllWith(`waits for ${to} to `.replace(/[$\\]/g, ''));
}
