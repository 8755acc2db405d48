/** Tells the owner of a problem, without ever being one itself. */
import { masked } from '../program/masked';
import { type Problem, reportProblem } from '../sheet/problems';
import { findTab } from '../sheet/tabs';
import { type Store, tabIdsIn } from './properties';
import type { Services } from './services';

/** Puts a line into the Problems tab. When even that cannot be done, the script's own log has it. */
export function tellOwner(
  problem: Problem,
  { services, store }: { services: Services; store: Store },
): void {
  try {
    const sheet = findTab(services.spreadsheet, 'Problems', tabIdsIn(store));
    reportProblem(sheet, problem, services.now());
  } catch (error) {
    console.error(`${masked(problem.what)} (and the Problems tab: ${masked(String(error))})`);
  }
}
