/** One execution at work: counts its service calls, adds up their time, and lets the faults strike. */
import { randomInt } from 'node:crypto';
import {
  EXECUTION_LIMIT_MS,
  FLAT_MS,
  flushMs,
  SIMPLE_TRIGGER_LIMIT_MS,
  sheetCallMs,
} from './costs';
import { fromRealm, type Realm } from './realm';
import type { Execution, Faults, Kind } from './types';
import type { World } from './world';

/** What a metered call came to; kept so that an execution that has to wait for a lock can be run again up to there. */
export interface Outcome {
  kind: Kind;
  value?: unknown;
  error?: string;
  ms: number;
}

/** What an abandoned execution hands to its second life. */
export interface Replay {
  outcomes: Outcome[];
  writes: Write[];
  seed: number;
}

/** A spreadsheet write that waits to be flushed. */
export interface Write {
  cells: number;
  apply: () => void;
}

type StrikingFaults = Pick<Faults, 'dieAt' | 'throwAt' | 'interruptAt'>;

interface CallOptions<T> {
  /** What the call does before anything else can come between. */
  begin?: () => void;
  /** Its price when the flat one of its kind will not do. */
  ms?: (value: T) => number;
}

/** An execution at work. The services meter every call that leaves the engine through `call`. */
export class Run {
  realm!: Realm;
  /** Services that other services hand out. */
  services!: { spreadsheet: () => object; ui: () => object };
  /** Locks that this execution holds. */
  readonly held = new Set<string>();
  /** The lock at which this execution was given up. */
  waitsFor?: string;
  /** Started by a fetch of another execution, which stands still until this one answers. */
  viaFetch = false;
  /** Thrown by the outside world or by an interruption: a fault of the test, not of the script. */
  hostFailure?: { error: unknown };
  readonly outcomes: Outcome[] = [];
  #writes: Write[];
  #over?: 'died' | 'abandoned';
  #touchedSheet = false;
  #sheetError: string | undefined;
  readonly seed: number;
  #randomState: number;

  constructor(
    readonly world: World,
    readonly record: Execution,
    private readonly faults: StrikingFaults,
    private readonly nested: boolean,
    private readonly replay?: Replay,
  ) {
    this.#writes = replay?.writes ?? [];
    this.seed = replay?.seed ?? randomInt(2 ** 31);
    this.#randomState = this.seed;
  }

  /** The time inside the execution: its start and what its calls have taken so far. */
  now(): number {
    return this.record.at + Math.round(this.record.modelledMs);
  }

