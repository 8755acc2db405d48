/** Coupons: each given once, none twice for one reward, and an empty stock that the owner reads and fills. */
import { NO_COUPON } from '../../src/program/rewards/changes';
import { MINUTE } from '../support/business';
import { buys, minutesPass, ownerSets, reward, rewardShop, states } from './shop';

const COUPONS = { 'A referral counts when': 'bought', 'Inviter gets': 'coupon' };

function codes(shop: ReturnType<typeof rewardShop>['shop'], ...given: string[]): void {
  shop.script.spreadsheet.fill(
    'Coupons',
    given.map((Code) => ({ Code })),
  );
}

test('the tab is there as soon as a coupon is promised; a code goes to the inviter', () => {
  const { shop, anna, ben } = rewardShop(COUPONS);
  expect(shop.script.spreadsheet.sheetNames()).toContain('Coupons');
  codes(shop, 'SUMMER-1', '0042');
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben)).toMatchObject({ State: 'given', Coupon: 'SUMMER-1' });
  expect(shop.heard(anna).pop()).toBe('Here is your coupon for Ben: SUMMER-1');
  expect(shop.rows('Coupons')).toEqual([
    {
      Code: 'SUMMER-1',
      For: `inviter:${ben.phone}`,
      'Used by': `Anna · ${anna.phone}`,
      When: expect.stringMatching(/^2026-06-01 /),
    },
    { Code: '0042', For: '', 'Used by': '', When: '' },
  ]);
});

test('the friend changes their number: the code stays marked for the reward it was given for', () => {
  const { shop, anna, ben } = rewardShop({ ...COUPONS, Milestones: '1 = coupon' });
  codes(shop, 'ONE', 'TWO');
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.whatsapp.changeNumber(anna.key, '447755443322');
  shop.whatsapp.changeNumber(ben.key, '447766554433');
  shop.whatsapp.pump();
  expect(shop.rows('Coupons').map((row) => [row.Code, row.For])).toEqual([
    ['ONE', 'inviter:447766554433'],
    ['TWO', 'milestone:447755443322:1'],
  ]);
});

test('a coupon may be promised as clients will read it: “you get a coupon”', () => {
  const { shop, anna, ben } = rewardShop({ ...COUPONS, 'Inviter gets': 'a coupon' });
  codes(shop, 'SUMMER-1');
  shop.taps(ben, anna);
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toContain('When Ben buys something, you get a coupon.');
  buys(shop, ben);
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toBe('Here is your coupon for Ben: SUMMER-1');
});

test('an empty stock is said in Why; codes that are added go out, the oldest reward first', () => {
  const { shop, anna, ben, cleo } = rewardShop(COUPONS);
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.taps(cleo, anna);
  buys(shop, cleo);
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    State: 'ready',
    Why: expect.stringContaining(NO_COUPON),
    Told: '',
  });
  codes(shop, 'ONLY-ONE');
  shop.wait(11 * MINUTE);
  expect(states(shop)).toEqual({
    [`inviter:${ben.phone}`]: 'given',
    [`inviter:${cleo.phone}`]: 'ready',
  });
  expect(reward(shop, 'inviter', ben).Why).not.toContain(NO_COUPON);
  const sheet = shop.script.spreadsheet;
  sheet.type('Coupons', 3, 'Code', 'SECOND');
  minutesPass(shop);
  expect(reward(shop, 'inviter', cleo)).toMatchObject({ State: 'given', Coupon: 'SECOND' });
});

test('a code that stands in the tab twice is given once', () => {
  const { shop, anna, ben, cleo } = rewardShop(COUPONS);
  codes(shop, 'TWICE', 'TWICE', 'OTHER');
  for (const one of [ben, cleo]) {
    shop.taps(one, anna);
    buys(shop, one);
    shop.sleeps(15 * MINUTE);
  }
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben).Coupon).toBe('TWICE');
  expect(reward(shop, 'inviter', cleo).Coupon).toBe('OTHER');
  expect(shop.rows('Coupons').map((row) => row.For)).toEqual([
    `inviter:${ben.phone}`,
    'this code is there twice',
    `inviter:${cleo.phone}`,
  ]);
});

test('a reward that is refused before its day takes no code', () => {
  const { shop, anna, ben } = rewardShop({ ...COUPONS, 'Wait, days': '3' });
  codes(shop, 'A', 'B');
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  ownerSets(shop, `inviter:${ben.phone}`, 'refused', 'a joke');
  shop.sleeps(4 * 24 * 60 * MINUTE);
  minutesPass(shop);
  expect(shop.rows('Coupons').map((row) => row.For)).toEqual(['', '']);
});
