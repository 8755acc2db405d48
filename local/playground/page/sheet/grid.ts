/** The grid: draws only the rows on the screen, however many there are. */
import type { SheetTab } from '../../view';
import { fill, h } from '../dom';
import type { Cells } from './cells';
import { columnLetters, columnWidths } from './columns';

/** The height of a row in pixels; the style sheet knows it as `--row`. */
export const ROW_HEIGHT = 25;
/** Rows drawn above and below the screen, so that scrolling shows no gap. */
const SPARE_ROWS = 12;
const FEWEST_ROWS = 60;

export interface Spot {
  row: number;
  column: number;
}

export class Grid {
  readonly head = h('div.grid-head', { role: 'rowgroup' });
  readonly body = h('div.grid-body', { role: 'rowgroup' });
  readonly element = h(
    'div.grid',
    { role: 'grid', tabindex: 0, 'aria-label': 'The sheet' },
    this.head,
    this.body,
  );
  tab: SheetTab | undefined;
  spot: Spot = { row: 1, column: 1 };
  private widths: number[] = [];

  constructor(private readonly cells: Cells) {}

  get columns(): number {
    return Math.min(this.tab?.maxColumns ?? 0, Math.max(14, (this.tab?.columns ?? 0) + 3));
  }

  /** The last row that can be reached. */
  get rows(): number {
    return Math.min(this.tab?.maxRows ?? 0, Math.max(FEWEST_ROWS, (this.tab?.rows ?? 0) + 20));
  }

  /** The rows to have at hand for what is on the screen now. */
  window(): { from: number; to: number } {
    const frozen = this.tab?.frozenRows ?? 0;
    const first = Math.floor(this.element.scrollTop / ROW_HEIGHT) + 1 + frozen;
    const many = Math.ceil((this.element.clientHeight || 400) / ROW_HEIGHT);
    const from = Math.max(1, first - SPARE_ROWS);
    return { from, to: Math.min(this.rows, first + many + SPARE_ROWS) };
  }

  /** Draws what is on the screen. @param glow whether the cells that changed light up */
  draw(glow = false): void {
    const { tab } = this;
    if (!tab) return;
    const frozen = tab.frozenRows;
    this.measure();
    this.body.style.height = `${(this.rows - frozen) * ROW_HEIGHT}px`;
    this.element.setAttribute('aria-rowcount', String(this.rows));
    this.element.setAttribute('aria-colcount', String(this.columns));
    const pinned = Array.from({ length: frozen }, (_, index) => this.drawRow(index + 1, glow));
    fill(this.head, this.letters(), ...pinned);
    const { from, to } = this.window();
    const rows: HTMLElement[] = [];
    for (let row = Math.max(from, frozen + 1); row <= to; row++) {
      const drawn = this.drawRow(row, glow);
      drawn.style.top = `${(row - 1 - frozen) * ROW_HEIGHT}px`;
      rows.push(drawn);
    }
    fill(this.body, ...rows);
    this.element.setAttribute('aria-activedescendant', cellId(this.spot));
  }

  /** The cell's element while it is on the screen. */
  cellAt(spot: Spot): HTMLElement | null {
    return document.getElementById(cellId(spot));
  }

  /** Scrolls until a spot can be seen. */
  reveal({ row, column }: Spot): void {
    const frozen = this.tab?.frozenRows ?? 0;
    const { element } = this;
    if (row > frozen) {
      const top = (row - 1 - frozen) * ROW_HEIGHT;
      const room = element.clientHeight - this.head.offsetHeight - ROW_HEIGHT;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
    }
    const left = this.widths.slice(0, column - 1).reduce((sum, width) => sum + width, 0);
    const room = element.clientWidth - 46 - (this.widths[column - 1] ?? 0);
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (left > element.scrollLeft + room) element.scrollLeft = left - room;
  }

  /** The spot of a cell that was clicked. */
  static spotOf(target: EventTarget | null): Spot | null {
    const cell = (target as Element | null)?.closest?.<HTMLElement>('[data-row]');
    if (!cell) return null;
    return { row: Number(cell.dataset.row), column: Number(cell.dataset.column ?? 1) };
  }

  private measure(): void {
    const seen = [this.cells.row(1) ?? []];
    const { from, to } = this.window();
    for (let row = from; row <= to; row++) seen.push(this.cells.row(row) ?? []);
    this.widths = columnWidths(this.columns, seen, this.widths, this.tab?.name ?? '');
    this.element.style.setProperty(
      '--columns',
      `46px ${this.widths.map((width) => `${width}px`).join(' ')}`,
    );
  }

  private letters(): HTMLElement {
    const letters = Array.from({ length: this.columns }, (_, index) => {
      const chosen = index + 1 === this.spot.column ? '.chosen' : '';
      const place = { 'data-row': 0, 'data-column': index + 1, role: 'columnheader' };
      return h(`div.letter${chosen}`, place, columnLetters(index + 1));
    });
    return h('div.grid-row.letters', { role: 'row' }, h('div.corner'), ...letters);
  }

  private drawRow(row: number, glow: boolean): HTMLElement {
    const cells = Array.from({ length: this.columns }, (_, index) =>
      this.drawCell(row, index + 1, glow),
    );
    const chosen = row === this.spot.row ? '.chosen' : '';
    const number = h(
      `div.number${chosen}`,
      { role: 'rowheader', 'data-row': row, 'data-column': 0 },
      String(row),
    );
    return h('div.grid-row', { role: 'row', 'aria-rowindex': row }, number, ...cells);
  }

  private drawCell(row: number, column: number, glow: boolean): HTMLElement {
    const here = row === this.spot.row && column === this.spot.column;
    const note = this.cells.note(row, column);
    const classes = [
      'cell',
      here && 'here',
      note && 'noted',
      glow && this.cells.changed.has(`${row}:${column}`) && 'glow',
    ].filter(Boolean);
    return h(
      'div',
      {
        class: classes.join(' '),
        id: cellId({ row, column }),
        role: 'gridcell',
        'data-row': row,
        'data-column': column,
        'aria-selected': here ? 'true' : null,
        title: note ?? null,
      },
      this.cells.text(row, column),
    );
  }
}

function cellId({ row, column }: Spot): string {
  return `cell-${row}-${column}`;
}
