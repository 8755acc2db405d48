/** The rewards through the pages' door: what is read, what is given, refused and cleared, purchases at the counter. */

import {
  addPurchases,
  BOTH,
  buys,
  type Cast,
  friend,
  ledger,
  minutesPass,
  noteOf,
  ownerSets,
  results,
  reward,
  rewardShop,
  states,
} from '../rewards/shop';
import { MINUTE } from '../support/business';
import { PARTS } from '../support/part';
import { fillRewards, ownerOf } from './owner';

/** More than the page has at once; where all cases are played, as many as a large shop has in years. */
const MANY = PARTS === 1 ? 100_000 : 24_000;

/** Ben has bought, and both rewards are ready and told. */
function benHasBought(settings: Record<string, string> = BOTH): Cast {
  const cast = rewardShop(settings);
  cast.shop.taps(cast.ben, cast.anna);
  buys(cast.shop, cast.ben);
  minutesPass(cast.shop);
  return cast;
}

/** What a page would send to judge these rewards, as it sees them now. */
function meant({ shop }: Cast, ...keys: string[]) {
  return ownerOf(shop)
    .rewardRows(2, 1000)
    .filter(([, key]) => keys.includes(key))
    .map(([row, key, ...rest]) => ({ row, key, known: rest[rest.length - 1] as string }));
}

describe('reading', () => {
  test('nothing is there, and nothing is asked, where no reward is set', () => {
    const { shop } = rewardShop({});
    const owner = ownerOf(shop);
    expect(owner.overview().rewards).toBe(false);
    expect(owner.rewardsOverview()).toMatchObject({ rows: 0, newest: [], open: [], openRows: 0 });
    expect(owner.rewardRows(2, 1000)).toEqual([]);
    expect(owner.rewardsOf(['447700900001'])).toEqual([]);
    expect(owner.rewardsState()).toBeNull();
    expect(shop.script.spreadsheet.sheetNames()).not.toContain('Rewards');
  });

  test('the owner goes on seeing the ledger when nothing is promised any more', () => {
    const { shop } = benHasBought();
    shop.set({ 'Friend gets': '', 'Inviter gets': '' });
    expect(ownerOf(shop).overview().rewards).toBe(true);
  });

  test('a person’s rewards are found by any of their keys', () => {
    const { shop, anna, ben } = benHasBought();
    const found = ownerOf(shop).rewardsOf([anna.phone ?? '', anna.userId]);
    expect(found.map(([, key, who, name]) => [key, who, name])).toEqual([
      [`inviter:${ben.phone}`, anna.phone, 'Anna'],
    ]);
  });

  test('what waits for the owner comes first, wherever it stands', () => {
    const { shop } = rewardShop();
    minutesPass(shop);
    fillRewards(shop, 3000, (n) => (n === 7 ? 'ready' : n === 9 ? 'flagged' : 'given'));
    const { rows, newest, open, openRows } = ownerOf(shop).rewardsOverview();
    expect([rows, newest.length, openRows]).toEqual([3000, 1000, 2]);
    expect(open.map(([row]) => row)).toEqual([9, 11]);
  });

  test(`${MANY} rewards: few large calls, and never the lock`, () => {
    const { shop } = rewardShop();
    minutesPass(shop);
    fillRewards(shop, MANY, (n) => (n % (MANY / 5) === 7 ? 'ready' : 'given'));
    const owner = ownerOf(shop);
    const calls = (ask: () => unknown) => {
      ask();
      return shop.last('ownerCall').calls;
    };
    const first = calls(() => owner.rewardsOverview());
    const page = calls(() => owner.rewardRows(2, 5000));
    const card = calls(() => owner.rewardsOf(['447300000003']));
    const check = calls(() => owner.rewardsState());
    expect(first['spreadsheet.read']).toBeLessThanOrEqual(12);
    expect(page['spreadsheet.read']).toBeLessThanOrEqual(6);
    expect(card['spreadsheet.read']).toBeLessThanOrEqual(6);
    expect(check['spreadsheet.read']).toBeLessThanOrEqual(16);
    for (const one of [first, page, card, check]) expect(one.lock).toBeUndefined();
  });
});

