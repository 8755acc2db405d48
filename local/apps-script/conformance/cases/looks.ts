/** How values are shown, and what is read back of colours, formats, notes and boxes. */
import { type Case, like, threw } from '../case';

const SHOWN = 'What the owner sees, and what a search goes by, would be another text.';

const FORMATS: [value: number | boolean, format: string, shown: string][] = [
  [1234.5, '0.00', '1234.50'],
  [1234.5, '#,##0.00', '1,234.50'],
  [0.256, '0%', '26%'],
  [0.256, '0.0%', '25.6%'],
  [7, '000', '007'],
  [16505551234, '0', '16505551234'],
  [16505551234, '@', '16505551234'],
  [43831, 'yyyy-mm-dd', '2020-01-01'],
  [43831.75, 'yyyy-mm-dd hh:mm', '2020-01-01 18:00'],
  [43831.75, 'd mmm yyyy', '1 Jan 2020'],
  [true, '0', 'TRUE'],
];

const formats: Case[] = FORMATS.map(([value, format, shown]) => ({
  name: `${value} in the format ${format} is shown as`,
  run: (it) => it.cell().setNumberFormat(format).setValue(value).getDisplayValue(),
  ...{ expected: shown, sure: 'documented', means: SHOWN },
}));

const DIGITS: [value: number, shown: string][] = [
  [12345678901, '12345678901'],
  [491701234567, '491701234567'],
  [4917012345678, '4917012345678'],
  [491701234567890, '491701234567890'],
];

/** Whether a long number is shown by its digits decides whether a search finds it. */
const digits: Case[] = DIGITS.map(([value, shown]) => ({
  name: `${value} without a format is shown as`,
  run: (it) => it.cell().setValue(value).getDisplayValue(),
  expected: shown,
  sure: 'assumed',
  means:
    'A phone number that became a number is shown in scientific form, and a search by its digits does not find it.',
  settles: 'scientificFrom',
}));

const COLOURS: [written: string | null, given: string][] = [
  ['red', '#ff0000'],
  ['Rebeccapurple', '#663399'],
  ['#ABCDEF', '#abcdef'],
  ['#abc', '#aabbcc'],
  ['rgb(1, 2, 3)', '#010203'],
  [null, '#ffffff'],
];

const colours: Case[] = COLOURS.map(([written, given]) => ({
  name: `setBackground(${JSON.stringify(written)}) is given back as`,
  run: (it) => it.cell().setBackground(written).getBackground(),
  expected: given,
  sure: written === 'red' ? 'measured by others' : 'assumed',
  means: 'A colour that the program set would not be known again by comparing it.',
}));

export const LOOKS: Case[] = [
  ...formats,
  ...digits,
  ...colours,
  {
    name: 'setBackground of no colour',
    run: (it) => it.cell().setBackground('no colour').getBackground(),
    expected: threw(/^Invalid argument/),
    sure: 'assumed',
    means: 'An error would be shown to the owner in other words.',
  },
  {
    name: 'a Date written is given back as a Date of the same second',
    run: (it) => {
      const moment = new Date(Date.UTC(2026, 1, 3, 4, 5, 6));
      const back = it.cell().setValue(moment).getValue();
      const isDate = Object.prototype.toString.call(back) === '[object Date]';
      return [isDate, isDate ? (back as Date).toISOString() : String(back)];
    },
    expected: [true, '2026-02-03T04:05:06.000Z'],
    sure: 'documented',
    means: 'A moment would come back changed.',
  },
  {
    name: 'a Date that is read is an instance of Date',
    run: (it) => (it.cell().setValue(new Date(0)).getValue() as unknown) instanceof Date,
    expected: true,
    sure: 'assumed',
    means: 'A date must be known by something else than instanceof.',
  },
  {
    name: 'the format of a cell without one',
    run: (it) => it.cell().getNumberFormat(),
    expected: '0.###############',
    sure: 'measured by others',
    means: 'A column without a format would not be known as such.',
  },
  {
    name: 'the format of a cell that a Date was written into',
    run: (it) => it.cell().setValue(new Date(0)).getNumberFormat(),
    expected: like(/^(?:M\/d\/yyyy|yyyy-mm-dd)/i),
    sure: 'assumed',
    means: 'Dates would be shown in another way unless the format is set.',
  },
  ...['@', 'yyyy-mm-dd hh:mm'].map(
    (format): Case => ({
      name: `the format ${format} is given back as`,
      run: (it) => it.cell().setNumberFormat(format).getNumberFormat(),
      ...{ expected: format, sure: 'assumed' },
      means:
        'Check set-up would write whole columns again each time, which takes long in a big sheet.',
    }),
  ),
  {
    name: 'how long texts are shown is given back',
    run: (it) => {
      const { CLIP, OVERFLOW } = SpreadsheetApp.WrapStrategy;
      const before = it.cell().getWrapStrategy() === OVERFLOW;
      return [before, it.cell().setWrapStrategy(CLIP).getWrapStrategy() === CLIP];
    },
    expected: [true, true],
    sure: 'assumed',
    means: 'Check set-up would write the column again each time, or leave what the owner chose.',
  },
  {
    name: 'a note is given back as it was',
    run: (it) => it.cell().setNote('=x\ny').getNote(),
    expected: '=x\ny',
    sure: 'documented',
    means: 'A note would have to be escaped.',
  },
  {
    name: 'clearNote takes the notes of all cells, and nothing else',
    run: (it) => {
      const range = it
        .sheet()
        .getRange('A1:B1')
        .setValues([['x', 'y']]);
      range.setNotes([['one', 'two']]).clearNote();
      return [range.getNotes(), range.getValues()];
    },
    expected: [[['', '']], [['x', 'y']]],
    sure: 'documented',
    means: 'Of somebody who was forgotten, notes on their cells would stay.',
  },
  {
    name: 'clearContent leaves format and note',
    run: (it) => {
      const cell = it.cell().setNumberFormat('@').setNote('n').setValue('x');
      cell.clearContent();
      return [cell.getValue(), cell.getNumberFormat(), cell.getNote()];
    },
    expected: ['', '@', 'n'],
    sure: 'documented',
    means: 'A row that was emptied would lose its formats.',
  },
  {
    name: 'a check-box begins unticked',
    run: (it) => {
      const cell = it.cell();
      cell.insertCheckboxes();
      return [cell.getValue(), cell.getDisplayValue()];
    },
    expected: [false, 'FALSE'],
    sure: 'documented',
    means: 'An untouched box would count as ticked, or as empty.',
  },
  {
    name: 'a value outside of a list that allows nothing else is refused to a script',
    run: (it) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a'], true);
      const cell = it.cell().setDataValidation(rule.setAllowInvalid(false).build());
      cell.setValue('b');
      SpreadsheetApp.flush();
      return cell.getValue();
    },
    expected: threw(/violates the data validation rules/),
    sure: 'assumed',
    means: 'A rule of the owner’s on a column never stands in the way of the script.',
    settles: 'validationBindsScripts',
  },
];
