/**
 * How many blue ticks a day has had: each is a fetch, and the day's fetches are for answers and notices. The cache
 * counts, in calls that are made anyway: it may forget or miss some, which costs a few fetches.
 */
import { parsed } from '../script/properties';

/** A free account has 20,000 fetches a day: 19,500 are left, two for each of 9,750 referrals. */
const A_DAY = 500;

/** In the cache: JSON of {@link Ticks}. */
export const TICKS = 'ticks';

/** Google gives the fetches back after 24 hours; at which hour is not documented. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** So many went since then, in milliseconds. */
export interface Ticks {
  since: number;
  count: number;
}

export const NO_TICKS: Ticks = { since: 0, count: 0 };

/** @param cached what the cache gave */
export function ticksIn(cached: Record<string, unknown>, now: number): Ticks {
  const ticks = parsed<Ticks>(cached[TICKS] as string | undefined);
  return ticks && now - ticks.since < DAY_MS ? ticks : NO_TICKS;
}

/** How many may still go today. */
export function ticksLeft({ count }: Ticks): number {
  return Math.max(A_DAY - count, 0);
}

/** What the cache has to remember when so many more went: again each time, so that it forgets less. */
export function ticksMark(
  { since, count }: Ticks,
  more: number,
  now: number,
): Record<string, string> {
  if (!count && !more) return {};
  return { [TICKS]: JSON.stringify({ since: since || now, count: count + more }) };
}
