/** What becomes of a value that is written by a script or typed by the owner. */
import { finished, going, resultOf, scriptOf } from './script-of';

/** getValue, type, and what the grid shows, of a value that a script has written. */
function written(value: unknown, format = '') {
  const script = going(`
    const cell = sheet.getRange('A1');
    if (${JSON.stringify(format)}) cell.setNumberFormat(${JSON.stringify(format)});
    cell.setValue(first);
    const value = cell.getValue();
    return [value, Object.prototype.toString.call(value).slice(8, -1), cell.getDisplayValue()];`);
  return finished(script.run('go', [value])).result;
}

test.each([
  ['2020-01-01', [new Date(Date.UTC(2020, 0, 1)), 'Date', '2020-01-01']],
  ['2,000,000.01', [2000000.01, 'Number', '2,000,000.01']],
  ['= 1 / 1024', ['#FORMULA!', 'String', '#FORMULA!']],
  ['3_1_0', ['3_1_0', 'String', '3_1_0']],
  ['01234', [1234, 'Number', '1234']],
  ['0507123456', [507123456, 'Number', '507123456']],
  ['+4915112345', [4915112345, 'Number', '4915112345']],
  ['+49 151 12345', ['#FORMULA!', 'String', '#FORMULA!']],
  ['3/4', [new Date(Date.UTC(2026, 2, 4)), 'Date', '3/4']],
  ['30/4', ['30/4', 'String', '30/4']],
  ['1234567890123456', [1234567890123456, 'Number', '1.23457E+15']],
  ['-5', [-5, 'Number', '-5']],
  ['- milk', ['#FORMULA!', 'String', '#FORMULA!']],
  ['@anna', ['@anna', 'String', '@anna']],
  ['TRUE', [true, 'Boolean', 'TRUE']],
  ['false', [false, 'Boolean', 'FALSE']],
  ['50%', [0.5, 'Number', '50%']],
  ['$1,234.5', [1234.5, 'Number', '$1,234.50']],
  ['1e5', [100000, 'Number', '1.00E+05']],
  [' 7 ', [7, 'Number', '7']],
  ['12:30', [new Date(Date.UTC(1899, 11, 30, 12, 30)), 'Date', '12:30']],
  ['2026-06-01 09:05:00', [new Date(Date.UTC(2026, 5, 1, 9, 5)), 'Date', '2026-06-01 9:05:00']],
  ['May 5, 2026', [new Date(Date.UTC(2026, 4, 5)), 'Date', 'May 5, 2026']],
  ["'=1+1", ['=1+1', 'String', '=1+1']],
  ['', ['', 'String', '']],
  ['Anna', ['Anna', 'String', 'Anna']],
  ['2021-02-30', ['2021-02-30', 'String', '2021-02-30']],
])('%j is read as it would be if typed', (text, expected) => {
  expect(written(text)).toEqual(expected);
});

test.each(['01234', '+4915112345', '3/4', '1234567890123456', '2020-01-01', 'TRUE', '- milk'])(
  'a cell formatted as text keeps %j',
  (text) => {
    expect(written(text, '@')).toEqual([text, 'String', text]);
  },
);

test('a script’s formula is one even in a cell formatted as text; what the owner types there is not', () => {
  const script = going(
    "sheet.getRange('A:A').setNumberFormat('@'); sheet.getRange('A1').setValue('=1+1');",
  );
  finished(script.run('go'));
  script.spreadsheet.type('Sheet1', 2, 1, '=1+1');
  expect(script.spreadsheet.formula('Sheet1', 1, 1)).toBe('=1+1');
  expect(script.spreadsheet.formula('Sheet1', 2, 1)).toBe('');
  expect(script.spreadsheet.value('Sheet1', 2, 1)).toBe('=1+1');
});

test('a formula is kept and not run', () => {
  expect(
    resultOf(
      "const cell = sheet.getRange('B2').setValue('=SUM(A1:A9)'); return [cell.getValue(), cell.getFormula()];",
    ),
  ).toEqual(['#FORMULA!', '=SUM(A1:A9)']);
});

test.each([
  [false, '=x'],
  [true, "'=x"],
])('apostropheShown %s: getValue gives %s', (apostropheShown, value) => {
  const script = going("return sheet.getRange('A1').setValue(\"'=x\").getValue();");
  script.quirks.apostropheShown = apostropheShown;
  expect(script.run('go').result).toBe(value);
  expect(script.spreadsheet.shown('Sheet1', 1, 1)).toBe('=x');
});

test.each([
  [false, 1234],
  [true, '01234'],
])('appendRowKeepsText %s: a column formatted as text gets %j', (appendRowKeepsText, value) => {
  const script = going(
    "sheet.getRange('A:A').setNumberFormat('@'); sheet.appendRow(['01234']); return sheet.getRange('A1').getValue();",
  );
  script.quirks.appendRowKeepsText = appendRowKeepsText;
  expect(script.run('go').result).toBe(value);
});

test('a Date is a number with a date format, in the spreadsheet’s time zone', () => {
  const script = going(
    "const cell = sheet.getRange('A1').setValue(new Date(Date.UTC(2026, 6, 1, 22, 30))); return [cell.getDisplayValue(), cell.getValue().toISOString(), cell.setNumberFormat('0.00').getValue()];",
    { timeZone: 'Europe/Berlin' },
  );
  expect(script.run('go').result).toEqual([
    '2026-07-02 00:30:00',
    '2026-07-01T22:30:00.000Z',
    46205 + 1 / 48,
  ]);
});

test.each([
  ['#,##0.00', 1234.5, '1,234.50'],
  ['0', 2.6, '3'],
  ['0.0%', 0.256, '25.6%'],
  ['000', 7, '007'],
  ['dd.mm.yyyy hh:mm', 46205.5, '02.07.2026 12:00'],
  ['d mmm yy', 46205, '2 Jul 26'],
  ['h:mm am/pm', 0.75, '6:00 PM'],
  ['@', 79991234567, '79991234567'],
])('the format %s shows %d as %s', (format, number, shown) => {
  const script = scriptOf('');
  script.spreadsheet.fill('Sheet1', [[number]]);
  script.spreadsheet.setFormat('Sheet1', 'A1', format);
  expect(script.spreadsheet.rows('Sheet1')).toEqual([[shown]]);
});

test('scientificFrom tells from where on a number without a format loses its digits', () => {
  const script = scriptOf('');
  script.spreadsheet.fill('Sheet1', [[988111223344]]);
  expect(script.spreadsheet.shown('Sheet1', 1, 1)).toBe('988111223344');
  script.quirks.scientificFrom = 1e11;
  expect(script.spreadsheet.shown('Sheet1', 1, 1)).toBe('9.88111E+11');
});

test('another locale writes decimals with a comma and days first', () => {
  const script = scriptOf('', { locale: 'de_DE' });
  script.spreadsheet.paste('Sheet1', 1, 1, [['1.234,5', '3.4.2026']]);
  expect(script.spreadsheet.value('Sheet1', 1, 1)).toBe(1234.5);
  expect(script.spreadsheet.value('Sheet1', 1, 2)).toEqual(new Date(Date.UTC(2026, 3, 3)));
});
