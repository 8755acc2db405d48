/**
 * Moves everybody out of the sheet into the database, some rows with each call, in the middle of traffic: messages go on
 * being handled in the sheet. What has arrived is compared with what stands there, so that whoever begins anew, or comes
 * after rows were sorted or changed, has only the difference to move. In the end, under the lock, all of it is compared,
 * and only what is equal is switched over.
 */
import { masked } from '../../program/masked';
import { isInDatabase } from '../../script/books';
import { beginMove, endMove } from '../../script/columns-move';
import { locked } from '../../script/lock';
import { DATABASE, DATABASE_NEXT, WINDOW_SEEN } from '../../script/properties';
import type { Services } from '../../script/services';
import { ifMade, sheetOf } from '../../script/tabs';
import { WINDOWS, type WindowForm } from '../../sheet/window-form';
import { WindowTab } from '../../sheet/window-tab';
import type { Database } from '../../sql/database';
import {
  beginFilling,
  digestsIn,
  endAfter,
  isFilling,
  type MovedRow,
  PIECE_ROWS,
  type Table,
  type Tally,
  takeOver,
  tallyOf,
} from '../../sql/moving';
import type { MovedSome, SwitchedOver } from '../wire-database';
import { inConnected, refuseOthers } from './connect';
import { lookAt } from './look';
import { lastPiece, moveMissing, type Pieces, readerOf } from './pieces';

/** Pieces of one call. */
const PIECES = 5;

/** Pieces whose comparison is asked for at once. */
const PIECES_COMPARED = 50;

/** So many may have to be moved once more while messages wait; with more of them, another round comes first. */
const LAST_PIECES = 40;

/** Whoever began to handle a message before they could know of the switch is done after so long. */
const UNDER_WAY_MS = 60_000;

/** Moves what is not there yet of some pieces. @param from 0 at first, then what the call before gave as `next` */
export function moveSome(services: Services, table: Table, from: number): MovedSome {
  return inConnected(services, (database) => {
    refuseUnready(database, services);
    fillAlong(database, services);
    const reader = readerOf(table, services);
    const pieces = lastPiece(reader) + 1;
    const moved = moveMissing(reader, [from, from + PIECES - 1], database, PIECES);
    const next = from + PIECES;
    return { moved, next: next < pieces ? next : null, rows: Math.max(reader.last - 1, 0) };
  });
}

/** What arrives comes into the tables, too, as long as nobody uses them. @throws {Busy} when the lock is not to be had */
function fillAlong(database: Database, services: Services): void {
  if (isFilling(database)) return;
  locked(services, () => {
    const store = services.properties.getProperties();
    if (!isInDatabase({ store }) && !isFilling(database)) beginFilling(database);
  });
}

/** Tells everybody of the switch to come; whoever has begun before is done after this call. */
export function awaitOthers(services: Services): null {
  beginMove(services);
  services.sleep(UNDER_WAY_MS);
  return null;
}

/**
 * Moves what has changed meanwhile, compares everything, and has the base in the database from then on.
 *
 * @throws {Busy} when the lock is not to be had, and an Error when both sides are not the same
 */
export function switchOver(services: Services): SwitchedOver {
  beginMove(services);
  try {
    return inConnected(services, (database) => {
      refuseUnready(database, services);
      return locked(services, () => switchNow(database, services));
    });
  } finally {
    endMove(services);
  }
}

function switchNow(database: Database, services: Services): SwitchedOver {
  const { properties } = services;
  const store = properties.getProperties();
  if (isInDatabase({ store })) return { ...tallyOf(database), switched: true };
  const seen: Tally = { people: 0, referrals: 0, rewards: 0 };
  const said = { clients: new Map<number, string>(), rewards: new Map<number, string>() };
  const lasts = { clients: 0, rewards: 0 };
  let left = LAST_PIECES;
  for (const table of ['clients', 'rewards'] as const) {
    const reader = readerOf(table, services);
    const last = lastPiece(reader);
    for (let from = 0; from <= last; from += PIECES) {
      const pieces: Pieces = [from, from + PIECES - 1];
      left -= moveMissing(reader, pieces, database, left, (piece, rows, digest) => {
        said[table].set(piece, digest);
        count(seen, table, rows);
      });
      if (left < 0) return { ...seen, switched: false };
    }
    lasts[table] = last;
  }
  endAfter(database, lasts);
  takeOver(database);
  compare(seen, said, database);
  for (const form of Object.values(WINDOWS)) announceWindow(form, services);
  services.flush();
  // What was noted of the windows before everybody moved back is true no longer.
  properties.deleteProperty(WINDOW_SEEN);
  properties.setProperty(DATABASE, store[DATABASE_NEXT] ?? '');
  properties.deleteProperty(DATABASE_NEXT);
  return { ...seen, switched: true };
}

/** Whoever has begun before, however long ago, sees by the column of the marks that the tab counts no more. */
function announceWindow(form: WindowForm, services: Services): void {
  const opener = { services, store: services.properties.getProperties() };
  try {
    ifMade(() => new WindowTab(sheetOf(form.name, opener), form));
  } catch (error) {
    // There is no room for a column in a sheet that is full.
    console.error(masked(String(error)));
  }
}

function count(seen: Tally, table: Table, rows: MovedRow[]): void {
  if (table === 'rewards') {
    seen.rewards += rows.length;
    return;
  }
  seen.people += rows.length;
  seen.referrals += rows.filter(({ cells }) => cells.invited_by).length;
}

/** @throws Error with the figures where the sheet and the tables are not the same */
function compare(seen: Tally, said: Record<Table, Map<number, string>>, database: Database): void {
  const stored = tallyOf(database);
  const names = Object.keys(seen) as (keyof Tally)[];
  const other = names.filter((name) => seen[name] !== stored[name]);
  const figures = other.map((name) => `${name}: ${seen[name]} in the sheet, ${stored[name]} there`);
  for (const table of ['clients', 'rewards'] as const) {
    const last = Math.max(...said[table].keys(), 0);
    for (let from = 0; from <= last; from += PIECES_COMPARED) {
      const there = digestsIn(database, table, false, [from, from + PIECES_COMPARED - 1]);
      for (let piece = from; piece < from + PIECES_COMPARED; piece++) {
        if (said[table].get(piece) === there.get(piece)) continue;
        figures.push(`${table}: rows from ${piece * PIECE_ROWS + 2} on differ`);
      }
    }
  }
  if (!figures.length) return;
  throw new Error(
    `The sheet and the database are not the same (${figures.slice(0, 5).join('; ')}). Nothing has been switched over: everything goes on in the sheet. Try it once more.`,
  );
}

function refuseUnready(database: Database, services: Services): void {
  const found = lookAt(database, services.spreadsheet.getId());
  refuseOthers(found);
  if (found.schema === found.newest && found.whose === 'ours') return;
  throw new Error('The tables are not there, or not in the form of this version: make them first.');
}
