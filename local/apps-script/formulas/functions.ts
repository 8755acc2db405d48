/** The functions that are computed here. */
import { DATE_FORMAT, display } from '../display';
import { criterion } from './criteria';
import { date, partOf, weekday } from './dates';
import { query } from './query';
import {
  CellError,
  compare,
  Day,
  NOT_AVAILABLE,
  notHere,
  numberOf,
  type Scalar,
  type Surroundings,
  type Table,
  tableOf,
  textOf,
  truthOf,
  type Value,
  WRONG_TYPE,
} from './values';

/** A function: how many arguments it takes, and how it comes to its value. */
interface Computed {
  least: number;
  most?: number;
  /** Its arguments are computed as within ARRAYFORMULA. */
  each?: true;
  takesErrors?: true;
  /** What another function gives goes through as a whole, also outside of ARRAYFORMULA. */
  letsThrough?: true;
  /** Of single values. */
  cells?: (args: Scalar[], around: Surroundings) => Scalar;
  /** Of tables as they are; `column`: the number of the first one's first column, when it is a range. */
  whole?: (args: Value[], column: number | undefined) => Value;
}

export const FUNCTIONS: Record<string, Computed> = {
  ARRAYFORMULA: { least: 1, most: 1, each: true, whole: ([value = null]) => value },
  COUNT: { least: 1, whole: (args) => flat(args).filter(isNumber).length },
  COUNTA: {
    least: 1,
    takesErrors: true,
    whole: (args) => flat(args).filter((v) => v !== null).length,
  },
  COUNTIF: { least: 2, most: 2, whole: (args) => fitting(args)?.length ?? WRONG_TYPE },
  COUNTIFS: { least: 2, whole: (args) => fitting(args)?.length ?? WRONG_TYPE },
  DATE: { least: 3, most: 3, cells: date },
  DAY: { least: 1, most: 1, cells: partOf('day') },
  FILTER: { least: 2, each: true, whole: filter },
  HSTACK: { least: 1, takesErrors: true, whole: sideBySide },
  IF: { least: 2, most: 3, takesErrors: true, cells: choose },
  IFERROR: {
    least: 1,
    most: 2,
    takesErrors: true,
    letsThrough: true,
    cells: ([value = null, other = null]) =>
      value instanceof CellError && !isNotHere(value) ? other : value,
  },
  LEFT: { least: 1, most: 2, cells: left },
  MONTH: { least: 1, most: 1, cells: partOf('month') },
  QUERY: {
    least: 2,
    most: 3,
    whole: ([data = null, text, headers], column) => query(tableOf(data), text, headers, column),
  },
  SORT: { least: 1, each: true, whole: sort },
  SUM: { least: 1, whole: (args) => total(flat(args)) },
  SUMIF: {
    least: 2,
    most: 3,
    whole: ([range = null, condition = null, sum]) => sumOf(sum ?? range, [range, condition]),
  },
  SUMIFS: { least: 3, whole: ([sum = null, ...conditions]) => sumOf(sum, conditions) },
  TEXT: { least: 2, most: 2, cells: text },
  TODAY: { least: 0, most: 0, cells: (_, { today }) => new Day(today, DATE_FORMAT) },
  TO_PURE_NUMBER: {
    least: 1,
    most: 1,
    cells: ([value = null]) => (value instanceof Day ? value.serial : value),
  },
  UNIQUE: { least: 1, most: 1, whole: ([data = null]) => unique(tableOf(data)) },
  WEEKDAY: { least: 1, most: 2, cells: weekday },
  YEAR: { least: 1, most: 1, cells: partOf('year') },
};

/** What is not computed here stays visible, also within IFERROR. */
function isNotHere({ text }: CellError): boolean {
  return text.endsWith('is not part of the local Apps Script');
}

function flat(args: Value[]): Scalar[] {
  const [only, ...others] = args;
  return only !== undefined && others.length === 0 ? cellsOf(only) : args.flatMap(cellsOf);
}

function isNumber(value: Scalar): value is number | Day {
  return typeof value === 'number' || value instanceof Day;
}

/** Of the numbers only; an error makes the whole an error. */
function total(values: Scalar[]): number | CellError {
  const bad = values.find((value) => value instanceof CellError);
  if (bad instanceof CellError) return bad;
  return values.filter(isNumber).reduce<number>((sum, value) => sum + Number(numberOf(value)), 0);
}

