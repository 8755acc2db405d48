/** Computes the formulas of a whole spreadsheet: `formulas: compute` of a LocalAppsScript. */
import { parseA1 } from '../a1';
import type { Book } from '../book';
import { type CheckValue, type Formula, isFormula } from '../cell';
import { isDateFormat } from '../display';
import { serialOfMoment } from '../serial';
import type { SheetData } from '../sheet-data';
import { evaluate } from './evaluate';
import { areasIn, inOrder, meet, type Place, type Spot, spotOf } from './order';
import { type Node, parseFormula } from './parse';
import {
  CellError,
  Day,
  notHere,
  type Scalar,
  type Surroundings,
  type Table,
  tableOf,
} from './values';

/** Formulas that lean on each other settle within so many rounds, or go in a circle. */
const ROUNDS = 20;

/** A formula with what it leans on: the spots that it names, and that it would spill into if they were free. */
interface Work extends Place {
  named: Spot[];
  wanted?: Spot | undefined;
}

/** Puts into each cell of a tab with a formula what it comes to, and into the cells that it spills into. */
export function compute(book: Book, sheet: SheetData): void {
  const alive = neededFor(sheet, book);
  const places = alive.flatMap(formulasOf);
  if (places.length === 0) return;
  const works = places.map((place): Work => ({ ...place, named: namedBy(place, book, alive) }));
  for (const work of works) forget(work);
  const ordered = inOrder(works, ({ named }) => named);
  const cells = new Cells(alive);
  let open = new Set(ordered);
  let changed = new Map<Work, Spot>();
  for (let round = 0; round < ROUNDS && open.size > 0; round++) {
    changed = new Map();
    for (const work of ordered) {
      if (!open.has(work) && !leans(work, [...changed.values()])) continue;
      const spot = changes(book, work, cells);
      if (spot) changed.set(work, spot);
    }
    open = stale(ordered, changed);
  }
  if (open.size === 0) return;
  for (const work of changed.keys()) put(book, work, [[new CellError('#REF!')]]);
}

/** Of the tabs with formulas: the others stay as they are meanwhile. */
function namedBy({ sheet, row, column }: Place, book: Book, alive: SheetData[]): Spot[] {
  const node = parsed((sheet.value(row, column) as Formula).formula);
  if (node instanceof CellError) return [];
  return areasIn(node).flatMap(({ sheet: name, area }) => {
    const named = name === undefined ? sheet : book.find(name);
    const spot = named && alive.includes(named) ? spotOf(named, area) : undefined;
    return spot ? [spot] : [];
  });
}

/** Those that lean on something that has changed after they were computed. */
function stale(ordered: Work[], changed: Map<Work, Spot>): Set<Work> {
  const later: Spot[] = [];
  const found = new Set<Work>();
  for (const work of [...ordered].reverse()) {
    const spot = changed.get(work);
    if (spot) later.push(spot);
    if (leans(work, later)) found.add(work);
  }
  return found;
}

function leans({ named, wanted }: Work, on: Spot[]): boolean {
  const all = wanted ? [...named, wanted] : named;
  return on.length > 0 && all.some((one) => on.some((other) => meet(one, other)));
}

/** The tab and those that its formulas name, as far as they hold formulas themselves. */
function neededFor(sheet: SheetData, book: Book): SheetData[] {
  const needed = [sheet];
  for (const one of needed) {
    const texts = formulasOf(one).map(({ row, column }) => one.value(row, column) as Formula);
    const named = book.sheets.filter(
      (other) =>
        other.hasFormulas &&
        !needed.includes(other) &&
        texts.some(({ formula }) => formula.includes(other.name)),
    );
    needed.push(...named);
  }
  return needed;
}

function formulasOf(sheet: SheetData): Place[] {
  if (!sheet.hasFormulas) return [];
  return sheet.rows.flatMap((kept, r) =>
    (kept?.v ?? []).flatMap((value, c) =>
      isFormula(value) && value.formula !== '' ? [{ sheet, row: r + 1, column: c + 1 }] : [],
    ),
  );
}

/** Computes one formula again. @returns the cells that it has changed, when it has come to something else than before */
function changes(book: Book, work: Work, cells: Cells): Spot | undefined {
  const { sheet, row, column } = work;
  const [before, had] = [shownBy(sheet, row, column), spillOf(sheet, row, column)];
  work.wanted = put(book, work, computed(book, work, cells));
  if (shownBy(sheet, row, column) === before) return undefined;
  const has = spillOf(sheet, row, column);
  const [rows, columns] = [Math.max(had.rows, has.rows), Math.max(had.columns, has.columns)];
  return { sheet, area: { row, column, rows, columns } };
}

function spillOf(sheet: SheetData, row: number, column: number): { rows: number; columns: number } {
  const { spill } = sheet.value(row, column) as Formula;
  return { rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 };
}

function shownBy(sheet: SheetData, row: number, column: number): string {
  const { rows, columns } = spillOf(sheet, row, column);
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => sheet.value(row + r, column + c)),
  );
  return JSON.stringify(cells);
}

