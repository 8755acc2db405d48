/**
 * Somebody is forgotten while everything goes wrong: every execution of it dies at every call, others run in the middle
 * of it, and it runs in the middle of others. In the end nothing is left of them, and everybody else is as before.
 */

import { ownerOf } from '../owner/owner';
import { type Business, MINUTE } from '../support/business';
import { everythingKept } from '../support/forgotten';
import { inPart, PARTS, part, tellCases } from '../support/part';
import { expectTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, staged } from './stories';

let cases = 0;
afterAll(() => tellCases(`forgetting: ${cases} cases`));

/** Anna has sent Ben, and Ben has sent Cleo; Ben has been asked whether he is sure. */
const STAGE = {
  name: 'Ben is about to be forgotten',
  before(shop: Business, { anna, ben, cleo }: Cast) {
    shop.invites(anna, ben);
    shop.invites(ben, cleo);
    shop.writes(ben, 'Delete me');
  },
};

type Act = (shop: Business, cast: Cast) => void;

const benConfirms: Act = (shop, { ben }) => {
  const chat = shop.whatsapp.chat(ben.key);
  const buttons = chat.flatMap((bubble) => bubble.buttons ?? []);
  const [button] = buttons.filter(({ title }) => title.startsWith('Delete me'));
  shop.whatsapp.write(ben.key, { buttonId: button?.id ?? '' });
};

const ownerForgets: Act = (shop, { ben }) => {
  try {
    ownerOf(shop).forgetPerson(ben.phone ?? '');
  } catch {
    // It died on the way, or somebody else has done it; the owner presses once more below.
  }
};

const MEANWHILE: Record<string, Act> = {
  'Ben asks for his link': (shop, { ben }) => void shop.whatsapp.write(ben.key, { text: 'Hello' }),
  'Ben asks for his list': (shop, { ben }) =>
    void shop.whatsapp.write(ben.key, { text: 'My referrals' }),
  'a message of Ben’s comes once more': (shop) => {
    for (const body of shop.bodies.filter((one) => one.includes('"messages"')).slice(-3)) {
      shop.post(body);
    }
  },
  'a friend comes by Ben’s link': (shop, { ben, friends }) =>
    void shop.whatsapp.write(friends[0]?.key ?? '', { text: invitation(ben) }),
  'the trigger runs': (shop) => void shop.triggerRuns(),
};

/** Nobody finds Ben any more a few minutes later; Cleo and Ben's row stay where they belong. */
function expectForgotten(shop: Business, { anna, ben, cleo }: Cast): void {
  shop.sleeps(2 * MINUTE);
  expectWhole(shop, /no longer in the sheet/);
  const kept = everythingKept(shop);
  expect(kept).not.toContain(ben.phone);
  expect(kept).not.toMatch(/\bBen\b/);
  const row = shop.rows('Clients').find(({ Note }) => Note?.startsWith('forgotten '));
  expect(row?.['Invited by']).toBe(anna.phone);
  expect(shop.row(cleo)['Invited by']).toBe(row?.['Messenger id']?.split(' ')[0]);
}

function countCalls(act: Act): number {
  const { shop, cast } = staged(STAGE);
  const before = shop.script.executions.length;
  act(shop, cast);
  return Math.max(...shop.script.executions.slice(before).map(({ trace }) => trace.length));
}

describe.each([
  { who: 'Ben confirms', act: benConfirms },
  { who: 'the owner forgets him', act: ownerForgets },
])('$who', ({ who, act }) => {
  const calls = Array.from({ length: countCalls(act) }, (_, index) => index + 1);

  test.each(
    inPart(calls.flatMap((n) => (['before', 'after'] as const).map((when) => ({ n, when })))),
  )('dies $when call $n', ({ n, when }) => {
    cases++;
    const { shop, cast } = staged(STAGE);
    shop.script.faults.dieAt = { call: n, when };
    act(shop, cast);
    settle(shop);
    // What was lost before it was kept is asked for again, by the provider or by the owner.
    if (who === 'Ben confirms') for (const body of shop.bodies.slice(-1)) shop.post(body);
    else act(shop, cast);
    settle(shop);
    expectForgotten(shop, cast);
  });
});

test.each(Object.entries(MEANWHILE))('meanwhile %s', (_, meanwhile) => {
  const calls = countCalls(benConfirms);
  for (let n = 1 + (part % PARTS); n <= calls; n += PARTS) {
    cases++;
    const { shop, cast } = staged(STAGE);
    shop.script.faults.interruptAt = { call: n, run: () => meanwhile(shop, cast) };
    benConfirms(shop, cast);
    settle(shop);
    try {
      expectForgotten(shop, cast);
    } catch (error) {
      throw new Error(`with it in the middle of call ${n}: ${(error as Error).message}`);
    }
  }
});

test.each(Object.entries(MEANWHILE).filter(([name]) => !name.includes('trigger')))(
  'in the middle of this Ben confirms: %s',
  (_, act) => {
    const calls = countCalls(act);
    for (let n = 1 + (part % PARTS); n <= calls; n += PARTS) {
      cases++;
      const { shop, cast } = staged(STAGE);
      shop.script.faults.interruptAt = { call: n, run: () => benConfirms(shop, cast) };
      act(shop, cast);
      settle(shop);
      try {
        expectForgotten(shop, cast);
      } catch (error) {
        throw new Error(`in the middle of call ${n}: ${(error as Error).message}`);
      }
    }
  },
);

test('those whom he sent are told of as before, and he never', () => {
  const { shop, cast } = staged(STAGE);
  benConfirms(shop, cast);
  settle(shop);
  const heard = shop.heard(cast.ben).length;
  const [friend] = cast.friends;
  if (!friend) throw new Error('Nobody is left');
  shop.writes(cast.cleo, 'Link');
  shop.writes(friend, invitation(cast.cleo));
  settle(shop);
  expectTold(shop, friend, cast.cleo);
  expect(shop.heard(cast.ben)).toHaveLength(heard);
});
