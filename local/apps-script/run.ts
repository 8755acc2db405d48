/** One execution at work, with its dealings with the spreadsheet: writes wait until something flushes them. */
import { flushMs, sheetCallMs } from './costs';
import { MeteredRun } from './metered-run';
import type { Repeatable, StrikingFaults } from './repeatable';
import type { Execution, Kind } from './types';
import type { World } from './world';

/** A spreadsheet write that waits to be flushed. */
interface Write {
  cells: number;
  apply: () => void;
}

export interface Replay extends Repeatable {
  writes: Write[];
  cells: number;
}

/** An execution. The services meter every call that leaves the engine through it. */
export class Run extends MeteredRun {
  #writes: Write[];
  #touchedSheet = false;
  #sheetError: string | undefined;

  constructor(
    world: World,
    record: Execution,
    faults: StrikingFaults,
    mayWait: boolean,
    replay?: Replay,
  ) {
    super(world, record, faults, mayWait, replay);
    this.#writes = replay?.writes ?? [];
    record.cells = replay?.cells ?? 0;
    this.#touchedSheet = replay?.outcomes.some(({ kind }) => isRead(kind)) ?? false;
  }

  /** A read or a search: what this execution has written before is applied first. `cells`: how many were looked at. */
  readSheet<T>(
    kind: Kind,
    what: string,
    effect: () => T,
    cells: number | ((value: T) => number),
  ): T {
    const sees = kind !== 'spreadsheet.search' || this.world.quirks.textFinderSeesUnflushed;
    const ms = (value: T) => {
      const first = !this.#touchedSheet;
      this.#touchedSheet = true;
      const looked = typeof cells === 'number' ? cells : cells(value);
      this.record.cells += looked;
      return sheetCallMs(kind, looked, first);
    };
    const read = () => {
      this.#surfaceError();
      if (sees) this.flushWrites();
      return effect();
    };
    return this.call(kind, what, read, { ms });
  }

  /** A write that waits in the buffer. */
  bufferWrite(what: string, cells: number, apply: () => void): void {
    this.call('spreadsheet.write', what, () => this.buffer(cells, apply));
  }

  /** Adds to the buffer within a call that is metered already. @throws the error of an earlier write */
  buffer(cells: number, apply: () => void): void {
    this.#surfaceError();
    this.#writes.push({ cells, apply });
  }

  /** A write that takes effect at once, after those that wait. `begin` comes before anything else can come between. */
  writeNow<T>(what: string, apply: () => T, begin?: () => void): T {
    const write = () => {
      this.#surfaceError();
      this.flushWrites();
      this.world.book.touch();
      return apply();
    };
    const ms = () => flushMs(1, 1);
    return this.call('spreadsheet.write', what, write, begin ? { begin, ms } : { ms });
  }

  /** SpreadsheetApp.flush(). */
  flush(): void {
    this.call('spreadsheet.flush', 'flush', () => {
      this.#surfaceError();
      this.flushWrites();
    });
  }

  /** Applies the buffered writes. */
  override flushWrites(): void {
    const writes = this.#writes;
    this.#writes = [];
    for (const write of writes) write.apply();
    if (writes.length > 0) this.world.book.touch();
    const cells = writes.reduce((sum, write) => sum + write.cells, 0);
    this.spend(flushMs(writes.length, cells));
  }

  /** An error of the spreadsheet that shows itself at the next call of it. */
  sheetFails(message: string): void {
    this.#sheetError ??= message;
  }

  /** The execution has come to its end: buffered writes take effect. @throws what the spreadsheet says to them */
  end(): void {
    if (this.isOver) return;
    this.flushWrites();
    this.#surfaceError();
  }

  /** What a second run needs to come to the same point: everything before the call that it waits in. */
  toReplay(): Replay {
    return {
      outcomes: this.outcomes,
      writes: this.#writes,
      cells: this.record.cells,
      seed: this.seed,
      faults: this.faults,
    };
  }

  #surfaceError(): void {
    const message = this.#sheetError;
    this.#sheetError = undefined;
    if (message) throw this.exception(message);
  }
}

function isRead(kind: Kind): boolean {
  return kind === 'spreadsheet.read' || kind === 'spreadsheet.search';
}
