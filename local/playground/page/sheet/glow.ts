/** Which cells glow because they have just changed: each for two seconds, whatever is drawn meanwhile. */
import type { Spot } from './spot';

const LONG_ENOUGH_TO_SEE = 2000;

export class Glow {
  /** By row and column, the change that the cell glows for. */
  private readonly rows = new Map<number, Map<number, number>>();
  private changes = 0;

  /** @param changed called when cells have ceased to glow */
  constructor(private readonly changed: () => void) {}

  light(cells: readonly Spot[]): void {
    if (cells.length === 0) return;
    const change = ++this.changes;
    for (const { row, column } of cells) {
      const columns = this.rows.get(row) ?? new Map<number, number>();
      this.rows.set(row, columns.set(column, change));
    }
    setTimeout(() => this.end(change), LONG_ENOUGH_TO_SEE);
  }

  /** The columns of a row that glow, as `,2,5,`; '' when none does. */
  of(row: number): string {
    const columns = this.rows.get(row);
    return columns ? `,${[...columns.keys()].join()},` : '';
  }

  clear(): void {
    this.rows.clear();
  }

  /** A cell that has changed once more goes on. */
  private end(change: number): void {
    for (const [row, columns] of this.rows) {
      for (const [column, latest] of columns) if (latest === change) columns.delete(column);
      if (columns.size === 0) this.rows.delete(row);
    }
    this.changed();
  }
}
