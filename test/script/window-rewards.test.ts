/** The window of rewards: the owner's word in *State* counts, and what the program answers stands beside it. */
import { BOTH, buys, friend, minutesPass } from '../rewards/shop';
import { looks, shown, stored, types, windowShop } from './window-shop';

/** A friend of Anna's has bought: two rewards are ready. */
function withRewards() {
  const shop = windowShop({ settings: BOTH });
  const anna = shop.person('Anna', '447700900001');
  const first = friend(shop, 1);
  shop.writes(anna, 'Link');
  // Whoever joins in the same minute looks unusual.
  minutesPass(shop, 5);
  shop.taps(first, anna);
  minutesPass(shop);
  buys(shop, first);
  minutesPass(shop, 12);
  return { shop, sheet: shop.script.spreadsheet };
}

test('rewards come into the window; a state that the owner chooses is taken over, and a wrong one answered', () => {
  const { shop, sheet } = withRewards();
  const states = () => shown(shop, 'Rewards').map(({ Key, State }) => [Key?.split(':')[0], State]);
  expect(states()).toEqual([
    ['friend', 'ready'],
    ['inviter', 'ready'],
  ]);
  expect(shown(shop)[1]?.Counts).toMatch(/^yes: bought/);
  types(shop, 2, 'State', 'given', 'Rewards');
  types(shop, 3, 'State', 'nonsense', 'Rewards');
  minutesPass(shop, 3);
  looks(shop);
  expect(stored(shop, 'rewards').map(({ state, known }) => [state, known])).toEqual([
    ['given', 'given'],
    ['ready', 'ready'],
  ]);
  expect(states()).toEqual([
    ['friend', 'given'],
    ['inviter', 'ready'],
  ]);
  expect(shown(shop, 'Rewards')[0]?.['Given on']).not.toBe('');
  expect(sheet.note('Rewards', 3, 'State')).toMatch(/“nonsense” is not a state/);
  types(shop, 3, 'State', 'given', 'Rewards');
  minutesPass(shop, 3);
  looks(shop);
  expect(sheet.note('Rewards', 3, 'State')).toBe('');
  expect(shop.rows('Problems')).toEqual([]);
});

test('“yes” in *Counts* counts a referral, with or without an event', () => {
  const shop = windowShop({ settings: { ...BOTH, 'A referral counts when': 'said' } });
  const anna = shop.person('Anna', '447700900001');
  const first = friend(shop, 1);
  shop.writes(anna, 'Link');
  minutesPass(shop, 5);
  shop.taps(first, anna);
  minutesPass(shop);
  shop.script.spreadsheet.fill('Clients', [{ ...shown(shop)[1], Counts: 'yes' }], 3);
  minutesPass(shop, 14);
  expect(shown(shop)[1]?.Counts).toMatch(/^yes: /);
  expect(stored(shop, 'rewards')).toHaveLength(2);
});

test('a reward that the owner writes is kept, and one that they delete is gone', () => {
  const { shop, sheet } = withRewards();
  types(shop, 4, 'Name', 'Zoe', 'Rewards');
  types(shop, 4, 'Reward', 'A cake', 'Rewards');
  looks(shop);
  expect(stored(shop, 'rewards')[2]).toMatchObject({ name: 'Zoe', reward: 'A cake', known: '' });
  sheet.deleteRow('Rewards', 4);
  looks(shop);
  expect(stored(shop, 'rewards')).toHaveLength(2);
});
