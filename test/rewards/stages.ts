/** Moments in the life of a shop with rewards, to go on from as often as needed, and what must be so in the end. */

import { expectWhole, settle } from '../reliability/invariants';
import { invitation } from '../reliability/stories';
import {
  Business,
  type BusinessOptions,
  HOUR,
  MINUTE,
  type SavedBusiness,
} from '../support/business';
import type { ProviderName } from '../support/providers';
import { BOTH, buys, type Cast, minutesPass, results, rewardShop } from './shop';

const STAFF = '447733445566';

/** Everything at once: a coupon for the inviter, a milestone, a limit, days to wait for nobody. */
const RICH = {
  ...BOTH,
  'Inviter gets': 'coupon',
  Milestones: '1 = Free cake',
  'At most a month': '10',
  Staff: STAFF,
};

/** What happened before, what starts the execution that is put to the test, and whether that is a webhook. */
export interface Stage {
  name: string;
  settings?: Record<string, string>;
  before(cast: Cast): void;
  act(cast: Cast): void;
}

const benJoined = ({ shop, anna, ben }: Cast) => {
  shop.taps(ben, anna);
  minutesPass(shop);
};

const codes = ({ shop }: Cast) => {
  shop.script.spreadsheet.fill('Coupons', [{ Code: 'ONE' }, { Code: 'TWO' }]);
};

export const STAGES: Stage[] = [
  {
    name: 'a purchase',
    before(cast) {
      codes(cast);
      benJoined(cast);
      buys(cast.shop, cast.ben, { Amount: '12' });
    },
    act: ({ shop }) => void shop.triggerRuns(),
  },
  {
    name: 'a purchase that comes back, and one of somebody else',
    before(cast) {
      const { shop, anna, ben, cleo } = cast;
      codes(cast);
      benJoined(cast);
      shop.taps(cleo, anna);
      buys(shop, ben, { Amount: '12' });
      minutesPass(shop);
      buys(shop, ben, { Amount: '-12' });
      buys(shop, cleo, { Amount: '12' });
    },
    act: ({ shop }) => void shop.triggerRuns(),
  },
  {
    name: 'a registration',
    settings: { 'A referral counts when': 'joined' },
    before: codes,
    act: ({ shop, anna, ben }) =>
      void shop.whatsapp.write(ben.key, { text: invitation(anna, shop) }),
  },
  {
    name: 'a referral that counts as it joined',
    settings: { 'A referral counts when': 'joined' },
    before(cast) {
      codes(cast);
      cast.shop.taps(cast.ben, cast.anna);
    },
    act: ({ shop }) => void shop.triggerRuns(),
  },
  {
    name: 'codes are added for a reward that waits for one',
    before(cast) {
      benJoined(cast);
      buys(cast.shop, cast.ben);
      minutesPass(cast.shop);
      cast.shop.script.spreadsheet.type('Coupons', 2, 'Code', 'LATE');
    },
    act: ({ shop }) => void shop.triggerRuns(),
  },
  {
    name: 'the owner refuses',
    before(cast) {
      codes(cast);
      benJoined(cast);
      buys(cast.shop, cast.ben);
      minutesPass(cast.shop);
      const sheet = cast.shop.script.spreadsheet;
      const row = cast.shop.rows('Rewards').findIndex(({ Side }) => Side === 'friend') + 2;
      sheet.type('Rewards', row, 'Why', '“Sorry.”');
      sheet.type('Rewards', row, 'State', 'refused');
    },
    act: ({ shop }) => void shop.triggerRuns(),
  },
  {
    name: 'the telling',
    before(cast) {
      codes(cast);
      benJoined(cast);
      buys(cast.shop, cast.ben);
      cast.shop.triggerRuns();
      cast.shop.script.clock.now += MINUTE;
    },
    act: ({ shop }) => void shop.triggerRuns(),
  },
  {
    name: 'a message of somebody for whom rewards wait',
    before(cast) {
      codes(cast);
      benJoined(cast);
      cast.shop.sleeps(25 * HOUR);
      buys(cast.shop, cast.ben);
      minutesPass(cast.shop);
    },
    act: ({ shop, anna }) => void shop.whatsapp.write(anna.key, { text: 'Good morning' }),
  },
  {
    name: 'a purchase by the staff',
    before(cast) {
      codes(cast);
      benJoined(cast);
    },
    act: ({ shop, ben }) =>
      void shop.whatsapp.write(shop.known('Sam').key, { text: `bought ${shop.keyOf(ben)} 12` }),
  },
];

const saved = new Map<string, SavedBusiness>();

/** The one that was staged last: it is over when another one is. */
let last: Business | undefined;

/** The shop at the point where the stage's own execution begins. */
export function staged(
  { name, settings = {}, before }: Stage,
  provider: ProviderName = 'meta',
): Cast {
  const staff = provider === 'telegram' ? { Staff: 'tg:5000000004' } : {};
  const all = { ...RICH, ...staff, ...settings };
  const which = `${provider}: ${name}`;
  if (!saved.has(which)) {
    const cast = rewardShop(all, { provider } as BusinessOptions);
    cast.shop.person('Sam', STAFF);
    before(cast);
    saved.set(which, cast.shop.save());
  }
  const going = { provider, settings: all, saved: saved.get(which), instead: last };
  const shop = new Business(going as BusinessOptions);
  last = shop;
  return { shop, anna: shop.known('Anna'), ben: shop.known('Ben'), cleo: shop.known('Cleo') };
}

/**
 * Everything that is still to happen happens; then the promises hold.
 *
 * @param mayEnd the error with which an execution may have ended
 */
export function settleAndCheck(shop: Business, mayEnd?: RegExp): void {
  settle(shop);
  shop.wait(12 * MINUTE);
  settle(shop);
  expectWhole(shop, mayEnd);
  const rewards = shop.rows('Rewards');
  const keys = rewards.map(({ Key }) => Key);
  expect(new Set(keys).size).toBe(keys.length);
  const given = rewards.flatMap(({ Coupon }) => Coupon || []);
  expect(new Set(given).size).toBe(given.length);
  const used = shop.rows('Coupons').filter((row) => row.For);
  expect(used.map((row) => [row.For, row.Code]).sort()).toEqual(
    rewards.flatMap(({ Key, Coupon }) => (Coupon ? [[Key, Coupon]] : [])).sort(),
  );
  expect(results(shop).filter((result) => result === '' || /…/.test(result))).toEqual([]);
  for (const { State, Known } of rewards) expect(State).toBe(Known);
}

/**
 * What stands in the sheet and was told, without times and names of sendings.
 *
 * @param once whether what was told twice counts once
 */
export function outcomeOf({ shop, anna, ben, cleo }: Cast, once = false): unknown {
  const lines = (all: string[]) => (once ? [...new Set(all)] : all);
  const plain = (text = '') => text.replace(/ #\w+\.\w\d+$/, '').replace(/\d\d:\d\d/, '');
  return {
    results: results(shop).map(plain),
    rewards: shop
      .rows('Rewards')
      .map(({ Key, State, Why, Coupon, Told }) => [Key, State, Why, Coupon, plain(Told)])
      .sort(),
    counts: shop.rows('Clients').map((row) => [row.Phone, row.Counts]),
    news: [anna, ben, cleo].map((person) =>
      lines(shop.heard(person).flatMap((text) => text.split('\n')))
        .filter((line) => /is ready|coupon for|sorry/.test(line))
        .sort(),
    ),
  };
}
