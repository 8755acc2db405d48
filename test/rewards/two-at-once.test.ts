/**
 * Two at once: in the middle of each service call of one execution another one runs whole, about the same few rewards.
 * There is one coupon left, and two people who want it.
 */
import { MINUTE } from '../support/business';
import { casesInPart, storiesInPart, tellCases } from '../support/part';
import { BOTH, buys, type Cast, minutesPass, ownerTypes } from './shop';
import { type Stage, settleAndCheck, staged } from './stages';

type Act = (cast: Cast) => void;

const STAFF_SELLS =
  (who: 'ben' | 'cleo'): Act =>
  (cast) =>
    void cast.shop.whatsapp.write(cast.shop.known('Sam').key, {
      text: `bought +${cast[who].phone} 9`,
    });

const FIRST: Record<string, Act> = {
  'the trigger counts': ({ shop }) => void shop.triggerRuns(),
  'the staff sell to Ben': STAFF_SELLS('ben'),
  'Anna says hello': ({ shop, anna }) => void shop.whatsapp.write(anna.key, { text: 'Hello' }),
};

const SECOND: Record<string, Act> = {
  'the trigger runs': ({ shop }) => void shop.triggerRuns(),
  'the staff sell to Cleo': STAFF_SELLS('cleo'),
  'the staff sell to Ben, too': STAFF_SELLS('ben'),
  'the till adds Ben’s purchase and its return': ({ shop, ben }) => {
    buys(shop, ben, { Amount: '20' });
    buys(shop, ben, { Amount: '-20' });
  },
  'the owner gives what Dora has brought': ({ shop }) =>
    ownerTypes(shop, 'Rewards', { Side: 'friend', Name: 'Dora' }, 'State', 'given'),
};

const STAGE: Stage = {
  name: 'two friends, one coupon',
  settings: { ...BOTH, 'Inviter gets': 'coupon', Milestones: '2 = Free cake' },
  before({ shop, anna, ben, cleo }) {
    const dora = shop.person('Dora', '447799887766');
    for (const one of [dora, ben, cleo]) {
      shop.taps(one, anna);
      shop.sleeps(5 * MINUTE);
    }
    shop.script.spreadsheet.fill('Coupons', [{ Code: 'FIRST' }, { Code: 'LAST' }]);
    buys(shop, dora);
    minutesPass(shop);
    buys(shop, ben, { Amount: '10' });
    buys(shop, cleo, { Amount: '10' });
  },
  act: () => undefined,
};

let cases = 0;
afterAll(() => tellCases(`two at once, rewards: ${cases} cases`));

const pairs = Object.keys(FIRST).flatMap((first) =>
  Object.keys(SECOND).map((second) => ({ first, second })),
);

test.each(storiesInPart(pairs))('$first, meanwhile $second', ({ first, second }) => {
  const calls = callsOf(FIRST[first] as Act);
  for (const n of casesInPart(Array.from({ length: calls }, (_, index) => index + 1))) {
    cases++;
    const cast = staged(STAGE);
    const meanwhile = () => (SECOND[second] as Act)(cast);
    cast.shop.script.faults.interruptAt = { call: n, run: meanwhile };
    (FIRST[first] as Act)(cast);
    try {
      settleAndCheck(cast.shop);
      expectOneCoupon(cast);
    } catch (error) {
      throw new Error(`with the second in the middle of call ${n}: ${(error as Error).message}`);
    }
  }
});

function callsOf(act: Act): number {
  const cast = staged(STAGE);
  const before = cast.shop.script.executions.length;
  act(cast);
  return cast.shop.script.executions[before]?.trace.length ?? 0;
}

/** The last coupon is one person's, who was told of it once; the other waits for more. */
function expectOneCoupon({ shop, anna }: Cast): void {
  const codes = shop.rows('Rewards').flatMap(({ Coupon }) => Coupon || []);
  expect(codes.sort()).toEqual(['FIRST', 'LAST']);
  const lines = shop.heard(anna).flatMap((text) => text.split('\n'));
  expect(lines.filter((line) => line.includes('LAST'))).toHaveLength(1);
}
