/** The sheet as the owner has it before them: which tab, which cell is chosen, what is being typed. */
import type { SheetTab } from '../../view';
import type { App } from '../app';
import { door } from '../door';
import { Shown } from '../shown';
import { Cells } from './cells';
import { columnWidths } from './columns';
import { Glow } from './glow';
import { type Area, between, inside, type Size, type Spot } from './spot';
import { type Rows, Viewport } from './viewport';

/** A tab that is nearly empty still has room to write. */
const FEWEST_ROWS = 60;
const FEWEST_COLUMNS = 14;
/** Rows fetched beyond those that are drawn, and how near to their end more are fetched. */
const AHEAD = 80;
const NEAR = 30;

/** A cell that is being typed into. */
export interface Editing extends Spot {
  /** What was typed to begin with; undefined when the cell's own content is edited. */
  start: string | undefined;
}

/** Where the chosen cell goes when typing has ended: down and right. */
export type Step = readonly [number, number];

export class Sheet {
  /** The name of the open tab. */
  name = '';
  tab: SheetTab | undefined;
  spot: Spot = { row: 1, column: 1 };
  /** The other corner of what is chosen: the same cell unless several are. */
  end: Spot = this.spot;
  editing: Editing | null = null;
  widths: number[] = [];
  /** Columns that the owner has made as wide as what is in them. */
  private fitted = new Set<number>();
  /** The rows below the frozen ones that are drawn. */
  rows: Rows = { from: 1, to: 0 };
  readonly cells = new Cells();
  readonly glow = new Glow(() => this.redraw());
  readonly viewport = new Viewport();
  /** Counts up with everything that has to be drawn. */
  readonly drawn = new Shown(0);
  private chosenByScript = 0;
  /** To be seen as soon as it is known how high the rows around it are. */
  private sought: Spot | null = null;

  constructor(private readonly app: App) {
    app.view.listen(() => this.follow());
  }

  get size(): Size {
    const { rows = 0, columns = 0, maxRows = 0, maxColumns = 0 } = this.tab ?? {};
    return {
      rows: Math.min(maxRows, Math.max(FEWEST_ROWS, rows + 20)),
      columns: Math.min(maxColumns, Math.max(FEWEST_COLUMNS, columns + 3)),
    };
  }

  get frozen(): number {
    return this.tab?.frozenRows ?? 0;
  }

  /** Shows another tab. */
  open(name: string): void {
    if (name === this.name) return;
    this.name = name;
    this.spot = { row: 1, column: 1 };
    this.end = this.spot;
    this.viewport.grid?.scrollTo(0, 0);
    this.follow();
    this.tellSelection();
  }

  /** Chooses a cell. @param seek whether to scroll until it can be seen */
  choose(spot: Spot, seek = true): void {
    this.spot = inside(spot, this.size);
    this.end = this.spot;
    if (seek) this.seek(this.spot);
    this.redraw();
    this.show();
    this.tellSelection();
  }

  /** Chooses all cells between the chosen one and another. */
  chooseTo(end: Spot, seek = true): void {
    this.end = inside(end, this.size);
    if (seek) this.seek(this.end);
    this.redraw();
    this.show();
  }

  /** Makes a column as wide as what is seen of it. */
  fit(column: number): void {
    this.fitted.add(column);
    this.draw();
  }

  /** All that is chosen. */
  get area(): Area {
    return between(this.spot, this.end);
  }

  /** @param start what was typed to begin with; the cell's own content when nothing was */
  edit(start?: string): void {
    this.editing = { ...this.spot, start };
    this.redraw();
  }

  /** Ends the typing. @param typed what the cell is to hold; undefined when it stays as it was */
  async edited(typed: string | undefined, [down, right]: Step): Promise<void> {
    const written = typed === undefined ? undefined : this.type(typed);
    this.editing = null;
    this.choose({ row: this.spot.row + down, column: this.spot.column + right });
    await written;
  }

