/** LockService: locks that exclude. An execution inside another, which cannot wait for it, is given up and run again when the lock is free. */
import { guard } from './guard';
import type { Run } from './run';

type LockScope = 'script' | 'user' | 'document';

class LockService {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  getScriptLock() {
    return guard(this.#run, 'Lock', new Lock(this.#run, 'script'));
  }
  getUserLock() {
    return guard(this.#run, 'Lock', new Lock(this.#run, 'user'));
  }
  /** Documented to be null in a web app. */
  getDocumentLock() {
    if (this.#run.isAnonymous) return null;
    return guard(this.#run, 'Lock', new Lock(this.#run, 'document'));
  }
}

const TOO_MANY = 'There are too many LockService operations against the same script.';
const TIMED_OUT = 'Lock timeout: another process was holding the lock for too long.';

class Lock {
  readonly #run: Run;
  readonly #scope: LockScope;
  constructor(run: Run, scope: LockScope) {
    this.#run = run;
    this.#scope = scope;
  }
  tryLock(timeoutInMillis: number): boolean {
    const what = `tryLock ${timeoutInMillis} (${this.#scope})`;
    return this.#run.call('lock', what, () => this.#take(Number(timeoutInMillis)));
  }
  waitLock(timeoutInMillis: number): void {
    const what = `waitLock ${timeoutInMillis} (${this.#scope})`;
    this.#run.call('lock', what, () => {
      if (!this.#take(Number(timeoutInMillis))) throw this.#run.exception(TIMED_OUT);
    });
  }
  hasLock(): boolean {
    return this.#run.call('lock', `hasLock (${this.#scope})`, () =>
      this.#run.held.has(this.#scope),
    );
  }
  releaseLock(): void {
    const { world } = this.#run;
    this.#run.call('lock', `releaseLock (${this.#scope})`, () => {
      if (world.faults.lockRefused === 'throws') throw this.#run.exception(TOO_MANY);
      world.locks.release(this.#scope, this.#run);
    });
  }
  #take(patience: number): boolean {
    const run = this.#run;
    const { locks, faults } = run.world;
    if (faults.lockRefused === 'throws') throw run.exception(TOO_MANY);
    if (run.held.has(this.#scope)) return true;
    if (faults.lockRefused) return this.#giveUp(patience);
    const holder = locks.holder(this.#scope);
    if (holder) {
      // Whoever stands still until this execution answers will never let go in time.
      return patience <= 0 || run.world.blocks(holder, run)
        ? this.#giveUp(patience)
        : run.abandon(this.#scope);
    }
    const wait = Math.max(0, locks.freeAt(this.#scope) - run.now());
    if (wait > patience) return this.#giveUp(patience);
    run.spend(wait);
    locks.take(this.#scope, run);
    return true;
  }
  #giveUp(patience: number): false {
    this.#run.spend(Math.max(0, patience));
    return false;
  }
}

/** The global `LockService` of one execution. */
export function lockService(run: Run): object {
  return guard(run, 'LockService', new LockService(run));
}
