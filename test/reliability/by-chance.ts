/** Checks something for random cases; a case that fails is shortened, told in words, and can be had again by one command. */
import fc from 'fast-check';
import { CHANCE, PARTS } from '../support/part';

/** Of the same cases always, unless the environment says otherwise: SEED, RUNS, and REPLAY for one case that failed. */
const { SEED = String(CHANCE), RUNS, REPLAY } = process.env;

interface ByChance<T> {
  cases: fc.Arbitrary<T>;
  /** How many in all, unless RUNS says otherwise; of these a part is played. */
  runs: number;
  check: (one: T) => void;
  tell: (one: T) => string;
  /** The test file, as jest is asked for it. */
  file: string;
}

/** @throws the shortest case found that fails, and how to have it again */
export function byChance<T>({ cases, runs, check, tell, file }: ByChance<T>): void {
  const result = fc.check(fc.property(cases, check), {
    seed: Number(SEED),
    numRuns: REPLAY ? 1 : Number(RUNS ?? Math.ceil(runs / PARTS)),
    ...(REPLAY && { path: REPLAY, endOnFailure: true }),
  });
  if (!result.failed || !result.counterexample) return;
  const [failed] = result.counterexample;
  const error = result.errorInstance;
  const name = (expect.getState().currentTestName ?? '').replace(/[^\w ]/g, '.');
  throw new Error(
    [
      tell(failed),
      error instanceof Error ? error.message : String(error),
      `Once more: SEED=${result.seed} REPLAY=${result.counterexamplePath} npx jest ${file} -t '${name}'`,
    ].join('\n\n'),
  );
}
