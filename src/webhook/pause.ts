/**
 * While nothing can be sent nobody tries: the pause stands in Script Properties, ends by itself, and grows as long as
 * every try fails. A broken set-up begins it at once, a provider that does not answer after a few tries in a row.
 */
import type { Reason } from '../program/model';
import type { Script } from '../script/program';
import { PAUSE, parsed, type Store } from '../script/properties';

const MINUTE = 60 * 1000;

/** After so long one delivery tries whether it works again; each time that it does not, twice as long. */
const FIRST_MS = 5 * MINUTE;
const LONGEST_MS = 60 * MINUTE;

/** So many tries in a row may stay without any answer before everybody waits. */
const SILENT_TRIES = 3;

interface Pause {
  until: number;
  reason: Reason;
  /** How many tries in a row have failed. */
  tries: number;
}

/** Why nothing is to be sent now; null when sending is allowed. */
export function isPaused(store: Store, now: number): Reason | null {
  const pause = parsed<Pause>(store[PAUSE]);
  return pause && now < pause.until ? pause.reason : null;
}

/**
 * Takes note of what came of a sending.
 *
 * @param reasons of all that was sent: null for what was accepted
 */
export function watchSending(reasons: (Reason | null)[], script: Script): void {
  const broken = reasons.find((reason) => reason?.meaning === 'broken');
  const silent = reasons.find((reason) => reason?.meaning === 'unknown');
  if (broken) pause(broken, 1, script);
  else if (reasons.some((reason) => reason === null)) resume(script);
  else if (silent) pause({ ...silent, meaning: 'later' }, SILENT_TRIES, script);
}

function pause(reason: Reason, patience: number, { store, services }: Script): void {
  const tries = (parsed<Pause>(store[PAUSE])?.tries ?? 0) + 1;
  const longer = FIRST_MS * 2 ** Math.max(tries - patience, 0);
  const until = tries < patience ? 0 : services.now() + Math.min(longer, LONGEST_MS);
  store[PAUSE] = JSON.stringify({ until, reason, tries });
  try {
    services.properties.setProperty(PAUSE, store[PAUSE]);
  } catch {
    // A full store: every delivery finds out by itself then.
  }
}

/** A message went: there is no reason for a pause any more. */
function resume({ store, services }: Script): void {
  if (store[PAUSE] === undefined) return;
  delete store[PAUSE];
  services.properties.deleteProperty(PAUSE);
}
