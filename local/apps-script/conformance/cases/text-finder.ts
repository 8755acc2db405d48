/** TextFinder: what it finds, among which cells, and in which order. */
import type { Case } from '../case';
import type { Scene } from '../script/scene';

type Finder = GoogleAppsScript.Spreadsheet.TextFinder;

const SEARCH = 'The search by which a person is found would find somebody else, or nobody.';

/** The cells of a tab with these texts (in the format @), that a finder finds. */
function found(
  it: Scene,
  values: unknown[][],
  text: string,
  set: (finder: Finder) => unknown = () => undefined,
): string[] {
  const sheet = it.sheet();
  const range = sheet.getRange(1, 1, values.length, values[0]?.length ?? 1);
  range.setNumberFormat('@').setValues(values);
  SpreadsheetApp.flush();
  const finder = sheet.createTextFinder(text);
  set(finder);
  return finder.findAll().map((cell) => cell.getA1Notation());
}

const whole = (finder: Finder) => finder.matchEntireCell(true);
const regex = (finder: Finder) => finder.useRegularExpression(true);
const wholeRegex = (finder: Finder) => whole(regex(finder));

type Row = [
  name: string,
  values: unknown[][],
  text: string,
  set: ((finder: Finder) => unknown) | undefined,
  expected: string[],
  more?: Partial<Case>,
];

const TABLE: Row[] = [
  ['a part of a text is found', [['16505551234']], '5551', undefined, ['A1']],
  ['letters are found in either case', [['Anna']], 'ANNA', undefined, ['A1']],
  ['matchCase tells cases apart', [['Anna'], ['ANNA']], 'ANNA', (f) => f.matchCase(true), ['A2']],
  ['matchEntireCell wants the whole text', [['123'], ['1234']], '123', whole, ['A1']],
  ['matchEntireCell still forgets about case', [['Anna']], 'anna', whole, ['A1']],
  ['diacritics count', [['Zoe'], ['Zoë']], 'Zoë', undefined, ['A2']],
  ['ignoreDiacritics forgets them', [['Zoë']], 'Zoe', (f) => f.ignoreDiacritics(true), ['A1']],
  ['a full stop is no pattern unless asked for', [['a.c'], ['abc']], 'a.c', undefined, ['A1']],
  ['a pattern finds within a text', [['x12y'], ['xy']], '\\d+', regex, ['A1']],
  ['an anchored pattern finds whole texts', [['12'], ['123']], '^(?:12|99)$', regex, ['A1']],
  ['a pattern forgets about case', [['ANNA']], '^anna$', regex, ['A1']],
  [
    'rows come first, then columns',
    [
      ['x', 'x'],
      ['x', 'y'],
    ],
    'x',
    undefined,
    ['A1', 'B1', 'A2'],
  ],
  [
    'an anchored pattern with matchEntireCell finds whole texts',
    [['12'], ['123']],
    '^(?:12|99)$',
    wholeRegex,
    ['A1'],
    { sure: 'measured by others' },
  ],
  [
    'matchEntireCell binds a pattern without anchors',
    [['12'], ['123']],
    '12|99',
    wholeRegex,
    ['A1'],
    { sure: 'assumed', settles: 'regexMatchesEntireCell' },
  ],
  ['\\Q…\\E quotes, as in Java', [['a.c'], ['abc']], '\\Qa.c\\E', regex, ['A1']],
  ['\\p{L} knows letters', [['Ж'], ['1']], '^\\p{L}$', regex, ['A1']],
];

const table: Case[] = TABLE.map(([what, values, text, set, expected, more]) => ({
  name: `TextFinder: ${what}`,
  run: (it) => found(it, values, text, set),
  ...{ expected, sure: 'documented', means: SEARCH },
  ...more,
}));

/** Three rows; something is done to the second; where the text is then found. */
function afterwards(it: Scene, change: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void) {
  const sheet = it.sheet();
  sheet.getRange('A1:A3').setValues([['name'], ['x'], ['y']]);
  SpreadsheetApp.flush();
  change(sheet);
  return sheet.createTextFinder('x').findNext()?.getA1Notation() ?? null;
}

