/** The script's locks, over all executions: who holds them, and who waits. */
import type { UnderWay } from './types';

/** Wants to run again once the lock that it came to is free. */
interface Waiter {
  lock: string;
  resume: () => void;
}

/** Who holds what, when it becomes free, and who waits. */
export class Locks {
  readonly #holders = new Map<string, UnderWay>();
  /** When, in modelled time, a lock was let go last by the executions now under way. */
  readonly #freeAt = new Map<string, number>();
  readonly waiters: Waiter[] = [];

  holder(lock: string): UnderWay | undefined {
    return this.#holders.get(lock);
  }

  freeAt(lock: string): number {
    return this.#freeAt.get(lock) ?? 0;
  }

  take(lock: string, run: UnderWay): void {
    this.#holders.set(lock, run);
    run.held.add(lock);
  }

  /** Lets a lock go and runs those that have waited for it. */
  release(lock: string, run: UnderWay): void {
    if (this.#holders.get(lock) !== run) return;
    this.#holders.delete(lock);
    run.held.delete(lock);
    this.#freeAt.set(lock, run.now());
    while (!this.#holders.has(lock)) {
      const next = this.waiters.findIndex((waiter) => waiter.lock === lock);
      if (next < 0) return;
      this.waiters.splice(next, 1)[0]?.resume();
    }
  }

  /** Nothing runs any more: what was long ago holds nobody up. */
  forgetTimes(): void {
    this.#freeAt.clear();
  }
}
