/** Reads a tab: the newest rows first, then the rest in pages, until it is all there or the owner stops it. */

/** Rows of one call: a second or two on Google's side. */
const PAGE = 5000;

/** Calls under way at once; Google allows ten for everything. */
const AT_ONCE = 3;

interface Reading {
  /** Rows read and rows there are. */
  done: number;
  all: number;
  state: 'going' | 'stopped' | 'finished' | 'failed';
  error?: unknown;
}

export class Reader {
  reading: Reading;
  private next: number;

  /**
   * @param take reads some rows, from a 1-based one on, and keeps them
   * @param rows rows below the header
   * @param read how many of them, at the end, have been read already
   * @param changed called after every page
   */
  constructor(
    private readonly take: (from: number, count: number) => Promise<void>,
    rows: number,
    read: number,
    private readonly changed: () => void,
  ) {
    this.reading = { done: read, all: rows, state: read < rows ? 'stopped' : 'finished' };
    this.next = rows - read + 2;
  }

  /** Begins, or goes on after a stop or a failure. */
  async start(): Promise<void> {
    if (this.reading.state === 'finished' || this.reading.state === 'going') return;
    this.reading.state = 'going';
    this.changed();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.readPages()));
    if (this.reading.state === 'going') this.reading.state = 'finished';
    this.changed();
  }

  stop(): void {
    if (this.reading.state === 'going') this.reading.state = 'stopped';
  }

  /** From the end of the tab to its beginning. */
  private async readPages(): Promise<void> {
    while (this.reading.state === 'going' && this.next > 2) {
      const from = Math.max(this.next - PAGE, 2);
      const count = this.next - from;
      this.next = from;
      try {
        await this.take(from, count);
        this.reading.done += count;
        this.changed();
      } catch (error) {
        this.next = Math.max(this.next, from + count);
        Object.assign(this.reading, { state: 'failed', error });
      }
    }
  }
}
