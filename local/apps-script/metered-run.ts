/** Meters the service calls of one execution: counts them, adds up their time, and lets the faults strike. */
import { randomInt } from 'node:crypto';
import type { Place } from './a1';
import { chanceFrom } from './chance';
import { EXECUTION_LIMIT_MS, FLAT_MS, SIMPLE_TRIGGER_LIMIT_MS } from './costs';
import type { Daily } from './limits';
import { fromRealm } from './realm';
import { Refusals } from './refusals';
import type { Outcome, Repeatable, StrikingFaults } from './repeatable';
import { isFreeForSimple } from './scopes';
import type { Question } from './screen';
import type { Execution, Kind } from './types';
import type { World } from './world';

interface CallOptions<T> {
  /** What the call does before anything else can come between. */
  begin?: () => void;
  /** Its price when the flat one of its kind will not do. */
  ms?: (value: T) => number;
}

/** An execution at work, without what it does to the spreadsheet. */
export class MeteredRun extends Refusals {
  /** Services that other services hand out. */
  services!: {
    spreadsheet: () => object;
    sheet: (id: number) => object;
    range: (place: Place) => object;
    ui: () => object;
  };
  /** What the owner has approved. */
  scopes: ReadonlySet<string> = new Set();
  /** The script's top-level functions that a page may call. */
  functionNames: string[] = [];
  /** Somebody has the document before them, so that there is a screen. */
  hasScreen = true;
  /** The entries of enums that this execution has seen, by enum and name. */
  readonly enumEntries = new Map<string, object>();
  /** Locks that this execution holds. */
  readonly held = new Set<string>();
  /** At what this execution was given up: a lock, or a question to the owner. */
  waitsFor?: { lock: string } | { question: Question };
  /** Started by a fetch of another execution, which stands still until this one answers. */
  viaFetch = false;
  /** Thrown by the outside world or by an interruption: a fault of the test, not of the script. */
  hostFailure?: { error: unknown };
  readonly outcomes: Outcome[] = [];
  readonly seed: number;
  /** Stands behind Math.random and Utilities.getUuid. */
  readonly random: () => number;
  #over = false;
  #withinOne = false;
  #stoodMs = 0;

  constructor(
    readonly world: World,
    record: Execution,
    /** Those that strike in it; one that has struck is taken out. */
    readonly faults: StrikingFaults,
    /** It may have to wait, and to be repeated then. */
    private readonly mayWait: boolean,
    private readonly past?: Repeatable,
  ) {
    super(record);
    this.seed = past?.seed ?? randomInt(2 ** 31);
    this.random = chanceFrom(this.seed);
  }

