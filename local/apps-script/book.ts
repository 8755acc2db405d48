/** The spreadsheet itself: its tabs, and how a value goes into a cell and comes out of it. */
import type { Area } from './a1';
import { type CellLook, type CellValue, type CheckValue, isFormula, resultOf } from './cell';
import { DATE_TIME_FORMAT, display, isDateFormat, TEXT_FORMAT } from './display';
import type { Quirks } from './quirks';
import { isDate } from './realm';
import { restoreSheet, type SavedSheet, saveSheet } from './saved-sheet';
import { momentOfSerial, serialOfMoment } from './serial';
import { fitsCellLimit, SheetData } from './sheet-data';
import { localeMarks, parseTyped, type Typed } from './typed';

export interface SavedBook {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  activeSheet: number;
  selection: Area;
  sheets: SavedSheet[];
}

/** Who writes decides a little of how a text is read. */
type Hand = 'owner' | 'script' | 'appendRow';

/** The spreadsheet. */
export class Book {
  sheets: SheetData[] = [this.own(new SheetData(0, 'Sheet1'))];
  activeSheet = 0;
  /** Computes the formulas of a tab; where there is none, they are kept as text. */
  computes?: (book: Book, sheet: SheetData) => void;
  readonly #computedAt = new Map<SheetData, number>();
  #day: { now: number; today: number } | undefined;
  #computing = false;
  selection: Area = { row: 1, column: 1, rows: 1, columns: 1 };

  constructor(
    readonly id: string,
    public name: string,
    public timeZone: string,
    public locale: string,
    private readonly quirks: Quirks,
    private readonly clock: { now: number },
  ) {}

  find(name: string): SheetData | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  byId(id: number): SheetData | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** The tab on the owner's screen. */
  get active(): SheetData {
    return this.byId(this.activeSheet) ?? (this.sheets[0] as SheetData);
  }

  addSheet(name: string, index = this.sheets.length): SheetData {
    const id = this.sheets.reduce((highest, sheet) => Math.max(highest, sheet.id), 0) + 1;
    const sheet = this.own(new SheetData(id, name));
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }

  /** Its formulas are computed when somebody looks at it. */
  private own(sheet: SheetData): SheetData {
    sheet.settle = (one) => this.settle(one);
    return sheet;
  }

  /** Says that something may have changed, so that formulas are computed again before the next look. */
  touch(): void {
    this.#computedAt.clear();
  }

  /** Computes the formulas of a tab when that is wanted here, and something or the day has changed. */
  private settle(sheet: SheetData): void {
    if (!this.computes || this.#computing || this.#computedAt.get(sheet) === this.#moment()) return;
    this.#computing = true;
    try {
      this.computes(this, sheet);
    } finally {
      this.#computing = false;
    }
    this.#computedAt.set(sheet, this.#moment());
  }

  /** Another one with each day and each changed value. */
  #moment(): number {
    const changes = this.sheets.reduce((sum, { changes }) => sum + changes.values, 0);
    return changes + this.#today() / 1e6;
  }

