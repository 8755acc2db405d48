/** What the owner does to rows and columns: the menu on a cell. */
import type { App } from '../app';
import type { MenuItem } from '../over/over';
import { copied, copy, paste } from './clipboard';
import { columnLetters } from './columns';
import type { Sheet } from './sheet';

export function ownersMenu(app: App, sheet: Sheet): (MenuItem | '-')[] {
  const { row, column } = sheet.spot;
  const letters = columnLetters(column);
  const act = (title: string, verb: string, details: object): MenuItem => ({
    title,
    act: () => void sheet.change(verb, details),
  });
  return [
    act(`Sort the sheet by column ${letters}, A → Z`, 'sort', { column, ascending: true }),
    act(`Sort the sheet by column ${letters}, Z → A`, 'sort', { column, ascending: false }),
    act(`Show only rows with this in column ${letters}`, 'filter', { row, column }),
    act('Show all rows', 'endFilter', {}),
    '-',
    act(`Insert a row above ${row}`, 'insertRow', { row }),
    act(`Delete row ${row}`, 'deleteRow', { row }),
    '-',
    act(`Insert a column left of ${letters}`, 'insertColumn', { column }),
    act(`Move column ${letters} left`, 'moveColumn', { column, to: column - 1 }),
    act(`Move column ${letters} right`, 'moveColumn', { column, to: column + 1 }),
    act(`Delete column ${letters}`, 'deleteColumn', { column }),
    '-',
    { title: 'Cut', act: () => void copy(app, sheet, true) },
    { title: 'Copy', act: () => void copy(app, sheet) },
    { title: 'Paste', act: async () => paste(app, sheet, await copied()) },
    { title: 'Undo', act: () => void sheet.step('undo') },
    { title: 'Redo', act: () => void sheet.step('redo') },
  ];
}
