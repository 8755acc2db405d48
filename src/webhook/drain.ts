/** The one-minute trigger: takes up what was left over; with nothing left, rows learn their second ids. */
import { masked } from '../program/masked';
import { tidyUp } from '../script/back/tidy';
import { isInDatabase } from '../script/books';
import { isDown } from '../script/breaker';
import { marksInCache, withMarks } from '../script/edit-marks';
import { Busy } from '../script/lock';
import { keepNumbers } from '../script/numbers-figures';
import { moveWaitingProblems, tellOwner } from '../script/problems';
import {
  openProgram,
  openScript,
  type Program,
  reopenProgram,
  type Script,
} from '../script/program';
import {
  CLIENTS_EDITED,
  REWARDS_SEEN,
  SETTINGS_STALE,
  type Store,
  TRIGGER_RAN,
} from '../script/properties';
import { monthOf, noteSent } from '../script/sent';
import type { Services } from '../script/services';
import { snapshotIn } from '../script/snapshot';
import { keepSources } from '../script/sources';
import { keepTop } from '../script/top';
import { calledByTrigger, type TriggerEvent } from '../script/trigger';
import { takeTyped } from '../script/typed';
import { keepWindows } from '../script/window/keep';
import { askForIds } from './ask-ids';
import { carry, carryOn } from './carry';
import { NO_MEMORY } from './case';
import { hasLeftSomething } from './crowd';
import { dueIn, journalIn } from './due';
import { emptiedIn } from './journal';
import { keepRewards } from './keep-rewards';
import { lookAtAccount } from './look-at-account';
import { mailOwner } from './mail-owner';
import { remember } from './marks';
import { lookForOwner } from './probe';

/** The trigger begins nothing further after so long: 90 minutes a day are 3.75 seconds for each of its runs. */
const TRIGGER_MS = 3000;

/** What was kept just now is left to those who are still at work. */
export const MIN_AGE_MS = 10_000;

/** So many updates that were cut off are taken up together. */
const LEFT_OVER = 25;

/** So long the trigger waits for the lock. */
export const TRIGGER_PATIENCE_MS = 1000;

/** So often at least it is noted that the trigger runs: along with other work, so that an idle minute is spared the call. */
const RAN_MS = 20 * 60 * 1000;

/** So often the trigger looks whether the settings were changed in a way that no edit told of. */
const SETTINGS_MS = 10 * 60 * 1000;

/** The one-minute trigger; for whoever else calls, nothing is done. */
export function drain(services: Services, event?: TriggerEvent): void {
  const store = services.properties.getProperties();
  if (!calledByTrigger(event, store, services)) return;
  takeUp(store, services);
  if (services.askedForLock && isInDatabase({ store })) carryCrowd(services);
}

/** In a crowd over a database nobody waits for the lock: whoever found it taken has gone home. */
function carryCrowd(services: Services): void {
  const store = services.properties.getProperties();
  if (hasLeftSomething(store, services.now())) carryOn(services, MIN_AGE_MS);
}

function takeUp(before: Store, services: Services): void {
  let store = before;
  const cached = marksInCache(services);
  const readStore = () => withMarks(services.properties.getProperties(), cached);
  withMarks(store, cached);
  lookForOwner(store, services);
  moveWaitingProblems({ services, store });
  const snapshot = snapshotIn(store);
  const isEdited = SETTINGS_STALE in cached;
  const isStale = !snapshot || isEdited || services.now() - snapshot.readAt > SETTINGS_MS;
  if (isStale) {
    const { clock } = renewed(store, services);
    noteSent(monthOf(clock), store, services);
    if (isEdited) services.cache.remove(SETTINGS_STALE);
    store = readStore();
  }
  if (isStale || services.now() - Number(cached[TRIGGER_RAN] ?? 0) > RAN_MS) {
    remember({ [TRIGGER_RAN]: String(services.now()) }, services);
  }
  const end = services.now() + TRIGGER_MS;
  // Whatever waits for the database is kept; whoever comes when the pause is over tries.
  if (isInDatabase({ store }) && isDown(store, services.now())) {
    clear(store, end, services);
    return;
  }
  const seen = store[REWARDS_SEEN];
  const script = openScript(services, store);
  if (isInDatabase(script)) keepWindows(script, cached, end);
  else tidyUp(script);
  keepRewards(script, end);
  let idle = store[REWARDS_SEEN] === seen;
  const load = { own: [], memory: NO_MEMORY, minAge: MIN_AGE_MS, leftOver: LEFT_OVER };
  while (dueIn(journalIn(store), [], load, store, services.now()).length) {
    const script = openScript(services, store);
    try {
      carry(load, script, TRIGGER_PATIENCE_MS);
    } catch (error) {
      if (error instanceof Busy) return;
      throw error;
    }
    if (services.now() > end) return;
    store = readStore();
    idle = false;
  }
  clear(store, end, services);
  if (services.now() > end) return;
  keepTabs(openScript(services, store), cached, end, idle);
}

/** What is looked after when no message waits. @param idle whether there was nothing to do before */
function keepTabs(script: Script, cached: Store, end: number, idle: boolean): void {
  const isIdle = !askForIds(script) && idle;
  if (isInDatabase(script)) keepNumbers(script);
  else takeTyped(script, cached[CLIENTS_EDITED], end, isIdle);
  keepSources(script, isIdle);
  keepTop(script, isIdle);
  lookAtAccount(script);
  mailOwner(script);
}

/** Takes entries away that are finished, as many as there is time for. */
function clear(store: Store, end: number, services: Services): void {
  for (const key of emptiedIn(store)) {
    if (services.now() > end) return;
    services.properties.deleteProperty(key);
  }
}

/** The program with the settings read again; with those of before when the tab cannot be read. */
function renewed(store: Store, services: Services): Program {
  try {
    return reopenProgram(store, services);
  } catch (error) {
    tellOwner(
      {
        what: `The settings cannot be read: ${masked(String(error))}`,
        toDo: 'Use Referrals → Check set-up. Until then the earlier ones apply.',
      },
      { services, store },
    );
    return openProgram(store, services);
  }
}
