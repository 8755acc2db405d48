/** Which of the entries in the journal are to be taken up now, each update once. */
import type { Update } from '../program/model';
import { keysOfContact } from '../program/people';
import type { Store } from '../script/properties';
import { type Entry, entriesIn, type Kept } from './journal';
import { isPaused } from './pause';

/** What may be taken up besides one's own. */
export interface Reach {
  /** What was kept within so many milliseconds is left to those who are still at work. */
  minAge: number;
  /** How many updates that were cut off or put off are taken along. */
  leftOver: number;
}

/** Updates to be taken up, the oldest first, each in its entry. */
export interface Due {
  entry: Entry;
  kept: Kept;
}

/** Everything that the store holds, each update in its entry, the oldest first. */
export function journalIn(store: Store): Due[] {
  return entriesIn(store)
    .flatMap((entry) => entry.kept.map((kept) => ({ entry, kept })))
    .sort((a, b) => a.kept.since - b.kept.since);
}

/**
 * @param all everything that the store holds
 * @param own what this execution has just received: what its senders wrote before comes first
 */
export function dueIn(all: Due[], own: Update[], reach: Reach, store: Store, now: number): Due[] {
  const paused = isPaused(store, now) !== null;
  const senders = new Set(own.flatMap(sendersOf));
  const isDue = ({ kept }: Due) =>
    kept.begun
      ? isLeftOver(kept, paused, now) || isPutOffOf(senders, kept)
      : kept.notBefore <= now && kept.since <= now - reach.minAge;
  let leftOver = 0;
  return all.filter((one) => isDue(one) && (!one.kept.begun || leftOver++ < reach.leftOver));
}

/** Whether somebody has kept something that nobody has begun with. */
export function isSomethingOpen(store: Store, now: number): boolean {
  return dueIn(journalIn(store), [], { minAge: 0, leftOver: 0 }, store, now).length > 0;
}

/** What was cut off is taken up after its grace; while nothing can be sent, only what has rows to write. */
function isLeftOver({ wrote, notBefore }: Kept, paused: boolean, now: number): boolean {
  return notBefore <= now && !(paused && wrote);
}

function isPutOffOf(senders: Set<string>, { putOff, wrote, update }: Kept): boolean {
  return putOff === true && !wrote && sendersOf(update).some((key) => senders.has(key));
}

function sendersOf(update: Update): string[] {
  return 'from' in update ? keysOfContact(update.from) : [];
}

/**
 * Leaves out copies of the same update, which several deliveries may have kept: one that was begun wins, else the oldest.
 *
 * @param all everything that the store holds
 */
export function withoutCopies(due: Due[], all: Due[]): Due[] {
  const winners = new Map<string, Kept>();
  for (const { kept } of [...all, ...due]) {
    const winner = winners.get(kept.update.key);
    if (!winner || (kept.begun && !winner.begun)) winners.set(kept.update.key, kept);
  }
  return due.filter(({ kept }) => winners.get(kept.update.key) === kept);
}
