/** Whether so many write at once that their messages are better handled together, where each could be handled alone. */
import type { Store } from '../script/properties';
import { entriesIn, type Kept } from './journal';

/** So many deliveries in hand besides one's own are a crowd: at a second for each, some five or six a second. */
export const CROWD = 5;

/** Whatever is in the journal for longer is in nobody's hands any more: somebody has died, or the database was away. */
export const IN_HAND_MS = 10_000;

/**
 * Tells it from the journal as it was read in any case, which holds whoever is at work now and whoever has gone home.
 * Everybody is right both ways, so it does not matter that the others change it at the same moment.
 */
export function isCrowd(store: Store, now: number): boolean {
  const inHand = entriesIn(store).filter(({ kept }) => kept.some((one) => isInHand(one, now)));
  return inHand.length >= CROWD;
}

/** Whether somebody has just gone home whose message nobody has begun with. */
export function hasLeftSomething(store: Store, now: number): boolean {
  return entriesIn(store).some(({ kept }) => kept.some((one) => !one.begun && isInHand(one, now)));
}

/** What only waits for its next try takes nobody's time; nor does what the program has kept for itself. */
function isInHand({ update, since, wrote, putOff }: Kept, now: number): boolean {
  return update.kind === 'message' && since > now - IN_HAND_MS && !wrote && !putOff;
}
