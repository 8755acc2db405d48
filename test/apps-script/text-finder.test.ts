/** TextFinder: what it matches, where it goes on, and what it replaces. */
import { finished, going, resultOf } from './script-of';

const ROWS = [
  ['Anna', 'ANNA K', 'Hanna'],
  ['Ännä', 12345, true],
  ['a.c', 'abc', new Date(Date.UTC(2026, 5, 1))],
];

/** The places that a finder over the rows above gives. */
function places(finder: string, prepare = '') {
  const script = going(
    `${prepare} const found = ${finder}; return Array.isArray(found) ? found.map((one) => one.getA1Notation()) : found && found.getA1Notation();`,
  );
  script.spreadsheet.fill('Sheet1', ROWS);
  return finished(script.run('go')).result;
}

test.each([
  ['partial, whatever the case', ".createTextFinder('anna').findAll()", ['A1', 'B1', 'C1']],
  ['the same case', ".createTextFinder('anna').matchCase(true).findAll()", ['C1']],
  ['the entire cell', ".createTextFinder('anna').matchEntireCell(true).findAll()", ['A1']],
  [
    'entire and same case',
    ".createTextFinder('anna').matchEntireCell(true).matchCase(true).findAll()",
    [],
  ],
  [
    'diacritics are significant',
    ".createTextFinder('anna').matchEntireCell(true).findAll()",
    ['A1'],
  ],
  [
    'unless ignored',
    ".createTextFinder('anna').matchEntireCell(true).ignoreDiacritics(true).findAll()",
    ['A1', 'A2'],
  ],
  ['a dot is a dot', ".createTextFinder('a.c').findAll()", ['A3']],
  [
    'a regular expression',
    ".createTextFinder('a.c').useRegularExpression(true).findAll()",
    ['A3', 'B3'],
  ],
  [
    'one for the entire cell',
    ".createTextFinder('an+a|abc').useRegularExpression(true).matchEntireCell(true).findAll()",
    ['A1', 'B3'],
  ],
  [
    'Java’s quotation',
    ".createTextFinder('\\\\Qa.c\\\\E').useRegularExpression(true).findAll()",
    ['A3'],
  ],
  ['numbers as displayed', ".createTextFinder('234').findAll()", ['B2']],
  ['dates as displayed', ".createTextFinder('2026-06-01').findAll()", ['C3']],
  ['truth values as displayed', ".createTextFinder('true').findAll()", ['C2']],
  ['nothing', ".createTextFinder('zzz').findNext()", null],
  ['an empty text', ".createTextFinder('').findNext()", null],
  ['within a range', ".getRange('B:C').createTextFinder('anna').findAll()", ['B1', 'C1']],
])('%s', (_, finder, expected) => {
  expect(places(`sheet${finder}`)).toEqual(expected);
});

test('letters that fold to those of ASCII, and letters of two units, match a regular expression', () => {
  const script =
    going(`const find = (text) => SpreadsheetApp.getActiveSheet().createTextFinder(text)
      .useRegularExpression(true).matchEntireCell(true).findAll().map((one) => one.getA1Notation());
    return [find('ask'), find('.a'), find('b.')];`);
  script.spreadsheet.fill('Sheet1', [['ask', 'aſ\u212a', '😀a', 'üa', 'ba', 'bé']]);
  expect(finished(script.run('go')).result).toEqual([
    ['A1', 'B1'],
    ['C1', 'D1', 'E1'],
    ['E1', 'F1'],
  ]);
});

test('a number shown in another form is found by that form only', () => {
  const prepare = "sheet.getRange('B2').setNumberFormat('#,##0');";
  expect(places("sheet.createTextFinder('12345').findNext()", prepare)).toBeNull();
  expect(places("sheet.createTextFinder('12,345').findNext()", prepare)).toBe('B2');
});

