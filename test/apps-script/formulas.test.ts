/** Formulas computed: the few that are, after Google's documented examples; for everything else the cell says so. */
import { compute } from '../../local/apps-script';
import { finished, going, NOON } from './script-of';

const CLIENTS = [
  ['Name', 'Town', 'Spent', 'Joined'],
  ['Anna', 'Paris', 10, new Date(Date.UTC(2026, 0, 5))],
  ['Bo', 'Rome', 20, new Date(Date.UTC(2026, 1, 1))],
  ['Cem', 'Paris', 5, new Date(Date.UTC(2026, 4, 31))],
  ['Dee', 'Oslo', '', new Date(Date.UTC(2025, 11, 31))],
];

/** A spreadsheet with a tab Clients, and formulas in Sheet1 as the owner types them, one below another. */
function sheetWith(...formulas: string[]) {
  const script = going('', { formulas: compute });
  script.spreadsheet.addSheet('Clients');
  script.spreadsheet.fill('Clients', CLIENTS);
  formulas.forEach((formula, i) => {
    script.spreadsheet.type('Sheet1', 1 + i, 1, formula);
  });
  return script;
}

const shown = (formula: string) => sheetWith(formula).spreadsheet.rows('Sheet1');

test.each([
  // arithmetic, comparisons, text
  ['=1+2*3^2', '19'],
  ['=(1+2)*3', '9'],
  ['=-2^2', '4'],
  ['=10%*50', '5'],
  ['=7/2', '3.5'],
  ['=1/0', '#DIV/0!'],
  ['="a"&1+1', 'a2'],
  ['="a"="A"', 'TRUE'],
  ['=2<>2', 'FALSE'],
  ['="x"+1', '#VALUE!'],
  ['=Clients!C2+Clients!C3', '30'],
  ['=\'Clients\'!A2&" & "&Clients!A3', 'Anna & Bo'],
  // counting and summing
  ['=SUM(Clients!C2:C)', '35'],
  ['=SUM(1,2,Clients!C2:C3)', '33'],
  ['=SUM(Clients!C:C)', '35'],
  ['=COUNTA(Clients!A2:A)', '4'],
  ['=COUNT(Clients!C:C)', '3'],
  ['=COUNTIF(Clients!B:B,"paris")', '2'],
  ['=COUNTIF(Clients!B2:B,"*o*")', '2'],
  ['=COUNTIF(Clients!B2:B,"?slo")', '1'],
  ['=COUNTIF(Clients!C2:C,">=10")', '2'],
  ['=COUNTIF(Clients!C2:C,5)', '1'],
  ['=COUNTIF(Clients!B2:B,"<>Paris")', '2'],
  ['=COUNTIF(Clients!D2:D,">="&DATE(2026,2,1))', '2'],
  ['=COUNTIFS(Clients!B2:B,"Paris",Clients!C2:C,">5")', '1'],
  ['=COUNTIFS(Clients!B2:B,"Paris",Clients!C2:C3,">5")', '#VALUE!'],
  ['=SUMIF(Clients!B2:B,"Paris",Clients!C2:C)', '15'],
  ['=SUMIF(Clients!C2:C,">5")', '30'],
  ['=SUMIFS(Clients!C2:C,Clients!B2:B,"Paris",Clients!D2:D,"<"&DATE(2026,2,1))', '10'],
  // errors, conditions
  ['=IFERROR(1/0,"none")', 'none'],
  ['=IFERROR(5)', '5'],
  ['=IF(Clients!C2>5,"much","little")', 'much'],
  ['=IF(FALSE,1)', 'FALSE'],
  // dates and texts, after the examples of Google's reference
  ['=DATE(1969,7,20)', '1969-07-20'],
  ['=DATE(2025,13,1)', '2026-01-01'],
  ['=DATE(2026,3,1)-DATE(2026,2,1)', '28'],
  ['=DATE(2026,3,1)+1', '2026-03-02'],
  ['=TODAY()', '2026-06-01'],
  ['=TEXT(1.23,"$0.00")', '$1.23'],
  ['=TEXT(DATE(1969,7,20),"yyyy-MM")', '1969-07'],
  ['=TEXT(TODAY(),"d mmm yyyy")', '1 Jun 2026'],
  ['=SUM(1;2;3)', '6'],
  ['=DAY(DATE(2026,2,28))&"/"&MONTH(DATE(2026,2,28))&"/"&YEAR(DATE(2026,2,28))', '28/2/2026'],
  // 12 December 2025 is a Friday.
  ['=WEEKDAY(DATE(2025,12,12))', '6'],
  ['=WEEKDAY(DATE(2025,12,12),2)', '5'],
  ['=WEEKDAY(DATE(2025,12,12),3)', '4'],
  ['=WEEKDAY(DATE(2025,12,12),9)', '#NUM!'],
  ['=LEFT("yes: bought",3)', 'yes'],
  ['=LEFT("yes")', 'y'],
  ['=TO_PURE_NUMBER(DATE(2026,1,1))', '46023'],
])('%s is %s', (formula, result) => {
  expect(shown(formula)).toEqual([[result]]);
});

