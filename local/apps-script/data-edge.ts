/** Where Ctrl and an arrow key lead: the end of the filled cells, or the next filled one, or the grid's end. */
import type { Area } from './a1';
import type { SheetData } from './sheet-data';

/** One cell down and one to the right, by direction. */
const STEPS: Record<string, [number, number]> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** The cell that is reached from the first cell of an area. `direction`: a name of SpreadsheetApp.Direction. */
export function dataEdge(sheet: SheetData, from: Area, direction: string): Area {
  const [down, right] = STEPS[direction] as [number, number];
  let { row, column } = from;
  const isInside = (r: number, c: number) =>
    r >= 1 && c >= 1 && r <= sheet.maxRows && c <= sheet.maxColumns;
  const isFilled = (r: number, c: number) => isInside(r, c) && sheet.value(r, c) !== '';
  const isWithinData = isFilled(row, column) && isFilled(row + down, column + right);
  const goesOn = isWithinData ? isFilled : isInside;
  while (goesOn(row + down, column + right)) {
    row += down;
    column += right;
    if (!isWithinData && isFilled(row, column)) break;
  }
  return { row, column, rows: 1, columns: 1 };
}
