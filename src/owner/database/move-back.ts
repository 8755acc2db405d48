/**
 * Moves everybody back into the sheet, some rows with each call, in the middle of traffic: messages go on being handled in
 * the database. What is in the tab is known by its mark, so that it may be stopped anywhere. In the end, under the lock, all
 * of it is compared, and only what is equal is switched over.
 */
import { bringSome } from '../../script/back/bring';
import type { Desk } from '../../script/back/desk';
import { leaveSome } from '../../script/back/leave';
import { settle } from '../../script/back/settle';
import { noteBack, phaseOf } from '../../script/back/state';
import { tidyNow } from '../../script/back/tidy';
import { databaseOf, isInDatabase } from '../../script/books';
import { beginMove, endMove } from '../../script/columns-move';
import { locked } from '../../script/lock';
import { openScript, type Script } from '../../script/program';
import { DATABASE, DATABASE_NEXT } from '../../script/properties';
import type { Services } from '../../script/services';
import { ifMade, sheetOf } from '../../script/tabs';
import { areWindows, renewWindows } from '../../script/window/keep';
import { BackTab } from '../../sheet/back-tab';
import { WINDOWS } from '../../sheet/window-form';
import { type Table, type Tally, tallyOf } from '../../sql/moving';
import { countOf, ownHeadings } from '../../sql/moving-back';
import type { CameBack, SwitchedOver } from '../wire-database';
import { refuseFull } from './back-room';

/** Rows of one call. */
const ROWS = 10_000;

/** So many pieces may have to be mended while messages wait; with more of them, another round comes first. */
const LAST_PIECES = 40;

/**
 * Looks whether everybody fits, and has the windows rest from now on.
 *
 * @throws Error with the figures where the sheet has no room, {Busy} when the lock is not to be had
 */
export function beginBack(services: Services): null {
  const script = openScript(services);
  if (!isInDatabase(script)) throw new Error('Your clients are in the sheet already.');
  refuseFull(script);
  const isFresh = phaseOf(script.store) === null;
  if (isFresh && !areWindows(script.store)) {
    throw new Error(
      'The tabs are still being made windows of the database. Try it again in some minutes.',
    );
  }
  locked(services, () => {
    if (isFresh) renewWindows(script);
    for (const table of ['clients', 'rewards'] as const) {
      const headings = ownHeadings(table, databaseOf(script));
      if (headings.length) ifMade(() => tabOf(table, script).makeColumns(headings));
    }
    noteBack('coming', script);
  });
  return null;
}

/** Brings some of those who are not in the tab yet. @param after 0 at first, then what the call before gave as `next` */
export function bringBack(services: Services, table: Table, after: number): CameBack {
  const script = comingIn(services);
  return locked(services, () => {
    noteBack('coming', script);
    const all = countOf(table, databaseOf(script));
    if (!all) return { next: null, done: all, all };
    const { there, next } = bringSome(WINDOWS[table], after, ROWS, script);
    return { next, done: there, all };
  });
}

/** Has some rows of the tab say what the database says. @param from 2 at first, then what the call before gave as `next` */
export function settleBack(services: Services, table: Table, from: number): CameBack {
  const script = comingIn(services);
  return locked(services, () => {
    noteBack('coming', script);
    const tab = ifMade(() => tabOf(table, script));
    const last = tab?.lastRow() ?? 1;
    if (!tab || from > last) return { next: null, done: last - 1, all: last - 1 };
    const to = Math.min(from + ROWS - 1, last);
    const desk = { tab, script, taken: new Set<number>(), most: ROWS };
    const next = from + settle([from, to], desk).height;
    return { next: to < last ? next : null, done: next - 2, all: last - 1 };
  });
}

/**
 * Takes over what has changed meanwhile, compares everything, and has the base in the sheet from then on.
 *
 * @throws {Busy} when the lock is not to be had, and an Error when both sides are not the same
 */
export function switchBack(services: Services): SwitchedOver {
  beginMove(services);
  try {
    return locked(services, () => switchNow(services));
  } finally {
    endMove(services);
  }
}

/** The owner stays in the database: some of the rows leave the tab again. @returns whether there are more of them */
export function stayInDatabase(services: Services): boolean {
  const script = openScript(services);
  if (!isInDatabase(script) || phaseOf(script.store) === null) return false;
  return locked(services, () => leaveSome(script));
}

function switchNow(services: Services): SwitchedOver {
  const script = comingIn(services);
  const database = databaseOf(script);
  const seen: Tally = { people: 0, referrals: 0, rewards: 0 };
  let most = LAST_PIECES;
  for (const table of ['clients', 'rewards'] as const) {
    const tab = ifMade(() => tabOf(table, script));
    // A shop without rewards may have no tab for them.
    if (!tab && !countOf(table, database)) continue;
    if (bringSome(WINDOWS[table], 0, ROWS, script).next !== null)
      return { ...seen, switched: false };
    const desk: Desk = { tab: tabOf(table, script), script, taken: new Set(), most };
    const { mended, referrals } = settleAll(desk);
    most -= mended;
    if (most < 0) return { ...seen, switched: false };
    if (table === 'clients') Object.assign(seen, { people: desk.taken.size, referrals });
    else seen.rewards = desk.taken.size;
  }
  compare(seen, tallyOf(database));
  services.flush();
  noteBack('tidying', script);
  services.properties.setProperty(DATABASE_NEXT, script.store[DATABASE] ?? '');
  services.properties.deleteProperty(DATABASE);
  delete script.store[DATABASE];
  tidyNow(script);
  return { ...seen, switched: true };
}

function settleAll(desk: Desk): { mended: number; referrals: number } {
  const all = { mended: 0, referrals: 0 };
  for (let from = 2; from <= desk.tab.lastRow(); ) {
    const to = Math.min(from + ROWS - 1, desk.tab.lastRow());
    const { height, rows, mended } = settle([from, to], { ...desk, most: desk.most - all.mended });
    from += height;
    all.mended += mended;
    all.referrals += rows.filter(({ row }) => row.cells.invited_by).length;
    if (all.mended > desk.most) break;
  }
  return all;
}

/** @throws Error with the figures where the sheet and the tables are not the same */
function compare(seen: Tally, stored: Tally): void {
  const names = Object.keys(seen) as (keyof Tally)[];
  const other = names.filter((name) => seen[name] !== stored[name]);
  if (!other.length) return;
  const figures = other.map((name) => `${name}: ${seen[name]} in the sheet, ${stored[name]} there`);
  throw new Error(
    `The sheet and the database are not the same (${figures.join('; ')}). Nothing has been switched over: everything goes on in the database. Try it once more.`,
  );
}

/** @throws Error where the way back was not begun, or was ended */
function comingIn(services: Services): Script {
  const script = openScript(services);
  if (isInDatabase(script) && phaseOf(script.store) === 'coming') return script;
  throw new Error('The way back was ended. Begin it once more.');
}

function tabOf(table: Table, script: Script): BackTab {
  return new BackTab(sheetOf(WINDOWS[table].name, script), WINDOWS[table]);
}
