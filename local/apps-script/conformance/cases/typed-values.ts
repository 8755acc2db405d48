/** What becomes of a text that a script writes into a cell: it is read as if somebody had typed it. */
import { type Case, like, type Sureness, threw } from '../case';

const MEANS =
  'A text that somebody else chose would come back as another one: set the format @ before writing, or put an apostrophe in front.';

/** Text written, what getValue then gives (a date as its ISO day), and how sure that is. The locale is en_US. */
const WRITTEN: [text: string, given: unknown, sure: Sureness][] = [
  ['plain', 'plain', 'documented'],
  ['0507123456', 507123456, 'measured by others'],
  ['01234', 1234, 'measured by others'],
  ['49170123456789', 49170123456789, 'measured by others'],
  ['+49 170 1234567', like(/^#(?:ERROR|FORMULA)!/), 'measured by others'],
  ['+491701234567', 491701234567, 'measured by others'],
  ['-5', -5, 'documented'],
  ['1.50', 1.5, 'documented'],
  ['2,000,000.01', 2000000.01, 'measured by others'],
  ['12%', 0.12, 'assumed'],
  ['$5', 5, 'assumed'],
  ['(5)', -5, 'assumed'],
  ['1e3', 1000, 'assumed'],
  ['3_1_0', '3_1_0', 'measured by others'],
  ['true', true, 'assumed'],
  ['FALSE', false, 'assumed'],
  ['2020-01-01', '2020-01-01', 'measured by others'],
  ['3/4/2020', '2020-03-04', 'measured by others'],
  ['12:30', '1899-12-30', 'assumed'],
  ["'0507", '0507', 'documented'],
  ["'=1+1", '=1+1', 'documented'],
  ['@name', '@name', 'assumed'],
  ['-', '-', 'assumed'],
  ['=', '=', 'assumed'],
  [' 5 ', 5, 'assumed'],
  ['', '', 'documented'],
  ['a\nb', 'a\nb', 'documented'],
  ['1-2-3-4', '1-2-3-4', 'assumed'],
  ['NaN', 'NaN', 'assumed'],
];

/** A moment as its day in the spreadsheet's own time zone; everything else as it is. */
function plainly(value: unknown): unknown {
  if (Object.prototype.toString.call(value) !== '[object Date]') return value;
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(value as GoogleAppsScript.Base.Date, zone, 'yyyy-MM-dd');
}

const written: Case[] = WRITTEN.map(([text, given, sure]) => ({
  name: `setValue(${JSON.stringify(text)}) comes back as`,
  run: (it) => plainly(it.cell().setValue(text).getValue()),
  ...{ expected: given, sure, means: MEANS },
}));

/** The same into a cell whose format is `@`. */
const asText: Case[] = ['0507123456', '+491701234567', '2020-01-01', 'TRUE', '1e3', '-x'].map(
  (text) => ({
    name: `setValue(${JSON.stringify(text)}) into a cell of the format @ comes back as`,
    run: (it) => it.cell().setNumberFormat('@').setValue(text).getValue(),
    expected: text,
    sure: 'measured by others',
    means: 'The format @ would not keep a text as it is: phone numbers would be changed.',
  }),
);

export const TYPED_VALUES: Case[] = [
  ...written,
  ...asText,
  {
    name: 'setValue("=1+1") becomes a formula',
    run: (it) => it.cell().setValue('=1+1').getFormula(),
    expected: '=1+1',
    sure: 'documented',
    means: 'Untrusted text that begins with = would be harmless; nobody should count on it.',
  },
  {
    name: 'a formula written by a script into a cell of the format @ is a formula',
    run: (it) => it.cell().setNumberFormat('@').setValue('=1+1').getFormula(),
    expected: '=1+1',
    sure: 'assumed',
    means: 'The format @ alone would protect against formulas that strangers send.',
  },
  {
    name: 'an apostrophe put in front by setValues is not given back by getValue',
    run: (it) => it.cell().setValue("'hello").getValue(),
    expected: 'hello',
    sure: 'assumed',
    means: 'Every text read back has to be stripped of one leading apostrophe.',
    settles: 'apostropheShown',
  },
  {
    name: 'an apostrophe in front is kept out of a cell of the format @ too',
    run: (it) => it.cell().setNumberFormat('@').setValue("'hello").getValue(),
    expected: 'hello',
    sure: 'assumed',
    means: 'Text with an apostrophe in front of it would be shown to clients with it.',
    settles: 'apostropheShown',
  },
  {
    name: 'two apostrophes in front: one is kept',
    run: (it) => it.cell().setValue("''tis").getValue(),
    expected: "'tis",
    sure: 'assumed',
    means: 'A name that begins with an apostrophe would lose it or gain one.',
    settles: 'apostropheShown',
  },
  {
    name: 'appendRow leaves the format @ of a column in force',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.appendRow(['0507123456']);
      return sheet.getRange('A1').getValue();
    },
    expected: 507123456,
    sure: 'measured by others',
    means: 'appendRow would be safe for phone numbers; writing with setValues is so in any case.',
    settles: 'appendRowKeepsText',
  },
  {
    name: 'an apostrophe makes text of what appendRow writes',
    run: (it) => {
      const sheet = it.sheet();
      sheet.appendRow(["'0507123456", "'=1+1"]);
      return [sheet.getRange('A1').getDisplayValue(), sheet.getRange('B1').getFormula()];
    },
    expected: ['0507123456', ''],
    sure: 'measured by others',
    means: 'An apostrophe would not protect: untrusted text must not go through appendRow.',
  },
  {
    name: 'setValues reads each text like setValue',
    run: (it) => {
      const range = it
        .sheet()
        .getRange('A1:C1')
        .setValues([['007', '=1+1', "'=1+1"]]);
      return [range.getValues()[0]?.[0], range.getFormulas()[0]];
    },
    expected: [7, ['', '=1+1', '']],
    sure: 'documented',
    means: 'A row written at once would be read otherwise than its cells one by one.',
  },
  {
    name: 'setValues of null and undefined empties cells',
    run: (it) => {
      const range = it
        .sheet()
        .getRange('A1:B1')
        .setValues([['x', 'y']]);
      return range.setValues([[null, undefined]]).getValues();
    },
    expected: [['', '']],
    sure: 'assumed',
    means: 'An empty field would be written as a word.',
  },
  {
    name: 'a text of 50,001 characters fails at the next call of the spreadsheet',
    run: (it) => {
      const cell = it.cell();
      cell.setValue('x'.repeat(50_001));
      return cell.getValue();
    },
    expected: threw(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ),
    sure: 'measured by others',
    means: 'Long texts have to be cut before they are written; the words of the error are others.',
  },
  {
    name: 'a text of 50,000 characters is taken',
    run: (it) => String(it.cell().setValue('x'.repeat(50_000)).getValue()).length,
    expected: 50_000,
    sure: 'documented',
    means: 'Long texts have to be cut earlier.',
  },
];
