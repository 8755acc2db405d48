/** What the sidebar reads: pages of the base, and the client that is selected. */
import { Business } from '../support/business';
import { fieldsOf, fillClients, openSidebar, ownerOf } from './owner';

test('a name that is no function for pages is refused', () => {
  const { script } = new Business();
  const pass = openSidebar(script);
  for (const name of ['drainPending', 'constructor', '__proto__', 'toString', '']) {
    expect(() => script.page('ownerCall', [name, [], pass])).toThrow(
      'not something that a page may call',
    );
  }
});

test('an empty base has no rows', () => {
  const shop = new Business();
  expect(ownerOf(shop).overview()).toMatchObject({ rows: 0, newest: [], timeZone: 'Etc/UTC' });
});

test('the overview brings the newest rows, the rest comes in pages that meet', () => {
  const shop = new Business();
  fillClients(shop, 2500);
  const owner = ownerOf(shop);
  const { rows, newest } = owner.overview();
  expect(rows).toBe(2500);
  const oldest = fieldsOf(newest[0]!).row;
  const rest = owner.clientRows(2, oldest - 2);
  const all = [...rest, ...newest].map((client) => fieldsOf(client).row);
  expect(all).toEqual(Array.from({ length: 2500 }, (_, index) => index + 2));
});

test('a page beyond the end is empty', () => {
  const shop = new Business();
  fillClients(shop, 5);
  expect(ownerOf(shop).clientRows(7, 100)).toEqual([]);
});

test('100,000 rows: few large calls, and never the lock', () => {
  const shop = new Business();
  fillClients(shop, 100_000);
  const owner = ownerOf(shop);
  owner.overview();
  const first = shop.last('ownerCall');
  owner.clientRows(2, 5000);
  const page = shop.last('ownerCall');
  for (const { calls } of [first, page]) {
    expect(calls['spreadsheet.read']).toBeLessThanOrEqual(6);
    expect(calls.lock).toBeUndefined();
  }
});

test('the selected row is that client; elsewhere it is nobody', () => {
  const shop = new Business();
  fillClients(shop, 5);
  const owner = ownerOf(shop);
  shop.script.spreadsheet.select('Clients', 'C4');
  const { row, client } = owner.selection(0);
  expect([row, fieldsOf(client!).name]).toEqual([4, 'Client 2']);
  expect(owner.selection(4)).toEqual({ row: 4, client: null });
  shop.script.spreadsheet.select('Settings', 'A4');
  expect(owner.selection(4)).toEqual({ row: 0, client: null });
});

test('a click finds a client whose row has moved', () => {
  const shop = new Business();
  fillClients(shop, 5);
  const owner = ownerOf(shop);
  shop.script.spreadsheet.sort('Clients', 'Phone', false);
  const { row, client } = owner.showClient(2, '491510000000');
  expect([row, fieldsOf(client!).name]).toEqual([6, 'Client 0']);
  expect(owner.selection(0).row).toBe(6);
});

test('a click on a client who was deleted says so', () => {
  const shop = new Business();
  fillClients(shop, 5);
  shop.script.spreadsheet.deleteRow('Clients', 2);
  expect(() => ownerOf(shop).showClient(2, '491510000000')).toThrow('no longer in the sheet');
});

test('somebody without a visible number is found by their id', () => {
  const shop = new Business();
  const zoe = shop.person('Zoe', '447700900077', { username: 'zoe', showsPhone: false });
  shop.writes(zoe, 'Link');
  const { client } = ownerOf(shop).showClient(2, zoe.userId);
  expect(fieldsOf(client!).name).toBe('Zoe');
});
