/** The part of the grid that is on the screen: which rows it shows, and how it is moved. */
import { ROW_HEIGHT, RowHeights } from './row-heights';
import type { Spot } from './spot';

/** Rows drawn above and below the screen, so that scrolling shows no gap. */
const SPARE_ROWS = 12;
/** The rows that are drawn change by so many at a time: most of a scroll draws nothing. */
const STEP = 8;

export interface Rows {
  from: number;
  to: number;
}

export class Viewport {
  readonly heights = new RowHeights();
  /** What scrolls, and what stays at its top; null before they are drawn. */
  grid: HTMLElement | null = null;
  head: HTMLElement | null = null;
  /** The row at the top and how much of it is hidden, to be kept there when rows above it turn out higher. */
  private held: { row: number; hidden: number } | undefined;

  /** How many rows fit, but for a few. */
  get page(): number {
    return Math.max(1, Math.floor((this.grid?.clientHeight ?? 0) / ROW_HEIGHT) - 3);
  }

  /** The rows below the frozen ones that are to be drawn now. */
  rows(frozen: number, last: number): Rows {
    const { scrollTop = 0, clientHeight = 0 } = this.grid ?? {};
    const first = this.heights.at(scrollTop + frozen * ROW_HEIGHT);
    const many = Math.ceil((clientHeight || 400) / ROW_HEIGHT);
    const from = Math.floor((first - SPARE_ROWS) / STEP) * STEP;
    return {
      from: Math.max(frozen + 1, from),
      to: Math.min(last, from + many + 2 * SPARE_ROWS + STEP),
    };
  }

  /** Scrolls until a cell can be seen. */
  reveal({ row, column }: Spot, frozen: number, widths: readonly number[]): void {
    const { grid, head } = this;
    if (!grid || !head) return;
    if (row > frozen) {
      const top = this.heights.top(row) - frozen * ROW_HEIGHT;
      const room = grid.clientHeight - head.offsetHeight - this.heights.of(row);
      if (top < grid.scrollTop || room < 0) grid.scrollTop = top;
      else if (top > grid.scrollTop + room) grid.scrollTop = top - room;
    }
    const numbers = head.querySelector<HTMLElement>('.corner')?.offsetWidth ?? 0;
    const left = widths.slice(0, column - 1).reduce((sum, width) => sum + width, 0);
    const room = grid.clientWidth - numbers - (widths[column - 1] ?? 0);
    if (left < grid.scrollLeft) grid.scrollLeft = left;
    else if (left > grid.scrollLeft + room) grid.scrollLeft = left - room;
  }

  /**
   * Looks how high the rows came out that have just been drawn.
   *
   * @returns whether some are of another height than was thought: then all must be drawn again
   */
  measure(frozen: number): boolean {
    const { grid, heights, held } = this;
    // Where the sheet itself is out of sight, no row has a height.
    if (!grid || grid.clientHeight === 0) return false;
    const hiddenAbove = frozen * ROW_HEIGHT;
    if (held) grid.scrollTop = heights.top(held.row) + held.hidden - hiddenAbove;
    const y = grid.scrollTop + hiddenAbove;
    const row = heights.at(y);
    const hidden = y - heights.top(row);
    let news = false;
    for (const drawn of grid.querySelectorAll<HTMLElement>('.grid-body .grid-row')) {
      news = heights.set(Number(drawn.ariaRowIndex), drawn.offsetHeight) || news;
    }
    this.held = news ? { row, hidden } : undefined;
    return news;
  }
}
