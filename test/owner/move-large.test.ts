/** A base larger than a window, over and back: rows get their marks, older ones leave and come back, edits are kept. */
import { letters } from '../../src/sheet/tabs';
import { shown, stored, types } from '../script/window-shop';
import { Business, MINUTE } from '../support/business';
import { connect, moveBack, moveOver, tabAsItIs } from './moving';
import { fillClients } from './owner';

jest.setTimeout(120_000);

/** A window shows the newest five thousand of them. */
const PEOPLE = 5020;

/** What a cell may hold besides plain words. */
const TEXTS = [
  "'0041",
  "'3/4",
  "'+49 30 1234567",
  "'=1+1",
  '-12',
  '1 000',
  'TRUE',
  "'May 5",
  '12.5',
];

const shop = new Business();
const { spreadsheet } = shop.script;
fillClients(shop, PEOPLE);
const width = spreadsheet.rows('Clients', 1)[0]?.length ?? 0;
const [city, day, paid] = [width + 1, width + 2, width + 3];
/** The sheet once everybody is in the database, with what is edited then. */
let before: string[][] = [];

beforeAll(() => {
  ['City', 'Day', 'Paid'].forEach((heading, n) => {
    types(shop, 1, city + n, heading);
  });
  types(shop, 3, city, 'Zürich');
  types(shop, 4, day, '2026-05-01');
  TEXTS.forEach((text, n) => {
    types(shop, 5 + n, city, text);
  });
  spreadsheet.setFormat('Clients', `${letters(paid)}2:${letters(paid)}`, '0.00 "€"');
  types(shop, 6, paid, '7.5');
  types(shop, PEOPLE, city, '0041');
  spreadsheet.type('Settings', 1, 8, '=COUNTA(Clients!A2:A)');
  shop.wait(MINUTE);
  connect(shop);
  moveOver(shop);
  types(shop, 2, 'Note', 'old, and edited');
  types(shop, PEOPLE + 1, 'Note', 'new, and edited');
  before = tabAsItIs(shop, 'Clients');
  types(shop, PEOPLE + 2, 'Phone', '+44 7700 900001');
  shop.wait(12 * MINUTE);
});

test('after the move rows get their marks, edits from in between are taken over, and older rows leave', () => {
  const rows = shown(shop);
  expect(rows).toHaveLength(5001);
  expect(rows[0]?.Name).toBe(`Client ${PEOPLE - 5000}`);
  expect(rows.every(({ Database }) => /^r\d+\./.test(Database ?? ''))).toBe(true);
  const all = stored(shop);
  expect(all).toHaveLength(PEOPLE + 1);
  expect([all[0]?.note, all[PEOPLE - 1]?.note]).toEqual(['old, and edited', 'new, and edited']);
  expect(all[1]?.own).toContain('Zürich');
  expect(all[PEOPLE]?.phone).toBe('447700900001');
  expect(shop.rows('Problems')).toEqual([]);
});

test('those who are none of the newest come back to where they were, with all that stands beside them', () => {
  const executions = shop.script.executions.length;
  expect(moveBack(shop)).toMatchObject({ switched: true, people: PEOPLE + 1 });
  const traces = shop.script.executions.slice(executions).map(({ trace }) => trace.length);
  // No call for each row.
  expect(Math.max(...traces)).toBeLessThan(150);
  const after = tabAsItIs(shop, 'Clients');
  const [headings = [], ...rows] = after;
  const [headingsBefore = [], ...rowsBefore] = before;
  // Where the marks stood there is a link now, of the one who was typed.
  expect(headings).toEqual(headingsBefore.map((one) => (one === 'Database' ? 'Link' : one)));
  expect(rows.pop()).toContain('447700900001');
  expect(rows.length).toBe(rowsBefore.length);
  expect(spreadsheet.value('Clients', 6, paid)).toBe(7.5);
  const changed = rows.filter((row, index) => String(row) !== String(rowsBefore[index]));
  expect(changed.slice(0, 5)).toEqual([]);
  expect(spreadsheet.formula('Settings', 1, 8)).toBe('=COUNTA(Clients!A2:A)');
});
