/** The spreadsheet's grid: where ranges lie, how it grows and moves, and when writes take effect. */
import { errorOf, finished, going, resultOf, SHEET, scriptOf } from './script-of';

test.each([
  ["sheet.getRange('B2:C4')", 'B2:C4'],
  ["sheet.getRange('A:C')", 'A:C'],
  ["sheet.getRange('A2:C')", 'A2:C1000'],
  ["sheet.getRange('2:3')", '2:3'],
  ["SpreadsheetApp.getActive().getRange('Sheet1!D5')", 'D5'],
  ['SpreadsheetApp.getActive().getRange("\'Sheet1\'!D5")', 'D5'],
  ['sheet.getRange(3, 27 - 1)', 'Z3'],
  ['sheet.getRange(3, 2, 2, 4)', 'B3:E4'],
  ["sheet.getRange('B2:C4').offset(1, 1)", 'C3:D5'],
  ["sheet.getRange('B2:C4').getCell(3, 2)", 'C4'],
])('%s is %s', (range, notation) => {
  expect(resultOf(`return ${range}.getA1Notation();`)).toBe(notation);
});

test.each([
  [
    'sheet.getRange(1001, 1)',
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  [
    'sheet.getRange(1, 27)',
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
  ["sheet.getRange('nothing')", 'Range not found'],
  [
    "sheet.getRange('A1:B2').setValues([[1, 2]])",
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    "sheet.getRange('A1:B1').setValues([[1]])",
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ],
  ['sheet.deleteRows(1, 1000)', 'Sorry, it is not possible to delete all non-frozen rows.'],
  ['sheet.deleteRow(1001)', 'Those rows are out of bounds.'],
  [
    "SpreadsheetApp.getActive().insertSheet('Sheet1')",
    'A sheet with the name "Sheet1" already exists. Please enter another name.',
  ],
  [
    'SpreadsheetApp.getActive().deleteSheet(sheet)',
    "You can't remove all the sheets in a document.",
  ],
])('%s: %s', (code, message) => {
  expect(errorOf(`${code};`)).toBe(message);
});

test('appendRow goes below the last content of any column, and grows the grid', () => {
  const script = going(
    "sheet.appendRow(['new']); return [sheet.getLastRow(), sheet.getMaxRows()];",
  );
  script.spreadsheet.type('Sheet1', 1000, 20, 'stray');
  expect(finished(script.run('go')).result).toEqual([1001, 1001]);
});

test('getLastRow and getLastColumn of an empty tab are 0; its data range is A1', () => {
  expect(
    resultOf(
      'return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];',
    ),
  ).toEqual([0, 0, 'A1']);
});

test('rows and columns inserted, deleted and moved take values, formats and notes along', () => {
  const script = going(`
    sheet.insertRowBefore(1);
    sheet.insertColumnAfter(1);
    sheet.moveColumns(sheet.getRange('C:C'), 1);
    sheet.deleteColumn(3);
    return sheet.getRange('A1:B3').getValues();`);
  script.spreadsheet.fill('Sheet1', [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  script.spreadsheet.setNote('Sheet1', 2, 2, 'on d');
  expect(finished(script.run('go')).result).toEqual([
    ['', ''],
    ['b', 'a'],
    ['d', 'c'],
  ]);
  expect(script.spreadsheet.note('Sheet1', 3, 1)).toBe('on d');
});

test('rows that are moved take their looks along, and whether they are hidden', () => {
  const script = going(`
    sheet.hideRows(4);
    sheet.moveRows(sheet.getRange('4:4'), 2);
    sheet.moveRows(sheet.getRange('A1:A1'), 4);
    return [sheet.getRange('A1:A4').getValues().join(), sheet.isRowHiddenByUser(1)];`);
  script.spreadsheet.fill('Sheet1', [['a'], ['b'], ['c'], ['d']]);
  script.spreadsheet.setNote('Sheet1', 4, 1, 'on d');
  expect(finished(script.run('go')).result).toEqual(['d,b,a,c', true]);
  expect(script.spreadsheet.note('Sheet1', 1, 1)).toBe('on d');
});

test('a tab has a colour, or none', () => {
  expect(
    resultOf(`
      const none = sheet.getTabColor();
      const red = sheet.setTabColor('red').getTabColor();
      return [none, red, sheet.setTabColor(null).getTabColor()];`),
  ).toEqual([null, '#ff0000', null]);
});

test('a format of a whole column also holds for rows that come later', () => {
  const script = going("sheet.getRange('A2:A').setNumberFormat('@');");
  finished(script.run('go'));
  script.spreadsheet.type('Sheet1', 1, 1, '007');
  script.spreadsheet.type('Sheet1', 1500, 1, '007');
  expect(script.spreadsheet.value('Sheet1', 1, 1)).toBe(7);
  expect(script.spreadsheet.value('Sheet1', 1500, 1)).toBe('007');
});

test('sort orders numbers, text and truth values, with empty cells last', () => {
  const script = going(
    "sheet.getRange('A1:B5').sort({ column: 1, ascending: false }); return sheet.getRange('A1:B5').getValues();",
  );
  script.spreadsheet.fill('Sheet1', [
    [2, 'two'],
    ['', 'none'],
    ['x', 'ex'],
    [true, 'yes'],
    [10, 'ten'],
  ]);
  expect(script.run('go').result).toEqual([
    [true, 'yes'],
    ['x', 'ex'],
    [10, 'ten'],
    [2, 'two'],
    ['', 'none'],
  ]);
});

test('looks can be set and read: notes, colours, formats, validation, protection, filter', () => {
  expect(
    resultOf(`
    const cell = sheet.getRange('A1').setNote('why').setBackground('#ff0000').setNumberFormat('0.0');
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['on', 'off']).setHelpText('one of two').build();
    cell.setDataValidation(rule);
    sheet.protect().setDescription('header').setWarningOnly(true);
    const kept = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];
    sheet.getRange('A1:C3').createFilter();
    return [cell.getNote(), cell.getBackground(), cell.getNumberFormat(), sheet.getRange('B1').getNumberFormat(),
      cell.getDataValidation().getCriteriaValues()[0], kept.getDescription(), kept.isWarningOnly(),
      sheet.getFilter().getRange().getA1Notation()];`),
  ).toEqual(['why', '#ff0000', '0.0', '0.###############', ['on', 'off'], 'header', true, 'A1:C3']);
});

test('tabs are made, renamed, moved, hidden and deleted', () => {
  const script = going(`
    const book = SpreadsheetApp.getActive();
    book.insertSheet('Two', 0);
    book.insertSheet('Three');
    book.moveActiveSheet(1);
    book.deleteSheet(sheet);
    book.getSheetByName('Two').setName('Second').hideSheet();
    return [book.getSheets().map((tab) => tab.getName()), book.getSheetByName('Sheet1')];`);
  expect(finished(script.run('go')).result).toEqual([['Three', 'Second'], null]);
  expect(script.spreadsheet.size('Second').hidden).toBe(true);
});

test('a handle to a deleted tab throws', () => {
  expect(
    errorOf(
      "SpreadsheetApp.getActive().insertSheet('x'); SpreadsheetApp.getActive().deleteSheet(sheet); sheet.getLastRow();",
    ),
  ).toMatch(/not found/);
});

test('a text of more than 50,000 characters surfaces at the next spreadsheet call', () => {
  const script = going(`
    sheet.getRange('A1').setValue('x'.repeat(50001));
    PropertiesService.getScriptProperties().setProperty('reached', 'yes');
    sheet.getRange('B1').setValue(1);`);
  expect(script.run('go').error).toMatch(/maximum of 50000 characters/);
  expect(script.properties.script.get('reached')).toBe('yes');
});

test('a spreadsheet holds ten million cells', () => {
  expect(errorOf('sheet.insertRowsAfter(1, 400000);')).toMatch(/limit of 10000000 cells/);
});

describe('writes wait', () => {
  const WRITE_AND_LOOK = `
    function look() { ${SHEET} return sheet.getRange('A1').getValue(); }
    function go() { ${SHEET} sheet.getRange('A1').setValue('new'); CacheService.getScriptCache().get('x'); THEN }`;
  const seenInTheMiddle = (then: string, call: number) => {
    const script = scriptOf(WRITE_AND_LOOK.replace('THEN', then));
    let seen: unknown;
    script.faults.interruptAt = {
      call,
      run: () => {
        seen = script.run('look').result;
      },
    };
    finished(script.run('go'));
    expect(script.spreadsheet.value('Sheet1', 1, 1)).toBe('new');
    return seen;
  };

  test('another execution does not see them', () => {
    expect(seenInTheMiddle('', 2)).toBe('');
  });

  test.each([
    ['a flush', 'SpreadsheetApp.flush();'],
    ['a read', "sheet.getRange('B1').getValue();"],
    ['appendRow', "sheet.appendRow(['x']);"],
    ['a search', "sheet.createTextFinder('x').findNext();"],
  ])('until %s', (_, then) => {
    expect(seenInTheMiddle(`${then} CacheService.getScriptCache().get('x');`, 4)).toBe('new');
  });

  test('and take effect also when the script ends in an error', () => {
    const script = going("sheet.getRange('A1').setValue('kept'); throw new Error('oh');");
    script.run('go');
    expect(script.spreadsheet.value('Sheet1', 1, 1)).toBe('kept');
  });
});

test('of two appendRows at once one is lost', () => {
  const script = scriptOf(`function go(text) { ${SHEET} sheet.appendRow([text]); }`);
  script.faults.interruptAt = { call: 1, run: () => script.run('go', ['inner']) };
  script.run('go', ['outer']);
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['outer']]);
});
