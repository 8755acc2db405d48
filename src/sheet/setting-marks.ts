/** Says in the column *Check* of the Settings tab what is wrong with a value, and colours the value's cell. */
import type { Catalogue } from '../program/setting-entry';
import { readSettings, type Settings } from '../program/settings';
import { textCell } from './cells';
import { headingsNamed, readSettingsTable, valuesIn } from './settings';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What cannot be used, and what needs a remark. */
const WRONG = '#fce8e6';
const REMARKED = '#fef7e0';

/** The cells that nobody else has coloured. */
const OURS = ['#ffffff', WRONG, REMARKED];

/** How the notes end in which earlier versions said it. */
const OLD_NOTE = /(The default is used|they are sent as text)\.$/;

/**
 * Marks each value that cannot be used or needs a remark, and takes the other marks away: no call more than reading the
 * tab where nothing is new. Without the column nothing is marked: *Check set-up* makes it.
 *
 * @param clients finds the tab *Clients*, whose headings texts may name
 * @returns the settings as they are used
 * @throws {MissingTab} when a heading is not there
 */
export function markSettingProblems(
  sheet: Sheet,
  catalogue: Catalogue,
  clients: () => Sheet,
): Settings {
  const table = readSettingsTable(sheet);
  const { names, rows, columns } = table;
  const given = valuesIn(table);
  const headings = headingsNamed(given, catalogue, clients);
  const { settings, problems, remarks } = readSettings(given, catalogue, headings);
  const check = columns.get('Check');
  if (!check) return settings;
  const ours = new Set(catalogue.settings.map(({ name }) => name));
  names.forEach((name, index) => {
    if (!ours.has(name)) return;
    const problem = problems[name];
    const says = problem ? `${problem} The default is used.` : (remarks[name] ?? '');
    if (says === rows[index]?.[check - 1]) return;
    sheet.getRange(index + 2, check).setValue(textCell(says));
    const value = sheet.getRange(index + 2, columns.get('Value') ?? 0);
    if (!OURS.includes(value.getBackground())) return;
    value.setBackground(says ? (problem ? WRONG : REMARKED) : null);
  });
  return settings;
}

/** Takes away the notes in which earlier versions said what is wrong; the owner's stay. */
export function clearOldNotes(sheet: Sheet, catalogue: Catalogue): void {
  const { names, columns } = readSettingsTable(sheet);
  const ours = new Set(catalogue.settings.map(({ name }) => name));
  if (!names.length) return;
  const values = sheet.getRange(2, columns.get('Value') ?? 0, names.length, 1);
  values.getNotes().forEach(([note = ''], index) => {
    if (OLD_NOTE.test(note) && ours.has(names[index] ?? '')) {
      values.getCell(index + 1, 1).clearNote();
    }
  });
}
