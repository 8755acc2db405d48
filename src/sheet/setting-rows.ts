/** The rows of the Settings tab: those that are missing are made, in groups, and what belongs to other providers is hidden. */
import type { Catalogue } from '../program/setting-entry';
import { textCell } from './cells';
import { putBehindSibling, putInOrder } from './setting-order';
import { readSettingsTable, type SettingsTable } from './settings';
import { columnRuns, HEADER_COLOUR } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One row by the headings. */
type Cells = Record<string, string>;

/**
 * Makes the settings that the tab lacks, and the headings of the groups. A tab without any of these, as older versions
 * made it, is put in order first; where there are some, the owner's order stays. Cut off, it can be done once more.
 */
export function addMissingSettings(sheet: Sheet, catalogue: Catalogue): void {
  const added = appendMissing(sheet, catalogue);
  const { names } = readSettingsTable(sheet);
  const isGrouped = catalogue.groups.some(({ name }) => names.includes(name));
  if (!isGrouped) putInOrder(sheet, names, catalogue);
  else for (const name of added) putBehindSibling(sheet, names, name, catalogue);
  addMissingGroups(sheet, catalogue);
}

/**
 * Hides the rows that belong to other providers, unless it is so already; then all others can be seen. Rows are hidden
 * where they stand: sorted, the tab shows others.
 *
 * @param provider whose rows are to be seen
 */
export function showRowsOf(sheet: Sheet, { settings }: Catalogue, provider: string): void {
  const { names, rows, columns } = readSettingsTable(sheet);
  const check = (columns.get('Check') ?? 0) - 1;
  const rowsWhere = (own: boolean) =>
    settings.flatMap(({ name, providers }) => {
      const at = names.indexOf(name);
      if (!providers || at < 0) return [];
      // What is wrong is never out of sight.
      return (providers.includes(provider) || !!rows[at]?.[check]) === own ? [at + 2] : [];
    });
  const others = rowsWhere(false);
  const isHidden = (row: number) => sheet.isRowHiddenByUser(row);
  if (others.every(isHidden) && !rowsWhere(true).some(isHidden)) return;
  sheet.showRows(2, names.length);
  for (const [first, last] of columnRuns(others)) sheet.hideRows(first, last - first + 1);
}

/** Below the last setting: a column of the owner's may go on. @returns the names of those that were missing */
function appendMissing(sheet: Sheet, { settings }: Catalogue): string[] {
  const { names, rows, columns } = readSettingsTable(sheet);
  const missing = settings.filter(({ name }) => !names.includes(name));
  if (!missing.length) return [];
  const ours = [...columns.values()];
  const used = rows.map((row) => ours.some((column) => row[column - 1] !== ''));
  const top = used.lastIndexOf(true) + 3;
  const lacking = top + missing.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const cells = missing.map(({ name, value, about }) => ({
    Name: name,
    Value: value,
    'What it does': about,
  }));
  write(sheet, columns, top, cells);
  return missing.map(({ name }) => name);
}

/** From the last to the first: the rows above stay where they are. */
function addMissingGroups(sheet: Sheet, { groups }: Catalogue): void {
  const table = readSettingsTable(sheet);
  const { names, rows, columns } = table;
  for (const { name, about, settings } of [...groups].reverse()) {
    const own = settings.map((one) => one.name);
    const first = names.findIndex((one) => own.includes(one));
    if (names.includes(name) || first < 0) continue;
    // A row that was cut off is gone on with.
    const above = [...columns.values()].map((column) => rows[first - 1]?.[column - 1]);
    const isFree = above.every((cell) => cell === '' || cell === about);
    const row = isFree ? first + 1 : first + 2;
    if (!isFree) sheet.insertRowsBefore(row, 1);
    for (const column of columns.values()) {
      sheet.getRange(row, column).setFontWeight('bold').setBackground(HEADER_COLOUR);
    }
    write(sheet, columns, row, [{ Name: name, 'What it does': about }]);
  }
}

/** One call for columns side by side, so that no row is there in part. */
function write(sheet: Sheet, columns: SettingsTable['columns'], top: number, cells: Cells[]): void {
  const headings = new Map([...columns].map(([heading, column]) => [column, heading]));
  for (const [first, last] of columnRuns([...columns.values()])) {
    const range = sheet.getRange(top, first, cells.length, last - first + 1);
    const run = Array.from({ length: last - first + 1 }, (_, n) => headings.get(first + n) ?? '');
    range.setNumberFormat('@').setWrap(true).setVerticalAlignment('top');
    range.setValues(cells.map((row) => run.map((heading) => textCell(row[heading] ?? ''))));
  }
}
