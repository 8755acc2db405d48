/** Sheet: one tab as a script sees it. */
import { type Area, parseA1 } from './a1';
import { insertChart, listCharts, newChart, removeChart, updateChart } from './charts';
import { makeFilter } from './filter';
import { guard } from './guard';
import { listProtections, makeProtection } from './protection';
import { fitsCell, makeRange } from './range';
import { makeRangeList } from './range-list';
import { checkArea, RUN } from './range-position';
import type { Run } from './run';
import { AGAIN, ID, READ, TAB, WRITE } from './sheet-panes';
import { MAKE_ROOM, SheetStructure } from './sheet-structure';
import { makeTextFinder } from './text-finder';

class Sheet extends SheetStructure {
  getName(): string {
    return this[TAB]().name;
  }
  getSheetName(): string {
    return this[TAB]().name;
  }
  getSheetId(): number {
    return this[ID];
  }
  getIndex(): number {
    return this[RUN].world.book.sheets.indexOf(this[TAB]()) + 1;
  }
  getRange(first: string | number, column?: number, rows = 1, columns = 1): object {
    const area = this.#area(first, column, rows, columns);
    checkArea(this[RUN], this[TAB](), area);
    return makeRange(this[RUN], { sheetId: this[ID], area });
  }
  getRangeList(notations: string[]): object {
    return makeRangeList(
      this[RUN],
      notations.map((notation) => this.getRange(notation)),
    );
  }
  getDataRange(): object {
    const { rows, columns } = this[READ]('getDataRange', () => ({
      rows: Math.max(1, this[TAB]().lastRow()),
      columns: Math.max(1, this[TAB]().lastColumn()),
    }));
    return makeRange(this[RUN], { sheetId: this[ID], area: { row: 1, column: 1, rows, columns } });
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown {
    return (this.getRange(row, column, rows, columns) as { getValues(): unknown }).getValues();
  }
  getActiveRange(): object | null {
    const { book } = this[RUN].world;
    if (book.active.id !== this[ID]) return null;
    return makeRange(this[RUN], { sheetId: this[ID], area: book.selection });
  }
  getSelection(): object {
    return guard(this[RUN], 'Selection', {
      getActiveRange: () => this.getActiveRange(),
      getActiveSheet: () => makeSheet(this[RUN], this[ID]),
    });
  }
  getActiveCell(): object | null {
    const { book } = this[RUN].world;
    if (book.active.id !== this[ID]) return null;
    const { row, column } = book.selection;
    return makeRange(this[RUN], { sheetId: this[ID], area: { row, column, rows: 1, columns: 1 } });
  }
  setActiveRange(range: { activate(): object }): object {
    return range.activate();
  }
  getLastRow(): number {
    return this[READ]('getLastRow', () => this[TAB]().lastRow());
  }
  getLastColumn(): number {
    return this[READ]('getLastColumn', () => this[TAB]().lastColumn());
  }
  /**
   * Writes below the last row with content, and makes room there. The place is chosen at the beginning of the call and
   * written at its end: of two at once, without a lock, one is lost, as on the real service.
   */
  appendRow(values: unknown[]): this {
    if (!Array.isArray(values) || values.length === 0) {
      throw this[RUN].badArguments('SpreadsheetApp.Sheet.appendRow', [values]);
    }
    const copy = Array.from(values);
    let row = 0;
    this[RUN].writeNow(
      `${this[TAB]().name} appendRow`,
      () => {
        if (!copy.every((value) => fitsCell(this[RUN], value))) return;
        const data = this[TAB]();
        this[MAKE_ROOM](row, copy.length);
        copy.forEach((value, i) => {
          this[RUN].world.book.write(data, row, i + 1, value, 'appendRow');
        });
      },
      () => {
        this[RUN].flushWrites();
        row = this[TAB]().lastRow() + 1;
      },
    );
    return this[AGAIN]();
  }
  createTextFinder(text: string): object {
    return makeTextFinder(this[RUN], text, () => {
      const { maxRows, maxColumns } = this[TAB]();
      return [
        { sheetId: this[ID], area: { row: 1, column: 1, rows: maxRows, columns: maxColumns } },
      ];
    });
  }
  protect(): object {
    return makeProtection(this[RUN], this[ID], 'SHEET');
  }
  getProtections(type: string): object[] {
    return listProtections(this[RUN], this[ID], type);
  }
  getFilter(): object | null {
    const has = this[READ]('getFilter', () => this[TAB]().filter !== null);
    return has ? makeFilter(this[RUN], this[ID]) : null;
  }
  newChart(): object {
    return newChart(this[RUN]);
  }
  getCharts(): object[] {
    return this[READ]('getCharts', () => listCharts(this[RUN], this[ID]));
  }
  insertChart(chart: object): void {
    this[WRITE]('insertChart', () => insertChart(this[RUN], this[ID], chart));
  }
  updateChart(chart: object): void {
    this[WRITE]('updateChart', () => updateChart(this[RUN], this[ID], chart));
  }
  removeChart(chart: object): void {
    this[WRITE]('removeChart', () => removeChart(this[RUN], this[ID], chart));
  }
  getParent(): object {
    return this[RUN].services.spreadsheet();
  }

  #area(first: string | number, column: number | undefined, rows: number, columns: number): Area {
    if (typeof first === 'string' && column === undefined) {
      const area = parseA1(first.replace(/^.*!/, ''), this[TAB]());
      if (!area) throw this[RUN].exception('Range not found');
      return area;
    }
    if (typeof first !== 'number' || typeof column !== 'number') {
      throw this[RUN].badArguments('SpreadsheetApp.Sheet.getRange', [first, column]);
    }
    return {
      row: Math.trunc(first),
      column: Math.trunc(column),
      rows: Math.trunc(rows),
      columns: Math.trunc(columns),
    };
  }
}

/** A tab that is known to exist. */
export function makeSheet(run: Run, id: number): object {
  return guard(run, 'Sheet', new Sheet(run, id));
}
