/** Room for clients: how many the sheet can hold, and columns that take it away. */
import { Business } from '../support/business';
import { ownerOf } from './owner';

/** A sheet as Google makes it: 26 columns. */
function wideShop(): Business {
  const shop = new Business();
  shop.script.spreadsheet.type('Clients', 2, 26, 'x');
  shop.script.spreadsheet.type('Clients', 2, 26, '');
  return shop;
}

test('empty columns take the room of others, and go when the owner says so', () => {
  const shop = wideShop();
  const owner = ownerOf(shop);
  const { people, empty, without } = owner.room();
  expect(people).toBeLessThan(385_000);
  expect(empty).toBe(15);
  expect(without).toBeGreaterThan(800_000);
  expect(owner.deleteEmptyColumns()).toEqual({ people: without, empty: 0, without });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  expect(shop.row(anna).Name).toBe('Anna');
});

test('columns with anything in them stay, and so do the empty ones between them', () => {
  const shop = wideShop();
  shop.script.spreadsheet.type('Clients', 1, 20, 'City');
  expect(ownerOf(shop).deleteEmptyColumns().empty).toBe(0);
  expect(shop.script.spreadsheet.size('Clients').columns).toBe(20);
  expect(shop.script.spreadsheet.value('Clients', 1, 20)).toBe('City');
});
