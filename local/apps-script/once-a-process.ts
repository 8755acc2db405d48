/** What a process has once, also for those who load this code again, as test runners do for each file. */
import { Worker } from 'node:worker_threads';

/**
 * @param name what it is known by within the process
 * @param make makes it for whoever asks first; the others get the same, functions and all
 */
export function onceAProcess<T extends object>(name: string, make: () => T): T {
  // Something of Node's own, which is the same however often everything else is loaded.
  const home = Worker as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(name);
  const known = home[key] ?? make();
  home[key] = known;
  return known;
}