describe('what spills', () => {
  test.each([
    ['=ARRAYFORMULA(Clients!C2:C4*2)', [['20'], ['40'], ['10']]],
    [
      '=ARRAYFORMULA(IF(Clients!C2:C5="","none",Clients!A2:A5&"!"))',
      [['Anna!'], ['Bo!'], ['Cem!'], ['none']],
    ],
    ['=FILTER(Clients!A2:A,Clients!B2:B="Paris")', [['Anna'], ['Cem']]],
    ['=FILTER(Clients!A2:B,Clients!C2:C>5,Clients!B2:B<>"Rome")', [['Anna', 'Paris']]],
    ['=FILTER(Clients!A2:A,Clients!B2:B="Lyon")', [['#N/A']]],
    ['=UNIQUE(Clients!B2:B)', [['Paris'], ['Rome'], ['Oslo']]],
    [
      '=SORT(Clients!A2:C4,3,FALSE)',
      [
        ['Bo', 'Rome', '20'],
        ['Anna', 'Paris', '10'],
        ['Cem', 'Paris', '5'],
      ],
    ],
    ['=SORT(UNIQUE(Clients!B2:B))', [['Oslo'], ['Paris'], ['Rome']]],
    ['=SUM(FILTER(Clients!C2:C,Clients!B2:B="Paris"))', [['15']]],
    ['=IFERROR(FILTER(Clients!A2:A,Clients!B2:B="Paris"),"none")', [['Anna'], ['Cem']]],
    ['=IFERROR(FILTER(Clients!A2:A,Clients!B2:B="Lyon"),"none")', [['none']]],
    [
      '=HSTACK(Clients!C2:C3,Clients!A2:A4)',
      [
        ['10', 'Anna'],
        ['20', 'Bo'],
        ['#N/A', 'Cem'],
      ],
    ],
    [
      '=QUERY(HSTACK(Clients!B:B;Clients!C:C);"select Col1, count(Col1) group by Col1 label count(Col1) \'All\'";1)',
      [
        ['Town', 'All'],
        ['Oslo', '1'],
        ['Paris', '2'],
        ['Rome', '1'],
      ],
    ],
  ])('%s', (formula, rows) => {
    expect(shown(formula)).toEqual(rows);
  });

  test('it counts for getLastRow and appendRow, and follows what it is made of', () => {
    const script = going("sheet.appendRow(['below']); return sheet.getLastRow();", {
      formulas: compute,
    });
    const { spreadsheet } = script;
    spreadsheet.type('Sheet1', 1, 2, '=ARRAYFORMULA(D1:D3&"")');
    spreadsheet.paste('Sheet1', 1, 4, [['x'], ['y'], ['z']]);
    expect(finished(script.run('go')).result).toBe(4);
    spreadsheet.type('Sheet1', 2, 4, 'new');
    expect(spreadsheet.rows('Sheet1').map((row) => row.slice(0, 2))).toEqual([
      ['', 'x'],
      ['', 'new'],
      ['', 'z'],
      ['below', ''],
    ]);
  });

  test('a cell that is filled stands in the way', () => {
    const script = sheetWith('=UNIQUE(Clients!B2:B)', '', 'mine');
    expect(script.spreadsheet.rows('Sheet1')).toEqual([['#REF!'], [''], ['mine']]);
    script.spreadsheet.type('Sheet1', 3, 1, '');
    expect(script.spreadsheet.rows('Sheet1')).toEqual([['Paris'], ['Rome'], ['Oslo']]);
  });
});

