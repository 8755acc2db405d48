/**
 * What goes over a provider when somebody is rewarded dies at every one of its service calls: the telling, a message for
 * which rewards wait, the staff's message, a registration. What had come is sent again where the provider does that.
 */
import { outcomeOf, STAGES, settleAndCheck, staged } from '../rewards/stages';
import { casesInPart, storiesInPart, tellCases } from '../support/part';
import { PROVIDERS } from '../support/providers';
import { CAN } from './shops';

const OVER_A_PROVIDER = [
  'a registration',
  'the telling',
  'a message of somebody for whom rewards wait',
  'a purchase by the staff',
];

/** The others answer Google's own 200 for a script that has died, and take it for an answer of ours. */
const SENDS_AGAIN = ['360dialog'];

const CASES = PROVIDERS.filter((provider) => provider !== 'meta').flatMap((provider) =>
  STAGES.filter(({ name }) => OVER_A_PROVIDER.includes(name)).map((stage) => ({
    provider,
    name: stage.name,
    stage,
  })),
);

let cases = 0;
afterAll(() => tellCases(`death at every call, rewards over other providers: ${cases} cases`));

describe.each(storiesInPart(CASES))('$provider: $name', ({ provider, stage }) => {
  const rehearsal = staged(stage, provider);
  const before = rehearsal.shop.script.executions.length;
  stage.act(rehearsal);
  const calls = rehearsal.shop.script.executions[before]?.trace ?? [];
  const isWebhook = rehearsal.shop.script.executions[before]?.as === 'webApp';
  settleAndCheck(rehearsal.shop);
  const undisturbed = outcomeOf(rehearsal);
  const number = (of: RegExp) => calls.find(({ kind, what }) => of.test(`${kind} ${what}`))?.n;
  const kept = isWebhook ? (number(/setPropert.*pending\./) ?? Number.POSITIVE_INFINITY) : 0;
  const sends = number(/^fetch /) ?? Number.POSITIVE_INFINITY;

  const deaths = calls.flatMap(({ n, what }) =>
    (['before', 'after'] as const).map((when) => ({ n, what: what.slice(0, 60), when })),
  );

  test.each(casesInPart(deaths))('dies $when call $n ($what)', ({ n, when }) => {
    cases++;
    const cast = staged(stage, provider);
    const { shop } = cast;
    shop.script.faults.dieAt = { call: n, when };
    const posted = shop.bodies.length;
    stage.act(cast);
    expect(shop.script.executions.some(({ died }) => died)).toBe(true);
    const body = shop.bodies[posted];
    const again = SENDS_AGAIN.includes(provider);
    if (body && again) shop.post(body);
    settleAndCheck(shop);
    const isLost = !again && (n < kept || (n === kept && when === 'before'));
    if (isLost) return;
    // Without reports nobody knows that a message went whose sender died before it was marked.
    const mayTellTwice = !CAN[provider].reports && (n > sends || (n === sends && when === 'after'));
    expect(outcomeOf(cast, mayTellTwice)).toEqual(undisturbed);
  });
});
