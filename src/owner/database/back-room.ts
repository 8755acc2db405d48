/** Whether everybody fits into the sheet again. */
import { databaseOf } from '../../script/books';
import type { Script } from '../../script/program';
import { ifMade, sheetOf } from '../../script/tabs';
import { BackTab } from '../../sheet/back-tab';
import { WINDOWS, type WindowForm } from '../../sheet/window-form';
import { countOf } from '../../sql/moving-back';
import { MOST_CELLS } from '../room';

/** So many people more are to have room, who come in the meantime. */
const SPARE_ROWS = 1000;

/** @throws Error with the figures where the spreadsheet would have too many cells, or a tab is missing */
export function refuseFull(script: Script): void {
  const { spreadsheet } = script.services;
  const now = spreadsheet
    .getSheets()
    .reduce((cells, sheet) => cells + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
  const clients = roomFor(WINDOWS.clients, SPARE_ROWS, script);
  const rewards = roomFor(WINDOWS.rewards, 0, script);
  const cells = now + clients.cells + rewards.cells;
  if (cells <= MOST_CELLS) return;
  const [people, given, all, most] = [clients.rows, rewards.rows, cells, MOST_CELLS].map((one) =>
    one.toLocaleString('en-US'),
  );
  throw new Error(
    `They do not fit into the sheet: with ${people} people and ${given} rewards the spreadsheet would have ${all} cells, and Google lets it have ${most}. Nothing has been done. Empty columns of Clients, and tabs that you no longer need, take room; so does each column of yours.`,
  );
}

/** How many rows the database has, and how many cells those would take that are not in the tab. */
function roomFor(form: WindowForm, spare: number, script: Script): { rows: number; cells: number } {
  const rows = countOf(form.table, databaseOf(script));
  const tab = ifMade(() => new BackTab(sheetOf(form.name, script), form));
  if (!tab && !rows) return { rows, cells: 0 };
  if (!tab) {
    throw new Error(`The tab “${form.name}” is missing. Use Referrals → Check set-up first.`);
  }
  const missing = Math.max(rows - tab.idsAt().size, 0) + spare;
  return { rows, cells: missing * tab.sheet.getMaxColumns() };
}
