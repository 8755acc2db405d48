/** What the mouse does in the grid, as in Google Sheets. */
import { choicesAt } from './choices';
import type { Sheet } from './sheet';
import { isWithin, spotOf } from './spot';

/** A click chooses a cell, or a row or column by its heading; with Shift, all up to there. */
export function pointed(event: PointerEvent, sheet: Sheet): void {
  if ((event.target as Element).closest('.cell-editor')) return;
  const spot = spotOf(event.target);
  if (!spot) return;
  if (event.button === 2 && isWithin(spot, sheet.area)) return;
  if (event.shiftKey) {
    sheet.chooseTo(spot, false);
    return;
  }
  sheet.choose(spot, false);
  const { rows, columns } = sheet.size;
  if (spot.row === 0) sheet.chooseTo({ row: rows, column: spot.column }, false);
  if (spot.column === 0) sheet.chooseTo({ row: spot.row, column: columns }, false);
}

/** With the button held, all cells up to the pointer are chosen. */
export function dragged(event: PointerEvent, sheet: Sheet): void {
  if (event.buttons !== 1 || sheet.editing) return;
  const spot = spotOf(event.target);
  if (!spot || spot.row === 0 || spot.column === 0) return;
  if (spot.row !== sheet.end.row || spot.column !== sheet.end.column) sheet.chooseTo(spot, false);
}

/** On a column's edge it fits the column, in a cell it opens it. */
export function doubleClicked({ target }: MouseEvent, sheet: Sheet): void {
  const isEdge = (target as Element).classList.contains('edge');
  if (isEdge) sheet.fit(spotOf(target)?.column ?? 1);
  else if (isOnCell(target) && choicesAt(sheet, sheet.spot).length === 0) sheet.edit();
}

/** Neither the heading of a row or column, nor the field of a cell that is being typed into. */
export function isOnCell(target: EventTarget | null): boolean {
  const element = target as Element | null;
  return Boolean(element?.closest('.cell')) && !element?.closest('.cell-editor');
}
