/** A client with a hidden number, whose number is learned later: their rewards and coupons are known by it from then on. */
import type { Faults } from '../../local/apps-script';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { settle } from '../reliability/invariants';
import { Business } from '../support/business';
import { BOTH, buys, type Cast, ledger, minutesPass, reward, rewardShop, states } from './shop';

const PHONE = '447733221100';

/** Dora, who shows no number, has been sent by Anna, and counts; so does Eve, whom she has sent. */
function withHidden(settings = {}): Cast & { dora: PersonOnPhone } {
  const cast = rewardShop({
    ...BOTH,
    'A referral counts when': 'joined',
    'Inviter gets': 'coupon',
    Milestones: '1 = Free cake',
    'Look at hidden numbers': 'no',
    'Look at joining within, seconds': '0',
    ...settings,
  });
  const { shop, anna, ben } = cast;
  const dora = shop.person('Dora', undefined, { userId: 'GB.1349120865530274', showsPhone: false });
  shop.script.spreadsheet.fill('Coupons', [{ Code: 'ONE' }, { Code: 'TWO' }, { Code: 'THREE' }]);
  shop.taps(dora, anna);
  minutesPass(shop, 5);
  shop.invites(dora, ben);
  minutesPass(shop, 5);
  return { ...cast, dora };
}

/** Their number shows from now on, and they write twice. */
function showsNumber(shop: Business, dora: PersonOnPhone): void {
  Object.assign(dora, { phone: PHONE, showsPhone: true });
  shop.writes(dora, 'Hello');
  shop.writes(dora, 'My rewards');
}

test('keys, people and coupons follow', () => {
  const { shop, anna, ben, dora } = withHidden();
  expect(Object.keys(states(shop))).toContain(`inviter:${dora.userId}`);
  showsNumber(shop, dora);
  minutesPass(shop);
  expect(shop.row(dora).Phone).toBe(PHONE);
  expect(Object.entries(ledger(shop)).map(([key, { Who }]) => [key, Who])).toEqual([
    [`friend:${PHONE}`, PHONE],
    [`inviter:${PHONE}`, anna.phone],
    [`milestone:${anna.phone}:1`, anna.phone],
    [`friend:${ben.phone}`, ben.phone],
    [`inviter:${ben.phone}`, PHONE],
    [`milestone:${PHONE}:1`, PHONE],
  ]);
  expect(shop.rows('Coupons').map((row) => [row.Code, row.For])).toEqual([
    ['ONE', `inviter:${PHONE}`],
    ['TWO', `inviter:${ben.phone}`],
    ['THREE', ''],
  ]);
  expect(shop.row(ben)['Invited by']).toBe(PHONE);
});

test('what came by the hidden number is taken back by the number', () => {
  const { shop, dora } = withHidden();
  showsNumber(shop, dora);
  buys(shop, dora, { Phone: PHONE, Amount: '-5' });
  minutesPass(shop);
  expect(reward(shop, 'friend', dora)).toMatchObject({ State: 'refused', Known: 'refused' });
  expect(Object.keys(states(shop))).toHaveLength(6);
});

test('the message by which it is learned dies at any of its calls: everything follows all the same', () => {
  const moment = withHidden();
  moment.shop.writes(Object.assign(moment.dora, { phone: PHONE, showsPhone: true }), 'Hello');
  const saved = moment.shop.save();
  const play = (dieAt?: Faults['dieAt']) => {
    const shop = new Business({ saved });
    const dora = shop.known('Dora');
    const before = { executions: shop.script.executions.length, bodies: shop.bodies.length };
    if (dieAt) shop.script.faults.dieAt = dieAt;
    shop.whatsapp.write(dora.key, { text: 'My rewards' });
    if (dieAt) shop.post(shop.bodies[before.bodies] ?? '');
    shop.whatsapp.pump();
    settle(shop);
    const keys = shop.rows('Rewards').map(({ Key, Who, Told }) => ({
      Key,
      Who,
      waits: Told?.includes(dora.userId),
    }));
    const calls = shop.script.executions[before.executions]?.trace ?? [];
    return { calls, learned: { phone: shop.row(dora).Phone, keys, coupons: shop.rows('Coupons') } };
  };
  const undisturbed = play();
  expect(undisturbed.learned.phone).toBe(PHONE);
  expect(JSON.stringify(undisturbed.learned.keys)).not.toContain('GB.');
  for (const { n } of undisturbed.calls) {
    for (const when of ['before', 'after', 'flushed'] as const) {
      expect({ n, when, ...play({ call: n, when }).learned }).toEqual({
        n,
        when,
        ...undisturbed.learned,
      });
    }
  }
});
