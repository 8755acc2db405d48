/** A base of 100,000 people: filled, searched, read, sorted and saved. */

import { loadState, type SavedState, saveState } from '../../local/apps-script';
import { emptyFolder, finished, SHEET, scriptOf } from './script-of';

const ROWS = 100_000;
const row = (i: number) => [
  String(79990000000 + i),
  `Person ${i}`,
  String(79990000000 + (i >> 1)),
  `Müller ${i}`,
  new Date(Date.UTC(2026, 0, 1) + i * 60_000),
  i % 2 === 0,
  'sent',
  'note',
  `code${i}`,
  i,
];

const script = scriptOf(`
  function find(text, options) {
    ${SHEET}
    const found = sheet.createTextFinder(text).matchEntireCell(true).useRegularExpression(options === 'regex').findNext();
    return found && found.getRow();
  }
  function count(text) { ${SHEET} return sheet.createTextFinder(text).findAll().length; }
  function read() { ${SHEET} const rows = sheet.getDataRange().getValues(); return [rows.length, rows[99999][4].toISOString()]; }
  function append() { ${SHEET} sheet.appendRow(['new']); return sheet.getLastRow(); }`);
script.spreadsheet.setFormat('Sheet1', 'A:C', '@');
script.spreadsheet.fill(
  'Sheet1',
  Array.from({ length: ROWS }, (_, i) => row(i)),
);

test('everyone is found, by text, by regular expression, by part', () => {
  expect(finished(script.run('find', ['79990099999'])).result).toBe(ROWS);
  expect(finished(script.run('find', ['[+ ]*7[ -]*9990050000', 'regex'])).result).toBe(50_001);
  expect(finished(script.run('find', ['nobody'])).result).toBeNull();
  expect(finished(script.run('count', ['müller 9999'])).result).toBe(11);
});

test('the modelled time grows with the cells looked at; reading costs 5.7 times as much as searching', () => {
  const near = script.run('find', ['79990000000']).modelledMs;
  const far = script.run('find', ['79990099999']).modelledMs;
  expect(near).toBeLessThan(310);
  expect(far).toBeGreaterThan(2000);
  const read = script.run('read');
  const search = script.run('count', ['nobody']);
  const perCell = ({ modelledMs, cells }: typeof read) => (modelledMs - 300) / cells;
  expect(search.cells).toBe(ROWS * 26);
  expect(read.cells).toBe(ROWS * 10);
  expect(perCell(read) / perCell(search)).toBeCloseTo(5.76, 1);
});

test('all can be read and appended to', () => {
  expect(finished(script.run('read')).result).toEqual([ROWS, '2026-03-11T10:39:00.000Z']);
  expect(finished(script.run('append')).result).toBe(ROWS + 1);
});

test('the owner sorts and deletes; the state is saved and restored', () => {
  script.spreadsheet.sort('Sheet1', 10, false);
  script.spreadsheet.deleteRow('Sheet1', 1);
  expect(script.spreadsheet.value('Sheet1', 1, 1)).toBe('79990099998');
  const folder = emptyFolder();
  saveState(folder, script.save());
  const again = scriptOf('', { state: loadState<SavedState>(folder).state! });
  expect(again.spreadsheet.value('Sheet1', 1, 1)).toBe('79990099998');
  expect(again.spreadsheet.rows('Sheet1')).toHaveLength(ROWS);
});
