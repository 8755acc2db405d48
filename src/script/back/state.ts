/**
 * How far everybody has come back out of the database. As long as that goes on the windows are not looked at: they would
 * take leave of the older rows that come into them.
 */
import { MOVING_BACK, parsed, type Store } from '../properties';
import type { Services } from '../services';

/** The database is the base while rows are `coming`, or are `leaving` again; while marks are tidied away it is the sheet. */
type Phase = 'coming' | 'leaving' | 'tidying';

/** Whoever has not gone on for so long stays in the database: the windows are needed. */
const LAPSES_MS = 12 * 60 * 60 * 1000;

/** Where one is with the rows that leave again: of which table, and in which row of its tab. */
interface Place {
  table: 'clients' | 'rewards';
  row: number;
}

interface Back {
  phase: Phase;
  /** When the last call of a page went on with it, in milliseconds. */
  at: number;
  leaving?: Place;
}

const BEGIN: Place = { table: 'clients', row: 2 };

/** Null where nobody comes back. */
export function phaseOf(store: Store): Phase | null {
  return parsed<Back>(store[MOVING_BACK])?.phase ?? null;
}

/** Whether the owner has left it lying. */
export function hasLapsed(store: Store, now: number): boolean {
  return now - (parsed<Back>(store[MOVING_BACK])?.at ?? now) > LAPSES_MS;
}

/** Where to go on with rows that leave again. */
export function placeOf(store: Store): Place {
  return parsed<Back>(store[MOVING_BACK])?.leaving ?? BEGIN;
}

/** Notes how far it is. */
export function noteBack(
  phase: Phase,
  { services, store }: { services: Services; store: Store },
  leaving?: Place,
): void {
  const back: Back = { phase, at: services.now(), ...(leaving && { leaving }) };
  store[MOVING_BACK] = JSON.stringify(back);
  services.properties.setProperty(MOVING_BACK, store[MOVING_BACK]);
}

export function endBack({ services, store }: { services: Services; store: Store }): void {
  delete store[MOVING_BACK];
  services.properties.deleteProperty(MOVING_BACK);
}
