/** What the owner's pages ask of the ledger. */
import { ownerOf } from '../owner/owner';
import { HOUR } from '../support/business';
import { BOTH, buys, type Cast, minutesPass, results, reward, rewardShop, states } from './shop';

function benHasBought(settings = BOTH): Cast {
  const cast = rewardShop(settings);
  cast.shop.taps(cast.ben, cast.anna);
  buys(cast.shop, cast.ben);
  minutesPass(cast.shop);
  return cast;
}

test('the list: the newest first, by state, person and time', () => {
  const { shop, anna, ben, cleo } = benHasBought();
  shop.sleeps(HOUR);
  const between = shop.script.clock.now;
  shop.taps(cleo, anna);
  buys(shop, cleo);
  minutesPass(shop);
  const owner = ownerOf(shop);
  expect(owner.listRewards()).toHaveLength(4);
  expect(owner.listRewards()[0]?.key).toContain(cleo.phone);
  expect(owner.listRewards({ who: ben.phone ?? '' })).toMatchObject([
    { key: `friend:${ben.phone}`, state: 'ready', reward: '10 % off', name: 'Ben' },
  ]);
  expect(owner.listRewards({ from: between })).toHaveLength(2);
  expect(owner.listRewards({ to: between, states: ['given'] })).toEqual([]);
});

test('several are given at once; what may not be is said, and nothing is changed', () => {
  const { shop, ben } = benHasBought();
  const owner = ownerOf(shop);
  const keys = [`friend:${ben.phone}`, `inviter:${ben.phone}`, 'friend:0'];
  expect(owner.changeRewards(keys, 'given', '')).toEqual([
    { key: keys[0], state: 'given', problem: '' },
    { key: keys[1], state: 'given', problem: '' },
    { key: 'friend:0', state: '', problem: 'It is not in the tab Rewards any more.' },
  ]);
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    Known: 'given',
    'Given on': expect.stringMatching(/^2026/),
  });
  expect(owner.changeRewards(keys.slice(0, 1), 'waiting', '')).toEqual([
    { key: keys[0], state: 'given', problem: 'A reward that is given cannot become waiting.' },
  ]);
});

test('refused with a reason: it is in the ledger, and its person hears what is meant for them', () => {
  const { shop, anna, ben } = benHasBought();
  const owner = ownerOf(shop);
  const key = `inviter:${ben.phone}`;
  expect(owner.changeRewards([key], 'refused', '')[0]?.problem).toMatch(/^Write the reason/);
  expect(owner.changeRewards([key], 'refused', 'twice, “Sorry.”')[0]?.problem).toBe('');
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    State: 'refused',
    Why: expect.stringMatching(/^bought .*; twice, “Sorry.”$/),
  });
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toContain('Sorry.');
});

test('a purchase at the counter: the result at once, and whoever gets something hears of it', () => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  minutesPass(shop);
  const owner = ownerOf(shop);
  expect(owner.notePurchase('+44 (0) 7700 901111', '12.50', 'haircut')).toBe('counts for Anna');
  expect(owner.notePurchase(ben.phone ?? '', '', '')).toBe('counted before');
  expect(owner.notePurchase('none', '', '')).toBe('number not readable');
  expect(results(shop)).toEqual(['counts for Anna', 'counted before']);
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toContain('is ready: Free coffee');
});

test('a coupon goes out as soon as the owner clears its flag', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'Inviter gets': 'coupon', 'Friend gets': '' });
  shop.script.spreadsheet.fill('Coupons', [{ Code: 'HELLO' }]);
  shop.writes(anna, 'Hello');
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  expect(Object.values(states(shop))).toEqual(['flagged']);
  const [done] = ownerOf(shop).changeRewards([`inviter:${ben.phone}`], 'ready', '');
  expect(done).toMatchObject({ state: 'given', problem: '' });
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toContain('HELLO');
});

test('where no reward is set there is no list, and no tab is made for it', () => {
  const { shop } = rewardShop({});
  expect(ownerOf(shop).listRewards()).toEqual([]);
  expect(shop.script.spreadsheet.sheetNames()).not.toContain('Rewards');
});
