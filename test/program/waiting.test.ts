/** A long absence: many friends have come, and the inviter writes again. */
import { Business, HOUR } from '../support/business';

test('of many that waited twenty are named at once, none twice, and in the end all are told', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.sleeps(25 * HOUR);
  for (let n = 10; n < 35; n++) shop.taps(shop.person(`Friend ${n}`, `4477009001${n}`), anna);
  const waiting = () =>
    shop.rows('Clients').filter(({ Notice }) => Notice?.startsWith('waits for'));
  expect(waiting()).toHaveLength(25);

  const named = () => {
    const said = shop.writes(anna, 'Good morning').map(({ text }) => text);
    return said.flatMap((text) => text.match(/Friend \d\d/g) ?? []);
  };
  const first = named();
  expect(first).toHaveLength(20);
  const names = [...first, ...named()];
  expect(new Set(names).size).toBe(names.length);
  expect(waiting()).toEqual([]);
  expect(named()).toEqual([]);
});
