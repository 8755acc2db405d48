/** Formulas that a script writes, what they follow, and the sheet's own charts. */
import type { Case } from '../case';
import type { Scene } from '../script/scene';

const NUMBERS = 'The tab Numbers would show errors, or other numbers.';

/** A tab of three people, two of whom somebody brought. */
function people(it: Scene) {
  const sheet = it.sheet();
  sheet
    .getRange('A1:C4')
    .setNumberFormat('@')
    .setValues([
      ['Name', 'By', 'Counts'],
      ['Anna', '', ''],
      ['Ben', '447700900001', 'yes: bought'],
      ['Cleo', '447700900001', 'not yet'],
    ]);
  return sheet;
}

/** What a formula in E1 comes to. */
function shown(it: Scene, formula: string, rows = 1, columns = 1): string[][] {
  const sheet = people(it);
  sheet.getRange('E1').setFormula(formula);
  SpreadsheetApp.flush();
  return sheet.getRange(1, 5, rows, columns).getDisplayValues();
}

export const FORMULAS: Case[] = [
  {
    name: 'a formula whose arguments are parted by semicolons',
    run: (it) => shown(it, '=SUM(1;2)'),
    expected: [['3']],
    sure: 'measured by others',
    means: 'Formulas would have to be written in the way of the spreadsheet’s country.',
  },
  {
    name: 'QUERY over columns put side by side by HSTACK',
    run: (it) =>
      shown(
        it,
        `=QUERY(HSTACK(B:B;A:A);"select max(Col2), Col1, count(Col1) where Col1 is not null group by Col1 order by count(Col1) desc limit 3 label max(Col2) 'Name', Col1 'Number', count(Col1) 'Friends'";1)`,
        2,
        3,
      ),
    expected: [
      ['Name', 'Number', 'Friends'],
      ['Cleo', '447700900001', '2'],
    ],
    sure: 'documented',
    means: NUMBERS,
  },
  {
    name: 'COUNTIFS finds digits kept as text, and the beginning of a text',
    run: (it) => shown(it, '=COUNTIFS(B:B;B3;C:C;"yes:*")&"/"&COUNTIFS(B:B;"<>")'),
    expected: [['1/3']],
    sure: 'measured by others',
    means: NUMBERS,
  },
  {
    name: 'a day as a number in a condition',
    run: (it) => {
      const sheet = it.sheet();
      sheet.getRange('A1').setFormula('=DATE(2026;1;1)');
      sheet.getRange('A2').setFormula('=DATE(2026;1;9)');
      sheet.getRange('B1').setFormula('=COUNTIFS(A:A;">="&TO_PURE_NUMBER(A1+7))');
      SpreadsheetApp.flush();
      return sheet.getRange('B1').getDisplayValue();
    },
    expected: '1',
    sure: 'documented',
    means: NUMBERS,
  },
  {
    name: 'a formula follows a column that is moved, whole columns too',
    run: (it) => {
      const sheet = people(it);
      sheet.getRange('E1').setFormula('=COUNTA(B:B)&"B:B"&$C$2');
      sheet.moveColumns(sheet.getRange('B:B'), 1);
      SpreadsheetApp.flush();
      return sheet.getRange('E1').getFormula();
    },
    expected: '=COUNTA(A:A)&"B:B"&$C$2',
    sure: 'measured by others',
    means: 'An owner who moves a column would get other numbers.',
  },
  {
    name: 'a whole column stays one when rows are put in above and deleted',
    run: (it) => {
      const sheet = people(it);
      sheet.getRange('E1').setFormula('=COUNTA(B:B)');
      sheet.insertRowBefore(2);
      sheet.deleteRow(3);
      SpreadsheetApp.flush();
      return [sheet.getRange('E1').getFormula(), sheet.getRange('E1').getDisplayValue()];
    },
    expected: ['=COUNTA(B:B)', '3'],
    sure: 'measured by others',
    means: NUMBERS,
  },
  {
    name: 'a formula that points to a tab made later',
    run: (it) => {
      const sheet = it.sheet();
      const name = `${sheet.getName()} later`;
      sheet.getRange('A1').setFormula(`='${name}'!A1`);
      SpreadsheetApp.flush();
      const before = sheet.getRange('A1').getDisplayValue();
      const made = SpreadsheetApp.getActiveSpreadsheet().insertSheet(name);
      made.getRange('A1').setValue('x');
      SpreadsheetApp.flush();
      const after = sheet.getRange('A1').getDisplayValue();
      SpreadsheetApp.getActiveSpreadsheet().deleteSheet(made);
      return [before, after];
    },
    expected: ['#REF!', 'x'],
    sure: 'assumed',
    means: 'What concerns rewards could be written into Numbers before their tabs are there.',
  },
  {
    name: 'a chart is put in where it was asked for, and listed',
    run: (it) => {
      const sheet = people(it);
      const chart = sheet
        .newChart()
        .asColumnChart()
        .setTitle('Friends')
        .setColors(['#1b7f5c'])
        .addRange(sheet.getRange('A1:A4'))
        .addRange(sheet.getRange('C1:C4'))
        .setNumHeaders(1)
        .setOption('legend.position', 'none')
        .setPosition(2, 5, 3, 4)
        .build();
      sheet.insertChart(chart);
      SpreadsheetApp.flush();
      const charts = sheet.getCharts();
      const place = charts[0]?.getContainerInfo();
      return [
        charts.length,
        charts[0]?.getRanges().map((range) => range.getA1Notation()),
        [place?.getAnchorRow(), place?.getAnchorColumn()],
      ];
    },
    expected: [1, ['A1:A4', 'C1:C4'], [2, 5]],
    sure: 'documented',
    means: 'The tab Numbers would be without its charts.',
  },
  {
    name: 'a chart that is taken away',
    run: (it) => {
      const sheet = people(it);
      const range = sheet.getRange('A1:A4');
      sheet.insertChart(
        sheet.newChart().asBarChart().addRange(range).setPosition(1, 5, 0, 0).build(),
      );
      const [chart] = sheet.getCharts();
      if (chart) sheet.removeChart(chart);
      return sheet.getCharts().length;
    },
    expected: 0,
    sure: 'documented',
    means: 'A chart would stay.',
  },
];
