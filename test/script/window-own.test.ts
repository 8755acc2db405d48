/** The owner's own columns in a window: their texts are kept with the row, formulas and colours stay where they are. */
import { MINUTE } from '../support/business';
import { looks, people, rowOf, shown, stored, types, windowShop } from './window-shop';

function withColumns() {
  const shop = windowShop({
    settings: { 'Text: No referrals yet': 'You have {Points} points, twice that is {Twice}.' },
  });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  looks(shop);
  const sheet = shop.script.spreadsheet;
  const column = sheet.columnOf('Clients', 'Database') + 1;
  types(shop, 1, column, 'Points');
  types(shop, 1, column + 1, 'Twice');
  types(shop, 2, column, '12');
  types(shop, 2, column + 1, '=12+12');
  sheet.spill('Clients', 2, column + 1, [['24']]);
  sheet.setBackground('Clients', 'A2', '#ffff00');
  looks(shop);
  return { shop, anna, sheet, column };
}

test('texts go to the database, formulas stay', () => {
  const { shop, sheet, column } = withColumns();
  // What a formula comes to is kept where a text of the owner's names it.
  expect(JSON.parse(stored(shop)[0]?.own ?? '')).toEqual({ Points: '12', Twice: '24' });
  people(shop, 3);
  looks(shop);
  expect(sheet.formula('Clients', 2, column + 1)).toBe('=12+12');
  expect(sheet.background('Clients', 2, 1)).toBe('#ffff00');
  expect(shown(shop).map(({ Points }) => Points)).toEqual(['12', '', '', '']);
});

test('what stood beside somebody comes back with their row, and a text may name it', () => {
  const { shop, anna, sheet } = withColumns();
  sheet.deleteRow('Clients', 2);
  // As if the whole tab had been emptied: the row comes back.
  shop.script.database.query(
    `update sheet_referrals.shop set value = jsonb_set(value::jsonb, '{shown}', '[]')::text where name = 'window.clients'`,
  );
  looks(shop);
  expect(shown(shop)[rowOf(shop, 'Anna') - 2]?.Points).toBe('12');
  shop.wait(MINUTE);
  const [answer] = shop.writes(anna, 'My referrals');
  expect(answer?.text).toContain('You have 12 points');
});