  /** The time inside the execution: its start, what its calls have taken so far, and how long it stood still. */
  now(): number {
    return this.record.at + Math.round(this.record.modelledMs) + this.#stoodMs;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /**
   * Makes one metered call. `effect` gives plain values only (no handles), so that they can be kept for a repetition.
   *
   * @throws the service's error, the fault that strikes here, or the execution's death
   */
  call<T>(kind: Kind, what: string, effect: () => T, options: CallOptions<T> = {}): T {
    this.refuseIfOver();
    if (this.#withinOne) {
      options.begin?.();
      return effect();
    }
    const { record, faults } = this;
    const n = record.trace.push({
      n: record.trace.length + 1,
      kind,
      what,
      at: record.modelledMs,
    });
    record.calls[kind] = (record.calls[kind] ?? 0) + 1;
    const past = this.past?.outcomes[n - 1];
    if (past) return this.repeat(past, kind, what) as T;
    const dies = this.diesNow(n, kind);
    if (dies === 'before') this.die();
    const before = record.modelledMs;
    try {
      if (faults.throwAt?.call === n) throw this.exception(faults.throwAt.message);
      options.begin?.();
      if (faults.interruptAt?.call === n) {
        const { run } = faults.interruptAt;
        delete faults.interruptAt;
        this.byHost(run);
      }
      const value = effect();
      this.spend(options.ms ? options.ms(value) : FLAT_MS[kind]);
      this.remember({ kind, value, ms: record.modelledMs - before });
      if (dies === 'flushed') this.flushWrites();
      if (dies) this.die();
      return value;
    } catch (error) {
      const message = String((error as Error).message ?? error);
      if (!this.#over) this.remember({ kind, error: message, ms: record.modelledMs - before });
      throw error;
    }
  }

  /** How death strikes at this call, if it does. */
  private diesNow(n: number, kind: Kind) {
    const { dieAt } = this.faults;
    const count = dieAt?.of ? this.record.calls[kind] : n;
    const isMeant = dieAt?.call === count && (dieAt?.of ?? kind) === kind;
    return isMeant ? dieAt?.when : undefined;
  }

  /** What waits to be written reaches the sheet. */
  flushWrites(): void {}

  /** Several calls of ours that are one of the script's: metered once. */
  asOne(kind: Kind, what: string, calls: () => void): void {
    this.call(kind, what, () => {
      this.#withinOne = true;
      try {
        calls();
      } finally {
        this.#withinOne = false;
      }
    });
  }

  /** Adds modelled time. @throws the execution's death when Google's limit is passed */
  spend(ms: number): void {
    this.record.modelledMs += ms;
    const limit = this.record.as === 'simple' ? SIMPLE_TRIGGER_LIMIT_MS : EXECUTION_LIMIT_MS;
    if (this.record.modelledMs > limit) this.die('Exceeded maximum execution time');
  }

  /** Counts against a daily limit, within a metered call. @throws Google's refusal when it is used up */
  use(of: Daily, amount: number): void {
    this.mayUse(of, amount);
    this.world.usage.add(of, amount);
  }

  /** Looks whether so much of a daily limit is left, and takes nothing. @throws Google's refusal when it is not */
  mayUse(of: Daily, amount = 1): void {
    const refusal = this.world.usage.refusal(of, amount);
    if (refusal) throw this.exception(refusal);
  }

  /** Kills the execution. */
  die(message = `The execution died at call ${this.record.trace.length}`): never {
    this.#over = true;
    this.record.died = true;
    this.record.error = message;
    throw this.exception(message);
  }

  /** Gives the execution up at a lock that it has to wait for; it will be run again. */
  abandon(lock: string): never {
    return this.#waitFor({ lock });
  }

  /** Gives the execution up at a question to the owner; it will be run again with the answer. */
  standAt(question: Question): never {
    return this.#waitFor({ question });
  }

  #waitFor(what: NonNullable<MeteredRun['waitsFor']>): never {
    this.#over = true;
    this.waitsFor = what;
    throw this.exception('This execution waits and will be run again.');
  }

  /** @throws when the execution is dead or given up: whatever the script caught, nothing works any more */
  refuseIfOver(): void {
    if (this.#over) throw this.exception(this.record.error ?? 'This execution is over.');
  }

  /** @throws Google's refusal when the script may not call the method, which needs one of the scopes */
  authorize(method: string, needed: string[], args: unknown[]): void {
    if (this.record.as === 'simple') {
      if (!isFreeForSimple(needed)) throw this.notPermitted(method, needed);
    } else if (!needed.some((scope) => this.scopes.has(scope)) && !this.mayOpenOwn(method, args)) {
      throw this.notPermitted(method, needed, this.world.quirks.missingScopeWords);
    }
  }

  /** Calls something of ours in the middle of the script. What it throws ends the whole run: the script must not swallow it. */
  byHost<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.hostFailure ??= { error };
      this.#over = true;
      throw error;
    }
  }

  /** A value of the script as ours. */
  toHost(value: unknown): unknown {
    return fromRealm(this.realm, value);
  }

  private mayOpenOwn(method: string, [which]: unknown[]): boolean {
    const { quirks, book } = this.world;
    if (this.record.as !== 'page' || !quirks.pageMayOpenOwn) return false;
    return /^SpreadsheetApp\.openBy/.test(method) && String(which).includes(book.id);
  }

  private repeat(past: Outcome, kind: Kind, what: string): unknown {
    if (past.kind !== kind) {
      return this.byHost(() => {
        throw new Error(
          `${this.record.function} cannot be repeated after its wait: a call that was ${past.kind} is now ${kind} (${what}). Something else than time, chance and services decides its way.`,
        );
      });
    }
    this.spend(past.ms);
    this.#stoodMs += past.stoodMs ?? 0;
    this.remember(past);
    if (past.error !== undefined) throw this.exception(past.error);
    return past.value;
  }

  private remember(outcome: Outcome): void {
    if (this.mayWait) this.outcomes.push(outcome);
  }
}
