/** Undoes an import: its rows are deleted, but for those that have become more than a line of a list meanwhile. */
import type { Client } from '../../program/model';
import { canonicalKey } from '../../program/phone';
import { databaseOf, isInDatabase, type Opener } from '../../script/books';
import { beginMove, endMove, isMoving } from '../../script/columns-move';
import { locked } from '../../script/lock';
import type { Services } from '../../script/services';
import { openClientsTab, sheetOf } from '../../script/tabs';
import { rowRuns } from '../../sheet/blocks';
import { deleteRows } from '../../sheet/grow';
import { deleteImported } from '../../sql/imports';
import type { Undone } from '../wire';
import { batchTag, LAST_IMPORT, lastImport } from './people';

/** Rows of one call, and pieces that they may lie in: each is a call of its own. */
const ROWS = 2000;
const PIECES = 50;

/** Whoever began to answer before they could know that rows move is done after so long. */
const UNDER_WAY_MS = 60_000;

/**
 * Deletes some rows of the last import, from the bottom up. The first call waits a minute for messages under way.
 *
 * @param above what stands from this row on has been looked at; 0 for the first call
 * @throws {Busy} when the lock is not to be had
 */
export function undoImport(services: Services, above: number): Undone {
  const last = lastImport(services);
  if (!last) return { deleted: 0, kept: 0, above: 0, done: true };
  const opener = { services, store: services.properties.getProperties() };
  const undone = isInDatabase(opener)
    ? deleteImported(databaseOf(opener), batchTag(last.batch), above)
    : deleteFromTab(batchTag(last.batch), above, opener);
  if (undone.done) services.properties.deleteProperty(LAST_IMPORT);
  // The tab Clients shows it within a minute.
  if (services.database) services.database.isNews = true;
  return undone;
}

/** Rows move by it, so that messages under way are waited for. */
function deleteFromTab(tag: string, above: number, opener: Opener): Undone {
  const { services, store } = opener;
  const moving = isMoving(store, services.now());
  beginMove(services);
  if (!above && !moving) services.sleep(UNDER_WAY_MS);
  const undone = locked(services, () => deleteSome(tag, above, opener));
  if (undone.done) endMove(services);
  return undone;
}

/** The owner has stopped an undoing on the way: rows stay where they are from now on. */
export function stopUndoing(services: Services): null {
  endMove(services);
  return null;
}

function deleteSome(tag: string, above: number, opener: Opener): Undone {
  const sheet = sheetOf('Clients', opener);
  const last = sheet.getLastRow();
  if (last < 2) return { deleted: 0, kept: 0, above: 0, done: true };
  const tab = openClientsTab(opener, ['Note']);
  const [notes = [], inviters = []] = tab.texts(['Note', 'Invited by'], 2, last);
  const isOfBatch = notes.map((note) => note.split(/[\s;]+/).includes(tag));
  const all = isOfBatch.flatMap((is, at) => (is && (!above || at + 2 < above) ? [at + 2] : []));
  const named = new Set(inviters.filter((_, at) => !isOfBatch[at]).map(canonicalKey));
  const rows = all.slice(-ROWS);
  const clients = tab.readMany(rows);
  const fresh = rows.filter((_, at) => isFresh(clients[at] as Client, named));
  const runs = rowRuns(fresh).slice(-PIECES);
  const from = fresh.length && runs.length === PIECES ? (runs[0]?.[0] ?? 0) : (rows[0] ?? 0);
  const gone = fresh.filter((row) => row >= from);
  for (const [top, bottom] of [...runs].reverse()) deleteRows(sheet, top, bottom - top + 1);
  const kept = rows.filter((row) => row >= from).length - gone.length;
  return { deleted: gone.length, kept, above: from, done: !all.some((row) => row < from) };
}

/** They have not written, are nobody's inviter but in this list, and nothing was counted about them. */
function isFresh({ phone, lastMessage, stopped, counts }: Client, named: Set<string>): boolean {
  return lastMessage === null && stopped === null && !counts && !named.has(phone);
}
