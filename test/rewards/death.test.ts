/**
 * Every execution that has to do with rewards dies at every one of its service calls: before and after the call took
 * effect, and with what it has written in the sheet or not; what had come by a webhook comes again. Or the call throws,
 * and the script goes on. In the end everything is as if nothing had happened.
 */
import { casesInPart, storiesInPart, tellCases } from '../support/part';
import { outcomeOf, STAGES, settleAndCheck, staged } from './stages';

let cases = 0;
let thrown = 0;
afterAll(() => {
  tellCases(`death at every call, rewards: ${cases} cases`);
  tellCases(`every call throws once, rewards: ${thrown} cases`);
});

describe.each(storiesInPart(STAGES))('$name', (stage) => {
  const rehearsal = staged(stage);
  const before = rehearsal.shop.script.executions.length;
  stage.act(rehearsal);
  const calls = rehearsal.shop.script.executions[before]?.trace ?? [];
  settleAndCheck(rehearsal.shop);
  const undisturbed = outcomeOf(rehearsal);

  const deaths = calls.flatMap(({ n, what, kind }) =>
    (['before', 'after', 'flushed'] as const)
      .filter((when) => when !== 'flushed' || kind === 'spreadsheet.write')
      .map((when) => ({ n, what: what.slice(0, 60), when })),
  );

  test.each(casesInPart(deaths))('dies $when call $n ($what)', ({ n, when }) => {
    cases++;
    const cast = staged(stage);
    const { shop } = cast;
    shop.script.faults.dieAt = { call: n, when };
    const posted = shop.bodies.length;
    stage.act(cast);
    expect(shop.script.executions.some(({ died }) => died)).toBe(true);
    const body = shop.bodies[posted];
    if (body) shop.post(body);
    settleAndCheck(shop);
    expect(outcomeOf(cast)).toEqual(undisturbed);
  });

  test('each call throws once', () => {
    for (const { n, what } of casesInPart(calls)) {
      thrown++;
      const cast = staged(stage);
      const { shop } = cast;
      shop.script.faults.throwAt = { call: n, message: 'Service error: try again later' };
      stage.act(cast);
      try {
        settleAndCheck(shop, /^Exception: Service error|^Service error/);
        expect(outcomeOf(cast)).toEqual(undisturbed);
      } catch (error) {
        throw new Error(`when call ${n} throws (${what}): ${(error as Error).message}`);
      }
    }
  });
});
