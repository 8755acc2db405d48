/**
 * A delivery over a database, which keeps apart by itself whoever meets in it: handled alone, without the lock; or, where
 * many write at once, kept for whoever has the lock.
 */
import { masked } from '../program/masked';
import type { Update } from '../program/model';
import { Busy } from '../script/lock';
import type { Script } from '../script/program';
import type { Store } from '../script/properties';
import { carry, carryOn, carryOwn } from './carry';
import { NO_MEMORY } from './case';
import { newEntries } from './journal';
import { keepSafely } from './keep-safely';
import { type Cached, remember } from './marks';
import { memoryOf } from './memory';
import type { Load } from './take';

/** How many updates that were left over a message takes along. */
export const LEFT_OVER = 2;

/** What is known of a delivery besides its updates. */
export interface Known {
  /** What the cache gave. */
  cached: Cached;
  /** What it has to remember of the senders. */
  marks: Record<string, string>;
  /** Properties that are to be noted with it. */
  noted: Store;
}

/** A database keeps apart by itself whoever meets in it: one's own delivery needs no lock. */
export function acceptAlone(
  fresh: Update[],
  { cached, marks, noted }: Known,
  script: Script,
): boolean {
  const { now } = script.program.clock;
  const own = newEntries(fresh, now, script.services);
  const load: Load = { own, memory: memoryOf(cached, now), noted, minAge: 0, leftOver: 0 };
  try {
    if (carryOwn(load, script, marks)) carryOn(script.services);
    return true;
  } catch (error) {
    console.error(masked(String(error)));
    return false;
  }
}

/**
 * Of Google's thirty places a delivery has one for a moment only: it is kept, and carried by whoever has the lock. Whoever
 * may have had it meanwhile looks afterwards, so there is nothing to wait for.
 */
export function acceptInCrowd(fresh: Update[], known: Known, script: Script): boolean {
  const { now } = script.program.clock;
  const { marks, noted } = known;
  const entries = newEntries(fresh, now, script.services);
  if (!keepSafely(entries, script, noted)) return acceptAlone(fresh, known, script);
  const load: Load = { own: [], memory: NO_MEMORY, minAge: 0, leftOver: LEFT_OVER };
  try {
    carry(load, script, 0, marks);
    carryOn(script.services);
  } catch (error) {
    if (error instanceof Busy) remember(marks, script.services);
    else console.error(masked(String(error)));
  }
  return true;
}
