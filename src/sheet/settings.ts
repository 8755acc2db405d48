/** The Settings tab: reads the owner's values and says in the cell's note what is wrong with one. */
import type { Catalogue } from '../program/setting-entry';
import { namesColumns, readSettings } from '../program/settings';
import { textCell } from './cells';
import { headerOf } from './header';
import { columnsOf, MissingTab, SETTING_HEADINGS } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The owner's values by the setting's name: one call.
 *
 * @throws {MissingTab} when a heading is not there
 */
export function readSettingsTab(sheet: Sheet): Record<string, string> {
  const rows = sheet.getDataRange().getDisplayValues();
  const { name, value } = positions(rows);
  const values: Record<string, string> = {};
  for (const row of rows.slice(1)) {
    const key = row[name]?.trim();
    if (key && !Object.prototype.hasOwnProperty.call(values, key)) values[key] = row[value] ?? '';
  }
  return values;
}

/**
 * Writes values beside their names, as text: one call for values below each other. A name that has no row is passed over.
 *
 * @param values by the setting's name
 * @throws {MissingTab} when a heading is not there
 */
export function writeSettingsTab(sheet: Sheet, values: Record<string, string>): void {
  const rows = sheet.getDataRange().getDisplayValues();
  const { name, value } = positions(rows);
  const written = new Set<string>();
  let block: string[][] = [];
  rows.slice(1).forEach((row, index, all) => {
    const setting = row[name]?.trim() ?? '';
    const own = Object.prototype.hasOwnProperty.call(values, setting) && !written.has(setting);
    if (own) block.push([textCell(values[setting] ?? '')]);
    written.add(setting);
    const ends = !own || index === all.length - 1;
    if (!ends || !block.length) return;
    const last = index + (own ? 2 : 1);
    sheet
      .getRange(last - block.length + 1, value + 1, block.length, 1)
      .setNumberFormat('@')
      .setValues(block);
    block = [];
  });
}

/**
 * The headings that texts may name, of the tab *Clients*: one call, and none where no text names any.
 *
 * @param given the owner's values by the setting's name
 * @param clients finds that tab
 */
export function headingsNamed(
  given: Record<string, string>,
  catalogue: Catalogue,
  clients: () => Sheet,
): string[] {
  return namesColumns(given, catalogue) ? clientHeadings(clients) : [];
}

/** The headings of the tab *Clients*; none when it is not there. */
export function clientHeadings(clients: () => Sheet): string[] {
  try {
    const header = headerOf(clients());
    return header.map(String);
  } catch {
    return [];
  }
}

/**
 * Puts a note beside each value that cannot be used or needs a remark, and takes the others' notes away.
 *
 * @param clients finds the tab *Clients*, whose headings texts may name
 */
export function markSettingProblems(
  sheet: Sheet,
  catalogue: Catalogue,
  clients: () => Sheet,
): Record<string, string> {
  const rows = sheet.getDataRange().getDisplayValues();
  const { name, value } = positions(rows);
  const given = readSettingsTab(sheet);
  const headings = headingsNamed(given, catalogue, clients);
  const { problems, remarks } = readSettings(given, catalogue, headings);
  if (rows.length < 2) return problems;
  const range = sheet.getRange(2, value + 1, rows.length - 1, 1);
  const notes = rows.slice(1).map((row) => {
    const setting = row[name]?.trim() ?? '';
    const problem = problems[setting];
    return [problem ? `${problem} The default is used.` : (remarks[setting] ?? '')];
  });
  if (String(range.getNotes()) !== String(notes)) range.setNotes(notes);
  return problems;
}

/**
 * The settings that a tab lacks, each as name, value, what it does.
 *
 * @param rows what stands in the tab
 * @param nameColumn the 1-based column of the names
 */
export function missingSettings(
  rows: string[][],
  nameColumn: number,
  catalogue: Catalogue,
): string[][] {
  const known = new Set(rows.map((row) => row[nameColumn - 1]?.trim()));
  return catalogue.settings
    .filter(({ name }) => !known.has(name))
    .map(({ name, value, about }) => [name, value, about]);
}

function positions(rows: string[][]): { name: number; value: number } {
  const columns = columnsOf(rows[0] ?? [], SETTING_HEADINGS);
  const name = columns.get('Name');
  const value = columns.get('Value');
  if (!name || !value) {
    throw new MissingTab(
      'The tab “Settings” needs the headings “Name” and “Value” in row 1. Use Referrals → Check set-up.',
    );
  }
  return { name: name - 1, value: value - 1 };
}