describe('QUERY', () => {
  const query = (text: string, headers = ',1') => shown(`=QUERY(Clients!A:D,"${text}"${headers})`);

  test.each([
    [
      'select A, C',
      [
        ['Name', 'Spent'],
        ['Anna', '10'],
        ['Bo', '20'],
        ['Cem', '5'],
        ['Dee', ''],
      ],
    ],
    ["select A where B = 'Paris'", [['Name'], ['Anna'], ['Cem']]],
    ["select A where B = 'paris'", [['Name']]],
    ["select A where B != 'Paris' and C is not null", [['Name'], ['Bo']]],
    ["select A where not (B = 'Paris' or C > 10)", [['Name'], ['Dee']]],
    ["select A where B contains 'o' order by A desc", [['Name'], ['Dee'], ['Bo']]],
    ["select A where A starts with 'C'", [['Name'], ['Cem']]],
    ["select A where not A matches '[AB].*'", [['Name'], ['Cem'], ['Dee']]],
    ['select A where C is null', [['Name'], ['Dee']]],
    ["select A where D >= date '2026-02-01'", [['Name'], ['Bo'], ['Cem']]],
    [
      'select B, sum(C) group by B',
      [
        ['Town', 'sum Spent'],
        ['Oslo', ''],
        ['Paris', '15'],
        ['Rome', '20'],
      ],
    ],
    [
      "select B, count(A), max(C) group by B order by count(A) desc, B limit 2 label count(A) 'Clients'",
      [
        ['Town', 'Clients', 'max Spent'],
        ['Paris', '2', '10'],
        ['Oslo', '1', ''],
      ],
    ],
    [
      'select sum(C), avg(C), min(A)',
      [
        ['sum Spent', 'avg Spent', 'min Name'],
        ['35', '11.66666667', 'Anna'],
      ],
    ],
    ['select A order by C limit 1 offset 1', [['Name'], ['Cem']]],
  ])('%s', (text, rows) => {
    const got = query(text).map((row) =>
      row.map((cell) => cell.replace(/^(11\.66666667|11\.6666666666667)$/, '11.66666667')),
    );
    expect(got).toEqual(rows);
  });

  test('all of it, the dates as dates; a column is what most of its cells are', () => {
    const script = sheetWith('=QUERY(Clients!A1:D3,"select * where C > 10",1)');
    expect(script.spreadsheet.rows('Sheet1')[1]?.slice(0, 3)).toEqual(['Bo', 'Rome', '20']);
    expect(script.spreadsheet.value('Sheet1', 2, 4)).toEqual(new Date(Date.UTC(2026, 1, 1)));
    script.spreadsheet.type('Clients', 2, 3, 'much');
    script.spreadsheet.type('Sheet1', 1, 1, '=QUERY(Clients!A:C,"select A where C is null",1)');
    expect(script.spreadsheet.rows('Sheet1')).toEqual([['Name'], ['Anna'], ['Dee']]);
  });

  test('over what is computed, columns are called Col1, Col2…', () => {
    expect(
      shown(`=QUERY(FILTER(Clients!A2:C,Clients!B2:B="Paris"),"select Col1 where Col3 < 10",0)`),
    ).toEqual([['Cem']]);
  });

  test('a text that nobody can read', () => {
    expect(query('select Z')[0]?.[0]).toMatch(/^#VALUE! Unable to parse query string .*: Z$/);
    expect(query('select A where')[0]?.[0]).toMatch(/^#VALUE!/);
    expect(query('where A = 1 select A')[0]?.[0]).toMatch(/^#VALUE!/);
    expect(query('select A, sum(C)')[0]?.[0]).toMatch(/neither grouped nor summed up$/);
  });
});

test.each([
  ['=VLOOKUP("a",Clients!A:B,2)', 'VLOOKUP'],
  ['=IFERROR(VLOOKUP("a",Clients!A:B,2),0)', 'VLOOKUP'],
  ['=SUM(Prices)', 'the name Prices'],
  ['={1,2}', 'an array in braces'],
  ['=QUERY(Clients!A:D,"select A")', 'QUERY without the number of heading rows'],
  ['=QUERY(Clients!A:D,"select A, count(B) group by A pivot C",1)', 'QUERY with pivot'],
  ['=QUERY(Clients!A:D,"select year(D)",1)', 'QUERY with year'],
  [`=QUERY(Clients!A:D,"select A where A like 'x'",1)`, 'QUERY with like'],
  ['=Clients!A2:A4&"x"', 'a range where one value is wanted, outside of ARRAYFORMULA,'],
])('%s says what is not computed', (formula, what) => {
  expect(shown(formula)).toEqual([[`#N/A: ${what} is not part of the local Apps Script`]]);
});

test('what cannot be read, and circles', () => {
  expect(shown('=1+')[0]?.[0]).toMatch(/^#ERROR!/);
  expect(shown('=Nowhere!A1')).toEqual([['#REF!']]);
  expect(shown('=A1+1')).toEqual([['#REF!']]);
});

test('formulas lean on each other, above and below, and on what a script writes', () => {
  const script = sheetWith('=A2*2', '=A3+1', '=Clients!C2');
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['22'], ['11'], ['10']]);
  script.spreadsheet.type('Clients', 2, 3, '1');
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['4'], ['2'], ['1']]);
});

