/** The ledger when somebody is forgotten: it names nobody, adds up as before, and gives nothing twice. */
import { everythingKept, leaves } from '../support/forgotten';
import { BOTH, buys, ledger, minutesPass, rewardShop } from './shop';

/** Anna has sent Ben, who has bought: both have something; Ben has sent Cleo, who has bought as well. */
function shopWithLedger(settings = {}) {
  const cast = rewardShop({ ...BOTH, ...settings });
  const { shop, anna, ben, cleo } = cast;
  shop.taps(ben, anna);
  minutesPass(shop, 7);
  buys(shop, ben, { Amount: '12,50', What: 'cake for Ben' });
  shop.invites(ben, cleo);
  minutesPass(shop, 7);
  buys(shop, cleo, { Amount: '7' });
  minutesPass(shop);
  return cast;
}

test('rewards that were given can be counted, and name nobody; open ones lapse', () => {
  const { shop, ben } = shopWithLedger();
  const given = shop
    .rows('Rewards')
    .findIndex(({ Who, Side }) => Who === ben.phone && Side === 'friend');
  shop.script.spreadsheet.type('Rewards', given + 2, 'State', 'given');
  minutesPass(shop);
  const before = shop.rows('Rewards').length;
  leaves(shop, ben);
  expect(everythingKept(shop)).not.toMatch(/Ben|4477009011/);
  const rewards = shop.rows('Rewards');
  expect(rewards).toHaveLength(before);
  const theirs = rewards.filter(({ Who }) => Who?.startsWith('forgotten:'));
  expect(theirs.map(({ Side, State, Why, Reward }) => [Side, State, Why, Reward])).toEqual([
    ['friend', 'given', expect.stringMatching(/^bought for 12,50 on 2026-\d\d-\d\d$/), '10 % off'],
    ['inviter', 'expired', 'forgotten', 'Free coffee'],
  ]);
});

test('others’ rewards go on: the inviter’s is still ready', () => {
  const { shop, anna, ben } = shopWithLedger();
  leaves(shop, ben);
  const [annas] = shop.rows('Rewards').filter(({ Who }) => Who === anna.phone);
  expect(annas).toMatchObject({ State: 'ready', For: '', Reward: 'Free coffee' });
});

test('purchases stay in the books without their buyer', () => {
  const { shop, ben } = shopWithLedger();
  leaves(shop, ben);
  expect(shop.rows('Purchases')).toEqual([
    expect.objectContaining({
      Phone: expect.stringMatching(/^forgotten:/),
      Amount: '12,50',
      What: '',
      Result: 'counts for Anna',
    }),
    expect.objectContaining({
      Amount: '7.00',
      Result: 'counts for somebody; flagged: look at Rewards',
    }),
  ]);
});

test('a coupon says to whom it went no longer', () => {
  const { shop, ben } = shopWithLedger({ 'Friend gets': 'coupon' });
  shop.script.spreadsheet.fill('Coupons', [{ Code: 'CAKE-1', For: '', 'Used by': '', When: '' }]);
  minutesPass(shop, 12);
  expect(shop.rows('Coupons')[0]?.['Used by']).toContain('Ben');
  leaves(shop, ben);
  expect(shop.rows('Coupons')[0]).toMatchObject({
    Code: 'CAKE-1',
    For: expect.stringMatching(/^friend:forgotten:/),
    'Used by': expect.stringMatching(/^forgotten:/),
  });
});

test('whoever comes back gets nothing a second time', () => {
  const { shop, anna, ben } = shopWithLedger();
  leaves(shop, ben);
  minutesPass(shop, 60);
  shop.taps(ben, anna);
  buys(shop, ben, { Amount: '40' });
  minutesPass(shop, 12);
  expect(shop.rows('Purchases').map(({ Result }) => Result)).toContain('counted before');
  const keys = Object.keys(ledger(shop)).filter((key) => /^(friend|inviter):/.test(key));
  expect(keys.filter((key) => key === `friend:${ben.phone}`)).toHaveLength(1);
  expect(keys.filter((key) => key === `inviter:${ben.phone}`)).toHaveLength(1);
  expect(shop.rows('Rewards').filter(({ Who }) => Who === anna.phone)).toHaveLength(1);
});
