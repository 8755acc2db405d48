/** Keeps the playground on the disk, and its clock going with the real one. */
import type { Playground } from './playground';

const TICK_MS = 1000;

export class Keeper {
  private saving: Promise<void> | undefined;
  private kept = 0;
  private lastTick = Date.now();
  private readonly ticking = setInterval(() => this.tick(), TICK_MS);

  constructor(private readonly playground: Playground) {}

  /** Resolves when everything up to now is on the disk; those who wait together share one write. */
  saved(): Promise<void> {
    if (this.kept === this.playground.toKeep) return this.saving ?? Promise.resolve();
    this.saving ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        this.saving = undefined;
        try {
          resolve(this.save());
        } catch (error) {
          reject(error);
        }
      });
    });
    return this.saving;
  }

  /** Stops the clock and keeps the last state. */
  stop(): void {
    clearInterval(this.ticking);
    this.save();
  }

  private save(): void {
    this.playground.save();
    this.kept = this.playground.toKeep;
  }

  /** Moves the clock by what has passed; nothing else changes unless a trigger falls due. */
  private tick(): void {
    const passed = Date.now() - this.lastTick;
    this.lastTick += passed;
    if (passed <= 0) return;
    this.playground.advance(passed);
    this.saved().catch((error: Error) => console.error(error.message));
  }
}
