/** The list that drops down from a cell whose values are given: a click opens it, or Enter. */
import type { MenuItem, Over } from '../over/over';
import { columnLetters } from './columns';
import type { Sheet } from './sheet';
import { cellId, type Spot } from './spot';

/** What may be chosen in a cell; nothing where anything may be typed. */
export function choicesAt(sheet: Sheet, { row, column }: Spot): string[] {
  return sheet.cells.row(row).choices[column] ?? [];
}

/** Opens the list of the chosen cell. @returns whether it has one */
export function openChoices(sheet: Sheet, over: Over): boolean {
  const { spot } = sheet;
  const choices = choicesAt(sheet, spot);
  if (choices.length === 0) return false;
  const { left = 200, bottom = 200 } =
    document.getElementById(cellId(spot))?.getBoundingClientRect() ?? {};
  const items = choices.map((title): MenuItem => ({ title, act: () => void sheet.type(title) }));
  over.menu.set({
    label: `Choices for ${columnLetters(spot.column)}${spot.row}`,
    items,
    at: { left, top: bottom },
  });
  return true;
}
