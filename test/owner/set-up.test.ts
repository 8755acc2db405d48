/** Set-up done again: what is right already is not written once more, and what went wrong is repaired. */
import { Business } from '../support/business';

const ROWS = 3000;

/** A shop whose base is longer than what set-up looks at whole. */
function bigShop(): Business {
  const shop = new Business();
  const people = Array.from({ length: ROWS }, (_, n) => ({
    Name: `Person ${n}`,
    Joined: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
    Phone: String(447_700_000_000 + n),
  }));
  shop.script.spreadsheet.fill('Clients', people);
  shop.run('setUp');
  return shop;
}

test('where nothing is wrong no column of the base is written', () => {
  const { trace } = bigShop().run('setUp');
  const written = trace.filter(
    ({ kind, what }) => kind === 'spreadsheet.write' && /^Clients/.test(what),
  );
  expect(written).toEqual([]);
});

test.each([
  ['everywhere', 'B2:B', 2],
  ['in the newest rows, where somebody pasted', `B${ROWS - 3}:B${ROWS}`, ROWS - 1],
  ['in the first rows', 'B2:B3', 3],
])('a column that lost its format %s gets it again', (_, area, row) => {
  const shop = bigShop();
  const sheet = shop.script.spreadsheet;
  const shown = sheet.shown('Clients', row, 'Joined');
  sheet.setFormat('Clients', area, '0');
  expect(sheet.shown('Clients', row, 'Joined')).toMatch(/^\d+$/);
  shop.run('setUp');
  expect(sheet.shown('Clients', row, 'Joined')).toBe(shown);
  expect(sheet.format('Clients', ROWS + 500, 'Joined')).toBe('yyyy-mm-dd hh:mm');
});

test('a heading that lost its colour gets it again', () => {
  const shop = bigShop();
  const sheet = shop.script.spreadsheet;
  const before = sheet.background('Clients', 1, 1);
  sheet.setBackground('Clients', 'A1:B1', '#ffffff');
  shop.run('setUp');
  expect([before, sheet.background('Clients', 1, 1)]).toEqual(['#e8f0ea', '#e8f0ea']);
});
