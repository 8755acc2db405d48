/** Arguments: what no form of a method takes is refused in Google's words, in every service. */
import { errorOf, resultOf, scriptOf } from './script-of';

const refusal = (kinds: string, method: string) =>
  `The parameters (${kinds}) don't match the method signature for ${method}.`;

test.each([
  // missing
  ["sheet.getRange('A1').setValue()", '', 'SpreadsheetApp.Range.setValue'],
  ['sheet.createTextFinder()', '', 'SpreadsheetApp.Sheet.createTextFinder'],
  ["CacheService.getScriptCache().put('a')", 'String', 'CacheService.Cache.put'],
  [
    "PropertiesService.getScriptProperties().setProperty('a')",
    'String',
    'PropertiesService.Properties.setProperty',
  ],
  ['LockService.getScriptLock().tryLock()', '', 'LockService.Lock.tryLock'],
  [
    "SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(''))",
    'HtmlService.HtmlOutput',
    'Ui.showModalDialog',
  ],
  ["Utilities.formatDate(new Date(), 'GMT')", 'Date,String', 'Utilities.formatDate'],
  // surplus
  ["sheet.getRange('A1').getValue(1)", 'number', 'SpreadsheetApp.Range.getValue'],
  ["sheet.getName('x')", 'String', 'SpreadsheetApp.Sheet.getName'],
  ["ContentService.createTextOutput('a', 'b')", 'String,String', 'ContentService.createTextOutput'],
  // wrongly typed
  ["sheet.getRange('A', 1, 2, 3)", 'String,number,number,number', 'SpreadsheetApp.Sheet.getRange'],
  ['sheet.getRange(1, 2, null, 3)', 'number,number,null,number', 'SpreadsheetApp.Sheet.getRange'],
  ["sheet.getRange('A1:B1').setValues(['a', 'b'])", 'number[]', 'SpreadsheetApp.Range.setValues'],
  [
    "sheet.getRange('A1').setValues(sheet.getRange('A1'))",
    'SpreadsheetApp.Range',
    'SpreadsheetApp.Range.setValues',
  ],
  ["sheet.getRange('A1').setFontSize('big')", 'String', 'SpreadsheetApp.Range.setFontSize'],
  ["sheet.appendRow('a')", 'String', 'SpreadsheetApp.Sheet.appendRow'],
  ['sheet.deleteRow(undefined)', 'null', 'SpreadsheetApp.Sheet.deleteRow'],
  [
    'SpreadsheetApp.getActive().getSheetByName(null)',
    'null',
    'SpreadsheetApp.Spreadsheet.getSheetByName',
  ],
  [
    'SpreadsheetApp.getActive().deleteSheet({})',
    '(class)',
    'SpreadsheetApp.Spreadsheet.deleteSheet',
  ],
  [
    "SpreadsheetApp.getActive().deleteSheet('Sheet1')",
    'String',
    'SpreadsheetApp.Spreadsheet.deleteSheet',
  ],
  ["SpreadsheetApp.getUi().alert('a', 'PERHAPS')", 'String,String', 'Ui.alert'],
  ["Utilities.formatDate('today', 'GMT', 'yyyy')", 'String,String,String', 'Utilities.formatDate'],
  ["CacheService.getScriptCache().getAll('a')", 'String', 'CacheService.Cache.getAll'],
  ["UrlFetchApp.fetch('https://example.com', 'post')", 'String,String', 'UrlFetchApp.fetch'],
  ["sheet.createTextFinder('a').matchCase('yes')", 'String', 'SpreadsheetApp.TextFinder.matchCase'],
  [
    "ScriptApp.newTrigger('a').timeBased().everyMinutes('1')",
    'String',
    'ScriptApp.ClockTriggerBuilder.everyMinutes',
  ],
])('%s', (call, kinds, method) => {
  expect(errorOf(call)).toBe(refusal(kinds, method));
});

test('numbers and truth values become text where text is wanted', () => {
  expect(
    resultOf(`
      const store = PropertiesService.getScriptProperties();
      store.setProperty('a', 1).setProperty('b', true);
      return [store.getProperty('a'), store.getProperty('b'), ContentService.createTextOutput(5).getContent()];`),
  ).toEqual(['1', 'true', '5']);
});

test('a note, a colour, a rule may be null; a list may hold nulls', () => {
  expect(
    errorOf(`
      sheet.getRange('A1').setNote(null).setBackground(null).setDataValidation(null);
      sheet.getRange('A1:B1').setNotes([['a', null]]);`),
  ).toBe('no error');
});

test('what is refused has not happened', () => {
  const script = scriptOf(`
    function go() { SpreadsheetApp.getActive().getSheetByName('Sheet1').appendRow(['a'], 'b'); }`);
  expect(script.run('go')).toMatchObject({
    error: expect.stringContaining('appendRow'),
    trace: [],
  });
  expect(script.spreadsheet.rows('Sheet1')).toEqual([]);
});

describe('enums', () => {
  test('an entry is an object that reads as its name, and is the same each time', () => {
    expect(
      resultOf(`
        const yes = SpreadsheetApp.getUi().Button.YES;
        return [typeof yes, String(yes), yes.name(), JSON.stringify({ yes }), 'is ' + yes,
          yes === SpreadsheetApp.Button.YES, yes.ordinal() < SpreadsheetApp.Button.NO.ordinal(),
          SpreadsheetApp.getUi().alert('?', SpreadsheetApp.getUi().ButtonSet.YES_NO) === yes];`),
    ).toEqual(['object', 'YES', 'YES', '{"yes":"YES"}', 'is YES', true, true, true]);
  });

  test('what a method gives is an entry', () => {
    expect(
      resultOf(`
        const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
        const trigger = ScriptApp.newTrigger('go').timeBased().everyMinutes(1).create();
        const text = ContentService.createTextOutput('').setMimeType(ContentService.MimeType.JSON);
        return [
          rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.CHECKBOX,
          trigger.getEventType() === ScriptApp.EventType.CLOCK,
          text.getMimeType() === ContentService.MimeType.JSON,
        ];`),
    ).toEqual([true, true, true]);
  });

  test('so is what an event tells of the rights', () => {
    const script = scriptOf(
      "function onEdit(e) { Logger.log(e.authMode === ScriptApp.AuthMode.LIMITED ? 'limited' : e.authMode); }",
    );
    script.spreadsheet.type('Sheet1', 1, 1, 'x');
    expect(script.executions[0]?.log).toEqual(['limited']);
  });

  test.each([
    [
      "sheet.getRange('A1').setWrapStrategy('WRAP')",
      'String',
      'SpreadsheetApp.Range.setWrapStrategy',
    ],
    ["sheet.getRange('A1').getNextDataCell(0)", 'number', 'SpreadsheetApp.Range.getNextDataCell'],
    [
      'sheet.getProtections(SpreadsheetApp.Direction.UP)',
      'SpreadsheetApp.Direction',
      'SpreadsheetApp.Sheet.getProtections',
    ],
    [
      "ContentService.createTextOutput('').setMimeType(MimeType.CSV)",
      'String',
      'ContentService.TextOutput.setMimeType',
    ],
  ])('%s', (call, kinds, method) => {
    expect(errorOf(call)).toBe(refusal(kinds, method));
  });
});