describe('judging', () => {
  test('several are given in one call, each with its day', () => {
    const cast = benHasBought();
    const { shop, ben } = cast;
    const keys = [`inviter:${ben.phone}`, `friend:${ben.phone}`];
    const { rewards, left } = ownerOf(shop).judge(meant(cast, ...keys), 'give', '');
    expect(left).toEqual([]);
    expect(rewards.map((one) => one[7])).toEqual(['given', 'given']);
    expect(Object.values(states(shop))).toEqual(['given', 'given']);
    expect(reward(shop, 'inviter', ben)).toMatchObject({
      Known: 'given',
      'Given on': expect.stringMatching(/^2026-06-01 /),
    });
  });

  test('a refusal needs a reason; its person is told within a minute or two, with what is in quotation marks', () => {
    const cast = benHasBought();
    const { shop, anna, ben } = cast;
    const one = meant(cast, `inviter:${ben.phone}`);
    const owner = ownerOf(shop);
    expect(() => owner.judge(one, 'refuse', '  ')).toThrow('Write the reason first');
    owner.judge(one, 'refuse', 'his own number, “Only for new customers.”');
    minutesPass(shop, 2);
    expect(reward(shop, 'inviter', ben)).toMatchObject({
      State: 'refused',
      Why: expect.stringMatching(/^his own number, “Only for new customers.”; bought on /),
      Told: expect.stringMatching(/^told /),
    });
    expect(shop.heard(anna).pop()).toContain('Only for new customers.');
    expect(shop.heard(anna).join()).not.toContain('his own number');
  });

  test('what has changed since the page was read is left alone, and said', () => {
    const cast = benHasBought();
    const { shop, ben } = cast;
    const seen = meant(cast, `inviter:${ben.phone}`);
    addPurchases(shop, [{ Phone: ben.phone ?? '', Amount: '-5' }]);
    minutesPass(shop);
    const { rewards, left } = ownerOf(shop).judge(seen, 'give', '');
    expect(left).toEqual(['Free coffee for Anna: It is refused by now.']);
    expect(rewards.map((one) => one[7])).toEqual(['refused']);
    expect(states(shop)[`inviter:${ben.phone}`]).toBe('refused');
  });

  test('a reward whose row has moved is found by its key; one that is gone is nothing', () => {
    const cast = benHasBought();
    const { shop, ben } = cast;
    const [one] = meant(cast, `inviter:${ben.phone}`);
    shop.script.spreadsheet.sort('Rewards', 'Side', true);
    shop.script.spreadsheet.sort('Rewards', 'Side', false);
    const moved = { ...one!, row: one!.row === 2 ? 3 : 2 };
    const gone = { key: 'inviter:447700900999', row: 99, known: 'ready' };
    const { rewards } = ownerOf(shop).judge([moved, gone], 'give', '');
    expect(rewards.map(([, key]) => key)).toEqual([`inviter:${ben.phone}`]);
    expect(states(shop)[`friend:${ben.phone}`]).toBe('ready');
  });

  test('a page takes away the note that a cell has got', () => {
    const cast = benHasBought();
    const { shop, ben } = cast;
    const key = `inviter:${ben.phone}`;
    ownerSets(shop, key, 'gone');
    minutesPass(shop, 1);
    expect(noteOf(shop, key)).toContain('is not a state');
    ownerOf(shop).judge(meant(cast, key), 'give', '');
    expect(noteOf(shop, key)).toBe('');
  });

  describe('a flagged one that is cleared', () => {
    function flagged(settings: Record<string, string>): { cast: Cast; key: string; who: string } {
      const cast = rewardShop({
        ...BOTH,
        'Friend gets': '',
        'Look at more than, an hour': '1',
        ...settings,
      });
      const { shop, anna } = cast;
      const friends = [0, 1].map((n) => friend(shop, n));
      for (const one of friends) {
        shop.sleeps(5 * MINUTE);
        shop.taps(one, anna);
      }
      addPurchases(
        shop,
        friends.map(({ phone }) => ({ Phone: phone ?? '' })),
      );
      minutesPass(shop);
      const key = `inviter:${friends[1]?.phone}`;
      expect(states(shop)[key]).toBe('flagged');
      return { cast, key, who: anna.phone ?? '' };
    }

    test('is ready, and told', () => {
      const { cast, key } = flagged({});
      ownerOf(cast.shop).judge(meant(cast, key), 'clear', '');
      minutesPass(cast.shop, 2);
      expect(ledger(cast.shop)[key]).toMatchObject({
        State: 'ready',
        Told: expect.stringMatching(/^told /),
      });
    });

    test('waits, where its day has not come', () => {
      const { cast, key } = flagged({ 'Wait, days': '14' });
      ownerOf(cast.shop).judge(meant(cast, key), 'clear', '');
      expect(states(cast.shop)[key]).toBe('waiting');
    });

    test('gets its coupon at once', () => {
      const { cast, key } = flagged({ 'Inviter gets': 'coupon' });
      cast.shop.script.spreadsheet.fill('Coupons', [{ Code: 'A-1' }]);
      ownerOf(cast.shop).judge(meant(cast, key), 'clear', '');
      expect(ledger(cast.shop)[key]).toMatchObject({
        State: 'given',
        Coupon: 'A-1',
      });
    });
  });

  test(`fifty at once in ${MANY}: a bounded number of calls`, () => {
    const cast = rewardShop();
    minutesPass(cast.shop);
    fillRewards(cast.shop, MANY, (n) => (n % 40 === 7 && n > MANY - 2000 ? 'ready' : 'given'));
    const owner = ownerOf(cast.shop);
    const some = owner
      .rewardsOverview()
      .open.slice(0, 50)
      .map(([row, key]) => ({ row, key, known: 'ready' }));
    expect(some).toHaveLength(50);
    owner.judge(some, 'give', '');
    const { calls } = cast.shop.last('ownerCall');
    expect(calls['spreadsheet.read']).toBeLessThanOrEqual(8);
    expect(calls['spreadsheet.write']).toBeLessThanOrEqual(8);
    expect(owner.rewardsOverview().openRows).toBe(0);
  });
});

