/** Takes up what was left: the one-minute trigger, and a little with every later message. */
import { Busy, type Circumstances } from './handle';
import { type Entry, entriesIn, settle } from './pending';
import { masked, tellOwner } from './problems';
import { openProgram, reopenProgram } from './program';
import { type Store, snapshotIn } from './properties';
import { handledKey, handleEntries, recall } from './receive';
import type { Services } from './services';

/** How many entries a later message takes along, and how many the trigger. */
const BY_MESSAGE = 2;
const BY_TRIGGER = 20;

/** So often the trigger looks whether the settings were changed in a way that no edit told of. */
const SETTINGS_MS = 10 * 60 * 1000;

/** An entry that fails like this in the program itself is tried so often, and then told to the owner. */
const FAULTS = 5;

/** The one-minute trigger. */
export function drain(services: Services): void {
  const store = services.properties.getProperties();
  const snapshot = snapshotIn(store);
  const stale = !snapshot || services.now() - snapshot.readAt > SETTINGS_MS;
  const due = dueEntries(store, services.now());
  if (!due.length && !stale) return;
  const program = stale ? reopenProgram(store, services) : openProgram(store, services);
  takeUpEntries(due.slice(0, BY_TRIGGER), {
    program,
    services,
    store,
    resumed: true,
    helpedLately: () => false,
  });
}

/** A few of what is due, together with a message that has been handled. */
export function takeUp(circumstances: Circumstances): void {
  const { store, program } = circumstances;
  const due = dueEntries(store, program.clock.now).slice(0, BY_MESSAGE);
  if (due.length) takeUpEntries(due, { ...circumstances, resumed: true });
}

function dueEntries(store: Store, now: number): Entry[] {
  return entriesIn(store).filter(({ pending }) =>
    pending.some(({ notBefore }) => notBefore <= now),
  );
}

/** One after the other, so that one that cannot be handled does not hold up the rest. */
function takeUpEntries(entries: Entry[], circumstances: Circumstances): void {
  for (const entry of entries) {
    try {
      handleEntries([withoutHandled(entry, circumstances)], circumstances);
    } catch (error) {
      if (error instanceof Busy) return;
      putOff(entry, error, circumstances);
    }
  }
}

/** Leaves out what a delivery finished that did not come as far as taking the entry away. */
function withoutHandled(entry: Entry, { services }: Circumstances): Entry {
  const cached = recall(
    entry.pending.map(({ update }) => update),
    services,
  );
  return { ...entry, pending: entry.pending.filter(({ update }) => !cached[handledKey(update)]) };
}

/** What throws again and again is given up, with a word to the owner. */
function putOff(entry: Entry, error: unknown, circumstances: Circumstances): void {
  const { services, program } = circumstances;
  const { now } = program.clock;
  const open = entry.pending.filter(({ tries }) => tries < FAULTS);
  if (open.length < entry.pending.length) {
    tellOwner(
      {
        what: `A message could not be handled and was given up: ${masked(String(error))}`,
        toDo: 'Use Referrals → Check set-up. The client can simply write again.',
      },
      circumstances,
    );
  }
  entry.pending = open.map((one) => ({
    ...one,
    tries: one.tries + 1,
    notBefore: now + 60_000 * 2 ** one.tries,
  }));
  settle(entry, services);
}
