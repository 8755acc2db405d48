/** Runs cases one after the other until they are done or the time is up. */
import type { Case } from '../case';
import { suiteDatabase } from './database';
import type { Scene } from './scene';

/** Google ends an execution after six minutes; a simple trigger after thirty seconds. */
const ENOUGH_MS = 200_000;

/** Answers by the names of their cases. */
export type Answers = Record<string, unknown>;

/** @returns the answers, of fewer cases when the time did not suffice for all of them */
export function runCases(cases: Case[], scene: Scene, forMs = ENOUGH_MS): Answers {
  const until = Date.now() + forMs;
  const answers: Answers = {};
  for (const one of cases.filter(({ needs }) => !needs || suiteDatabase())) {
    if (Date.now() > until) break;
    answers[one.name] = answerOf(one, scene);
  }
  quietly(() => scene.end());
  return answers;
}

function answerOf({ run }: Case, scene: Scene): unknown {
  try {
    const answer = run(scene);
    return answer === undefined ? null : answer;
  } catch (error) {
    return { threw: String((error as Error)?.message ?? error) };
  } finally {
    quietly(() => scene.endCase());
  }
}

/** What cannot be taken away stays in a spreadsheet that will be deleted anyway. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // An answer is worth more than a tidy spreadsheet.
  }
}
