/** The sheet: tabs, the formula line and the grid, which the owner edits as in Google Sheets. */
import type { View } from '../../view';
import type { App } from '../app';
import { h } from '../dom';
import { door } from '../door';
import { openPopup } from '../popup';
import { Cells } from './cells';
import { columnLetters } from './columns';
import { type Ended, editCell } from './editor';
import { Grid, type Spot } from './grid';
import { inside, readKey } from './keys';
import { ownersMenu } from './owners-menu';
import { sheetTabs } from './tabs';

export class Sheet {
  name = '';
  private readonly cells = new Cells();
  readonly grid = new Grid(this.cells);
  private readonly place = h('span.place');
  private readonly content = h('span.content', { dir: 'auto' });
  private editing = false;
  private chosenByScript = 0;

  constructor(readonly app: App) {
    const { element } = this.grid;
    element.addEventListener('scroll', () => this.scrolled(), { passive: true });
    element.addEventListener('pointerdown', (event) => this.pointed(event));
    element.addEventListener('dblclick', () => void this.edit());
    element.addEventListener('keydown', (event) => this.pressed(event));
    element.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.openMenu({ left: event.clientX, top: event.clientY });
    });
    app.add((view) => this.follow(view));
  }

  element(): HTMLElement {
    const formula = h('div.formula', {}, this.place, this.content);
    return h('div.sheet', {}, formula, this.grid.element, sheetTabs(this));
  }

  /** Shows another tab. */
  open(name: string): void {
    if (name === this.name) return;
    this.name = name;
    this.grid.spot = { row: 1, column: 1 };
    this.grid.element.scrollTo(0, 0);
    this.app.show();
    this.tellSelection();
  }

  /** Does something to the tab as a whole: sort, insert, delete. */
  async change(verb: string, details: object): Promise<boolean> {
    this.cells.expectMoves();
    return this.app.tell('/local/sheet', { do: verb, sheet: this.name, ...details });
  }

  private async follow(view: View): Promise<void> {
    const { selection } = view;
    if (selection && selection.n !== this.chosenByScript) {
      this.chosenByScript = selection.n;
      this.name = selection.sheet;
      this.grid.spot = { row: selection.row, column: selection.column };
    }
    const tab =
      view.sheets.find(({ name }) => name === this.name) ??
      view.sheets.find(({ rows }) => rows > 0) ??
      view.sheets[0];
    if (!tab) return;
    this.name = tab.name;
    this.grid.tab = tab;
    if (selection?.n === this.chosenByScript) this.grid.reveal(this.grid.spot);
    await this.load(true);
  }

  private async load(glow: boolean): Promise<void> {
    const { from, to } = this.grid.window();
    const frozen = this.grid.tab?.frozenRows ?? 0;
    const loaded = await this.cells.load(this.name, from, to, frozen).catch(() => false);
    if (loaded) this.draw(glow);
  }

  private draw(glow = false): void {
    if (this.editing) return;
    this.grid.draw(glow);
    const { row, column } = this.grid.spot;
    this.place.textContent = `${columnLetters(column)}${row}`;
    this.content.textContent = this.cells.text(row, column);
  }

  private scrolled(): void {
    if (this.editing) return;
    const { from, to } = this.grid.window();
    if (this.cells.has(from, to)) this.draw();
    else void this.load(false);
  }

  private pointed(event: PointerEvent): void {
    if ((event.target as Element).closest('.cell-editor')) return;
    const spot = Grid.spotOf(event.target);
    if (spot) this.choose(inside(spot, this.grid), false);
  }

  private pressed(event: KeyboardEvent): void {
    const act = readKey(event, this.grid);
    if (!act || this.editing) return;
    event.preventDefault();
    if (act.kind === 'move') this.choose(act.to, true);
    else if (act.kind === 'edit') void this.edit(act.start);
    else if (act.kind === 'clear') void this.type('');
    else this.openMenu(this.grid.cellAt(this.grid.spot)?.getBoundingClientRect());
  }

  private choose(spot: Spot, reveal: boolean): void {
    this.grid.spot = spot;
    if (reveal) this.grid.reveal(spot);
    this.draw();
    this.tellSelection();
  }

  private tellSelection(): void {
    const { row, column } = this.grid.spot;
    const body = { do: 'select', sheet: this.name, row, column };
    void door.tell('/local/sheet', body).catch(() => undefined);
  }

  /** @param start what was typed to begin with; the cell's own content when nothing was */
  private async edit(start?: string): Promise<void> {
    const { row, column } = this.grid.spot;
    const over = this.grid.cellAt(this.grid.spot);
    if (!over) return;
    this.editing = true;
    const shown = start ?? this.cells.text(row, column);
    let before = shown;
    const field = editCell(over, shown, `Cell ${columnLetters(column)}${row}`, (typed, how) => {
      this.editing = false;
      void this.edited(typed, before, start !== undefined, how);
    });
    if (start !== undefined) return;
    // The field is open at once, so that nothing typed goes astray; a formula takes the place of what it shows.
    before = (await door.cell(this.name, row, column)).text;
    if (!field.value.startsWith(shown)) return;
    field.value = before + field.value.slice(shown.length);
  }

  private async edited(typed: string, before: string, isNew: boolean, how: Ended): Promise<void> {
    const given = how !== 'given up' && (isNew || typed !== before);
    const done = given ? this.type(typed) : Promise.resolve(true);
    const { row, column } = this.grid.spot;
    const steps = { down: [1, 0], right: [0, 1], left: [0, -1] } as Record<
      string,
      [number, number]
    >;
    const [down, right] = steps[how] ?? [0, 0];
    this.choose(inside({ row: row + down, column: column + right }, this.grid), true);
    if (how !== 'stay') this.grid.element.focus();
    await done;
  }

  private type(text: string): Promise<boolean> {
    const { row, column } = this.grid.spot;
    return this.app.tell('/local/sheet', { do: 'type', sheet: this.name, row, column, text });
  }

  private openMenu(at?: { left: number; top: number }): void {
    const { row, column } = this.grid.spot;
    const label = `Row ${row}, column ${columnLetters(column)}`;
    openPopup(label, ownersMenu(this), { left: at?.left ?? 200, top: (at?.top ?? 200) + 4 });
  }
}
