/** Takes up what was left: the one-minute trigger, and a little with every later message. */

import { masked } from '../program/masked';
import { Busy, locked } from '../script/lock';
import { moveWaitingProblems, tellOwner } from '../script/problems';
import { openProgram, type Program, reopenProgram } from '../script/program';
import { type Store, snapshotIn, TRIGGER_RAN } from '../script/properties';
import type { Services } from '../script/services';
import { calledByTrigger, type TriggerEvent } from '../script/trigger';
import { handleEntries } from './entries';
import type { Circumstances } from './handle';
import { handledKey, recall, remember } from './marks';
import { isPaused } from './pause';
import {
  type Entry,
  entriesIn,
  entryIn,
  entryKey,
  GRACE_MS,
  keep,
  type Pending,
  settle,
} from './pending';
import { lookForOwner } from './probe';

/** How many entries a later message takes along. */
const BY_MESSAGE = 2;

/** The trigger begins no further entry after so long: 90 minutes a day are 3.75 seconds for each of its runs. */
const TRIGGER_MS = 3000;

/** So often the trigger looks whether the settings were changed in a way that no edit told of. */
const SETTINGS_MS = 10 * 60 * 1000;

/** What cannot be handled is told to the owner after so many tries, and given up after so long. */
const TELL_AFTER_TRIES = 3;
const GIVE_UP_MS = 3 * 24 * 60 * 60 * 1000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** The one-minute trigger; for whoever else calls, nothing is done. */
export function drain(services: Services, event?: TriggerEvent): void {
  const store = services.properties.getProperties();
  if (!calledByTrigger(event, store, services)) return;
  remember({ [TRIGGER_RAN]: String(services.now()) }, services);
  lookForOwner(store, services);
  moveWaitingProblems({ services, store });
  const snapshot = snapshotIn(store);
  const stale = !snapshot || services.now() - snapshot.readAt > SETTINGS_MS;
  const due = dueEntries(store, services.now());
  if (!due.length && !stale) return;
  const program = stale ? renewed(store, services) : openProgram(store, services);
  const end = services.now() + TRIGGER_MS;
  const never = () => false;
  const circumstances = {
    program,
    services,
    store,
    resumed: true,
    muted: never,
    helpedLately: never,
  };
  takeUpEntries(due, circumstances, () => services.now() < end);
}

/** The program with the settings read anew; with those of before when the tab cannot be read. */
function renewed(store: Store, services: Services): Program {
  try {
    return reopenProgram(store, services);
  } catch (error) {
    tellOwner(
      {
        what: `The settings cannot be read: ${masked(String(error))}`,
        toDo: 'Use Referrals → Check set-up. Those of before are in force.',
      },
      { services, store },
    );
    return openProgram(store, services);
  }
}

/** A few of what is due, together with a message that has been handled. */
export function takeUp(circumstances: Circumstances): void {
  const { store, program } = circumstances;
  const due = dueEntries(store, program.clock.now).slice(0, BY_MESSAGE);
  try {
    takeUpEntries(due, { ...circumstances, resumed: true }, () => true);
  } catch (error) {
    console.error(masked(String(error)));
  }
}

function dueEntries(store: Store, now: number): Entry[] {
  if (isPaused(store, now)) return [];
  return entriesIn(store).filter((entry) => isDue(entry, now));
}

function isDue({ pending }: Entry, now: number): boolean {
  return pending.some(({ notBefore }) => notBefore <= now);
}

/** One after the other, so that one that cannot be handled does not hold up the rest. */
function takeUpEntries(entries: Entry[], circumstances: Circumstances, goOn: () => boolean): void {
  for (const { key } of entries) {
    if (!goOn() || isPaused(circumstances.store, circumstances.program.clock.now)) return;
    const entry = tryToClaim(key, circumstances);
    if (entry === 'busy') return;
    if (!entry) continue;
    try {
      handleEntries([withoutHandled(entry, circumstances)], circumstances);
    } catch (error) {
      if (error instanceof Busy) return;
      putOff(entry, error, circumstances);
    }
  }
}

function tryToClaim(key: string, circumstances: Circumstances): Entry | null | 'busy' {
  try {
    return claim(key, circumstances);
  } catch (error) {
    if (error instanceof Busy) return 'busy';
    throw error;
  }
}

/** Two executions may find the same entry due: under the lock one of them takes it, for as long as it may need. */
function claim(key: string, { services, program }: Circumstances): Entry | null {
  const { now } = program.clock;
  return locked(services, () => {
    const entry = entryIn(key, services.properties.getProperty(key) ?? undefined);
    if (!entry || !isDue(entry, now)) return null;
    entry.pending = entry.pending.map((one) => ({ ...one, notBefore: now + GRACE_MS }));
    keep([entry], services);
    return entry;
  });
}

/** Leaves out what a delivery finished that did not come as far as taking the entry away. */
function withoutHandled(entry: Entry, { services }: Circumstances): Entry {
  const cached = recall(
    entry.pending.map(({ update }) => update),
    services,
  );
  return { ...entry, pending: entry.pending.filter(({ update }) => !cached[handledKey(update)]) };
}

/** What throws is tried again, each update by itself; after three days it is given up, with a word to the owner. */
function putOff(entry: Entry, error: unknown, circumstances: Circumstances): void {
  const { services, program } = circumstances;
  const { now } = program.clock;
  const open = entry.pending.filter(({ since }) => now - since < GIVE_UP_MS);
  if (open.length < entry.pending.length || open.some(({ tries }) => tries >= TELL_AFTER_TRIES)) {
    tellOwner(
      {
        what: `A message could not be handled: ${masked(String(error))}`,
        toDo: 'Use Referrals → Check set-up. It is tried again for three days.',
      },
      circumstances,
    );
  }
  const later = open.map((one) => ({ ...one, tries: one.tries + 1, notBefore: now + pause(one) }));
  const [first, ...others] = later;
  keep(
    others.map((one) => ({ key: entryKey(one), pending: [one] })),
    services,
  );
  settle({ key: entry.key, pending: first ? [first] : [] }, services);
}

function pause({ tries }: Pending): number {
  return Math.min(60_000 * 2 ** tries, LONGEST_WAIT_MS);
}
