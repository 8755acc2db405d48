/** A window of many rows: the newest five thousand, and what a minute costs. */
import { Business, callsOf, MINUTE, type SavedBusiness } from '../support/business';
import { looks, people, shown, stored, windowShop } from './window-shop';

/** So many people, of whom the window shows the newest five thousand; saved when it does. */
const PEOPLE = 5020;
let filled: SavedBusiness | undefined;
/** The one that was gone on with last: it is over when another one is. */
let last: Business | undefined;

function filledWindow(): Business {
  if (!filled) {
    last = windowShop();
    people(last, PEOPLE);
    last.wait(12 * MINUTE);
    filled = last.save();
  }
  last = new Business({ saved: filled, instead: last });
  return last;
}

test('the newest are shown; when too many have come the oldest leave, and nobody is deleted', () => {
  const shop = filledWindow();
  const order = Array.from({ length: 5000 }, (_, n) => `Person ${n + 21}`);
  expect(shown(shop).map(({ Name }) => Name)).toEqual(order);
  people(shop, 400, 5021);
  looks(shop);
  expect(shown(shop)).toHaveLength(5400);
  people(shop, 200, 5421);
  looks(shop);
  const names = shown(shop).map(({ Name }) => Name);
  expect(names).toHaveLength(5000);
  expect([names[0], names[4999]]).toEqual(['Person 621', 'Person 5620']);
  looks(shop);
  expect(stored(shop)).toHaveLength(5620);
  expect(shop.rows('Problems')).toEqual([]);
});

test('a row that the owner has searched for is shown besides, and stays', () => {
  const shop = filledWindow();
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
