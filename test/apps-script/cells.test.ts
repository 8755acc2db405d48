/** Cells: notations, colours, formulas and what they come to, check-boxes, and what clear leaves. */
import { errorOf, finished, going, resultOf } from './script-of';

test.each([
  ['D:F', 'D:F', 1000, 3],
  ['5:7', '5:7', 3, 26],
  ['R5C3', 'C5', 1, 1],
  ['R2C1:R4C2', 'A2:B4', 3, 2],
])('getRange(%s) is %s', (notation, a1, rows, columns) => {
  expect(
    resultOf(
      `const range = sheet.getRange('${notation}'); return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];`,
    ),
  ).toEqual([a1, rows, columns]);
});

test('what is moved off whole columns is an area like any other', () => {
  expect(resultOf("return sheet.getRange('D:F').offset(1, 0, 2, 1).getA1Notation();")).toBe(
    'D2:D3',
  );
});

test('a RangeList changes all its ranges and gives itself back', () => {
  const script = going(`
    const list = sheet.getRangeList(['A1', 'C3']);
    list.setValue('x').setBackground('yellow').setNote('n');
    return list.clearNote().getRanges().length;`);
  const execution = finished(script.run('go'));
  expect(execution.result).toBe(2);
  expect(execution.calls['spreadsheet.write']).toBe(4);
  const { spreadsheet } = script;
  expect([spreadsheet.shown('Sheet1', 3, 3), spreadsheet.note('Sheet1', 3, 3)]).toEqual(['x', '']);
  expect(spreadsheet.background('Sheet1', 1, 1)).toBe('#ffff00');
});

describe('colours', () => {
  test.each([
    ['red', '#ff0000'],
    ['Snow', '#fffafa'],
    ['blue', '#0000ff'],
    ['#abc', '#aabbcc'],
    ['#A1B2C3', '#a1b2c3'],
    ['rgb(1, 20, 255)', '#0114ff'],
    ['', '#ffffff'],
  ])('%s comes back as %s', (given, back) => {
    const code = `return sheet.getRange('A1').setBackground('${given}').getBackground();`;
    expect(resultOf(code)).toBe(back);
  });

  test.each(['reddish', '#12', 'rgb(1, 2)', 'rgb(1, 2, 256)'])('%s is refused', (given) => {
    expect(errorOf(`sheet.getRange('A1').setFontColor('${given}');`)).toMatch(/^Invalid argument/);
    expect(errorOf(`sheet.getRange('A1').setBackgrounds([['${given}']]);`)).toMatch(/^Invalid/);
  });
});

test('one formula for several cells moves along, but for what is fixed, quoted or no reference', () => {
  expect(
    resultOf(`
      return sheet.getRange('C3:D4').setFormula('=A1+$A1+A$1+$A$1+LOG10(B2)&"A1"&\\'A1\\'!Z9&Tab1!C$3').getFormulas();`),
  ).toEqual([
    [
      `=A1+$A1+A$1+$A$1+LOG10(B2)&"A1"&'A1'!Z9&Tab1!C$3`,
      `=B1+$A1+B$1+$A$1+LOG10(C2)&"A1"&'A1'!AA9&Tab1!D$3`,
    ],
    [
      `=A2+$A2+A$1+$A$1+LOG10(B3)&"A1"&'A1'!Z10&Tab1!C$3`,
      `=B2+$A2+B$1+$A$1+LOG10(C3)&"A1"&'A1'!AA10&Tab1!D$3`,
    ],
  ]);
});

describe('what a formula comes to is given by the test', () => {
  const spilled = () => {
    const script = going(`
      const range = sheet.getRange('B2:B4');
      return { last: sheet.getLastRow(), values: range.getValues(), formulas: range.getFormulas(), found: sheet.createTextFinder('two').findNext()?.getA1Notation() };`);
    script.spreadsheet.type('Sheet1', 2, 2, '=ARRAYFORMULA(A2:A4)');
    script.spreadsheet.spill('Sheet1', 2, 2, [['one'], ['two'], ['']]);
    return script;
  };

  test('it is shown, read and found; what it spills counts as content, also where it shows nothing', () => {
    expect(finished(spilled().run('go')).result).toEqual({
      last: 4,
      values: [['one'], ['two'], ['']],
      formulas: [['=ARRAYFORMULA(A2:A4)'], [''], ['']],
      found: 'B3',
    });
  });

  test('appendRow goes below it', () => {
    const script = spilled();
    const append = going("sheet.appendRow(['x']);", { state: script.save() });
    finished(append.run('go'));
    expect(append.spreadsheet.shown('Sheet1', 5, 1)).toBe('x');
  });

  test('it goes with its formula', () => {
    const { spreadsheet } = spilled();
    spreadsheet.type('Sheet1', 2, 2, 'typed over');
    expect(spreadsheet.rows('Sheet1')).toEqual([
      ['', ''],
      ['', 'typed over'],
    ]);
  });

  test('where there is no formula, the test is told', () => {
    expect(() => going('').spreadsheet.spill('Sheet1', 1, 1, [['x']])).toThrow(/no formula/);
  });
});

