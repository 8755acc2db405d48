/** Many at once over a database: whoever has the lock carries them; few are handled alone, and nobody is left behind. */
import type { Execution } from '../../local/apps-script';
import { othersWrite } from '../../local/others';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { expectEveryoneTold, expectWhole, settle } from '../reliability/invariants';
import { BOTH } from '../rewards/shop';
import { Business, callsOf, MINUTE } from '../support/business';
import { inPart, tellCases } from '../support/part';

/** Somebody with a link, and so many who come by it. */
function shopOf(friends: number, settings: Record<string, string> = {}) {
  const shop = new Business({ base: 'database', settings });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const people = Array.from({ length: friends }, (_, n) =>
    shop.person(`Friend${n}.`, String(447_700_910_000 + n)),
  );
  return { shop, anna, people };
}

const comes = (shop: Business, anna: PersonOnPhone, friend: PersonOnPhone) =>
  void shop.whatsapp.write(friend.key, { text: shop.invitation(anna) });

/** Each comes in the middle of a call of the one before; where that one ends before it, right after it. */
function comeTogether(shop: Business, acts: (() => void)[], call: number): void {
  const [first, ...others] = acts;
  if (!first) return;
  let came = false;
  const next = () => {
    if (came) return;
    came = true;
    comeTogether(shop, others, call);
  };
  if (others.length) shop.script.faults.interruptAt = { call, run: next };
  first();
  shop.script.faults = {};
  next();
}

/** What an act has led to. */
function ran(shop: Business, act: () => void): Execution[] {
  const before = shop.script.executions.length;
  act();
  return shop.script.executions.slice(before);
}

const connected = (some: Execution[]) => some.filter(({ calls }) => calls.jdbc);
const locked = (some: Execution[]) => some.filter(({ calls }) => calls.lock);

let cases = 0;
afterAll(() => tellCases(`crowds over a database: ${cases} cases`));

/** The numbers of so many calls, as far as this part plays them. */
const calls = (many: number) => inPart(Array.from({ length: many }, (_, n) => n + 1));

test.each(inPart([5, 6, 7, 8, 9]))(
  'thirty, each in the middle of call %i of another: carried',
  (call) => {
    const { shop, anna, people } = shopOf(30);
    const acts = people.map((friend) => () => comes(shop, anna, friend));
    const all = ran(shop, () => comeTogether(shop, acts, call));
    expect(connected(all).length).toBeLessThanOrEqual(8);
    for (const friend of people) expect(shop.heard(friend)).toHaveLength(1);
    shop.wait(5 * MINUTE);
    settle(shop);
    expect(shop.rows('Clients').filter((row) => row['Invited by'] === anna.phone)).toHaveLength(30);
    expectWhole(shop);
    expectEveryoneTold(shop);
  },
);

test('four at once are handled alone, with the calls of one alone', () => {
  const { shop, anna, people } = shopOf(5);
  const [lone, ...others] = people.map((friend) => () => comes(shop, anna, friend));
  const [one] = ran(shop, lone as () => void);
  shop.whatsapp.pump();
  const four = ran(shop, () => comeTogether(shop, others, 6));
  expect(locked(four)).toEqual([]);
  expect(four.map((each) => callsOf(each).all)).toEqual(
    four.map(() => callsOf(one as Execution).all),
  );
  expect(one?.calls.jdbc).toBe(5);
});

test('what has been in the journal for long is no crowd', () => {
  const { shop, anna, people } = shopOf(2);
  const end = othersWrite(shop.script, shop.script.clock.now - 11_000);
  expect(locked(ran(shop, () => comes(shop, anna, people[0] as PersonOnPhone)))).toEqual([]);
  end();
  othersWrite(shop.script, shop.script.clock.now - 9000);
  expect(locked(ran(shop, () => comes(shop, anna, people[1] as PersonOnPhone)))).toHaveLength(1);
});

test('a sheet knows no such crowd: its lone message looks for nobody', () => {
  const shop = new Business({ base: 'sheet' });
  const anna = shop.person('Anna', '447700900001');
  const [alone] = ran(shop, () => shop.writes(anna, 'Hello'));
  othersWrite(shop.script);
  const ben = shop.person('Ben', '447700900002');
  const [among] = ran(shop, () => shop.writes(ben, 'Hello'));
  expect(callsOf(among as Execution)).toEqual(callsOf(alone as Execution));
});

/** What somebody has the lock for. */
const HOLDERS: Record<string, (shop: Business, anna: PersonOnPhone) => void> = {
  'somebody of the crowd': (shop, anna) => void shop.whatsapp.write(anna.key, { text: 'Link' }),
  'a sale': (shop) =>
    void shop.whatsapp.write(shop.known('Sam').key, { text: 'bought +447700910000 12.50' }),
  'the trigger': (shop) => void shop.triggerRuns(),
};

/** Something for the trigger to take up, under the lock. */
function leaveSomething(shop: Business): void {
  shop.whatsapp.weather = 'down';
  shop.writes(shop.person('Left over', '447700900008'), 'Link');
  shop.whatsapp.weather = 'fine';
  shop.script.clock.now += 3 * MINUTE;
}

test.each(Object.keys(HOLDERS))(
  'in the middle of any call of %s: nobody of a crowd waits for the trigger',
  (who) => {
    const stage = () => {
      const { shop, anna, people } = shopOf(1, { ...BOTH, Staff: '+447700900009' });
      shop.person('Sam', '447700900009');
      shop.wait(2 * MINUTE);
      if (who === 'the trigger') leaveSomething(shop);
      return { shop, anna, friend: people[0] as PersonOnPhone };
    };
    const act = HOLDERS[who] as (shop: Business, anna: PersonOnPhone) => void;
    const first = stage();
    const end = othersWrite(first.shop.script);
    const many = ran(first.shop, () => act(first.shop, first.anna))[0]?.trace.length ?? 0;
    end();
    expect(many).toBeGreaterThan(10);
    for (const call of calls(many)) {
      cases++;
      const { shop, anna, friend } = stage();
      const end = othersWrite(shop.script);
      shop.script.faults.interruptAt = { call, run: () => comes(shop, anna, friend) };
      act(shop, anna);
      shop.script.faults = {};
      expect([call, shop.heard(friend).length > 0]).toEqual([call, true]);
      end();
    }
  },
);

test('a delivery in the middle of each call of its first copy, alone or in the crowd: done once', () => {
  for (const crowdFor of ['first', 'second'] as const) {
    for (const call of calls(14)) {
      cases++;
      const { shop, anna, people } = shopOf(1);
      const friend = people[0] as PersonOnPhone;
      let end = crowdFor === 'first' ? othersWrite(shop.script) : () => {};
      const again = () => {
        end();
        if (crowdFor === 'second') end = othersWrite(shop.script);
        shop.post(shop.bodies.at(-1) ?? '');
      };
      shop.script.faults.interruptAt = { call, run: again };
      comes(shop, anna, friend);
      end();
      shop.script.faults = {};
      settle(shop);
      expectWhole(shop);
      expectEveryoneTold(shop);
      expect(shop.row(friend)['Invited by']).toBe(anna.phone);
    }
  }
});
