/** What a cell holds and how it looks. Dates are numbers with a date format, as in the real service. */

/** A formula, kept as text and never run. */
export interface Formula {
  formula: string;
}

/** '' is an empty cell. */
export type CellValue = string | number | boolean | Formula;

/** Shown, and given by getValue, for every formula: formulas are kept, not run. Their text is what getFormula gives. */
export const FORMULA_SHOWN = '#FORMULA!';

/** Everything about a cell that is not its value. Never changed in place, so that it can be shared. */
export interface CellLook {
  numberFormat?: string;
  note?: string;
  /** Made text by a leading apostrophe. */
  quoted?: boolean;
  background?: string;
  fontColor?: string;
  fontWeight?: string;
  fontStyle?: string;
  fontSize?: number;
  fontFamily?: string;
  fontLine?: string;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapStrategy?: string;
  validation?: Validation;
}

/** A data validation rule, as built by SpreadsheetApp.newDataValidation(). */
export interface Validation {
  type: 'VALUE_IN_LIST' | 'CHECKBOX';
  values: string[];
  allowInvalid: boolean;
  helpText?: string;
  dropdown?: boolean;
}

/** One row. Cells beyond the arrays' ends are empty. */
export interface Row {
  v: CellValue[];
  x?: (CellLook | null)[];
  hidden?: true;
}

/** Google's limits. */
export const MAX_CELLS = 10_000_000;
export const MAX_CELL_CHARACTERS = 50_000;

export function isFormula(value: CellValue | undefined): value is Formula {
  return typeof value === 'object';
}
