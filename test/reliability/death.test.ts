/**
 * Every execution dies at every one of its service calls, before and after the call took effect; the provider sends
 * again or does not; and in the end everything is as if nothing had happened, but for what the promise leaves out.
 */
import { othersWrite } from '../../local/others';
import { casesInPart, storiesInPart, tellCases } from '../support/part';
import { WAYS } from '../support/ways';
import { expectTold, expectWhole, settle } from './invariants';
import { STORIES, type Story, staged } from './stories';

let cases = 0;
afterAll(() => tellCases(`death at every call: ${cases} cases of ${STORIES.length} stories`));

/** The calls of the story's execution when nothing goes wrong. */
function callsOf(story: Story, among: boolean) {
  const { shop, cast } = staged(story);
  if (among) othersWrite(shop.script);
  const before = shop.script.executions.length;
  story.act(shop, cast);
  const execution = shop.script.executions[before];
  if (!execution) throw new Error(`${story.name} runs nothing`);
  return execution.trace;
}

describe.each(storiesInPart(STORIES))('$name', (story) => {
  const ways = WAYS.map((among) => {
    const calls = callsOf(story, among);
    // From the moment its event is kept, or where it comes out of the store, a story cannot be lost.
    const kept = calls.find(({ what }) => /setPropert.*pending\./.test(what))?.n ?? 0;
    return { among, calls, kept };
  });

  test.each(
    casesInPart(
      ways.flatMap(({ among, calls, kept }) =>
        calls.flatMap(({ n, what }) =>
          (['before', 'after'] as const).flatMap((when) =>
            [true, false].map((again) => ({
              n,
              what: what.slice(0, 60),
              when,
              again,
              among,
              kept,
              where: among ? ', many others writing' : '',
            })),
          ),
        ),
      ),
    ),
  )('dies $when call $n ($what), sent again: $again$where', ({ n, when, again, among, kept }) => {
    cases++;
    const { shop, cast } = staged(story);
    const endOthers = among ? othersWrite(shop.script) : () => undefined;
    shop.script.faults.dieAt = { call: n, when };
    const posted = shop.bodies.length;
    story.act(shop, cast);
    expect(shop.script.executions.some(({ died }) => died)).toBe(true);
    const body = shop.bodies[posted];
    if (again && body) shop.post(body);
    endOthers();
    settle(shop);
    if (again && body) shop.post(body);
    settle(shop);

    expectWhole(shop);
    const lost = !again && (n < kept || (n === kept && when === 'before'));
    const referrals = story.referrals(cast);
    if (lost) return;
    for (const [invitee, inviter] of referrals) expectTold(shop, invitee, inviter);
    story.after?.(shop, cast);
  });
});
