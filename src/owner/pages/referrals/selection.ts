/** Follows what is selected in the sheet. Google tells a sidebar nothing, so it asks: for a while after it was used. */
import type { WireClient } from '../../wire';
import { server } from '../shared/server';

const EVERY_MS = 3000;

/** After so long without a sign of the owner at the sidebar it asks no more. */
const AWAKE_MS = 45_000;

/** Asks now and then, and tells of another client that is selected. */
export class SelectionWatch {
  private row = 0;
  private until = 0;
  private asking = false;
  private readonly end = new AbortController();

  constructor(private readonly chosen: (client: WireClient) => void) {}

  start(): void {
    const wake = () => this.wake();
    const { signal } = this.end;
    for (const sign of ['focus', 'blur']) window.addEventListener(sign, wake, { signal });
    for (const sign of ['pointerenter', 'pointerleave']) {
      document.documentElement.addEventListener(sign, wake, { signal });
    }
    const timer = setInterval(() => {
      if (!document.hidden && Date.now() < this.until) void this.ask();
    }, EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.wake();
  }

  stop(): void {
    this.end.abort();
  }

  /** The page itself shows a client: the same row need not be told again. */
  shows(row: number): void {
    this.row = row;
  }

  /** Asks once; a failure is no news, the next time asks again. */
  async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      const { row, client } = await server.selection(this.row);
      if (row) this.row = row;
      if (client) this.chosen(client);
    } catch {
      this.until = 0;
    } finally {
      this.asking = false;
    }
  }

  private wake(): void {
    this.until = Date.now() + AWAKE_MS;
    void this.ask();
  }
}
