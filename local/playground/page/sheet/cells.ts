/** The rows of one tab that are at hand, and which of their cells have changed. */
import type { SheetChart, SheetRow, SheetRows } from '../../view';
import { door } from '../door';
import { keepSame } from '../keep-same';
import type { Spot } from './spot';

const NO_CELLS: SheetRow = {
  ...{ texts: [], notes: {}, wrapped: [], bold: [], fills: {}, choices: {} },
  hidden: false,
};

export class Cells {
  private rows = new Map<number, SheetRow>();
  /** All charts of the tab. */
  charts: SheetChart[] = [];
  /** The tab that they are of. */
  tab = '';
  private moved = false;
  private latest = 0;

  /** A row that has not changed is the very same object as before. */
  row(row: number): SheetRow {
    return this.rows.get(row) ?? NO_CELLS;
  }

  text({ row, column }: Spot): string {
    return this.row(row).texts[column - 1] ?? '';
  }

  has(from: number, to: number): boolean {
    for (let row = from; row <= to; row++) if (!this.rows.has(row)) return false;
    return true;
  }

  /** The next load is the owner's own doing (a sort, an inserted column): nothing of it is a change. */
  expectMoves(): void {
    this.moved = true;
  }

  /**
   * Fetches rows and forgets all others.
   *
   * @param pinned how many rows at the top are always there
   * @returns the cells that have changed since the last load; null when a later load has overtaken this one
   */
  async load(name: string, from: number, to: number, pinned: number): Promise<Spot[] | null> {
    const turn = ++this.latest;
    const parts = [door.rows(name, from, to)];
    if (pinned > 0 && from > 1) parts.push(door.rows(name, 1, Math.min(pinned, from - 1)));
    const loaded = await Promise.all(parts);
    if (turn !== this.latest) return null;
    const compare = name === this.tab && !this.moved;
    this.moved = false;
    this.tab = name;
    this.charts = keepSame(this.charts, loaded[0]?.charts ?? []);
    const changed = this.take(loaded);
    return compare ? changed : [];
  }

  private take(loaded: readonly SheetRows[]): Spot[] {
    const before = this.rows;
    this.rows = new Map();
    const changed: Spot[] = [];
    for (const { from, rows } of loaded) {
      rows.forEach((now, index) => {
        const row = from + index;
        const was = before.get(row);
        this.rows.set(row, keepSame(was, now));
        if (was) changed.push(...changedIn(row, was.texts, now.texts));
      });
    }
    return changed;
  }
}

function changedIn(row: number, before: readonly string[], now: readonly string[]): Spot[] {
  const changed: Spot[] = [];
  for (let at = 0; at < Math.max(before.length, now.length); at++) {
    if ((before[at] ?? '') !== (now[at] ?? '')) changed.push({ row, column: at + 1 });
  }
  return changed;
}
