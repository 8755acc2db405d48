/** Formulas as text: moved to another cell, the references in them move along. */
import { columnName, columnNumber } from './a1';

/** Texts and quoted tab names, which are left alone; names of functions and others; references. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.!])|[A-Z_][\w.]*\(?|\d[\w.]*/gi;

/** The formula as it reads when it is copied so many rows down and columns to the right. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKEN, (token, fixedColumn, letters, fixedRow, digits) => {
    if (letters === undefined) return token;
    const column = fixedColumn ? letters : columnName(columnNumber(letters) + columns);
    return `${fixedColumn}${column}${fixedRow}${fixedRow ? digits : Number(digits) + rows}`;
  });
}
