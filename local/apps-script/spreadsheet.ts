/** Spreadsheet: the bound spreadsheet as a script sees it. */
import { type Place, parseA1, splitSheetName } from './a1';
import { guard } from './guard';
import { makeRange } from './range';
import { checkArea } from './range-position';
import type { Run } from './run';
import { makeSheet } from './sheet';
import { checkCellLimit, nameTaken } from './sheet-structure';
import { makeTextFinder } from './text-finder';

const NEW_SHEET_CELLS = 26_000;

class Spreadsheet {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  get #book() {
    return this.#run.world.book;
  }
  getId(): string {
    return this.#book.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.#book.id}/edit`;
  }
  getName(): string {
    return this.#book.name;
  }
  rename(name: string): void {
    this.#run.writeNow('rename', () => {
      this.#book.name = String(name);
    });
  }
  getSpreadsheetTimeZone(): string {
    return this.#book.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    this.#run.writeNow('setSpreadsheetTimeZone', () => {
      this.#book.timeZone = timeZone;
    });
  }
  getSpreadsheetLocale(): string {
    return this.#book.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.#run.writeNow('setSpreadsheetLocale', () => {
      this.#book.locale = locale;
    });
  }
  getSheets(): object[] {
    return this.#book.sheets.map(({ id }) => makeSheet(this.#run, id));
  }
  getNumSheets(): number {
    return this.#book.sheets.length;
  }
  getSheetByName(name: string): object | null {
    const found = this.#book.find(String(name));
    return found ? makeSheet(this.#run, found.id) : null;
  }
  getSheetById(id: number): object | null {
    return this.#book.byId(id) ? makeSheet(this.#run, id) : null;
  }
  insertSheet(...args: (string | number | object)[]): object {
    const [name, index] = args;
    if (args.some((arg) => typeof arg === 'object')) {
      throw this.#run.lacks('Spreadsheet.insertSheet option template');
    }
    const wanted = typeof name === 'string' ? name : this.#freeName();
    const at = [name, index].find((arg) => typeof arg === 'number');
    const id = this.#run.writeNow(`insertSheet ${wanted}`, () => {
      if (this.#book.find(wanted)) throw this.#run.exception(nameTaken(wanted));
      checkCellLimit(this.#run, NEW_SHEET_CELLS);
      const made = this.#book.addSheet(wanted, at);
      this.#book.activeSheet = made.id;
      return made.id;
    });
    return makeSheet(this.#run, id);
  }
  deleteSheet(sheet: { getSheetId(): number }): void {
    const id = sheet.getSheetId();
    this.#run.writeNow('deleteSheet', () => {
      if (this.#book.sheets.length === 1) {
        throw this.#run.exception("You can't remove all the sheets in a document.");
      }
      this.#book.sheets = this.#book.sheets.filter((kept) => kept.id !== id);
    });
  }
  getActiveSheet(): object {
    return makeSheet(this.#run, this.#book.active.id);
  }
  setActiveSheet(sheet: { activate(): object }, restoreSelection = false): object {
    if (restoreSelection) throw this.#run.lacks('Spreadsheet.setActiveSheet with a selection');
    return sheet.activate();
  }
  /** Moves the active tab; positions from 1. */
  moveActiveSheet(position: number): void {
    this.#run.writeNow('moveActiveSheet', () => {
      const { sheets, active } = this.#book;
      const others = sheets.filter((sheet) => sheet !== active);
      others.splice(position - 1, 0, active);
      this.#book.sheets = others;
    });
  }
  getActiveRange(): object {
    return makeRange(this.#run, { sheetId: this.#book.active.id, area: this.#book.selection });
  }
  getActiveCell(): object {
    const { row, column } = this.#book.selection;
    const area = { row, column, rows: 1, columns: 1 };
    return makeRange(this.#run, { sheetId: this.#book.active.id, area });
  }
  setActiveRange(range: { activate(): object }): object {
    return range.activate();
  }
  getSelection(): object {
    return guard(this.#run, 'Selection', {
      getActiveRange: () => this.getActiveRange(),
      getActiveSheet: () => this.getActiveSheet(),
    });
  }
  getRange(notation: string): object {
    const { sheet: name, area: rest } = splitSheetName(String(notation));
    const sheet = name === undefined ? this.#book.active : this.#book.find(name);
    const area = sheet && parseA1(rest, sheet);
    if (!sheet || !area) throw this.#run.exception('Range not found');
    checkArea(this.#run, sheet, area);
    return makeRange(this.#run, { sheetId: sheet.id, area });
  }
  createTextFinder(text: string): object {
    return makeTextFinder(this.#run, text, () =>
      this.#book.sheets.map(
        ({ id, maxRows, maxColumns }): Place => ({
          sheetId: id,
          area: { row: 1, column: 1, rows: maxRows, columns: maxColumns },
        }),
      ),
    );
  }
  toast(text: string, title = '', seconds = 5): void {
    this.#run.call('ui', 'toast', () => {
      const at = this.#run.now();
      this.#run.world.screen.toasts.push({ text: String(text), title: String(title), seconds, at });
    });
  }
  #freeName(): string {
    let number = this.#book.sheets.length + 1;
    while (this.#book.find(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}

/** The bound spreadsheet. */
export function makeSpreadsheet(run: Run): object {
  return guard(run, 'Spreadsheet', new Spreadsheet(run));
}
