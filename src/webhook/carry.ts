/** Whoever has the lock carries what all have kept: takes it, delivers it, and looks whether more has come meanwhile. */
import { masked } from '../program/masked';
import { Busy, locked } from '../script/lock';
import { openScript, type Script } from '../script/program';
import type { Store } from '../script/properties';
import type { Services } from '../script/services';
import { NO_MEMORY } from './case';
import { deliver } from './deliver';
import { type Due, dueIn, isSomethingOpen, journalIn } from './due';
import { emptiedIn, settle } from './journal';
import { type Load, putOff, type Taken, take } from './take';

/**
 * So long somebody waits for the lock before going home: whoever has it carries on. Longer, and Google's thirty places are
 * full at fewer messages a second; shorter, and more are left to somebody else's second round.
 */
export const PATIENCE_MS = 1000;

/** Who held the lock for nearly so long looks afterwards: others may have lost their patience. */
export const LONG_MS = 0.9 * PATIENCE_MS;

/** So long one execution carries on; Google ends it after six minutes. */
export const CARRY_MS = 2 * 60 * 1000;

/** More finished entries than the trigger leaves behind after a burst; so many are cleared away at once. */
export const MANY = 500;
export const AT_ONCE = 25;

/** Whether others may have gone home in the meantime. */
interface Carried {
  look: boolean;
}

/**
 * Takes and delivers once.
 *
 * @param patience how long to wait for the lock, in milliseconds
 * @param marks for the cache
 * @throws {Busy} when the lock is not to be had
 */
export function carry(
  load: Load,
  script: Script,
  patience: number,
  marks: Record<string, string> = {},
): Carried {
  const { services } = script;
  let taken: Taken | undefined;
  let since = services.now();
  try {
    locked(
      services,
      () => {
        const journal = journalNow(load, script, patience > 0);
        since = services.now();
        taken = take(load, journal, script);
        return taken.flush;
      },
      patience,
    );
  } catch (error) {
    if (!taken) throw error;
    // The rows may not have been written after all.
    const cases = taken.outcomes.map(({ one }) => one);
    putOff(cases, taken.entries, error, script);
    settle(taken.entries, services);
    return { look: true };
  }
  const { others } = taken as Taken;
  const held = services.now() - since;
  const opened = tryToDeliver(taken as Taken, script, marks);
  return { look: opened || others || patience > 0 || held > LONG_MS };
}

/**
 * Handles and delivers what one has brought oneself, without the lock: where the base keeps apart by itself who meets.
 *
 * @returns whether something new was left open
 */
export function carryOwn(load: Load, script: Script, marks: Record<string, string>): boolean {
  return tryToDeliver(take(load, [], script), script, marks);
}

/** What fails here is safe in the journal, if it could be kept at all. */
function tryToDeliver(taken: Taken, script: Script, marks: Record<string, string>): boolean {
  try {
    return deliver(taken.outcomes, taken.entries, script, taken.safe, marks);
  } catch (error) {
    if (!taken.safe) throw error;
    console.error(masked(String(error)));
    return false;
  }
}

/** Looks whether others have kept something, and carries it, as long as there is something and the lock is free. */
export function carryOn(services: Services, forMs = CARRY_MS): void {
  const end = services.now() + forMs;
  while (services.now() < end) {
    const store = services.properties.getProperties();
    if (!isSomethingOpen(store, services.now())) {
      clearMany(store, services);
      return;
    }
    const script = openScript(services, store);
    const load = { own: [], memory: NO_MEMORY, minAge: 0, leftOver: 0 };
    try {
      carry(load, script, 0);
    } catch (error) {
      // Whoever has the lock looks after giving it back.
      if (error instanceof Busy) clearMany(store, services);
      else console.error(masked(String(error)));
      return;
    }
  }
}

/** What is finished is the trigger's to clear away; where it does not come to that, the store must not fill up. */
function clearMany(store: Store, { properties, random }: Services): void {
  const keys = emptiedIn(store);
  if (keys.length <= MANY) return;
  // Not everywhere the same ones: others may do it at the same moment.
  const from = Math.floor(random() * (keys.length - AT_ONCE));
  for (const key of keys.slice(from, from + AT_ONCE)) properties.deleteProperty(key);
}

/**
 * The journal as fresh as the lock, where others' updates are concerned: what they keep may have changed since the store
 * was read.
 */
function journalNow({ own, ...reach }: Load, script: Script, waited: boolean): Due[] {
  const { store, services } = script;
  if (!waited && own.length) {
    const journal = journalIn(store);
    const updates = own.flatMap(({ kept }) => kept.map(({ update }) => update));
    if (!dueIn(journal, updates, reach, store, services.now()).length) return journal;
  }
  script.store = services.properties.getProperties();
  return journalIn(script.store);
}