  #today(): number {
    const { now } = this.clock;
    if (this.#day?.now !== now) {
      this.#day = { now, today: Math.floor(serialOfMoment(now, this.timeZone)) };
    }
    return this.#day.today;
  }

  present(): Date {
    return new Date(this.clock.now);
  }

  hasRoomFor(cells: number): boolean {
    return fitsCellLimit(this.sheets, cells);
  }

  /** Writes a value as if it were typed; text goes into '@' cells as it is. */
  write(sheet: SheetData, row: number, column: number, value: unknown, hand: Hand): void {
    const before = sheet.look(row, column);
    const keepsText =
      before?.numberFormat === TEXT_FORMAT &&
      (hand !== 'appendRow' || this.quirks.appendRowKeepsText);
    const typed = this.read(value, keepsText, hand);
    this.endSpill(sheet, row, column);
    sheet.setValue(row, column, typed.value);
    const look: CellLook = {};
    if (before?.quoted || typed.look?.quoted) look.quoted = typed.look?.quoted ?? false;
    if (typeof typed.value === 'number') {
      const free = !before?.numberFormat || before.numberFormat === TEXT_FORMAT;
      if (free && (typed.look?.numberFormat || before?.numberFormat)) {
        look.numberFormat = typed.look?.numberFormat ?? '';
      }
    }
    if (Object.keys(look).length > 0) sheet.setLook(row, column, look);
  }

  /** Says what the formula in a cell comes to: its values there, and below and beside it as far as they go. */
  spill(sheet: SheetData, row: number, column: number, values: CheckValue[][]): void {
    const kept = sheet.value(row, column);
    if (!isFormula(kept))
      throw new Error(`There is no formula in ${sheet.name}!R${row}C${column}.`);
    this.endSpill(sheet, row, column);
    values.forEach((line, r) => {
      line.forEach((gives, c) => {
        sheet.setValue(row + r, column + c, { formula: '', gives });
      });
    });
    const spill = { rows: values.length, columns: values[0]?.length ?? 0 };
    sheet.setValue(row, column, { formula: kept.formula, gives: values[0]?.[0] ?? '', spill });
  }

  /** A formula that goes takes along what it had spilled. */
  private endSpill(sheet: SheetData, row: number, column: number): void {
    const kept = sheet.kept(row, column);
    if (isFormula(kept) && kept.spill) sheet.clearValues({ row, column, ...kept.spill });
  }

  private read(value: unknown, keepsText: boolean, hand: Hand): Typed {
    if (value === null || value === undefined) return { value: '' };
    if (typeof value === 'boolean' && !keepsText) return { value };
    if (typeof value === 'number' && !keepsText) {
      return Number.isFinite(value) ? { value } : { value: { formula: '=NA()' } };
    }
    if (isDate(value)) {
      const serial = serialOfMoment(value.getTime(), this.timeZone);
      if (keepsText) return { value: display(serial, DATE_TIME_FORMAT, Infinity) };
      return { value: serial, look: { numberFormat: DATE_TIME_FORMAT } };
    }
    const text = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    if (!keepsText) {
      return parseTyped(text, localeMarks(this.locale), new Date(this.clock.now).getUTCFullYear());
    }
    // A script's formula is one even in a cell formatted as text; what the owner types there is not.
    if (hand === 'script' && /^=./s.test(text)) return { value: { formula: text } };
    return text.startsWith("'")
      ? { value: text.slice(1), look: { quoted: true } }
      : { value: text };
  }

  /** What the grid shows. */
  shown(sheet: SheetData, row: number, column: number): string {
    const value = resultOf(sheet.value(row, column));
    if (typeof value === 'string') return value;
    return display(value, sheet.look(row, column)?.numberFormat, this.quirks.scientificFrom);
  }

  /** What getValue gives. */
  given(sheet: SheetData, row: number, column: number): string | number | boolean | Date {
    const kept = sheet.value(row, column);
    const value = resultOf(kept);
    if (typeof value === 'string') {
      if (isFormula(kept)) return value;
      const shows = this.quirks.apostropheShown && sheet.look(row, column)?.quoted;
      return shows ? `'${value}` : value;
    }
    if (typeof value === 'boolean') return value;
    const isDay = isDateFormat(sheet.look(row, column)?.numberFormat);
    return isDay ? new Date(momentOfSerial(value, this.timeZone)) : value;
  }

  /** Order of Sheets: numbers, then text, then truth values, empty cells last whatever the direction. */
  comparison(
    sheet: SheetData,
    column: number,
    ascending: boolean,
  ): (a: number, b: number) => number {
    const rank = (value: CellValue) =>
      value === '' ? 3 : typeof value === 'number' ? 0 : typeof value === 'boolean' ? 2 : 1;
    return (a, b) => {
      const [x, y] = [resultOf(sheet.value(a, column)), resultOf(sheet.value(b, column))];
      if (x === '' || y === '') return (x === '' ? 1 : 0) - (y === '' ? 1 : 0);
      const order =
        rank(x) - rank(y) ||
        (typeof x === 'number' && typeof y === 'number'
          ? x - y
          : this.shown(sheet, a, column).localeCompare(this.shown(sheet, b, column)));
      return ascending ? order : -order;
    };
  }

  save(): SavedBook {
    return this.#save(this.sheets.map((sheet) => saveSheet(sheet)));
  }

  /** As {@link save}, without any rows. */
  saveFrame(): SavedBook {
    return this.#save(this.sheets.map((sheet) => saveSheet(sheet, [])));
  }

  #save(sheets: SavedSheet[]): SavedBook {
    const { id, name, timeZone, locale, activeSheet, selection } = this;
    return { id, name, timeZone, locale, activeSheet, selection: { ...selection }, sheets };
  }

  restore(saved: SavedBook): void {
    this.touch();
    this.name = saved.name;
    this.timeZone = saved.timeZone;
    this.locale = saved.locale;
    this.activeSheet = saved.activeSheet;
    this.selection = { ...saved.selection };
    this.sheets = saved.sheets.map((sheet) => this.own(restoreSheet(sheet)));
  }
}
