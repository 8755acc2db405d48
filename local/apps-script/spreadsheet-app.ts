/** SpreadsheetApp: the way to the bound spreadsheet, the only one that the script can open. */
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
  getActive(): object {
    return makeSpreadsheet(this.#run);
  }
  getActiveSpreadsheet(): object {
    return makeSpreadsheet(this.#run);
  }
  getActiveSheet(): object {
    return makeSheet(this.#run, this.#run.world.book.active.id);
  }
  getActiveRange(): object {
    const { book } = this.#run.world;
    return makeRange(this.#run, { sheetId: book.active.id, area: book.selection });
  }
  getCurrentCell(): object {
    const { book } = this.#run.world;
    const { row, column } = book.selection;
    const area = { row, column, rows: 1, columns: 1 };
    return makeRange(this.#run, { sheetId: book.active.id, area });
  }
  setActiveSheet(sheet: { activate(): object }): object {
    return sheet.activate();
  }
  setActiveRange(range: { activate(): object }): object {
    return range.activate();
  }
  /** With the scope spreadsheets.currentonly no other spreadsheet can be opened. */
  openById(id: string): object {
    if (id === this.#run.world.book.id) return makeSpreadsheet(this.#run);
    throw this.#run.exception(
      'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    );
  }
  openByUrl(url: string): object {
    return this.openById(/\/d\/([^/]+)/.exec(String(url))?.[1] ?? '');
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
}

/** The global `SpreadsheetApp` of one execution. */
export function spreadsheetApp(run: Run): object {
  return guard(run, 'SpreadsheetApp', Object.assign(new SpreadsheetApp(run), uiEnums(run)));
}
