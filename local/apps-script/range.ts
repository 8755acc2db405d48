/** Range: reading and writing the cells of an area. */
import type { Area, Place } from './a1';
import { type CheckValue, isFormula, MAX_CELL_CHARACTERS, type Validation } from './cell';
import { type ClearOptions, clearParts, partsOf } from './clearing';
import { dataEdge } from './data-edge';
import { makeFilter } from './filter';
import { movedFormula } from './formula';
import { guard } from './guard';
import { makeProtection } from './protection';
import { checkDimensions, RangeLook } from './range-look';
import { DATA, NAMED, PLACE, RUN } from './range-position';
import type { Run } from './run';
import { rowOrder, type SortOrder } from './sort-order';
import { makeTextFinder } from './text-finder';
import { mayHold, VALIDATION } from './validation';

type Given = string | number | boolean | Date;

/** @throws nothing now: the error of a text that is too long shows itself at the next spreadsheet call */
export function fitsCell(run: Run, value: unknown): boolean {
  if (typeof value !== 'string' || value.length <= MAX_CELL_CHARACTERS) return true;
  run.sheetFails(
    `Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`,
  );
  return false;
}

const EACH = Symbol('each');
const WRITE = Symbol('write');
const AGAIN = Symbol('again');

class Range extends RangeLook {
  getSheet(): object {
    return this[RUN].services.sheet(this[PLACE].sheetId);
  }
  getValue(): Given {
    const { row, column } = this[PLACE].area;
    return (
      this[EACH]('getValue', (r, c) => this.#given(r, c), {
        row,
        column,
        rows: 1,
        columns: 1,
      })[0]?.[0] ?? ''
    );
  }
  getValues(): Given[][] {
    return this[EACH]('getValues', (row, column) => this.#given(row, column));
  }
  getDisplayValue(): string {
    const { row, column } = this[PLACE].area;
    return (
      this[EACH]('getDisplayValue', (r, c) => this.#shown(r, c), {
        row,
        column,
        rows: 1,
        columns: 1,
      })[0]?.[0] ?? ''
    );
  }
  getDisplayValues(): string[][] {
    return this[EACH]('getDisplayValues', (row, column) => this.#shown(row, column));
  }
  getFormula(): string {
    return this.getFormulas()[0]?.[0] ?? '';
  }
  getFormulas(): string[][] {
    return this[EACH]('getFormulas', (row, column) => {
      const value = this[DATA]().value(row, column);
      return isFormula(value) ? value.formula : '';
    });
  }
  isBlank(): boolean {
    return this[EACH]('isBlank', (row, column) => this[DATA]().value(row, column) === '')
      .flat()
      .every(Boolean);
  }
  setValue(value: unknown): this {
    return this[WRITE]('setValue', () => value, [value]);
  }
  setValues(values: unknown[][]): this {
    checkDimensions(this, values);
    const copy = Array.from(values, (row) => Array.from(row));
    return this[WRITE]('setValues', (r, c) => copy[r]?.[c], copy.flat());
  }
  setFormula(formula: string): this {
    const text = String(formula).startsWith('=') ? formula : `=${formula}`;
    return this[WRITE]('setFormula', (row, column) => movedFormula(text, row, column), [text]);
  }
  clearContent(): this {
    return this[WRITE]('clearContent', () => '', []);
  }
  /** Content, formats and notes, or what the options name. */
  clear(options: ClearOptions = {}): this {
    const { area } = this[PLACE];
    const known = ['contentsOnly', 'formatOnly', 'commentsOnly', 'validationsOnly'] as const;
    const parts = partsOf(this[RUN], 'Range.clear', options, [...known]);
    this[RUN].bufferWrite(this[NAMED]('clear'), area.rows * area.columns, () => {
      const sheet = this[DATA]();
      if (parts.length > 0) return clearParts(sheet, area, parts);
      eachCell(area, (row, column) => {
        sheet.setValue(row, column, '');
        sheet.replaceLook(row, column, null);
      });
    });
    return this[AGAIN]();
  }
  /** Unticked: FALSE, or the value for it, which is empty when only the one for a tick is given. */
  insertCheckboxes(...values: CheckValue[]): this {
    const unticked = values.length === 0 ? false : (values[1] ?? '');
    this[WRITE]('insertCheckboxes', () => unticked, []);
    const rule: Validation = { type: 'CHECKBOX', values, allowInvalid: true };
    return this.setDataValidation({ [VALIDATION]: rule });
  }
  /** By a column of the sheet (not of the range), or several; a negative number is descending. */
  sort(order: SortOrder | SortOrder[]): this {
    const orders = Array.isArray(order) ? Array.from(order) : [order];
    this[RUN].writeNow(this[NAMED]('sort'), () => {
      const sheet = this[DATA]();
      sheet.sortArea(this[PLACE].area, rowOrder(this[RUN].world.book, sheet, orders));
    });
    return this[AGAIN]();
  }
  getNextDataCell(direction: string): object {
    const { sheetId, area } = this[PLACE];
    const find = () => dataEdge(this[DATA](), area, direction);
    const found = this[RUN].readSheet('spreadsheet.read', this[NAMED]('getNextDataCell'), find, 0);
    return makeRange(this[RUN], { sheetId, area: found });
  }
  createTextFinder(text: string): object {
    return makeTextFinder(this[RUN], text, () => [this[PLACE]]);
  }
  createFilter(): object {
    const { area } = this[PLACE];
    this[RUN].writeNow(this[NAMED]('createFilter'), () => {
      this[DATA]().filter = area;
    });
    return makeFilter(this[RUN], this[PLACE].sheetId);
  }
  protect(): object {
    return makeProtection(this[RUN], this[PLACE].sheetId, 'RANGE', this[PLACE].area);
  }
  activate(): this {
    const { book } = this[RUN].world;
    book.activeSheet = this[PLACE].sheetId;
    book.selection = this[PLACE].area;
    return this[AGAIN]();
  }
  activateAsCurrentCell(): this {
    return this.activate();
  }

  #given(row: number, column: number): Given {
    return this[RUN].world.book.given(this[DATA](), row, column);
  }
  #shown(row: number, column: number): string {
    return this[RUN].world.book.shown(this[DATA](), row, column);
  }
  [EACH]<T>(
    method: string,
    of: (row: number, column: number) => T,
    area: Area = this[PLACE].area,
  ): T[][] {
    const read = () =>
      Array.from({ length: area.rows }, (_, r) =>
        Array.from({ length: area.columns }, (_, c) => of(area.row + r, area.column + c)),
      );
    const cells = area.rows * area.columns;
    return this[RUN].readSheet('spreadsheet.read', this[NAMED](method), read, cells);
  }
  [WRITE](method: string, of: (r: number, c: number) => unknown, values: unknown[]): this {
    const run = this[RUN];
    const { area } = this[PLACE];
    run.call('spreadsheet.write', this[NAMED](method), () => {
      if (!values.every((value) => fitsCell(run, value))) return;
      run.buffer(area.rows * area.columns, () => {
        const sheet = this[DATA]();
        eachCell(area, (row, column) => {
          const value = of(row - area.row, column - area.column);
          if (mayHold(run, sheet, row, column, value)) {
            run.world.book.write(sheet, row, column, value, 'script');
          }
        });
      });
    });
    return this[AGAIN]();
  }
  [AGAIN](): this {
    return guard(this[RUN], 'Range', this);
  }
}

function eachCell(area: Area, action: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      action(row, column);
    }
  }
}

/** A Range over an area that is known to lie within the grid. */
export function makeRange(run: Run, place: Place): object {
  return guard(run, 'Range', new Range(run, place));
}