describe('check-boxes', () => {
  test('unticked they are FALSE, and content', () => {
    expect(
      resultOf(
        "sheet.getRange('C1:C1000').insertCheckboxes(); return [sheet.getLastRow(), sheet.getRange('C1000').getValue()];",
      ),
    ).toEqual([1000, false]);
  });

  test.each([
    ["'DONE'", '', ['DONE']],
    ["'YES', 'NO'", 'NO', ['YES', 'NO']],
    ['1, 0', 0, [1, 0]],
  ])('with values of their own: %s', (values, unticked, criteria) => {
    expect(
      resultOf(
        `const cell = sheet.getRange('A1').insertCheckboxes(${values}); return [cell.getValue(), cell.getDataValidation().getCriteriaValues()];`,
      ),
    ).toEqual([unticked, criteria]);
    expect(
      resultOf(
        `return SpreadsheetApp.newDataValidation().requireCheckbox(${values}).build().getCriteriaValues();`,
      ),
    ).toEqual(criteria);
  });
});

describe('clear', () => {
  const after = (clear: string) =>
    resultOf(`
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      const cell = sheet.getRange('A1').setValue('x').setBackground('red').setNote('n').setDataValidation(rule);
      ${clear};
      return [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null];`);

  test.each([
    ['cell.clear()', ['', '#ffffff', '', false]],
    ['cell.clear({ contentsOnly: true })', ['', '#ff0000', 'n', true]],
    ['cell.clear({ formatOnly: true })', ['x', '#ffffff', 'n', true]],
    ['cell.clear({ commentsOnly: true })', ['x', '#ff0000', '', true]],
    ['cell.clear({ validationsOnly: true })', ['x', '#ff0000', 'n', false]],
    ['cell.clear({ contentsOnly: true, commentsOnly: true })', ['', '#ff0000', '', true]],
    ['sheet.clear({ contentsOnly: true })', ['', '#ff0000', 'n', true]],
    ['sheet.clear({ formatOnly: true })', ['x', '#ffffff', 'n', true]],
  ])('%s', (clear, left) => {
    expect(after(clear)).toEqual(left);
  });

  test('an option that is not here is not passed over', () => {
    expect(errorOf("sheet.getRange('A1').clear({ skipFilteredRows: true });")).toBe(
      'Range.clear option skipFilteredRows is not part of the local Apps Script',
    );
    expect(errorOf("SpreadsheetApp.getActive().insertSheet('New', { template: sheet });")).toBe(
      'Spreadsheet.insertSheet option template is not part of the local Apps Script',
    );
  });
});

test.each([
  ['A1', 'DOWN', 'A3'],
  ['A3', 'DOWN', 'A6'],
  ['A6', 'DOWN', 'A1000'],
  ['A1000', 'UP', 'A6'],
  ['A6', 'UP', 'A3'],
  ['A2', 'UP', 'A1'],
  ['B1000', 'UP', 'B1'],
  ['A1', 'NEXT', 'B1'],
  ['B1', 'PREVIOUS', 'A1'],
  ['B1', 'NEXT', 'Z1'],
])('from %s the next data cell %s is %s', (from, direction, to) => {
  expect(
    resultOf(`
      sheet.getRange('A1:B3').setValues([['a', 'b'], ['c', ''], ['d', '']]);
      sheet.getRange('A6').setValue('e');
      return sheet.getRange('${from}').getNextDataCell(SpreadsheetApp.Direction.${direction}).getA1Notation();`),
  ).toBe(to);
});
