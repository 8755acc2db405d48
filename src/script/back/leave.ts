/**
 * The owner stays in the database: rows that had come into the tab, and are none of a window's, leave it again. What was typed
 * in them goes to the database first.
 */
import { BackTab } from '../../sheet/back-tab';
import { WINDOWS, type WindowForm } from '../../sheet/window-form';
import { firstShown } from '../../sql/moving-back';
import { forgetState } from '../../sql/window';
import { databaseOf } from '../books';
import { leaveMark } from '../edit-marks';
import { locked } from '../lock';
import type { Script } from '../program';
import { WINDOW_EDITED } from '../properties';
import { ifMade, sheetOf } from '../tabs';
import { pinnedIn } from '../window/pins';
import { settle } from './settle';
import { endBack, hasLapsed, noteBack, phaseOf, placeOf } from './state';

/** So many rows are looked at in one go. */
const ROWS = 2000;

const FIRST = 2;

/** So long the trigger waits for the lock. */
const PATIENCE_MS = 1000;

/**
 * Has some rows leave, and notes where to go on. The caller has the lock, and flushes.
 *
 * @returns false when the windows are as they were
 */
export function leaveSome(script: Script): boolean {
  const { table, row } = placeOf(script.store);
  const form = WINDOWS[table];
  const next = ifMade(() => leaveFrom(form, row, script)) ?? 0;
  if (next || table === 'clients') {
    script.services.flush();
    noteBack('leaving', script, next ? { table, row: next } : { table: 'rewards', row: FIRST });
    return true;
  }
  const database = databaseOf(script);
  // What was noted of the windows is true no longer: nobody is to be taken for deleted by the owner.
  forgetState('clients', database);
  forgetState('rewards', database);
  leaveMark(WINDOW_EDITED, script.services);
  endBack(script);
  return false;
}

/** @returns the row to go on from; 0 when all are done */
function leaveFrom(form: WindowForm, from: number, script: Script): number {
  const tab = new BackTab(sheetOf(form.name, script), form);
  const to = Math.min(tab.lastRow(), from + ROWS - 1);
  if (to < from) return 0;
  const desk = { tab, script, taken: new Set<number>(), isLeaving: true, most: ROWS };
  const { height, rows } = settle([from, to], desk);
  const first = firstShown(form.table, databaseOf(script));
  const pinned = new Set(pinnedIn(form, script.store));
  const leaving = rows
    .filter(({ mark: { id } }) => id < first && !pinned.has(id))
    .map(({ row: { row } }) => row);
  tab.delete(leaving);
  return from + height - leaving.length;
}

/** The trigger's part: what the owner has left lying for long, or has not ended, is ended piece by piece. */
export function keepBack(script: Script, end: number): void {
  const { services, store } = script;
  if (phaseOf(store) !== 'leaving' && !hasLapsed(store, services.now())) return;
  for (let more = true; more && services.now() < end; ) {
    more = locked(services, () => leaveSome(script), PATIENCE_MS);
  }
}