export const TEXT_FINDER: Case[] = [
  ...table,
  {
    name: 'TextFinder: ^$ finds empty cells',
    run: (it) => {
      const range = it
        .sheet()
        .getRange('A1:A2')
        .setValues([['x'], ['']]);
      const cell = regex(range.createTextFinder('^$')).findNext();
      return cell?.getA1Notation() ?? null;
    },
    expected: 'A2',
    sure: 'measured by others',
    means: 'An empty cell has to be looked for by reading.',
  },
  {
    name: 'TextFinder: a hidden row is found',
    run: (it) => afterwards(it, (sheet) => sheet.hideRows(2)),
    expected: 'A2',
    sure: 'assumed',
    means:
      'A person in a row that the owner has hidden is taken for a new one, and gets a second row.',
    settles: 'textFinderSkipsHidden',
  },
  {
    name: 'TextFinder: a row that a filter hides is found',
    run: (it) =>
      afterwards(it, (sheet) => {
        const hide = SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build();
        sheet.getRange('A1:A3').createFilter().setColumnFilterCriteria(1, hide);
      }),
    expected: 'A2',
    sure: 'assumed',
    means:
      'While the owner filters the tab, people in it are taken for new ones and get a second row.',
    settles: 'textFinderSkipsFiltered',
  },
  {
    name: 'TextFinder: what is written and not flushed is found',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A1').setValue('before');
      SpreadsheetApp.flush();
      sheet.getRange('A2').setValue('after');
      return sheet.createTextFinder('after').findNext()?.getA1Notation() ?? null;
    },
    expected: 'A2',
    sure: 'assumed',
    means:
      'Every search has to be preceded by a flush, or two messages of one person make two rows.',
    settles: 'textFinderSeesUnflushed',
  },
  {
    name: 'TextFinder: a number is found by what the grid shows',
    run: (it) => {
      const cell = it.cell().setNumberFormat('#,##0').setValue(1234567);
      const finds = (text: string) => cell.createTextFinder(text).findNext() !== null;
      return { shown: finds('1,234,567'), digits: finds('1234567') };
    },
    expected: { shown: true, digits: false },
    sure: 'assumed',
    means: 'A phone number that is stored as a number is found, or not found, against expectation.',
  },
  {
    name: 'TextFinder: findNext gives null when nothing is left',
    run: (it) => {
      const finder = it.cell().setValue('only').createTextFinder('only');
      return [finder.findNext() !== null, finder.findNext()];
    },
    expected: [true, null],
    sure: 'documented',
    means: 'A search that goes on to the next hit would go round in circles.',
  },
  {
    name: 'TextFinder: startFrom searches after the cell',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A1:A3').setValues([['x'], ['x'], ['x']]);
      const finder = sheet.createTextFinder('x').startFrom(sheet.getRange('A1'));
      return finder.findNext()?.getA1Notation() ?? null;
    },
    expected: 'A2',
    sure: 'documented',
    means: 'A search that goes on from a cell would find the same one again.',
  },
  {
    name: 'TextFinder: a search in a range stays in it',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A1:C1').setValues([['x', 'x', 'x']]);
      const cells = sheet.getRange('B1:B9').createTextFinder('x').findAll();
      return cells.map((cell) => cell.getA1Notation());
    },
    expected: ['B1'],
    sure: 'documented',
    means: 'A search over the identity columns would find people by what stands in other columns.',
  },
  {
    name: 'TextFinder: replaceAllWith tells how often',
    run: (it) => it.cell().setValue('a-a').createTextFinder('a').replaceAllWith('b'),
    expected: 2,
    sure: 'assumed',
    means: 'A count of what was replaced would be wrong.',
  },
  {
    name: 'TextFinder: replaceAllWith changes what a pattern fits within a text, and leaves the rest',
    run: (it) => {
      const texts = [['ask +44 7700-900001 or 447700900001.'], ['4477009000012'], ['none']];
      const range = it.sheet().getRange('A1:A3').setNumberFormat('@').setValues(texts);
      const pattern = '(?:\\+|\\b)44\\W{0,3}7700\\W{0,3}900001\\b';
      regex(range.createTextFinder(pattern)).replaceAllWith('x');
      return range.getValues();
    },
    expected: [['ask x or x.'], ['4477009000012'], ['none']],
    sure: 'assumed',
    means:
      'The number of somebody who was forgotten would stay in notes, or a whole cell would be lost.',
  },
];
