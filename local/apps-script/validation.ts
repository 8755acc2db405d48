/** Data validation rules and their builder. */
import { columnName } from './a1';
import type { CheckValue, Validation } from './cell';
import { guard } from './guard';
import type { Run } from './run';
import type { SheetData } from './sheet-data';

export const VALIDATION = Symbol('validation');

class DataValidation {
  readonly [VALIDATION]: Validation;
  constructor(rule: Validation) {
    this[VALIDATION] = rule;
  }
  getAllowInvalid(): boolean {
    return this[VALIDATION].allowInvalid;
  }
  getHelpText(): string | null {
    return this[VALIDATION].helpText ?? null;
  }
  getCriteriaType(): string {
    return this[VALIDATION].type;
  }
  getCriteriaValues(): unknown[] {
    const { type, values, dropdown } = this[VALIDATION];
    return type === 'VALUE_IN_LIST' ? [values, dropdown ?? true] : values;
  }
}

class DataValidationBuilder {
  readonly #run: Run;
  #rule: Partial<Validation> & { allowInvalid: boolean } = { allowInvalid: true };
  constructor(run: Run) {
    this.#run = run;
  }
  requireValueInList(values: string[], showDropdown = true): this {
    return this.#set({
      type: 'VALUE_IN_LIST',
      values: Array.from(values, String),
      dropdown: showDropdown,
    });
  }
  requireCheckbox(...values: CheckValue[]): this {
    return this.#set({ type: 'CHECKBOX', values });
  }
  setAllowInvalid(allowInvalid: boolean): this {
    return this.#set({ allowInvalid });
  }
  setHelpText(helpText: string): this {
    return this.#set({ helpText });
  }
  build(): object {
    const { type, values } = this.#rule;
    if (!type || !values) throw this.#run.exception('The data validation rule has no criteria.');
    return makeValidation(this.#run, { ...this.#rule, type, values });
  }
  #set(part: Partial<Validation>): this {
    Object.assign(this.#rule, part);
    return guard(this.#run, 'DataValidationBuilder', this);
  }
}

export function makeValidation(run: Run, rule: Validation): object {
  return guard(run, 'DataValidation', new DataValidation(rule));
}

/** What SpreadsheetApp.newDataValidation() gives. */
export function newDataValidation(run: Run): object {
  return guard(run, 'DataValidationBuilder', new DataValidationBuilder(run));
}

/** Whether a rule that rejects other values lets a script write this one; if not, the next call of the spreadsheet tells. */
export function mayHold(
  run: Run,
  sheet: SheetData,
  row: number,
  column: number,
  value: unknown,
): boolean {
  const rule = sheet.look(row, column)?.validation;
  if (rule?.type !== 'VALUE_IN_LIST' || rule.allowInvalid) return true;
  if (!run.world.quirks.validationBindsScripts || value === '' || value === null) return true;
  if (rule.values.map(String).includes(String(value))) return true;
  run.sheetFails(
    `The data you entered in cell ${columnName(column)}${row} violates the data validation rules set on this cell.`,
  );
  return false;
}
