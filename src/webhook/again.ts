/** When something that did not work is tried again, and when it is given up: one rule for everything. */

const MINUTE = 60 * 1000;

/** After so long it is given up; by then the 24-hour window has been closed for two days. */
const GIVE_UP_MS = 3 * 24 * 60 * MINUTE;

/** The longest pause between two tries. */
const LONGEST_WAIT_MS = 60 * MINUTE;

/**
 * When to try again: after pauses that double, from a minute to an hour.
 *
 * @param tried how often it was tried before, and when it was kept, in milliseconds
 * @param atLeast how long to wait in any case, in milliseconds
 * @returns milliseconds, or null when it is to be given up
 */
export function nextTry(
  { tries, since }: { tries: number; since: number },
  now: number,
  atLeast = 0,
): number | null {
  if (now - since > GIVE_UP_MS) return null;
  return now + Math.max(Math.min(MINUTE * 2 ** tries, LONGEST_WAIT_MS), atLeast);
}
