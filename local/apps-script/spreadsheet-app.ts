/** SpreadsheetApp: the way to the bound spreadsheet, the only one that the script can open. */
import { newFilterCriteria } from './filter';
import { enumeration, guard } from './guard';
import { protectionTypes } from './protection';
import { makeRange } from './range';
import type { Run } from './run';
import { makeSheet } from './sheet';
import { makeSpreadsheet } from './spreadsheet';
import { uiEnums } from './ui';
import { newDataValidation } from './validation';

const ENUMS: Record<string, string[]> = {
  WrapStrategy: ['WRAP', 'OVERFLOW', 'CLIP'],
  DataValidationCriteria: ['VALUE_IN_LIST', 'CHECKBOX'],
  Dimension: ['ROWS', 'COLUMNS'],
  Direction: ['UP', 'DOWN', 'PREVIOUS', 'NEXT'],
};

class SpreadsheetApp {
  readonly #run: Run;
  readonly ProtectionType: object;
  constructor(run: Run) {
    this.#run = run;
    this.ProtectionType = protectionTypes(run);
    for (const [name, values] of Object.entries(ENUMS)) {
      Object.assign(this, { [name]: enumeration(run, `SpreadsheetApp.${name}`, values) });
    }
  }
  getActive(): object | null {
    return this.#isGiven() ? makeSpreadsheet(this.#run) : null;
  }
  getActiveSpreadsheet(): object | null {
    return this.getActive();
  }
  getActiveSheet(): object | null {
    return this.#isGiven() ? makeSheet(this.#run, this.#run.world.book.active.id) : null;
  }
  getActiveRange(): object | null {
    const { book } = this.#run.world;
    if (!this.#isGiven()) return null;
    return makeRange(this.#run, { sheetId: book.active.id, area: book.selection });
  }
  getCurrentCell(): object | null {
    const { book } = this.#run.world;
    if (!this.#isGiven()) return null;
    const { row, column } = book.selection;
    const area = { row, column, rows: 1, columns: 1 };
    return makeRange(this.#run, { sheetId: book.active.id, area });
  }
  setActiveSheet(sheet: { activate(): object }, restoreSelection = false): object {
    if (restoreSelection) throw this.#run.lacks('SpreadsheetApp.setActiveSheet with a selection');
    return sheet.activate();
  }
  setActiveRange(range: { activate(): object }): object {
    return range.activate();
  }
  /** There is no other spreadsheet here than the script's own. */
  openById(id: string): object {
    return this.#open('openById', String(id));
  }
  openByUrl(url: string): object {
    return this.#open('openByUrl', /\/d\/([^/]+)/.exec(String(url))?.[1] ?? '');
  }
  newFilterCriteria(): object {
    return newFilterCriteria(this.#run);
  }
  newDataValidation(): object {
    return newDataValidation(this.#run);
  }
  flush(): void {
    this.#run.flush();
  }
  getUi(): object {
    return this.#run.services.ui();
  }
  #isGiven(): boolean {
    const { record, isAnonymous, world } = this.#run;
    if (isAnonymous) return world.quirks.activeInWebApp;
    return record.as !== 'trigger' || world.quirks.activeInTrigger;
  }
  #open(method: string, id: string): object {
    const run = this.#run;
    const open = () => {
      if (id === run.world.book.id) return;
      throw run.exception(
        `Unexpected error while getting the method or property ${method} on object SpreadsheetApp.`,
      );
    };
    run.readSheet('spreadsheet.read', method, open, 0);
    return makeSpreadsheet(run);
  }
}

/** The global `SpreadsheetApp` of one execution. */
export function spreadsheetApp(run: Run): object {
  return guard(run, 'SpreadsheetApp', Object.assign(new SpreadsheetApp(run), uiEnums(run)));
}
