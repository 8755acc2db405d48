/** What the owner does to rows and columns: the menu on a cell. */
import type { MenuItem, Over } from '../over/over';
import { columnLetters } from './columns';
import type { Sheet } from './sheet';

export function ownersMenu(sheet: Sheet, over: Over): (MenuItem | '-')[] {
  const { row, column } = sheet.spot;
  const letters = columnLetters(column);
  const act = (title: string, verb: string, details: object): MenuItem => ({
    title,
    act: () => void sheet.change(verb, details),
  });
  return [
    act(`Sort the sheet by column ${letters}, A → Z`, 'sort', { column, ascending: true }),
    act(`Sort the sheet by column ${letters}, Z → A`, 'sort', { column, ascending: false }),
    '-',
    act(`Insert a row above ${row}`, 'insertRow', { row }),
    act(`Delete row ${row}`, 'deleteRow', { row }),
    '-',
    act(`Insert a column left of ${letters}`, 'insertColumn', { column }),
    act(`Move column ${letters} left`, 'moveColumn', { column, to: column - 1 }),
    act(`Move column ${letters} right`, 'moveColumn', { column, to: column + 1 }),
    act(`Delete column ${letters}`, 'deleteColumn', { column }),
    '-',
    { title: 'Paste', act: () => void paste(sheet, over) },
  ];
}

/** Puts what was copied from a table into the cells from the chosen one on. */
async function paste(sheet: Sheet, over: Over): Promise<void> {
  const { row, column } = sheet.spot;
  const text = await navigator.clipboard.readText().catch(() => '');
  if (text === '') {
    return over.say('There is nothing to paste, or the browser does not allow it.');
  }
  await sheet.change('paste', { row, column, text });
}
