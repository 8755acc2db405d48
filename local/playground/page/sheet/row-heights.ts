/** How high rows are: all alike, but for those in which somebody has seen a text wrap, and those that are hidden. */

/** The height of a row of one line, in pixels; the style sheet knows it as `--row`. */
export const ROW_HEIGHT = 25;

export class RowHeights {
  /** By row, what it is higher than others; less than nothing where it is hidden. */
  private readonly extras = new Map<number, number>();

  /** Notes how high a row has turned out to be. @returns whether that is news */
  set(row: number, height: number): boolean {
    const extra = height - ROW_HEIGHT;
    if (extra === (this.extras.get(row) ?? 0)) return false;
    if (extra === 0) this.extras.delete(row);
    else this.extras.set(row, extra);
    return true;
  }

  of(row: number): number {
    return ROW_HEIGHT + (this.extras.get(row) ?? 0);
  }

  /** How far below the first row's top a row begins, in pixels. */
  top(row: number): number {
    let top = (row - 1) * ROW_HEIGHT;
    for (const [at, extra] of this.extras) if (at < row) top += extra;
    return top;
  }

  /** The row that lies so far below the first row's top. */
  at(y: number): number {
    let row = 1;
    let saved = 0;
    for (const extra of this.extras.values()) saved -= Math.min(extra, 0);
    let next = Math.floor((y + saved) / ROW_HEIGHT) + 1;
    while (row < next) {
      const middle = Math.ceil((row + next) / 2);
      if (this.top(middle) <= y) row = middle;
      else next = middle - 1;
    }
    return row;
  }

  clear(): void {
    this.extras.clear();
  }
}
