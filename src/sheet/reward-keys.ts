/** The keys of rewards in a column, where somebody comes to be known by another key. */
import { escaped } from './patterns';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Puts the new key of a person wherever a reward's key holds the earlier one. */
export function renameInKeys(cells: Range, from: string, to: string): void {
  for (const side of ['inviter', 'friend']) {
    cells.createTextFinder(`${side}:${from}`).matchEntireCell(true).replaceAllWith(`${side}:${to}`);
  }
  cells
    .createTextFinder(`^milestone:${escaped(from)}:`)
    .useRegularExpression(true)
    .replaceAllWith(`milestone:${to}:`.replace(/[$\\]/g, ''));
}
