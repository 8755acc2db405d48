/** What a cell holds and how it looks. Dates are numbers with a date format, as in the real service. */

/** A formula, kept as text and never run. */
export interface Formula {
  /** '' in a cell that the result of another one spills into. */
  formula: string;
  /** What it comes to, where a test has said so. */
  gives?: CheckValue;
  /** How far its result spills. */
  spill?: { rows: number; columns: number };
}

/** '' is an empty cell. */
export type CellValue = string | number | boolean | Formula;

/** Shown, and given by getValue, for a formula of which nobody has said what it gives: formulas are kept, not run. Their text is what getFormula gives. */
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

export type CheckValue = string | number | boolean;

/** A data validation rule, as built by SpreadsheetApp.newDataValidation(). */
export interface Validation {
  type: 'VALUE_IN_LIST' | 'CHECKBOX';
  /** The entries of a list; of a check-box the values for ticked and unticked, when they are not TRUE and FALSE. */
  values: CheckValue[];
  allowInvalid: boolean;
  helpText?: string;
  dropdown?: boolean;
}

/** One row. Cells beyond the arrays' ends are empty. */
export interface Row {
  v: CellValue[];
  x?: (CellLook | null)[];
  hidden?: true;
  /** A filter hides it. */
  filtered?: true;
}

/** Google's limits. */
export const MAX_CELLS = 10_000_000;
export const MAX_CELL_CHARACTERS = 50_000;

/** What a cell comes to: a formula's result in its place. */
export function resultOf(value: CellValue): Exclude<CellValue, Formula> {
  return isFormula(value) ? (value.gives ?? FORMULA_SHOWN) : value;
}

export function isFormula(value: CellValue | undefined): value is Formula {
  return typeof value === 'object';
}