/** The places, counted through, at which every range fits its condition; undefined when the ranges differ in size. */
function fitting(pairs: Value[]): number[] | undefined {
  if (pairs.length % 2 !== 0) return undefined;
  const checks = Array.from({ length: pairs.length / 2 }, (_, i) => ({
    cells: cellsOf(pairs[2 * i] ?? null),
    fits: criterion(tableOf(pairs[2 * i + 1] ?? null)[0]?.[0] ?? null),
  }));
  const size = checks[0]?.cells.length ?? 0;
  if (checks.some(({ cells }) => cells.length !== size)) return undefined;
  const places: number[] = [];
  for (let i = 0; i < size; i++) {
    if (checks.every(({ cells, fits }) => fits(cells[i] ?? null))) places.push(i);
  }
  return places;
}

const flattened = new WeakMap<Table, Scalar[]>();

/** One after the other, row by row. The ranges of a big tab are asked by many formulas: each is gone through once. */
function cellsOf(value: Value): Scalar[] {
  const table = tableOf(value);
  const known = flattened.get(table);
  if (known) return known;
  const cells: Scalar[] = [];
  for (const row of table) for (const cell of row) cells.push(cell);
  flattened.set(table, cells);
  return cells;
}

function sumOf(sum: Value, conditions: Value[]): number | CellError {
  const cells = cellsOf(sum);
  const places = fitting(conditions);
  return places ? total(places.map((i) => cells[i] ?? null)) : WRONG_TYPE;
}

function choose([condition = null, yes = null, no = false]: Scalar[]): Scalar {
  const truth = truthOf(condition);
  return truth instanceof CellError ? truth : truth ? yes : no;
}

function left([value = null, count = 1]: Scalar[]): Scalar {
  const [whole, length] = [textOf(value), numberOf(count)];
  if (whole instanceof CellError) return whole;
  if (length instanceof CellError) return length;
  return length < 0 ? WRONG_TYPE : whole.slice(0, length);
}

/** Shorter ones are filled up with #N/A. */
function sideBySide(args: Value[]): Table {
  const tables = args.map(tableOf);
  const rows = Math.max(...tables.map((table) => table.length));
  return Array.from({ length: rows }, (_, r) =>
    tables.flatMap((table) => table[r] ?? (table[0] ?? []).map((): Scalar => NOT_AVAILABLE)),
  );
}

function text([value = null, format = null]: Scalar[]): Scalar {
  if (value instanceof CellError) return value;
  const pattern = textOf(format);
  if (pattern instanceof CellError) return pattern;
  const number = typeof value === 'boolean' ? value : numberOf(value);
  if (typeof number !== 'number') return textOf(value);
  return display(number, pattern, 1e15);
}

function filter([data = null, ...conditions]: Value[]): Value {
  const rows = tableOf(data);
  const checks = conditions.map((condition) => tableOf(condition).map((row) => row[0] ?? null));
  if (checks.some((check) => check.length !== rows.length)) {
    return rows.length === 1 ? notHere('FILTER by columns') : NOT_AVAILABLE;
  }
  const kept = rows.filter((_, r) => checks.every((check) => truthOf(check[r] ?? null) === true));
  return kept.length > 0 ? kept : NOT_AVAILABLE;
}

/** By the first column, ascending, unless pairs of a column and a direction say otherwise. Empty cells come last. */
function sort([data = null, ...orders]: Value[]): Value {
  const rows = tableOf(data);
  const by = orders.length === 0 ? [1, true] : orders;
  const keys: { column: number; ascending: boolean }[] = [];
  for (let i = 0; i < by.length; i += 2) {
    const column = by[i] ?? 1;
    if (Array.isArray(column)) return notHere('SORT by a range');
    const ascending = truthOf((by[i + 1] ?? true) as Scalar);
    keys.push({ column: Number(numberOf(column as Scalar)), ascending: ascending === true });
  }
  return [...rows].sort((a, b) => order(a, b, keys));
}

function order(a: Scalar[], b: Scalar[], keys: { column: number; ascending: boolean }[]): number {
  for (const { column, ascending } of keys) {
    const [x = null, y = null] = [a[column - 1], b[column - 1]];
    if (x === null || y === null) {
      if (x !== y) return x === null ? 1 : -1;
      continue;
    }
    const by = compare(x, y);
    if (by !== 0) return ascending ? by : -by;
  }
  return 0;
}

function unique(rows: Table): Table {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(row.map((value) => (value instanceof Day ? value.serial : value)));
    return !seen.has(key) && seen.add(key);
  });
}
