/** While the set-up is broken nothing is sent: the pause stands in Script Properties and ends by itself. */
import type { Reason } from '../program/model';
import { parsed, type Store } from '../script/properties';
import type { Circumstances } from './handle';

const PAUSE = 'paused';

/** After so long one delivery tries whether it works again. */
const TRY_AFTER_MS = 5 * 60 * 1000;

interface Pause {
  until: number;
  reason: Reason;
}

/** Why nothing is to be sent now; null when sending is allowed. */
export function isPaused(store: Store, now: number): Reason | null {
  const pause = parsed<Pause>(store[PAUSE]);
  return pause && now < pause.until ? pause.reason : null;
}

/** Stops the sending for a while. */
export function pause(reason: Reason, { store, services }: Circumstances): void {
  const until = services.now() + TRY_AFTER_MS;
  store[PAUSE] = JSON.stringify({ until, reason });
  try {
    services.properties.setProperty(PAUSE, store[PAUSE]);
  } catch {
    // A full store: every delivery finds out by itself then.
  }
}

/** A message went: there is no reason for a pause any more. */
export function resume({ store, services }: Circumstances): void {
  if (store[PAUSE] === undefined) return;
  delete store[PAUSE];
  services.properties.deleteProperty(PAUSE);
}
