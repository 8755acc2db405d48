/** A window of many rows: the first run after the move, the newest five thousand, and what a minute costs. */
import { connect, moveOver } from '../owner/moving';
import { fillClients } from '../owner/owner';
import { Business, callsOf, MINUTE } from '../support/business';
import { looks, people, shown, stored, types, windowShop } from './window-shop';

test('after the move rows get their marks, edits from in between are taken over, and older rows leave', () => {
  const shop = new Business();
  fillClients(shop, 5300);
  types(shop, 1, 14, 'Points');
  types(shop, 3, 14, '7');
  shop.wait(MINUTE);
  connect(shop);
  moveOver(shop);
  types(shop, 2, 'Note', 'old, and edited');
  types(shop, 5301, 'Note', 'new, and edited');
  types(shop, 5302, 'Phone', '+44 7700 900001');
  shop.wait(20 * MINUTE);
  const rows = shown(shop);
  expect(rows).toHaveLength(5001);
  expect(rows[0]?.Name).toBe('Client 300');
  expect(rows.every(({ Database }) => /^r\d+\./.test(Database ?? ''))).toBe(true);
  const all = stored(shop);
  expect(all).toHaveLength(5301);
  expect([all[0]?.note, all[5299]?.note]).toEqual(['old, and edited', 'new, and edited']);
  expect(all[1]?.own).toContain('7');
  expect(all[5300]?.phone).toBe('447700900001');
  expect(shop.rows('Problems')).toEqual([]);
});

test('the newest are shown; when too many have come the oldest leave, and nobody is deleted', () => {
  const shop = windowShop();
  people(shop, 5100);
  shop.wait(20 * MINUTE);
  const order = Array.from({ length: 5000 }, (_, n) => `Person ${n + 101}`);
  expect(shown(shop).map(({ Name }) => Name)).toEqual(order);
  people(shop, 400, 5101);
  looks(shop);
  expect(shown(shop)).toHaveLength(5400);
  people(shop, 200, 5501);
  looks(shop);
  const names = shown(shop).map(({ Name }) => Name);
  expect(names).toHaveLength(5000);
  expect([names[0], names[4999]]).toEqual(['Person 701', 'Person 5700']);
  looks(shop);
  expect(stored(shop)).toHaveLength(5700);
  expect(shop.rows('Problems')).toEqual([]);
});

test('a row that the owner has searched for is shown besides, and stays', () => {
  const shop = windowShop();
  people(shop, 5600);
  shop.wait(20 * MINUTE);
  const id = stored(shop)[2]?.id;
  shop.script.properties.script.set('window.pinned', `[${id}]`);
  looks(shop);
  looks(shop);
  expect(shown(shop).filter(({ Name }) => Name === 'Person 3')).toHaveLength(1);
});

describe('what a minute costs', () => {
  const jdbc = (shop: Business) => {
    const { calls, trace } = shop.triggerRuns();
    const statements = trace.filter(({ what }) => /^(execute|executeQuery) /.test(what));
    return { connections: calls.jdbc ? 1 : 0, statements: statements.length };
  };

  test('an idle minute costs what it costs in a sheet; every ten minutes one statement is asked', () => {
    const shop = windowShop();
    people(shop, 3);
    shop.wait(30 * MINUTE);
    const sheet = new Business({ base: 'sheet' });
    sheet.wait(30 * MINUTE);
    expect(callsOf(shop.triggerRuns())).toEqual(callsOf(sheet.triggerRuns()));
    expect(jdbc(shop)).toEqual({ connections: 0, statements: 0 });
    shop.script.clock.now += 10 * MINUTE;
    expect(jdbc(shop).statements).toBeLessThanOrEqual(2);
  });

  test('a minute with a message asks two, and notes what it has shown', () => {
    const shop = windowShop();
    const anna = shop.person('Anna', '447700900001');
    shop.writes(anna, 'Link');
    shop.wait(2 * MINUTE);
    shop.writes(anna, 'Link');
    shop.script.clock.now += MINUTE;
    expect(jdbc(shop).statements).toBeLessThanOrEqual(3);
    shop.script.clock.now += MINUTE;
    expect(jdbc(shop).statements).toBe(0);
  });
});
