/** The script's one lock: whoever writes rows has it. */
import type { Services } from './services';

/** How long somebody waits for the others who has nothing else to do: below the minute in which a sender gives up. */
const LONGEST_WAIT_MS = 20_000;

/** The lock could not be had: what was to be done under it is not done. The pages know it by its code, `busy`. */
export class Busy extends Error {
  constructor() {
    super('Other messages are being handled', { cause: { code: 'busy' } });
  }
}

/**
 * Does something under the script's lock, and flushes the spreadsheet before the lock goes.
 *
 * @param work may give back false when it has written nothing that others have to see
 * @param patience how long to wait for others, in milliseconds
 * @throws {Busy} when the lock is not to be had
 */
export function locked<T>(services: Services, work: () => T, patience = LONGEST_WAIT_MS): T {
  // The same object is asked and given back: every call of LockService would make another one.
  const lock = services.lock;
  if (!tryLock(lock, patience)) throw new Busy();
  try {
    const result = work();
    if (result !== false) services.flush();
    return result;
  } finally {
    release(lock);
  }
}

/** The lock service itself may refuse when it is asked too often. */
function tryLock(lock: Services['lock'], patience: number): boolean {
  try {
    return lock.tryLock(patience);
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
