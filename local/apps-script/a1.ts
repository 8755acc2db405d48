/** A1 notation: "B2", "A:C", "2:5", "A2:C", "'My tab'!B2". */

/** A rectangle of cells; rows and columns from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** Written as whole columns ("D:F") or whole rows ("5:7"), and read so again. */
  whole?: 'columns' | 'rows';
}

/** An area of one tab. */
export interface Place {
  sheetId: number;
  area: Area;
}

/** "A" for 1, "AA" for 27. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 27 for "AA". */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The area's own notation. */
export function toA1({ row, column, rows, columns, whole }: Area): string {
  if (whole === 'columns') return `${columnName(column)}:${columnName(column + columns - 1)}`;
  if (whole === 'rows') return `${row}:${row + rows - 1}`;
  const first = `${columnName(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnName(column + columns - 1)}${row + rows - 1}`;
}

/** Takes the sheet's name off the front. */
export function splitSheetName(notation: string): { sheet?: string; area: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^!']+))!(.+)$/.exec(notation);
  if (!match) return { area: notation };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', area: match[3] ?? '' };
}

/** Reads a notation (also "R5C3") without a sheet's name; open sides end where the grid ends. null: it is none. */
export function parseA1(
  notation: string,
  grid: { maxRows: number; maxColumns: number },
): Area | null {
  const byNumbers = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(notation.trim());
  if (byNumbers) return areaBetween(byNumbers.slice(1).filter(Boolean).map(Number));
  const match = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/i.exec(notation.trim());
  if (!match) return null;
  const [whole, c1 = '', r1 = '', c2, r2] = match;
  const single = !whole.includes(':');
  if (single && (!c1 || !r1)) return null;
  if (!single && ((!c1 && !r1) || (!c2 && !r2))) return null;
  const left = c1 ? columnNumber(c1) : 1;
  const top = r1 ? Number(r1) : 1;
  const right = single ? left : c2 ? columnNumber(c2) : grid.maxColumns;
  const bottom = single ? top : r2 ? Number(r2) : grid.maxRows;
  const area = areaBetween([top, left, bottom, right]);
  if (!r1 && !r2) return { ...area, whole: 'columns' };
  return !c1 && !c2 ? { ...area, whole: 'rows' } : area;
}

function areaBetween([top = 1, left = 1, bottom = top, right = left]: number[]): Area {
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}
