/** The owner's hand on the tab Settings: reads the values beside their names, and types others. */
import type { LocalAppsScript } from '../apps-script';

const TAB = 'Settings';

/** The values by their names; a script without such a tab has none. */
export function settingsOf({ spreadsheet }: LocalAppsScript): Record<string, string> {
  return Object.fromEntries(rowsOf(spreadsheet).map(([name = '', value = '']) => [name, value]));
}

/** Types a value beside its name; a script without such a setting has no need of it. */
export function typeSetting({ spreadsheet }: LocalAppsScript, name: string, value: string): void {
  const rows = rowsOf(spreadsheet);
  const column = rows[0]?.indexOf('Value') ?? -1;
  const row = rows.findIndex((cells) => cells[0] === name);
  if (column < 0 || row < 0) return;
  spreadsheet.type(TAB, row + 1, column + 1, value);
}

function rowsOf(spreadsheet: LocalAppsScript['spreadsheet']): string[][] {
  return spreadsheet.sheetNames().includes(TAB) ? spreadsheet.rows(TAB) : [];
}
