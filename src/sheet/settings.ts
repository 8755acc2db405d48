/** The Settings tab: reads the owner's values by their names, and writes others. */
import type { Catalogue } from '../program/setting-entry';
import { namesColumns } from '../program/settings';
import { textCell } from './cells';
import { headerOf } from './header';
import { columnsOf, MissingTab, SETTING_HEADINGS, type SettingHeading } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tab as it was read: one call. */
export interface SettingsTable {
  /** The rows below the headings, as they are displayed. */
  rows: string[][];
  /** The name in each of them; '' where there is none. */
  names: string[];
  /** Where each heading stands, 1-based. */
  columns: Map<SettingHeading, number>;
}

/** @throws {MissingTab} when a heading is not there without which nothing can be read */
export function readSettingsTable(sheet: Sheet): SettingsTable {
  const [header = [], ...rows] = sheet.getDataRange().getDisplayValues();
  const columns = columnsOf(header, SETTING_HEADINGS);
  const name = columns.get('Name');
  if (!name || !columns.has('Value')) {
    throw new MissingTab(
      'The tab “Settings” needs the headings “Name” and “Value” in row 1. Use Referrals → Check set-up.',
    );
  }
  return { rows, columns, names: rows.map((row) => row[name - 1]?.trim() ?? '') };
}

/** The values by their names; where a name stands twice, the first counts. */
export function valuesIn({ rows, names, columns }: SettingsTable): Record<string, string> {
  const value = (columns.get('Value') ?? 0) - 1;
  const values: Record<string, string> = {};
  names.forEach((name, index) => {
    if (!name || Object.prototype.hasOwnProperty.call(values, name)) return;
    values[name] = rows[index]?.[value] ?? '';
  });
  return values;
}

/**
 * The owner's values by the setting's name: one call.
 *
 * @throws {MissingTab} when a heading is not there
 */
export function readSettingsTab(sheet: Sheet): Record<string, string> {
  return valuesIn(readSettingsTable(sheet));
}

/**
 * Writes values beside their names, as text: one call for values below each other. A name that has no row is passed over.
 *
 * @param values by the setting's name
 * @throws {MissingTab} when a heading is not there
 */
export function writeSettingsTab(sheet: Sheet, values: Record<string, string>): void {
  const { names, columns } = readSettingsTable(sheet);
  const written = new Set<string>();
  let block: string[][] = [];
  names.forEach((setting, index) => {
    const own = Object.prototype.hasOwnProperty.call(values, setting) && !written.has(setting);
    if (own) block.push([textCell(values[setting] ?? '')]);
    written.add(setting);
    const ends = !own || index === names.length - 1;
    if (!ends || !block.length) return;
    const last = index + (own ? 2 : 1);
    sheet
      .getRange(last - block.length + 1, columns.get('Value') ?? 0, block.length, 1)
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
