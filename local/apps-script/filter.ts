/** The filter of a tab: where it lies, the values that it hides, and its end. */
import type { Area } from './a1';
import { guard } from './guard';
import { sheetOf } from './range-position';
import type { Run } from './run';
import type { SheetData } from './sheet-data';

const HIDDEN = Symbol('hidden values');

class Filter {
  readonly #run: Run;
  readonly #sheetId: number;
  constructor(run: Run, sheetId: number) {
    this.#run = run;
    this.#sheetId = sheetId;
  }
  getRange(): object {
    return this.#run.services.range({ sheetId: this.#sheetId, area: this.#area() });
  }
  /** Hides the rows below the heading whose shown value in the column is one of those named. */
  setColumnFilterCriteria(column: number, criteria: { [HIDDEN]: string[] } | null): object {
    const values = criteria?.[HIDDEN] ?? [];
    return this.#change('setColumnFilterCriteria', (row) =>
      values.includes(this.#run.world.book.shown(sheetOf(this.#run, this.#sheetId), row, column)),
    );
  }
  remove(): void {
    this.#change('filter remove', () => false);
    sheetOf(this.#run, this.#sheetId).filter = null;
  }
  #area() {
    const area = sheetOf(this.#run, this.#sheetId).filter;
    if (!area) throw this.#run.exception('The filter has been removed.');
    return area;
  }
  #change(method: string, hides: (row: number) => boolean): object {
    const sheet = sheetOf(this.#run, this.#sheetId);
    this.#run.writeNow(`${sheet.name} ${method}`, () => {
      hideRows(sheet, this.#area(), hides);
    });
    return makeFilter(this.#run, this.#sheetId);
  }
}

function hideRows(
  sheet: SheetData,
  { row: heading, rows }: Area,
  hides: (row: number) => boolean,
): void {
  for (let row = heading + 1; row < heading + rows; row++) {
    const kept = sheet.rows[row - 1];
    if (!kept) continue;
    sheet.changes.row(row);
    if (hides(row)) kept.filtered = true;
    else delete kept.filtered;
  }
}

/** Filters a whole tab, as the owner does. @param keeps the rows below the heading that stay; null ends the filter */
export function filterRows(sheet: SheetData, keeps: ((row: number) => boolean) | null): void {
  const all = { row: 1, column: 1, rows: sheet.lastRow(), columns: sheet.lastColumn() };
  hideRows(sheet, all, (row) => keeps !== null && !keeps(row));
  sheet.filter = keeps === null ? null : all;
}

/** What getFilter() and createFilter() give. */
export function makeFilter(run: Run, sheetId: number): object {
  return guard(run, 'Filter', new Filter(run, sheetId));
}

/** SpreadsheetApp.newFilterCriteria(), as far as hiding values goes. */
export function newFilterCriteria(run: Run, hiddenValues: string[] = []): object {
  return guard(run, 'FilterCriteriaBuilder', {
    setHiddenValues: (values: string[]) => newFilterCriteria(run, Array.from(values, String)),
    build: () => guard(run, 'FilterCriteria', { [HIDDEN]: hiddenValues }),
  });
}