test('a long chain settles, from below as well; who leans on a circle is one with it', () => {
  const chain = Array.from({ length: 60 }, (_, i) => `=A${i + 2}+1`);
  expect(sheetWith(...chain, '1').spreadsheet.rows('Sheet1')[0]).toEqual(['61']);
  const circle = sheetWith('=A2+1', '=A1+1', '=A2', '=A5', '5').spreadsheet.rows('Sheet1');
  expect(circle.flat()).toEqual(['#REF!', '#REF!', '#REF!', '5', '5']);
});

test('a formula above reads what one below spills, and what a later one frees', () => {
  const { spreadsheet } = sheetWith('=COUNTA(B3:B)', '=IF(A1>2;"many";"few")');
  spreadsheet.type('Sheet1', 3, 2, '=UNIQUE(Clients!B2:B)');
  expect(spreadsheet.rows('Sheet1').slice(0, 2)).toEqual([
    ['3', ''],
    ['many', ''],
  ]);
  spreadsheet.type('Clients', 5, 2, 'Rome');
  expect(spreadsheet.rows('Sheet1').slice(0, 2)).toEqual([
    ['2', ''],
    ['few', ''],
  ]);
});

test('a script reads what its own writes come to', () => {
  const script = going(
    "sheet.getRange('A1:A2').setValues([[1], [2]]); sheet.getRange('B1').setFormula('=SUM(A:A)'); return [sheet.getRange('B1').getValue(), sheet.getRange('B1').getFormula()];",
    { formulas: compute },
  );
  expect(finished(script.run('go')).result).toEqual([3, '=SUM(A:A)']);
});

describe('references follow what they point to', () => {
  const formula = (change: (sheet: ReturnType<typeof sheetWith>['spreadsheet']) => void) => {
    const { spreadsheet } = sheetWith(
      '=COUNTIF(Clients!B:B,"Paris")&" B:B "&Clients!$C$3&SUM(Clients!B2:D4)&A5',
    );
    change(spreadsheet);
    return spreadsheet.formula('Sheet1', 1, 1);
  };

  test.each<[string, Parameters<typeof formula>[0], string]>([
    [
      'a column that is moved',
      (sheet) => sheet.moveColumn('Clients', 'Town', 1),
      '=COUNTIF(Clients!A:A,"Paris")&" B:B "&Clients!$C$3&SUM(Clients!A2:D4)&A5',
    ],
    [
      'a column that is put in',
      (sheet) => sheet.insertColumn('Clients', 'Town'),
      '=COUNTIF(Clients!C:C,"Paris")&" B:B "&Clients!$D$3&SUM(Clients!C2:E4)&A5',
    ],
    [
      'a column that is deleted',
      (sheet) => sheet.deleteColumn('Clients', 'Town'),
      '=COUNTIF(#REF!,"Paris")&" B:B "&Clients!$B$3&SUM(Clients!B2:C4)&A5',
    ],
    [
      'a row that is put in',
      (sheet) => sheet.insertRow('Clients', 3),
      '=COUNTIF(Clients!B:B,"Paris")&" B:B "&Clients!$C$4&SUM(Clients!B2:D5)&A5',
    ],
    [
      'a row that is deleted',
      (sheet) => sheet.deleteRow('Clients', 3),
      '=COUNTIF(Clients!B:B,"Paris")&" B:B "&#REF!&SUM(Clients!B2:D3)&A5',
    ],
    [
      'a tab with another name',
      (sheet) => sheet.rename('Clients', 'My people'),
      `=COUNTIF('My people'!B:B,"Paris")&" B:B "&'My people'!$C$3&SUM('My people'!B2:D4)&A5`,
    ],
    [
      'a row of its own tab',
      (sheet) => sheet.insertRow('Sheet1', 3),
      '=COUNTIF(Clients!B:B,"Paris")&" B:B "&Clients!$C$3&SUM(Clients!B2:D4)&A6',
    ],
  ])('%s', (_, change, expected) => {
    expect(formula(change)).toBe(expected);
  });

  test('what is gone is an error', () => {
    const { spreadsheet } = sheetWith('=SUM(Clients!C:C)');
    spreadsheet.deleteColumn('Clients', 'Spent');
    expect(spreadsheet.rows('Sheet1')).toEqual([['#REF!']]);
  });
});

test('TODAY follows the clock', () => {
  const script = sheetWith('=TODAY()');
  script.clock.now = NOON + 86_400_000;
  expect(script.spreadsheet.shown('Sheet1', 1, 1)).toBe('2026-06-02');
});

test('without the plug, nothing is computed', () => {
  const script = going('');
  script.spreadsheet.type('Sheet1', 1, 1, '=1+1');
  expect(script.spreadsheet.shown('Sheet1', 1, 1)).toBe('#FORMULA!');
});
