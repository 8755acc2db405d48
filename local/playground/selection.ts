/** Tells the script's selecting of a cell from the owner's. */
import type { LocalAppsScript } from '../apps-script';
import type { View } from './view';

export class Selection {
  private known = '';
  private told: View['selection'] = null;

  byOwner(sheet: string, row: number, column: number): void {
    this.known = spot(sheet, row, column);
  }

  /** The cell that the script activated last, with a number that grows each time; null when it never did. */
  byScript({ selected }: LocalAppsScript['spreadsheet']): View['selection'] {
    const { sheet, row, column } = selected;
    const now = spot(sheet, row, column);
    if (this.known !== '' && now !== this.known) {
      this.told = { sheet, row, column, n: (this.told?.n ?? 0) + 1 };
    }
    this.known = now;
    return this.told;
  }
}

function spot(sheet: string, row: number, column: number): string {
  return `${row}:${column} ${sheet}`;
}

/** How a cell is called in a formula: row 2, column 27 → `AA2`. */
export function a1(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + row;
}
