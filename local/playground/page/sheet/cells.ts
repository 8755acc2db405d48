/** The rows of one tab that are on the screen, and which of their cells just changed. */
import type { SheetRows } from '../../view';
import { door } from '../door';

export class Cells {
  private rows = new Map<number, string[]>();
  private notes: Record<string, string> = {};
  private name = '';
  /** `row:column` of what changed with the last load. */
  readonly changed = new Set<string>();
  private quiet = false;
  private latest = 0;

  row(row: number): string[] | undefined {
    return this.rows.get(row);
  }

  text(row: number, column: number): string {
    return this.rows.get(row)?.[column - 1] ?? '';
  }

  note(row: number, column: number): string | undefined {
    return this.notes[`${row}:${column}`];
  }

  has(from: number, to: number): boolean {
    for (let row = from; row <= to; row++) if (!this.rows.has(row)) return false;
    return true;
  }

  /** The next load is the owner's own doing (a sort, an inserted column): nothing of it glows. */
  expectMoves(): void {
    this.quiet = true;
  }

  /**
   * Fetches rows and forgets all others.
   *
   * @returns false when a later load has overtaken this one
   */
  async load(name: string, from: number, to: number, pinned: number): Promise<boolean> {
    const turn = ++this.latest;
    const parts = [door.rows(name, from, to)];
    if (pinned > 0 && from > pinned) parts.push(door.rows(name, 1, pinned));
    const loaded = await Promise.all(parts);
    if (turn !== this.latest) return false;
    const compare = name === this.name && !this.quiet;
    this.quiet = false;
    this.name = name;
    this.take(loaded, compare);
    return true;
  }

  private take(loaded: SheetRows[], compare: boolean): void {
    const before = this.rows;
    this.rows = new Map();
    this.notes = {};
    this.changed.clear();
    for (const part of loaded) {
      Object.assign(this.notes, part.notes);
      part.rows.forEach((cells, index) => {
        const row = part.from + index;
        this.rows.set(row, cells);
        if (compare) this.compare(row, before.get(row), cells);
      });
    }
  }

  private compare(row: number, before: string[] | undefined, now: string[]): void {
    if (!before) return;
    for (let at = 0; at < Math.max(before.length, now.length); at++) {
      if ((before[at] ?? '') !== (now[at] ?? '')) this.changed.add(`${row}:${at + 1}`);
    }
  }
}
