/** Which rows of a tab have changed, in blocks: so that whoever keeps the tab need not write all of it each time. */

/** Rows in a block. */
export const BLOCK_ROWS = 1000;

export class RowChanges {
  /** How often a value has changed. */
  values = 0;
  private blocks = new Set<number>();
  /** Everything from this row on has changed. */
  private below = Number.POSITIVE_INFINITY;
  /** How many blocks there were when this was asked last. */
  private known = 0;

  /** Anything about a row has changed. */
  row(row: number): void {
    this.blocks.add(blockOf(row));
  }

  /** Values of a row have changed. */
  value(row: number): void {
    this.values++;
    this.row(row);
  }

  /** Rows have moved: all from this one on are others now. */
  from(row: number): void {
    this.values++;
    this.below = Math.min(this.below, row);
  }

  /** The blocks that have changed since this was asked last, of a tab with so many rows. */
  take(rows: number): number[] {
    const blocks = Array.from({ length: blocksOf(rows) }, (_, block) => block);
    const changed = blocks.filter(
      (block) => this.blocks.has(block) || block >= Math.min(this.known, blockOf(this.below)),
    );
    this.known = blocks.length;
    this.blocks = new Set();
    this.below = Number.POSITIVE_INFINITY;
    return changed;
  }
}

/** How many blocks so many rows make. */
export function blocksOf(rows: number): number {
  return Math.ceil(rows / BLOCK_ROWS);
}

function blockOf(row: number): number {
  return Math.floor((row - 1) / BLOCK_ROWS);
}
