/** Rows of a tab as the sheet shows them, the owner's columns included. */
import type { ShownRows } from '../program/base';
import { blocksOf } from './blocks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Reads them with their headings, in few calls. */
export function shownRows(sheet: Sheet, rows: number[]): ShownRows {
  const width = sheet.getLastColumn();
  const read = (top: number, height: number) =>
    sheet.getRange(top, 1, height, width).getDisplayValues();
  const [headings = []] = read(1, 1);
  const cells = new Map<number, string[]>();
  for (const { top, bottom } of blocksOf(rows)) {
    for (const [index, texts] of read(top, bottom - top + 1).entries()) {
      cells.set(top + index, texts);
    }
  }
  return { headings, rows: [...new Set(rows)].map((row) => cells.get(row) ?? []) };
}
