/**
 * Finds rows that the owner has typed into *Clients*, and has them completed. An edit leaves word of its rows; besides, one
 * search every ten minutes finds rows that came without one, out of a form or an app.
 */
import { masked } from '../program/masked';
import type { Client } from '../program/model';
import { TypedRows } from '../sheet/typed-rows';
import { isMoving } from './columns-move';
import { completeTyped, isFresh, type Rows } from './complete-typed';
import { Busy, locked } from './lock';
import type { Script } from './program';
import { CLIENTS_EDITED, CLIENTS_SEEN, parsed } from './properties';
import type { Services } from './services';
import { sheetOf } from './tabs';

/** Rows of one go. */
const ROWS = 300;

/** So many edits are noted; what else was typed is found by the search. */
const MOST_EDITS = 50;

const LOOK_MS = 10 * 60 * 1000;
const PATIENCE_MS = 1000;
const CACHED_SECONDS = 21_600;

interface Seen {
  /** When the search has begun, in milliseconds. */
  all: number;
  /** The row to go on from; 0 when it is done. */
  row: number;
}

/** Leaves word of an edit. Where a simple trigger may not use Script Properties, the cache has it. */
export function noteTyped([top, bottom]: Rows, services: Services): void {
  const added = (before: string | null) => {
    const edits = parsed<Rows[]>(before ?? undefined) ?? [];
    return JSON.stringify([...edits, [Math.max(top, 2), bottom]].slice(-MOST_EDITS));
  };
  if (bottom < 2) return;
  try {
    const { properties } = services;
    properties.setProperty(CLIENTS_EDITED, added(properties.getProperty(CLIENTS_EDITED)));
  } catch {
    const { cache } = services;
    cache.put(CLIENTS_EDITED, added(cache.get(CLIENTS_EDITED)), CACHED_SECONDS);
  }
}

/**
 * The trigger's part. A minute in which nothing was typed costs nothing.
 *
 * @param cached what the cache has of edits, where these could not be noted in Script Properties
 * @param idle whether the trigger has had nothing else to do: then it looks for what no edit has told of
 */
export function takeTyped(
  script: Script,
  cached: string | undefined,
  end: number,
  idle: boolean,
): void {
  const { services, store } = script;
  if (isMoving(store, services.now())) return;
  try {
    takeEdits(script, cached, end);
    if (idle) lookForMore(script, end);
  } catch (error) {
    // Whoever has the lock is busy with messages: a minute later is soon enough.
    if (!(error instanceof Busy)) console.error(masked(String(error)));
  }
}

function takeEdits(script: Script, cached: string | undefined, end: number): void {
  const { services, store } = script;
  const { properties } = services;
  const noted = store[CLIENTS_EDITED];
  const edits = [noted, cached].flatMap((text) => parsed<Rows[]>(text || undefined) ?? []);
  for (const [top, bottom] of edits) {
    for (let row = top; row <= bottom; row += ROWS) {
      if (services.now() > end) return;
      if (!complete([row, Math.min(row + ROWS - 1, bottom)], () => true, script)) break;
    }
  }
  if (!edits.length) return;
  if (cached) services.cache.remove(CLIENTS_EDITED);
  if (noted && properties.getProperty(CLIENTS_EDITED) === noted)
    properties.setProperty(CLIENTS_EDITED, '');
}

function lookForMore(script: Script, end: number): void {
  const { services, store } = script;
  const now = services.now();
  let { all, row } = parsed<Seen>(store[CLIENTS_SEEN]) ?? { all: 0, row: 0 };
  if (!row && now - all < LOOK_MS) return;
  if (!row) [all, row] = [now, 2];
  const typed = new TypedRows(sheetOf('Clients', script));
  const last = typed.last();
  while (row && services.now() <= end) {
    const found = typed.firstNotJoined(row, last);
    if (found) complete([found, Math.min(found + ROWS - 1, last)], isFresh, script);
    row = found && found + ROWS <= last ? found + ROWS : 0;
  }
  const seen: Seen = { all, row };
  services.properties.setProperty(CLIENTS_SEEN, JSON.stringify(seen));
}

/** Completes rows, under the lock. @param isMeant which of them were typed @returns false where no such rows are */
function complete(rows: Rows, isMeant: (client: Client) => boolean, script: Script): boolean {
  return locked(script.services, () => completeTyped(rows, isMeant, script), PATIENCE_MS);
}
