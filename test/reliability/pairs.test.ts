/**
 * Two at once: in the middle of each service call of one execution another one runs whole, about the same people. One
 * that asks for the lock which the first holds goes on when the first gives it back, as on the platform.
 */
import { type Business, HOUR, MINUTE } from '../support/business';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, staged } from './stories';

type Act = (shop: Business, cast: Cast) => void;

const ACTS: Record<string, Act> = {
  'Ben comes by Anna’s link': (shop, { anna, ben }) =>
    void shop.whatsapp.write(ben.key, { text: invitation(anna) }),
  'Ben comes by Cleo’s link': (shop, { ben, cleo }) =>
    void shop.whatsapp.write(ben.key, { text: invitation(cleo) }),
  'Anna comes by Ben’s link': (shop, { anna, ben }) =>
    void shop.whatsapp.write(anna.key, { text: invitation(ben) }),
  'Cleo comes by Ben’s link': (shop, { cleo, ben }) =>
    void shop.whatsapp.write(cleo.key, { text: invitation(ben) }),
  'a friend comes by Anna’s link': (shop, { anna, friends }) =>
    void shop.whatsapp.write(friends[0]?.key ?? '', { text: invitation(anna) }),
  'Ben asks for a link': (shop, { ben }) => void shop.whatsapp.write(ben.key, { text: 'Link' }),
  'Anna asks for her list': (shop, { anna }) =>
    void shop.whatsapp.write(anna.key, { text: 'My referrals' }),
  'Anna says hello': (shop, { anna }) => void shop.whatsapp.write(anna.key, { text: 'Hello' }),
  'Anna stops': (shop, { anna }) => void shop.whatsapp.write(anna.key, { text: 'Stop' }),
  'the trigger runs': (shop) => void shop.triggerRuns(),
  'set-up runs': (shop) => void shop.script.run('setUp', [], 'menu'),
};

const STAGES = [
  {
    name: 'everybody has a link',
    before(shop: Business, { anna, cleo }: Cast) {
      shop.writes(anna, 'Link');
      shop.writes(cleo, 'Link');
    },
  },
  {
    name: 'a notice waits, and another event is due in the journal',
    before(shop: Business, { anna, cleo, friends }: Cast) {
      shop.writes(anna, 'Link');
      shop.writes(cleo, 'Link');
      shop.sleeps(25 * HOUR);
      shop.whatsapp.write(friends[1]?.key ?? '', { text: invitation(anna) });
      shop.whatsapp.pump();
      shop.writes(cleo, 'Good morning');
      shop.whatsapp.weather = 'down';
      shop.whatsapp.write(friends[2]?.key ?? '', { text: invitation(cleo) });
      shop.whatsapp.weather = 'fine';
      shop.script.clock.now += 3 * MINUTE;
    },
  },
];

let cases = 0;
afterAll(() => console.log(`two at once: ${cases} cases`));

const names = Object.keys(ACTS);
/** What the second stage is about: the others meet nothing there that they do not meet in the first. */
const ABOUT_WAITING = /^Anna (says|asks|stops)|^the trigger/;
const pairs = STAGES.flatMap((stage) =>
  names.flatMap((first) => names.map((second) => ({ stage, first, second }))),
).filter(
  ({ stage, first, second }) =>
    stage === STAGES[0] || ABOUT_WAITING.test(first) || ABOUT_WAITING.test(second),
);

/** Set-up makes a hundred calls that are much alike: every fifth is interrupted. */
const step = (calls: number) => (calls > 50 ? 5 : 1);

test.each(pairs)('$stage.name: $first, meanwhile $second', ({ stage, first, second }) => {
  const calls = countCalls(stage, ACTS[first] as Act);
  for (let n = 1; n <= calls; n += step(calls)) {
    cases++;
    const { shop, cast } = staged(stage);
    shop.script.faults.interruptAt = { call: n, run: () => (ACTS[second] as Act)(shop, cast) };
    (ACTS[first] as Act)(shop, cast);
    try {
      settle(shop);
      expectWhole(shop);
      expectEveryoneTold(shop);
    } catch (error) {
      throw new Error(`with the second in the middle of call ${n}: ${(error as Error).message}`);
    }
  }
});

/** The same event delivered twice at the same time. */
test.each(Object.keys(ACTS).filter((name) => !/runs$/.test(name)))(
  'delivered twice at once: %s',
  (name) => {
    const calls = countCalls(STAGES[0] as (typeof STAGES)[0], ACTS[name] as Act);
    for (let n = 1; n <= calls; n++) {
      cases++;
      const { shop, cast } = staged(STAGES[0] as (typeof STAGES)[0]);
      const again = () => void shop.post(shop.bodies[0] ?? '');
      shop.script.faults.interruptAt = { call: n, run: again };
      (ACTS[name] as Act)(shop, cast);
      settle(shop);
      expectWhole(shop);
      expectEveryoneTold(shop);
    }
  },
);

function countCalls(stage: (typeof STAGES)[0], act: Act): number {
  const { shop, cast } = staged(stage);
  const before = shop.script.executions.length;
  act(shop, cast);
  return shop.script.executions[before]?.trace.length ?? 0;
}
