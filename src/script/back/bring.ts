/**
 * Brings people, or rewards, into the tab who are not in it yet: each below whoever came before them. What is in the tab
 * already is known by its mark, so that it may be stopped anywhere and begun anew.
 */
import { BackTab } from '../../sheet/back-tab';
import { tableOf, type WindowForm } from '../../sheet/window-form';
import { idsAfter } from '../../sql/moving-back';
import { windowRows } from '../../sql/window';
import { databaseOf } from '../books';
import type { Script } from '../program';
import { sheetOf } from '../tabs';
import { settle } from './settle';
import { markUnmarked } from './unmarked';

/** So many rows come at once. */
const ROWS = 2000;

/** So many ids are looked at together. */
const IDS = 20_000;

/** The first row below the header. */
const FIRST = 2;

/** What came of a call. */
interface Brought {
  /** So many rows of the database are in the tab by now. */
  there: number;
  /** The id after which to go on; null when nothing is left. */
  next: number | null;
}

/** Ids that belong together, and after whom they come; 0 for those who come before everybody. */
interface Run {
  after: number;
  ids: number[];
}

/**
 * Brings some more. The caller has the lock, and flushes.
 *
 * @param after the id after which to look
 * @param most more rows than these are left for another call
 */
export function bringSome(form: WindowForm, after: number, most: number, script: Script): Brought {
  const tab = new BackTab(sheetOf(form.name, script), form);
  const places = tab.idsAt();
  markUnmarked(tab, places, script);
  const { missing, next } = missingFrom(form, after, most, places, script);
  const present = [...places.keys()].sort((a, b) => a - b);
  // From the last one up: those below need not be found again.
  for (const run of runsOf(missing, present).reverse()) put(run, places, tab, script);
  return { there: places.size, next };
}

/** Ids that no row has. */
function missingFrom(
  form: WindowForm,
  after: number,
  most: number,
  places: Map<number, number>,
  script: Script,
): { missing: number[]; next: number | null } {
  const missing: number[] = [];
  for (let last = after; ; ) {
    const ids = idsAfter(form.table, last, IDS, databaseOf(script));
    for (const id of ids) {
      if (missing.length === most) return { missing, next: last };
      if (!places.has(id)) missing.push(id);
      last = id;
    }
    if (ids.length < IDS) return { missing, next: null };
  }
}

/** Runs of at most {@link ROWS}, in the order of their ids. */
function runsOf(missing: number[], present: number[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const id of missing) {
    while ((present[at] ?? id) < id) at++;
    const after = present[at - 1] ?? 0;
    const last = runs[runs.length - 1];
    if (last && last.after === after && last.ids.length < ROWS) last.ids.push(id);
    else runs.push({ after, ids: [id] });
  }
  return runs;
}

function put({ after, ids }: Run, places: Map<number, number>, tab: BackTab, script: Script): void {
  const at = places.get(after);
  if (at) insert(at, ids, places, tab, script);
  else putFirst(ids, places, tab, script);
}

function insert(
  at: number,
  ids: number[],
  places: Map<number, number>,
  tab: BackTab,
  script: Script,
): void {
  if (!ids.length) return;
  const rows = windowRows(tableOf(tab.form), ids, databaseOf(script));
  tab.insert(at, rows);
  for (const [id, row] of places) if (row > at) places.set(id, row + rows.length);
  rows.forEach(({ id }, index) => {
    places.set(id, at + 1 + index);
  });
}

/**
 * Into the first row comes whoever is the first, and whoever stood there comes anew below: rows that are put before the
 * first one would be none of those that the owner’s formulas count from there on.
 */
function putFirst(ids: number[], places: Map<number, number>, tab: BackTab, script: Script): void {
  const known = [...places].find(([, row]) => row === FIRST)?.[0];
  const [there] = tab.read(FIRST, FIRST);
  const isTyped = !known && there && !there.isEmpty;
  if (isTyped) {
    insert(FIRST, ids, places, tab, script);
    return;
  }
  if (known) settle([FIRST, FIRST], { tab, script, taken: new Set(), most: 1 });
  const [first] = windowRows(tableOf(tab.form), ids.slice(0, 1), databaseOf(script));
  if (!first) return;
  tab.overwrite(FIRST, first);
  places.set(first.id, FIRST);
  if (known) places.delete(known);
  insert(FIRST, [...ids.slice(1), ...(known ? [known] : [])], places, tab, script);
}