test('findNext goes on after each match and ends in null; findPrevious goes back', () => {
  const script = going(`
    const finder = sheet.createTextFinder('anna');
    const step = (range) => range && range.getA1Notation();
    return [finder.findNext(), finder.findNext(), finder.findNext(), finder.findNext(), finder.findPrevious(), finder.getCurrentMatch()].map(step);`);
  script.spreadsheet.fill('Sheet1', ROWS);
  expect(finished(script.run('go')).result).toEqual(['A1', 'B1', 'C1', null, 'B1', 'B1']);
});

test('startFrom searches after the range', () => {
  expect(places("sheet.createTextFinder('anna').startFrom(sheet.getRange('A1')).findNext()")).toBe(
    'B1',
  );
});

test('over the spreadsheet all tabs are searched', () => {
  expect(
    places(
      "SpreadsheetApp.getActive().createTextFinder('needle').findNext()",
      "SpreadsheetApp.getActive().insertSheet('Other').getRange('D4').setValue('needle');",
    ),
  ).toBe('D4');
});

test('replaceAllWith gives the count and writes as if typed', () => {
  const script = going(`
    const finder = sheet.createTextFinder('x');
    return [finder.replaceAllWith('1'), sheet.getRange('A1:A3').getValues()];`);
  script.spreadsheet.fill('Sheet1', [['x'], ['ax'], ['xx']]);
  expect(finished(script.run('go')).result).toEqual([4, [[1], ['a1'], [11]]]);
});

test('replaceWith touches the current match only', () => {
  const script = going(`
    const finder = sheet.createTextFinder('x');
    finder.findNext(); finder.findNext();
    return [finder.replaceWith('y'), sheet.getRange('A1:A2').getValues()];`);
  script.spreadsheet.fill('Sheet1', [['x'], ['x']]);
  expect(finished(script.run('go')).result).toEqual([1, [['x'], ['y']]]);
});

test.each([
  [false, 'A1'],
  [true, 'A2'],
])('textFinderSkipsHidden %s: the first match is %s', (skips, expected) => {
  const script = going("return sheet.createTextFinder('x').findNext().getA1Notation();");
  script.spreadsheet.fill('Sheet1', [['x'], ['x']]);
  script.spreadsheet.hideRow('Sheet1', 1);
  script.quirks.textFinderSkipsHidden = skips;
  expect(finished(script.run('go')).result).toBe(expected);
});

test.each([
  [true, 'A1'],
  [false, null],
])('textFinderSeesUnflushed %s: a fresh write is found at %s', (sees, expected) => {
  const script = going(
    "sheet.getRange('A1').setValue('x'); const found = sheet.createTextFinder('x').findNext(); return found && found.getA1Notation();",
  );
  script.quirks.textFinderSeesUnflushed = sees;
  expect(finished(script.run('go')).result).toBe(expected);
});

test('a formula matches by what is displayed, by its text only when asked', () => {
  const script = going(
    "sheet.getRange('A1').setValue('=NEEDLE()'); return [sheet.createTextFinder('needle').findNext(), sheet.createTextFinder('needle').matchFormulaText(true).findNext().getA1Notation()];",
  );
  expect(finished(script.run('go')).result).toEqual([null, 'A1']);
});

test('what Java’s regular expressions know and the translation does not is told', () => {
  const script = going("sheet.createTextFinder('a++').useRegularExpression(true).findNext();");
  expect(script.run('go').error).toMatch(/is not part of the local Apps Script/);
});

test('^$ finds the empty cells of the area, those below the last row too', () => {
  expect(
    resultOf(`
      sheet.getRange('A1:B2').setValues([['a', ''], ['', 'b']]);
      const found = (text) => sheet.getRange('A1:B3').createTextFinder(text).useRegularExpression(true).matchEntireCell(true).findAll().map((cell) => cell.getA1Notation());
      return [found('^$'), found('a')];`),
  ).toEqual([['B1', 'A2', 'A3', 'B3'], ['A1']]);
});
