/**
 * While the database cannot be reached hardly anybody tries: of a day's connections Google lets only a hundred fail. After
 * three failures everything is kept, and somebody tries once a minute, then less and less often.
 */

import { tellOwner } from './problems';
import { DATABASE_DOWN, parsed, type Store } from './properties';
import type { Services } from './services';

/** So many may fail in a row before everybody waits. */
const PATIENCE = 3;

const MINUTE = 60 * 1000;
const LONGEST_MS = 30 * MINUTE;

interface Down {
  /** How many tries in a row have failed, and when the next one may come, in milliseconds. */
  failures: number;
  next: number;
  /** What Google said. */
  why: string;
}

interface Place {
  store: Store;
  services: Services;
}

/** Whether nobody is to try now. */
export function isDown(store: Store, now: number): boolean {
  return now < (downIn(store)?.next ?? 0);
}

/** What Google said the last time. */
export function whyDown(store: Store): string {
  return downIn(store)?.why ?? '';
}

/** A connection could not be made. */
export function noteFailure(why: string, place: Place): void {
  const { store, services } = place;
  const failures = (downIn(store)?.failures ?? 0) + 1;
  const pause = failures < PATIENCE ? 0 : Math.min(MINUTE * 2 ** (failures - PATIENCE), LONGEST_MS);
  store[DATABASE_DOWN] = JSON.stringify({ failures, next: services.now() + pause, why });
  try {
    services.properties.setProperty(DATABASE_DOWN, store[DATABASE_DOWN]);
  } catch {
    // A full store: everybody finds out by themselves then.
  }
  if (failures !== PATIENCE) return;
  const what = `The database cannot be reached: ${why}`;
  const toDo =
    'Look whether it runs, and whether Referrals → Connect a database… still has the right address and password. Messages are kept, and handled as soon as it is back.';
  tellOwner({ what, toDo }, place);
}

/** It works again. */
export function noteSuccess({ store, services }: Place): void {
  if (store[DATABASE_DOWN] === undefined) return;
  delete store[DATABASE_DOWN];
  services.properties.deleteProperty(DATABASE_DOWN);
}

function downIn(store: Store): Down | null {
  return parsed<Down>(store[DATABASE_DOWN]);
}
