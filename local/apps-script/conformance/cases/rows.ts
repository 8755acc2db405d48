/** Where a tab ends, where appendRow writes, and how cells are named. */
import { type Case, threw } from '../case';
import type { Scene } from '../script/scene';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const LANDS = 'A new row would land far below the last person, or on top of somebody.';

/** The last row of a tab with two rows of names after something was done to it, and where appendRow then writes. */
function ends(it: Scene, change: (sheet: Sheet) => void): [last: number, appended: number] {
  const sheet = it.sheet();
  sheet.getRange('A1:A2').setValues([['name'], ['Anna']]);
  change(sheet);
  const last = sheet.getLastRow();
  sheet.appendRow(['new']);
  const cell = sheet.createTextFinder('new').matchEntireCell(true).findNext();
  return [last, cell?.getRow() ?? 0];
}

const CHANGES: [what: string, change: (sheet: Sheet) => void, expected: [number, number]][] = [
  ['nothing else', () => undefined, [2, 3]],
  ['a text far down in another column', (s) => s.getRange('C9').setValue('x'), [9, 10]],
  ['unticked check-boxes', (s) => s.getRange('B2:B20').insertCheckboxes(), [20, 21]],
  ['a format only', (s) => s.getRange('B30').setBackground('red'), [2, 3]],
  ['a note only', (s) => s.getRange('B30').setNote('x'), [2, 3]],
  ['a number format only', (s) => s.getRange('B30').setNumberFormat('@'), [2, 3]],
  ['a text that was cleared', (s) => s.getRange('B30').setValue('x').clearContent(), [2, 3]],
  ['a formula that shows nothing', (s) => s.getRange('B30').setFormula('=""'), [30, 31]],
  ['an empty text', (s) => s.getRange('B30').setValue(''), [2, 3]],
  ['an apostrophe alone', (s) => s.getRange('B30').setValue("'"), [2, 3]],
];

const endings: Case[] = CHANGES.map(([what, change, expected]) => ({
  name: `getLastRow and the row of appendRow, with ${what}`,
  run: (it) => ends(it, change),
  expected,
  sure: /check-box|formula/.test(what) ? 'measured by others' : 'assumed',
  means: LANDS,
}));

const A1: [notation: string, name: string][] = [
  ['B2', 'B2'],
  ['b2', 'B2'],
  ['A1:B2', 'A1:B2'],
  ['B2:A1', 'A1:B2'],
  ['A:A', 'A:A'],
  ['2:2', '2:2'],
  ['A2:A', 'A2:A1000'],
  ['$B$2', 'B2'],
];

const notations: Case[] = A1.map(([notation, name]) => ({
  name: `getRange(${JSON.stringify(notation)}) is called`,
  run: (it) => it.sheet().getRange(notation).getA1Notation(),
  ...{ expected: name, sure: 'assumed', means: 'A range would be another one than was meant.' },
}));

export const ROWS: Case[] = [
  ...endings,
  ...notations,
  {
    name: 'getRange of what is no cell',
    run: (it) => it.sheet().getRange('no cell').getA1Notation(),
    expected: threw('Range not found'),
    sure: 'assumed',
    means: 'An error would be shown to the owner in other words.',
  },
  {
    name: 'getRange(0, 1)',
    run: (it) => it.sheet().getRange(0, 1).getA1Notation(),
    expected: threw('The starting row of the range is too small.'),
    sure: 'measured by others',
    means: 'An error would be shown to the owner in other words.',
  },
  {
    name: 'a new tab has so many rows and columns',
    run: (it) => {
      const sheet = it.sheet();
      return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()];
    },
    expected: [1000, 26, 0, 0],
    sure: 'measured by others',
    means: 'A tab made by the program would have to be made larger before it is written to.',
  },
  {
    name: 'setValues of another shape than the range',
    run: (it) =>
      it
        .sheet()
        .getRange('A1:A2')
        .setValues([['x']]),
    expected: threw(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ),
    sure: 'measured by others',
    means: 'An error would be shown to the owner in other words.',
  },
  {
    name: 'appendRow makes room at the end of the grid',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A1000').setValue('last');
      sheet.appendRow(['new']);
      return [sheet.getLastRow(), sheet.getMaxRows() >= 1001];
    },
    expected: [1001, true],
    sure: 'documented',
    means: 'A full tab would take nobody in.',
  },
  {
    name: 'getNextDataCell(UP) from the bottom finds the last filled cell of a column',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A1:A3').setValues([['x'], [''], ['y']]);
      sheet.getRange('B9').setValue('z');
      const bottom = sheet.getRange(sheet.getMaxRows(), 1);
      return bottom.getNextDataCell(SpreadsheetApp.Direction.UP).getA1Notation();
    },
    expected: 'A3',
    sure: 'measured by others',
    means: LANDS,
  },
  {
    name: 'getNextDataCell(UP) of an empty column ends at the first row',
    run: (it) => {
      const bottom = it.sheet().getRange('A1000');
      return bottom.getNextDataCell(SpreadsheetApp.Direction.UP).getA1Notation();
    },
    expected: 'A1',
    sure: 'assumed',
    means: LANDS,
  },
  {
    name: 'an unflushed write is read back by getValue',
    run: (it) => it.cell().setValue('fresh').getValue(),
    expected: 'fresh',
    sure: 'documented',
    means: 'Every reading has to be preceded by a flush.',
  },
  {
    name: 'getValue of cells of each kind',
    run: (it) => {
      const range = it.sheet().getRange('A1:D1');
      range.setValues([['x', 1.5, true, '']]);
      return range.getValues()[0];
    },
    expected: ['x', 1.5, true, ''],
    sure: 'documented',
    means: 'A value would come back as another kind.',
  },
  {
    name: 'getSheetByName of a tab that is not there',
    run: () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('nowhere'),
    expected: null,
    sure: 'documented',
    means: 'A missing tab would have to be caught instead of being asked for.',
  },
  {
    name: 'insertSheet of a name that is taken',
    run: (it) => {
      it.sheet().setName('taken');
      return SpreadsheetApp.getActiveSpreadsheet().insertSheet('taken').getName();
    },
    expected: threw('A sheet with the name "taken" already exists. Please enter another name.'),
    sure: 'measured by others',
    means: 'An error would be shown to the owner in other words.',
  },
];
