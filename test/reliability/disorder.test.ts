/**
 * Disorder: random histories of people, redeliveries, held and doubled deliveries, a forgetting cache, bad weather and
 * an owner who sorts, deletes and moves, compared with a small model after every step.
 *
 * Other histories: `SEED=<number> RUNS=<number> npx jest test/reliability/disorder`. One that failed, shortened: the
 * command that its report ends with.
 */
import fc from 'fast-check';
import { history, inWords, type Step } from './histories';
import { Town } from './town';

const { SEED = '20260601', RUNS = '150', REPLAY } = process.env;

let histories = 0;
let steps = 0;
afterAll(() => console.log(`disorder: ${histories} histories, ${steps} steps`));

function play(story: Step[]): void {
  histories++;
  const town = new Town();
  for (const step of story) {
    steps++;
    town.takes(step);
  }
  town.comesToRest();
}

test('whatever happens in whatever order, the base is as the rules say', () => {
  const result = fc.check(fc.property(history, play), {
    seed: Number(SEED),
    numRuns: REPLAY ? 1 : Number(RUNS),
    ...(REPLAY && { path: REPLAY }),
  });
  if (!result.failed) return;
  const story = result.counterexample?.[0].map((one, n) => `${n + 1}. ${inWords(one)}`).join('\n');
  const error = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  throw new Error(
    `${story}\n\n${error}\n\nOnce more: SEED=${result.seed} REPLAY=${result.counterexamplePath} npx jest test/reliability/disorder`,
  );
});
