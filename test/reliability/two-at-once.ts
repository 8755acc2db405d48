/**
 * Two at once: in the middle of each service call of one execution another one runs whole, about the same people. One
 * that asks for the lock which the first holds goes on when the first gives it back, as on the platform. The cases are
 * spread over a few test files, so that they can run side by side; of each pair a part of the calls is interrupted.
 */
import { othersWrite } from '../../local/others';
import { type Business, HOUR, MINUTE } from '../support/business';
import { PARTS, part, tellCases } from '../support/part';
import { WAYS } from '../support/ways';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, staged } from './stories';

/** What somebody does, and the execution that it starts. */
export type Act = (shop: Business, cast: Cast) => void;

export const ACTS: Record<string, Act> = {
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

type Stage = (typeof STAGES)[number];
export const [LINKS, WAITING] = STAGES as [Stage, Stage];

let cases = 0;
let tests = 0;
afterAll(() => tellCases(`two at once: ${cases} cases`));

/** Plays an act once for each of its calls, with `meanwhile` in the middle of it. */
export function interruptEverywhere(
  stage: Stage,
  act: Act,
  meanwhile: (shop: Business, cast: Cast) => void,
): void {
  for (const among of WAYS) interruptCalls(stage, act, meanwhile, among);
}

/** @param among whether many others write as well */
function interruptCalls(
  stage: Stage,
  act: Act,
  meanwhile: (shop: Business, cast: Cast) => void,
  among: boolean,
): void {
  const calls = callsOf(stage, act, among);
  // Set-up makes a hundred calls that are much alike: every fifth is interrupted.
  const step = (calls > 50 ? 5 : 1) * PARTS;
  const first = 1 + ((part + tests++) % PARTS);
  for (let n = first; n <= calls; n += step) {
    cases++;
    const { shop, cast } = staged(stage);
    const endOthers = among ? othersWrite(shop.script) : () => undefined;
    shop.script.faults.interruptAt = { call: n, run: () => meanwhile(shop, cast) };
    act(shop, cast);
    endOthers();
    try {
      settle(shop);
      expectWhole(shop);
      expectEveryoneTold(shop);
    } catch (error) {
      const where = among ? ', many others writing' : '';
      throw new Error(
        `with the second in the middle of call ${n}${where}: ${(error as Error).message}`,
      );
    }
  }
}

/** Tests each of these acts with each of the others. */
export function testPairs(stage: Stage, pairs: { first: string; second: string }[]): void {
  test.each(pairs)(`${stage.name}: $first, meanwhile $second`, ({ first, second }) => {
    interruptEverywhere(stage, ACTS[first] as Act, ACTS[second] as Act);
  });
}

/** Every act with every one. */
export function allPairs(): { first: string; second: string }[] {
  const names = Object.keys(ACTS);
  return names.flatMap((first) => names.map((second) => ({ first, second })));
}

const counted = new Map<string, Map<Act, number>>();

/** How many calls an act makes when nothing comes in between: the same each time. */
function callsOf(stage: Stage, act: Act, among: boolean): number {
  const way = `${stage.name} ${among}`;
  const known = counted.get(way) ?? new Map<Act, number>();
  const calls = known.get(act) ?? countCalls(stage, act, among);
  counted.set(way, known.set(act, calls));
  return calls;
}

function countCalls(stage: Stage, act: Act, among: boolean): number {
  const { shop, cast } = staged(stage);
  if (among) othersWrite(shop.script);
  const before = shop.script.executions.length;
  act(shop, cast);
  return shop.script.executions[before]?.trace.length ?? 0;
}