function computed(book: Book, { sheet, row, column }: Place, cells: Cells): Table {
  const { formula } = sheet.value(row, column) as Formula;
  const node = parsed(formula);
  if (node instanceof CellError) return [[node]];
  const around: Surroundings = {
    today: Math.floor(serialOfMoment(book.present().getTime(), book.timeZone)),
    range: (area, name) => cells.of(name === undefined ? sheet : book.find(name), area),
    columnOf: (area) => parseA1(area, { maxRows: 1, maxColumns: 1 })?.column ?? 1,
  };
  const found = tableOf(evaluate(node, around));
  return found.length > 0 ? found : [[null]];
}

const trees = new Map<string, Node | CellError>();

/** Each text is parsed once. */
function parsed(formula: string): Node | CellError {
  const known = trees.get(formula);
  if (known) return known;
  let tree: Node | CellError;
  try {
    tree = parseFormula(formula);
  } catch (error) {
    const { message } = error as Error;
    const unread = new CellError(`#ERROR! Formula parse error at "${message}"`);
    tree = message.startsWith('{') ? notHere('an array in braces') : unread;
  }
  if (trees.size > 1000) trees.clear();
  trees.set(formula, tree);
  return tree;
}

/** What areas hold. In a tab without formulas nothing changes meanwhile: its areas are read once. */
class Cells {
  readonly #alive: Set<SheetData>;
  readonly #known = new Map<string, Table | CellError>();
  constructor(alive: SheetData[]) {
    this.#alive = new Set(alive);
  }

  of(sheet: SheetData | undefined, area: string): Table | CellError {
    if (!sheet || this.#alive.has(sheet)) return cellsOf(sheet, area);
    const key = `${sheet.id}!${area}`;
    const known = this.#known.get(key) ?? cellsOf(sheet, area);
    this.#known.set(key, known);
    return known;
  }
}

function cellsOf(sheet: SheetData | undefined, area: string): Table | CellError {
  if (!sheet) return new CellError('#REF!');
  const grid = {
    maxRows: Math.max(1, sheet.lastRow()),
    maxColumns: Math.max(1, sheet.lastColumn()),
  };
  const found = parseA1(area, grid);
  if (!found) return new CellError('#REF!');
  const { row, column, rows, columns } = found;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cellIn(sheet, row + r, column + c)),
  );
}

const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|ERROR!)/;

function cellIn(sheet: SheetData, row: number, column: number): Scalar {
  const kept = sheet.value(row, column);
  const value = isFormula(kept) ? (kept.gives ?? null) : kept;
  if (value === '' && !isFormula(kept)) return null;
  if (isFormula(kept) && typeof value === 'string' && ERROR.test(value))
    return new CellError(value);
  const format = sheet.look(row, column)?.numberFormat;
  return typeof value === 'number' && format && isDateFormat(format)
    ? new Day(value, format)
    : value;
}

/** Takes away what a formula came to; what somebody typed over a part of it stays. */
function forget({ sheet, row, column }: Place): void {
  const { formula, spill } = sheet.value(row, column) as Formula;
  for (let r = row; r < row + (spill?.rows ?? 0); r++) {
    for (let c = column; c < column + (spill?.columns ?? 0); c++) {
      const kept = sheet.value(r, c);
      if (isFormula(kept) && kept.formula === '') sheet.setValue(r, c, '');
    }
  }
  sheet.setValue(row, column, { formula });
}

/** Writes what a formula came to; where a cell that it would spill into is filled, it spills nowhere. @returns then: where it would */
function put(book: Book, { sheet, row, column }: Place, table: Table): Spot | undefined {
  forget({ sheet, row, column });
  const isFree = table.every((line, r) =>
    line.every((_, c) => (r === 0 && c === 0) || sheet.value(row + r, column + c) === ''),
  );
  const wanted = isFree ? table : [[new CellError('#REF!')]];
  sheet.maxRows = Math.max(sheet.maxRows, row + wanted.length - 1);
  sheet.maxColumns = Math.max(sheet.maxColumns, column + (wanted[0]?.length ?? 1) - 1);
  const values = wanted.map((line) => line.map(plain));
  book.spill(sheet, row, column, values);
  wanted.forEach((line, r) => {
    line.forEach((value, c) => {
      // What is empty fills no cell, but for the formula's own.
      if (value === null && r + c > 0) sheet.setValue(row + r, column + c, '');
      if (!(value instanceof Day) || sheet.look(row + r, column + c)?.numberFormat) return;
      sheet.setLook(row + r, column + c, { numberFormat: value.format });
    });
  });
  if (isFree) return undefined;
  const [rows, columns] = [table.length, table[0]?.length ?? 1];
  return { sheet, area: { row, column, rows, columns } };
}

function plain(value: Scalar): CheckValue {
  if (value === null) return '';
  if (value instanceof Day) return value.serial;
  return value instanceof CellError ? value.text : value;
}
