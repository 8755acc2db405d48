/** Sheet: one tab as a script sees it. */
import { type Area, parseA1 } from './a1';
import { guard } from './guard';
import { listProtections, makeProtection } from './protection';
import { fitsCell, makeRange } from './range';
import { checkArea, sheetOf } from './range-position';
import type { Run } from './run';
import type { SheetData } from './sheet-data';
import { MAKE_ROOM, SheetStructure } from './sheet-structure';
import { makeTextFinder } from './text-finder';

class Sheet extends SheetStructure {
  readonly #run: Run;
  readonly #id: number;
  constructor(run: Run, id: number) {
    super(run, id);
    this.#run = run;
    this.#id = id;
  }
  getName(): string {
    return this.#data.name;
  }
  getSheetName(): string {
    return this.#data.name;
  }
  getSheetId(): number {
    return this.#id;
  }
  getIndex(): number {
    return this.#run.world.book.sheets.indexOf(this.#data) + 1;
  }
  getRange(first: string | number, column?: number, rows = 1, columns = 1): object {
    const area = this.#area(first, column, rows, columns);
    checkArea(this.#run, this.#data, area);
    return makeRange(this.#run, { sheetId: this.#id, area });
  }
  getRangeList(notations: string[]): object {
    const ranges = Array.from(notations, (notation) => this.getRange(notation));
    return guard(this.#run, 'RangeList', {
      getRanges: () => ranges,
      ...everyRange(ranges, [
        'clear',
        'clearContent',
        'clearNote',
        'setBackground',
        'setFontColor',
        'setFontWeight',
        'setNote',
        'setNumberFormat',
        'setValue',
        'setWrap',
        'setHorizontalAlignment',
        'setVerticalAlignment',
      ]),
    });
  }
  getDataRange(): object {
    const { rows, columns } = this.#read('getDataRange', () => ({
      rows: Math.max(1, this.#data.lastRow()),
      columns: Math.max(1, this.#data.lastColumn()),
    }));
    return makeRange(this.#run, { sheetId: this.#id, area: { row: 1, column: 1, rows, columns } });
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown {
    return (this.getRange(row, column, rows, columns) as { getValues(): unknown }).getValues();
  }
  getActiveRange(): object | null {
    const { book } = this.#run.world;
    if (book.active.id !== this.#id) return null;
    return makeRange(this.#run, { sheetId: this.#id, area: book.selection });
  }
  getSelection(): object {
    return guard(this.#run, 'Selection', {
      getActiveRange: () => this.getActiveRange(),
      getActiveSheet: () => makeSheet(this.#run, this.#id),
    });
  }
  getActiveCell(): object | null {
    const { book } = this.#run.world;
    if (book.active.id !== this.#id) return null;
    const { row, column } = book.selection;
    return makeRange(this.#run, { sheetId: this.#id, area: { row, column, rows: 1, columns: 1 } });
  }
  setActiveRange(range: { activate(): object }): object {
    return range.activate();
  }
  getLastRow(): number {
    return this.#read('getLastRow', () => this.#data.lastRow());
  }
  getLastColumn(): number {
    return this.#read('getLastColumn', () => this.#data.lastColumn());
  }
  /**
   * Writes below the last row with content, and makes room there. The place is chosen at the beginning of the call and
   * written at its end: of two at once, without a lock, one is lost, as on the real service.
   */
  appendRow(values: unknown[]): this {
    if (!Array.isArray(values) || values.length === 0) {
      throw this.#run.badArguments('SpreadsheetApp.Sheet.appendRow', [values]);
    }
    const copy = Array.from(values);
    let row = 0;
    this.#run.writeNow(
      `${this.#data.name} appendRow`,
      () => {
        if (!copy.every((value) => fitsCell(this.#run, value))) return;
        const data = this.#data;
        this[MAKE_ROOM](row, copy.length);
        copy.forEach((value, i) => {
          this.#run.world.book.write(data, row, i + 1, value, 'appendRow');
        });
      },
      () => {
        this.#run.flushWrites();
        row = this.#data.lastRow() + 1;
      },
    );
    return guard(this.#run, 'Sheet', this);
  }
  createTextFinder(text: string): object {
    return makeTextFinder(this.#run, text, () => {
      const { maxRows, maxColumns } = this.#data;
      return [
        { sheetId: this.#id, area: { row: 1, column: 1, rows: maxRows, columns: maxColumns } },
      ];
    });
  }
  protect(): object {
    return makeProtection(this.#run, this.#id, 'SHEET');
  }
  getProtections(type: string): object[] {
    return listProtections(this.#run, this.#id, type);
  }
  getFilter(): object | null {
    const has = this.#read('getFilter', () => this.#data.filter !== null);
    return has ? makeFilter(this.#run, this.#id) : null;
  }
  getParent(): object {
    return this.#run.services.spreadsheet();
  }

  get #data(): SheetData {
    return sheetOf(this.#run, this.#id);
  }
  #read<T>(method: string, effect: () => T): T {
    return this.#run.readSheet('spreadsheet.read', `${this.#data.name} ${method}`, effect, 0);
  }
  #area(first: string | number, column: number | undefined, rows: number, columns: number): Area {
    if (typeof first === 'string' && column === undefined) {
      const area = parseA1(first.replace(/^.*!/, ''), this.#data);
      if (!area) throw this.#run.exception('Range not found');
      return area;
    }
    if (typeof first !== 'number' || typeof column !== 'number') {
      throw this.#run.badArguments('SpreadsheetApp.Sheet.getRange', [first, column]);
    }
    return {
      row: Math.trunc(first),
      column: Math.trunc(column),
      rows: Math.trunc(rows),
      columns: Math.trunc(columns),
    };
  }
}

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Methods of a RangeList: the same of every Range in it. */
function everyRange(ranges: object[], names: string[]): Methods {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...args: unknown[]) => {
        for (const range of ranges) (range as Methods)[name]?.(...args);
      },
    ]),
  );
}

/** A tab that is known to exist. */
export function makeSheet(run: Run, id: number): object {
  return guard(run, 'Sheet', new Sheet(run, id));
}

/** The filter of a tab: where it lies, and its end. */
export function makeFilter(run: Run, sheetId: number): object {
  return guard(run, 'Filter', {
    getRange: () => {
      const area = sheetOf(run, sheetId).filter;
      if (!area) throw run.exception('The filter has been removed.');
      return makeRange(run, { sheetId, area });
    },
    remove: () =>
      run.writeNow(`${sheetOf(run, sheetId).name} filter remove`, () => {
        sheetOf(run, sheetId).filter = null;
      }),
  });
}