  /** Types into the chosen cell. */
  type(text: string): Promise<boolean> {
    return this.app.tell('/local/sheet', { do: 'type', sheet: this.name, ...this.spot, text });
  }

  /** Empties all that is chosen. */
  clear(): Promise<boolean> {
    return this.app.tell('/local/sheet', { do: 'clear', sheet: this.name, ...this.area });
  }

  /** Takes the owner's last step back, or does it again, wherever it was. */
  async step(verb: 'undo' | 'redo'): Promise<void> {
    this.cells.expectMoves();
    await this.app.attempt(async () => {
      const body = { do: verb, sheet: this.name };
      const { sheet } = await door.tell<{ sheet: string }>('/local/sheet', body);
      this.open(sheet);
    });
  }

  /** Does something to the tab as a whole: sort, insert, delete. */
  change(verb: string, details: object): Promise<boolean> {
    this.cells.expectMoves();
    return this.app.tell('/local/sheet', { do: verb, sheet: this.name, ...details });
  }

  /** Draws the rows that are on the screen now, as soon as they are known. */
  show(): void {
    if (this.editing) return;
    const { from, to } = this.viewport.rows(this.frozen, this.size.rows);
    if (this.cells.has(from, to)) this.draw();
    const near = this.cells.has(
      Math.max(this.frozen + 1, from - NEAR),
      Math.min(this.size.rows, to + NEAR),
    );
    if (!near) void this.load();
  }

  /** Everything is drawn: only now is it known how high rows are in which texts wrap. */
  settle(): void {
    if (this.editing) return;
    const news = this.viewport.measure(this.frozen);
    const { sought } = this;
    if (sought) this.viewport.reveal(sought, this.frozen, this.widths);
    if (news) this.show();
    else if (sought && this.cells.has(sought.row, sought.row)) this.sought = null;
  }

  private follow(): void {
    const { sheets = [], selection } = this.app.view.value ?? {};
    const chosen = selection && selection.n !== this.chosenByScript ? selection : null;
    if (chosen) {
      this.chosenByScript = chosen.n;
      this.name = chosen.sheet;
      this.spot = { row: chosen.row, column: chosen.column };
      this.end = this.spot;
    }
    const tab =
      sheets.find(({ name }) => name === this.name) ??
      sheets.find(({ rows }) => rows > 0) ??
      sheets[0];
    if (!tab) return;
    if (tab.name !== this.tab?.name) this.forget();
    this.name = tab.name;
    this.tab = tab;
    if (chosen) this.seek(this.spot);
    this.redraw();
    void this.load();
  }

  /** What was known of the tab that was open before. */
  private forget(): void {
    this.widths = [];
    this.fitted = new Set();
    this.glow.clear();
    this.viewport.heights.clear();
  }

  private async load(): Promise<void> {
    const { from, to } = this.viewport.rows(this.frozen, this.size.rows);
    const first = Math.max(1, from - AHEAD);
    const last = Math.min(this.size.rows, to + AHEAD);
    const changed = await this.cells.load(this.name, first, last, this.frozen).catch(() => null);
    if (!changed) return;
    this.glow.light(changed);
    this.draw();
  }

  private draw(): void {
    const { tab } = this;
    if (!tab) return;
    if (!this.editing) {
      this.rows = this.viewport.rows(this.frozen, this.size.rows);
      const seen = [this.cells.row(1).texts];
      for (let row = this.rows.from; row <= this.rows.to; row++) {
        seen.push(this.cells.row(row).texts);
      }
      this.widths = columnWidths(tab, this.size.columns, seen, this.widths, this.fitted);
    }
    this.redraw();
  }

  private seek(spot: Spot): void {
    this.sought = spot;
    this.viewport.reveal(spot, this.frozen, this.widths);
  }

  private redraw(): void {
    this.drawn.set(this.drawn.value + 1);
  }

  private tellSelection(): void {
    const body = { do: 'select', sheet: this.name, ...this.spot };
    void door.tell('/local/sheet', body).catch(() => undefined);
  }
}
