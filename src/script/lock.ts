/** The script's one lock: whoever writes rows has it. */
import type { Services } from './services';

/** How long an execution waits for the others: well below the minute in which a sender gives up. */
const LOCK_WAIT_MS = 20_000;

/** The lock could not be had: what was to be done under it is not done. */
export class Busy extends Error {}

/**
 * Does something under the script's lock, and flushes the spreadsheet before the lock goes.
 *
 * @throws {Busy} when the lock is not to be had
 */
export function locked<T>(services: Services, work: () => T): T {
  // The same object is asked and given back: every call of LockService would make another one.
  const lock = services.lock;
  if (!tryLock(lock)) throw new Busy('Other messages are being handled');
  try {
    const result = work();
    services.flush();
    return result;
  } finally {
    release(lock);
  }
}

/** The lock service itself may refuse when it is asked too often. */
function tryLock(lock: Services['lock']): boolean {
  try {
    return lock.tryLock(LOCK_WAIT_MS);
  } catch {
    return false;
  }
}

/** A lock ends with its execution in any case. */
function release(lock: Services['lock']): void {
  try {
    lock.releaseLock();
  } catch {
    return;
  }
}
