/**
 * While the owner has the columns moved, nobody writes rows without the lock: whoever has read the header before would
 * write into the wrong column.
 */
import type { Store } from './properties';
import type { Services } from './services';

/** In Script Properties: until when the columns are being moved, in milliseconds. */
const COLUMNS_MOVE = 'columnsMove';

/** Longer than Google lets an execution live: one that is cut off leaves no more behind than slower answers. */
const LONGEST_MS = 10 * 60 * 1000;

/** Tells everybody who begins from now on. */
export function beginMove({ properties, now }: Services): void {
  properties.setProperty(COLUMNS_MOVE, String(now() + LONGEST_MS));
}

export function endMove({ properties }: Services): void {
  properties.deleteProperty(COLUMNS_MOVE);
}

/** Whether columns are being moved. */
export function isMoving(store: Store, now: number): boolean {
  return now < Number(store[COLUMNS_MOVE] ?? 0);
}