describe('a purchase at the counter', () => {
  test('its result is there at once; the people are told within a minute or two', () => {
    const { shop, anna, ben } = rewardShop();
    shop.taps(ben, anna);
    minutesPass(shop);
    const owner = ownerOf(shop);
    const note = () => owner.notePurchase(ben.phone ?? '', '12.50', 'haircut');
    expect(note()).toBe('counts for Anna');
    expect(note()).toBe('counted before');
    expect(shop.rows('Purchases')[0]).toMatchObject({
      Phone: ben.phone,
      Amount: '12.50',
      What: 'haircut',
      Date: expect.stringMatching(/^2026-06-01/),
    });
    minutesPass(shop, 2);
    expect(results(shop)).toEqual(['counts for Anna', 'counted before']);
    expect(shop.heard(anna).pop()).toContain('Free coffee');
  });

  test('before the first one the tabs are made', () => {
    const { shop, ben } = rewardShop({});
    shop.set({ 'Friend gets': '10 % off' });
    const result = ownerOf(shop).notePurchase(ben.phone ?? '', '', '');
    expect(result).toBe('not a client');
  });

  test('where no reward is set nothing is noted', () => {
    const { shop } = rewardShop({});
    const owner = ownerOf(shop);
    expect(() => owner.notePurchase('447700900001', '', '')).toThrow('No reward is set');
    expect(shop.script.spreadsheet.sheetNames()).not.toContain('Purchases');
  });

  test(`one in ${MANY} rows: a bounded number of calls`, () => {
    const { shop, anna, ben } = rewardShop();
    shop.taps(ben, anna);
    minutesPass(shop);
    fillRewards(shop, MANY, () => 'given');
    ownerOf(shop).notePurchase(ben.phone ?? '', '5', '');
    const { calls } = shop.last('ownerCall');
    expect(calls['spreadsheet.read']).toBeLessThanOrEqual(16);
    expect(calls['spreadsheet.write']).toBeLessThanOrEqual(10);
  });
});

test('how very many open rewards do is the same, whatever stands between them', () => {
  const { shop } = rewardShop();
  minutesPass(shop);
  fillRewards(shop, 1600, (n) => (n % 100 === 3 ? 'flagged' : n % 4 === 0 ? 'given' : 'ready'));
  const sheet = shop.script.spreadsheet;
  const set = (row: number, heading: string, value: string) =>
    sheet.type('Rewards', row, sheet.columnOf('Rewards', heading), value);
  set(7, 'Ready on', '2026-01-02');
  set(8, 'Reward', 'Coupon');
  set(8, 'Why', 'bought on 2026-05-31; no coupon left: add codes to the tab Coupons');
  expect(ownerOf(shop).rewardsState()).toMatchObject({
    toGive: 1183,
    oldest: Date.UTC(2026, 0, 2),
    flagged: 16,
    lackCoupon: 1,
  });
});

test('how the rewards do: what is to give, flagged, without a coupon, and the codes that are left', () => {
  const cast = rewardShop({ ...BOTH, 'Inviter gets': 'coupon' });
  const { shop, anna, ben, cleo } = cast;
  for (const one of [ben, cleo]) {
    shop.taps(one, anna);
    shop.sleeps(5 * MINUTE);
  }
  minutesPass(shop);
  shop.script.spreadsheet.fill('Coupons', [{ Code: 'A-1' }]);
  for (const one of [ben, cleo]) buys(shop, one);
  minutesPass(shop);
  expect(ownerOf(shop).rewardsState()).toMatchObject({
    toGive: 2,
    oldest: expect.any(Number),
    flagged: 0,
    lackCoupon: 1,
    coupons: 0,
    unanswered: 0,
  });
});