  /** Random numbers (mulberry32) that come again in the same order when the execution is repeated. */
  random(): number {
    this.#randomState = (this.#randomState + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#randomState ^ (this.#randomState >>> 15), 1 | this.#randomState);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /**
   * Makes one metered call. `effect` gives plain values only (no handles), so that they can be kept for a replay.
   *
   * @throws the service's error, the fault that strikes here, or the execution's death
   */
  call<T>(kind: Kind, what: string, effect: () => T, options: CallOptions<T> = {}): T {
    this.refuseIfOver();
    const { record } = this;
    const n = record.trace.push({ n: record.trace.length + 1, kind, what });
    record.calls[kind] = (record.calls[kind] ?? 0) + 1;
    const past = this.replay?.outcomes[n - 1];
    if (past) return this.repeat(past, kind, what) as T;
    if (this.faults.dieAt?.call === n && this.faults.dieAt.when === 'before') this.die();
    const before = record.modelledMs;
    try {
      if (this.faults.throwAt?.call === n) throw this.exception(this.faults.throwAt.message);
      if (kind.startsWith('spreadsheet')) this.surfaceSheetError();
      options.begin?.();
      if (this.faults.interruptAt?.call === n) this.byHost(this.faults.interruptAt.run);
      const value = effect();
      this.spend(options.ms ? options.ms(value) : FLAT_MS[kind]);
      this.remember({ kind, value, ms: record.modelledMs - before });
      if (this.faults.dieAt?.call === n) this.die();
      return value;
    } catch (error) {
      if (!this.#over) {
        const message = String((error as Error).message ?? error);
        this.remember({ kind, error: message, ms: record.modelledMs - before });
      }
      throw error;
    }
  }

  /** A spreadsheet read or search: what this execution has written before is applied first. */
  readSheet<T>(
    kind: Kind,
    what: string,
    effect: () => T,
    cells: number | ((value: T) => number),
  ): T {
    const sees = kind !== 'spreadsheet.search' || this.world.quirks.textFinderSeesUnflushed;
    return this.call(
      kind,
      what,
      () => {
        if (sees) this.flushWrites();
        return effect();
      },
      {
        ms: (value) => {
          const first = !this.#touchedSheet;
          this.#touchedSheet = true;
          return sheetCallMs(kind, typeof cells === 'number' ? cells : cells(value), first);
        },
      },
    );
  }

  /** A spreadsheet write that waits in the buffer until something flushes it. */
  bufferWrite(what: string, cells: number, apply: () => void): void {
    this.call('spreadsheet.write', what, () => this.buffer(cells, apply));
  }

  /** Adds to the buffer within a call that is metered already. */
  buffer(cells: number, apply: () => void): void {
    this.#writes.push({ cells, apply });
  }

  /** A spreadsheet write that takes effect at once, after those that wait. */
  writeNow(what: string, apply: () => void, begin?: () => void): void {
    this.call(
      'spreadsheet.write',
      what,
      () => {
        this.flushWrites();
        apply();
      },
      { ms: () => flushMs(1, 1), ...(begin ? { begin } : {}) },
    );
  }

  /** Applies the buffered writes. */
  flushWrites(): void {
    const writes = this.#writes;
    this.#writes = [];
    for (const write of writes) write.apply();
    const cells = writes.reduce((sum, write) => sum + write.cells, 0);
    this.spend(flushMs(writes.length, cells));
  }

  /** An error of the spreadsheet that shows itself at the next call of it. */
  sheetFails(message: string): void {
    this.#sheetError ??= message;
  }

  private surfaceSheetError(): void {
    const message = this.#sheetError;
    this.#sheetError = undefined;
    if (message) throw this.exception(message);
  }

  /** Adds modelled time. @throws the execution's death when Google's limit is passed */
  spend(ms: number): void {
    this.record.modelledMs += ms;
    const limit = this.record.as === 'simple' ? SIMPLE_TRIGGER_LIMIT_MS : EXECUTION_LIMIT_MS;
    if (this.record.modelledMs > limit) this.die('Exceeded maximum execution time');
  }

  /** The execution has come to its end: buffered writes take effect. @throws what the spreadsheet says to them */
  end(): void {
    if (this.#over) return;
    this.flushWrites();
    this.surfaceSheetError();
  }

  /** Kills the execution. */
  die(message = `The execution died at call ${this.record.trace.length}`): never {
    this.#over = 'died';
    this.#writes = [];
    this.record.died = true;
    this.record.error = message;
    throw this.exception(message);
  }

  /** Gives the execution up at a lock that it has to wait for; it will be run again. */
  abandon(lock: string): never {
    this.#over = 'abandoned';
    this.waitsFor = lock;
    throw this.exception('This execution waits for a lock and will be run again.');
  }

  get died(): boolean {
    return this.#over === 'died';
  }

  /** What a second run needs to come to the same point: everything before the call that it waits in. */
  toReplay(): Replay {
    return { outcomes: this.outcomes, writes: this.#writes, seed: this.seed };
  }

  /** @throws when the execution is dead or given up: whatever the script caught, nothing works any more */
  refuseIfOver(): void {
    if (this.#over) throw this.exception(this.record.error ?? 'This execution is over.');
  }

  /** Google's exception, made in the script's own realm. */
  exception(message: string): Error {
    const error = new this.realm.Error(message);
    error.name = 'Exception';
    return error;
  }

  /** The error for what the stand-in does not have; noted in the execution even if the script catches it. */
  lacks(what: string): Error {
    this.record.missing ??= [];
    this.record.missing.push(what);
    return new this.realm.Error(`${what} is not part of the local Apps Script`);
  }

  /** Google's exception for arguments that no form of the method takes. */
  badArguments(method: string, args: unknown[]): Error {
    const kinds = args.map((arg) =>
      arg === null ? 'null' : Array.isArray(arg) ? 'number[]' : typeof arg,
    );
    const shown = kinds.map((kind) => (kind === 'string' ? 'String' : kind)).join(',');
    return this.exception(
      `The parameters (${shown}) don't match the method signature for ${method}.`,
    );
  }

  /** @throws Google's refusal when the execution is a simple trigger */
  needsAuthorization(method: string, scope: string): void {
    if (this.record.as !== 'simple') return;
    throw this.exception(
      `You do not have permission to call ${method}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
  }

  /** Calls something of ours in the middle of the script. What it throws ends the whole run: the script must not swallow it. */
  byHost<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.hostFailure ??= { error };
      this.#over = 'died';
      throw error;
    }
  }

  /** A value of the script as ours. */
  toHost(value: unknown): unknown {
    return fromRealm(this.realm, value);
  }

  private repeat(past: Outcome, kind: Kind, what: string): unknown {
    if (past.kind !== kind) {
      return this.byHost(() => {
        throw new Error(
          `${this.record.function} cannot be repeated after its wait for a lock: the call was ${past.kind} and is now ${kind} (${what}). Something else than time, chance and services decides its way.`,
        );
      });
    }
    if (kind.startsWith('spreadsheet.')) this.#touchedSheet ||= !kind.endsWith('write');
    this.spend(past.ms);
    this.remember(past);
    if (past.error !== undefined) throw this.exception(past.error);
    return past.value;
  }

  private remember(outcome: Outcome): void {
    if (this.nested) this.outcomes.push(outcome);
  }
}
