/** QUERY over a table: the rows that are wanted, grouped, in order, with a heading for each column. */
import { columnNumber } from '../a1';
import { serialOf } from '../serial';
import {
  type Condition,
  type Literal,
  NotHere,
  type Query,
  readQuery,
  type Term,
} from './query-text';
import {
  CellError,
  compare,
  Day,
  notHere,
  type Scalar,
  type Table,
  type Value,
  WRONG_TYPE,
} from './values';

/**
 * @param columnsFrom the number of the data's first column in its tab, by whose letter it is called; undefined when the
 * data is no range, and its columns are called Col1, Col2…
 */
export function query(
  data: Table,
  text: Value | undefined,
  headers: Value | undefined,
  columnsFrom?: number,
): Value {
  if (typeof text !== 'string') return WRONG_TYPE;
  if (typeof headers !== 'number' || headers < 0) {
    return notHere('QUERY without the number of heading rows');
  }
  const width = data[0]?.length ?? 0;
  const named = headings(data.slice(0, headers), width);
  const rows = ofOneKind(data.slice(headers), width);
  try {
    const asked = readQuery(text, (name) => columnCalled(name, width, columnsFrom));
    return answer(asked, rows, named, width);
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof NotHere) return notHere(`QUERY with ${message}`);
    return new CellError(
      `#VALUE! Unable to parse query string for Function QUERY parameter 2: ${message}`,
    );
  }
}

function columnCalled(name: string, width: number, from: number | undefined): number | undefined {
  const numbered = /^Col(\d+)$/.exec(name);
  const isLetters = from !== undefined && /^[A-Z]{1,3}$/.test(name);
  const column = isLetters
    ? columnNumber(name) - from
    : from === undefined && numbered
      ? Number(numbered[1]) - 1
      : -1;
  return column >= 0 && column < width ? column : undefined;
}

/** Several heading rows are joined. */
function headings(rows: Table, width: number): string[] {
  return Array.from({ length: width }, (_, c) =>
    rows
      .map((row) => String(plain(row[c] ?? null) ?? ''))
      .filter(Boolean)
      .join(' '),
  );
}

/** A column has one type, that of most of its cells; what is of another counts as empty. */
function ofOneKind(rows: Table, width: number): Table {
  const kinds = Array.from({ length: width }, (_, c) => mostly(rows, c));
  return rows.map((row) =>
    // Most rows are as they should be, and are not copied.
    row.every((cell, c) => cell === null || kindOf(cell) === kinds[c])
      ? row
      : kinds.map((kind, c) => (kindOf(row[c] ?? null) === kind ? (row[c] ?? null) : null)),
  );
}

function kindOf(value: Scalar): string | null {
  if (value === null || value === '' || value instanceof CellError) return null;
  return value instanceof Day ? 'date' : typeof value;
}

function mostly(rows: Table, column: number): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const kind = kindOf(row[column] ?? null);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function answer(asked: Query, rows: Table, named: string[], width: number): Value {
  const select: Term[] = asked.select ?? Array.from({ length: width }, (_, column) => ({ column }));
  const { where, groupBy, orderBy, limit, offset, labels } = asked;
  const isGrouped = groupBy.length > 0 || select.some(({ sum }) => sum);
  for (const { column, sum } of [...select, ...orderBy.map(({ term }) => term)]) {
    if (isGrouped && !sum && !groupBy.includes(column)) {
      throw new Error('a column that is neither grouped nor summed up');
    }
    if (!isGrouped && sum) throw new NotHere(`order by ${sum} without it in select`);
  }
  const kept = where ? rows.filter((row) => fits(where, row)) : rows;
  const groups = isGrouped ? grouped(kept, groupBy) : kept.map((row) => [row]);
  const ordered = inOrder(groups, orderBy);
  const found = ordered.slice(offset, offset + limit);
  const body = found.map((group) => select.map((term) => termValue(term, group)));
  const heads = select.map(
    (term) => labels.find((label) => sameTerm(label.term, term))?.text ?? heading(term, named),
  );
  const table: Table = heads.some(Boolean) ? [heads, ...body] : body;
  return table.length > 0 ? table : new CellError('#N/A');
}

function sameTerm(a: Term, b: Term): boolean {
  return a.column === b.column && a.sum === b.sum;
}

function heading({ column, sum }: Term, named: string[]): string {
  const name = named[column] ?? '';
  return sum ? `${sum} ${name}`.trim() : name;
}

/** Groups in the order of what they are grouped by; without it, all rows are one group. */
function grouped(rows: Table, by: number[]): Table[] {
  if (by.length === 0) return [rows];
  const groups = new Map<string, Table>();
  for (const row of rows) {
    const key = JSON.stringify(by.map((column) => plain(row[column] ?? null)));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const order = by.map((column) => ({ term: { column }, ascending: true }));
  return inOrder([...groups.values()], order);
}

function inOrder(groups: Table[], orderBy: Query['orderBy']): Table[] {
  return [...groups].sort((a, b) => {
    for (const { term, ascending } of orderBy) {
      const order = compared(termValue(term, a), termValue(term, b));
      if (order !== 0) return ascending ? order : -order;
    }
    return 0;
  });
}

/** Empty before all, and capitals before small letters. */
function compared(a: Scalar, b: Scalar): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return compare(a, b);
}

function termValue({ column, sum }: Term, group: Table): Scalar {
  if (!sum) return group[0]?.[column] ?? null;
  const values = group.map((row) => row[column] ?? null).filter((value) => value !== null);
  if (sum === 'count') return values.length;
  if (values.length === 0) return null;
  if (sum === 'min' || sum === 'max') {
    const ordered = [...values].sort(compared);
    return ordered.at(sum === 'min' ? 0 : -1) ?? null;
  }
  if (!values.every((value) => typeof value === 'number'))
    throw new Error(`${sum} of what is no number`);
  const total = values.reduce<number>((all, value) => all + Number(value), 0);
  return sum === 'sum' ? total : total / values.length;
}

function fits(condition: Condition, row: Scalar[]): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => fits(part, row));
    case 'or':
      return condition.parts.some((part) => fits(part, row));
    case 'not':
      return !fits(condition.of, row);
    case 'null':
      return (row[condition.column] ?? null) === null;
    case 'compare':
      return compares(condition.sign, row[condition.column] ?? null, condition.value);
  }
}

/** An empty cell and one of another type fit nothing. */
function compares(sign: string, cell: Scalar, literal: Literal): boolean {
  const wanted = typeof literal === 'object' ? day(literal.date) : literal;
  const isDate = typeof literal === 'object';
  if (cell === null || isDate !== cell instanceof Day) return false;
  const value = plain(cell);
  if (typeof value !== typeof wanted) return false;
  if (sign === 'contains') return String(value).includes(String(wanted));
  if (sign === 'matches') return new RegExp(`^(?:${String(wanted)})$`).test(String(value));
  if (sign === 'starts') return String(value).startsWith(String(wanted));
  if (sign === 'ends') return String(value).endsWith(String(wanted));
  const order = compared(value, wanted);
  const answers: Record<string, boolean> = {
    ...{ '=': order === 0, '!=': order !== 0, '<': order < 0 },
    ...{ '>': order > 0, '<=': order <= 0, '>=': order >= 0 },
  };
  return answers[sign] ?? false;
}

function day(text: string): number {
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (y === undefined) throw new Error(`the date '${text}'`);
  return serialOf(Number(y), Number(m), Number(d));
}

function plain(value: Scalar): string | number | boolean | null {
  if (value instanceof Day) return value.serial;
  return value instanceof CellError ? value.text : value;
}
