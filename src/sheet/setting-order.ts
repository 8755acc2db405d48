/** The order of the rows of the Settings tab: whole rows are moved, with the owner's formats, notes and columns. */
import type { Catalogue } from '../program/setting-entry';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Row 2 is the first below the headings. */
const FIRST = 2;

/**
 * Puts the settings into the catalogue's order. A row that is no setting stays below the setting that it stood under;
 * those above all settings stay there.
 *
 * @param order the name in each row below the headings; it follows the moves
 */
export function putInOrder(sheet: Sheet, order: string[], catalogue: Catalogue): void {
  const wanted = catalogue.settings.map(({ name }) => name).filter((name) => order.includes(name));
  const isSetting = (name: string, index: number) =>
    wanted.includes(name) && order.indexOf(name) === index;
  /** Where the rows end that belong to the setting in this one. */
  const endOf = (at: number) => {
    const next = order.findIndex((name, index) => index > at && isSetting(name, index));
    return next < 0 ? order.length : next;
  };
  let place = Math.max(order.findIndex(isSetting), 0);
  wanted.forEach((name, n) => {
    const from = order.indexOf(name);
    let end = endOf(from);
    if (from !== place) {
      // Those that follow in the right order come along.
      for (let next = n + 1; order[end] === wanted[next] && end < order.length; next++) {
        end = endOf(end);
      }
      move(sheet, order, from, end, place);
    }
    place = endOf(place);
  });
}

/** Moves a setting below the one that comes before it in its group, or below the group's heading. */
export function putBehindSibling(
  sheet: Sheet,
  names: string[],
  name: string,
  { groups }: Catalogue,
): void {
  const group = groups.find(({ settings }) => settings.some((one) => one.name === name));
  if (!group) return;
  const all = [group.name, ...group.settings.map((one) => one.name)];
  const before = all.slice(0, all.indexOf(name)).reverse();
  const sibling = before.map((one) => names.indexOf(one)).find((at) => at >= 0);
  const from = names.indexOf(name);
  if (sibling === undefined || from === sibling + 1) return;
  move(sheet, names, from, from + 1, sibling + 1);
}

/** Moves rows in the sheet and in the list of their names. */
function move(sheet: Sheet, names: string[], from: number, end: number, to: number): void {
  sheet.moveRows(sheet.getRange(`${from + FIRST}:${end - 1 + FIRST}`), to + FIRST);
  const moved = names.splice(from, end - from);
  names.splice(to > from ? to - moved.length : to, 0, ...moved);
}
