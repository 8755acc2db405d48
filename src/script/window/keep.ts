/**
 * The trigger's part in the windows, where the base is a database: it looks when an edit, or whoever has written into the
 * database, has left word, and every ten minutes. A minute without word costs nothing.
 */
import { masked } from '../../program/masked';
import { tokenOf } from '../../program/token';
import { WINDOWS, type WindowForm } from '../../sheet/window-form';
import { Conflict, DatabaseDown } from '../../sql/database';
import { keepBack } from '../back/leave';
import { phaseOf } from '../back/state';
import { Busy, locked } from '../lock';
import { freshMark } from '../notes';
import { tellOwner } from '../problems';
import type { Script } from '../program';
import {
  DATABASE,
  parsed,
  REWARDS_EDITED,
  type Store,
  tabIdsIn,
  WINDOW_EDITED,
  WINDOW_NEWS,
  WINDOW_SEEN,
} from '../properties';
import { ifMade } from '../tabs';
import { adoptSome, UNADOPTED } from './adopt';
import { lookAt } from './renewal';

/** So often one looks without word. */
const LOOK_MS = 10 * 60 * 1000;
const PATIENCE_MS = 1000;

/** What was seen. */
interface Seen {
  /** Of which database. */
  of: string;
  /** The marks of the newest edit and of the newest news, from before one looked. */
  edit: string;
  news: string;
  /** When one looked, in milliseconds. */
  at: number;
  /** The row from which each table is still to be adopted; 0 when it is. */
  adopt: { clients: number; rewards: number };
}

/**
 * Takes over what the owner has edited, and renews what is older than the database.
 *
 * @param cached what the cache has
 */
export function keepWindows(script: Script, cached: Store, end: number): void {
  const { services, store } = script;
  if (phaseOf(store)) {
    attempt(() => keepBack(script, end), script);
    return;
  }
  const of = tokenOf(store[DATABASE] ?? '');
  const before = parsed<Seen>(store[WINDOW_SEEN]);
  const seen: Seen =
    before?.of === of
      ? before
      : { of, edit: '', news: '', at: 0, adopt: { clients: UNADOPTED, rewards: UNADOPTED } };
  const now: Seen = {
    ...seen,
    edit: store[WINDOW_EDITED] ?? '',
    news: cached[WINDOW_NEWS] || seen.news,
    at: services.now(),
  };
  if (now.edit === seen.edit && now.news === seen.news && now.at - seen.at < LOOK_MS) return;
  attempt(() => {
    const isDone = Object.values(WINDOWS).every((form) => keep(form, seen, script, end));
    if (!isDone) return;
    noteSeen({ ...now, adopt: seen.adopt }, script);
    // All that was written here is in the windows already.
    if (services.database) services.database.isNews = false;
  }, script);
}

/** What fails is told, and tried again a minute later. */
function attempt(work: () => void, script: Script): void {
  try {
    work();
  } catch (error) {
    // Whoever has the lock is busy with messages, or was faster; or the database is away, which is told by itself.
    if ([Busy, Conflict, DatabaseDown].some((kind) => error instanceof kind)) return;
    console.error(masked(String(error)));
    const what = `The tabs Clients and Rewards could not be brought up to date with the database: ${masked(String(error))}`;
    tellOwner(
      { what, toDo: 'Use Referrals → Check set-up. The program tries again every minute.' },
      script,
    );
  }
}

/** @returns whether everything is done */
function keep(form: WindowForm, seen: Seen, script: Script, end: number): boolean {
  const { services, store } = script;
  if (tabIdsIn(store)[form.name] === undefined) return true;
  const isTime = () => services.now() < end;
  for (let from = seen.adopt[form.table]; from; from = seen.adopt[form.table]) {
    if (!isTime()) return false;
    seen.adopt[form.table] = locked(services, () => adoptSome(form, from, script), PATIENCE_MS);
    noteSeen(seen, script);
  }
  for (let more = true; more; ) {
    if (!isTime()) return false;
    const looked = locked(services, () => lookAt(form, script), PATIENCE_MS);
    if (looked.forLedger) {
      store[REWARDS_EDITED] = freshMark(services);
      services.properties.setProperty(REWARDS_EDITED, store[REWARDS_EDITED]);
    }
    more = looked.more;
  }
  return true;
}

function noteSeen(seen: Seen, { services, store }: Script): void {
  store[WINDOW_SEEN] = JSON.stringify(seen);
  services.properties.setProperty(WINDOW_SEEN, store[WINDOW_SEEN]);
}

/**
 * Brings the windows up to date at once, as far as they are windows already and nobody moves back. The caller has the lock.
 *
 * @throws {DatabaseDown}
 */
export function renewWindows(script: Script): void {
  const { store } = script;
  const seen = seenOf(store);
  if (!seen || phaseOf(store)) return;
  for (const form of Object.values(WINDOWS)) {
    if (tabIdsIn(store)[form.name] === undefined || seen.adopt[form.table]) continue;
    for (let more = true; more; ) more = ifMade(() => lookAt(form, script))?.more ?? false;
  }
}

/** Whether the tabs are windows of the database in every row. */
export function areWindows(store: Store): boolean {
  const seen = seenOf(store);
  if (!seen) return false;
  return Object.values(WINDOWS).every(
    ({ name, table }) => tabIdsIn(store)[name] === undefined || !seen.adopt[table],
  );
}

/** What was seen of the database in which the base is; null where nobody has looked. */
function seenOf(store: Store): Seen | null {
  const seen = store[DATABASE] === undefined ? null : parsed<Seen>(store[WINDOW_SEEN]);
  return seen?.of === tokenOf(store[DATABASE] ?? '') ? seen : null;
}
