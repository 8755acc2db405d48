/**
 * A tab whose rows are records, each field below a heading: found by a search, read and written in few calls, wherever
 * the owner has moved the columns. *Rewards*, *Purchases* and *Coupons* are such tabs.
 */
import { blocksOf, type Cell, places, writeColumn } from './blocks';
import { textCell, textOf, timeOf } from './cells';
import { writeBelow } from './grow';
import { type Header, readHeader } from './header';
import { findCells, readCells } from './search';
import { letters, type TabName } from './tabs';
import { replaceTraces, type Swap } from './traces';
import { MARK_HEADING } from './window-form';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What a field of a record is: a text, or a time in milliseconds. */
type Value = string | number | null;

/** Where a field of the record stands, in the order in which the columns are made. */
export interface Field<Name extends string = string> {
  heading: string;
  field: Name;
  kind: 'text' | 'time';
}

/** What a tab is made of. */
export interface Form<T> {
  name: TabName;
  fields: readonly Field<keyof T & string>[];
  /** Fields that are written after all others, in this order. */
  last: readonly (keyof T & string)[];
}

export class RecordTab<T extends object> {
  private readonly header: Header<string>;
  private readonly records = new Map<number, T>();
  private readonly rows = new Map<T, number>();
  private readonly changed = new Map<keyof T & string, Map<number, Cell>>();
  private readonly added: T[] = [];

  /**
   * Reads the header: one call.
   *
   * @param byReading whether columns are read instead of searched, where the sheet's search overlooks rows
   * @throws {MissingTab} when a heading is not there, or there twice
   */
  constructor(
    protected readonly sheet: Sheet,
    private readonly form: Form<T>,
    protected readonly byReading: boolean,
  ) {
    const headings = form.fields.map(({ heading }) => heading);
    this.header = readHeader(sheet, form.name, { ours: headings, needed: headings });
  }

  /** The 1-based column of a field. */
  columnOf(field: keyof T & string): number {
    const heading = this.form.fields.find((one) => one.field === field)?.heading ?? '';
    return this.header.columns.get(heading) ?? 0;
  }

  /** Whether the tab is, or was, a window of a database. */
  get isWindow(): boolean {
    return this.header.texts.includes(MARK_HEADING.toLowerCase());
  }

  /** The last row with content in any column: one call. */
  lastRow(): number {
    return this.sheet.getLastRow();
  }

  /**
   * Rows where a field matches as a whole: one call.
   *
   * @param pattern a regular expression's source that Java and JavaScript read alike
   * @param from the first row to look at; to the last one of the sheet, or to `to`
   */
  find(fields: (keyof T & string)[], pattern: string, from = 2, to?: number): number[] {
    const wanted = new Set(fields.map((field) => this.columnOf(field)));
    const [left, right] = [Math.min(...wanted), Math.max(...wanted)].map(letters);
    const range = this.sheet.getRange(`${left}${from}:${right}${to ?? ''}`);
    const search = this.byReading ? readCells : findCells;
    const places = search(range, `^(?:${pattern})$`);
    return [...new Set(places.filter(([, column]) => wanted.has(column)).map(([row]) => row))];
  }

  /** Reads rows, a few blocks of them; one that was read before is not read again. */
  read(rows: number[]): T[] {
    const missing = rows.filter((row) => !this.records.has(row));
    for (const { top, bottom } of blocksOf(missing)) {
      const values = this.sheet
        .getRange(top, this.header.first, bottom - top + 1, this.header.width)
        .getValues();
      for (const [index, cells] of values.entries()) this.know(top + index, cells);
    }
    return rows.map((row) => this.records.get(row) as T);
  }

  /** Every cell of a field from one row to another: one call. */
  column(field: keyof T & string, from: number, to: number): Value[] {
    if (to < from) return [];
    const kind = this.form.fields.find((one) => one.field === field)?.kind ?? 'text';
    const cells = this.sheet.getRange(from, this.columnOf(field), to - from + 1, 1).getValues();
    return cells.map(([cell]) => this.valueOf(cell, field, kind));
  }

  /** The row of a record that was read; 0 for one that is only to be added. */
  rowOf(record: T): number {
    return this.rows.get(record) ?? 0;
  }

  /** Everything that was read or is to be added, as it is by now. */
  known(): T[] {
    return [...this.records.values(), ...this.added];
  }

  /** Adds a row; {@link save} writes it. */
  add(record: T): void {
    this.added.push(record);
  }

  /** Changes a record in memory; {@link save} writes it. */
  change(record: T, set: Partial<T>): void {
    const row = this.rowOf(record);
    for (const { field, kind } of this.form.fields) {
      if (!(field in set) || (row && set[field] === record[field])) continue;
      record[field] = set[field] as T[typeof field];
      if (!row) continue;
      const cells = this.changed.get(field) ?? new Map<number, Cell>();
      cells.set(row, cellOf(record[field] as Value, kind));
      this.changed.set(field, cells);
    }
  }

  /** Writes what was added, then what was changed; the caller flushes. The same once more completes what was cut off. */
  save(): void {
    this.saveAdded();
    const { fields, last } = this.form;
    const others = fields.map(({ field }) => field).filter((field) => !last.includes(field));
    for (const field of [...others, ...last]) this.saveColumn(field);
  }

  /** Writes the changes of one field. */
  saveColumn(field: keyof T & string): void {
    const cells = this.changed.get(field);
    if (cells) writeColumn(this.sheet, this.columnOf(field), this.filled(field, cells));
    this.changed.delete(field);
  }

  /** Puts the same note on a field of some rows; '' takes notes away. One call. */
  note(rows: number[], field: keyof T & string, text: string): void {
    if (rows.length) this.sheet.getRangeList(places(this.columnOf(field), rows)).setNote(text);
  }

  /** Takes somebody out of texts: one call for each field. */
  swap(fields: (keyof T & string)[], swap: Swap): void {
    const headings = this.form.fields.filter(({ field }) => fields.includes(field));
    replaceTraces(
      this.sheet,
      headings.map(({ heading }) => heading),
      swap,
    );
  }

  /** A field's cells below the heading. */
  protected below(field: keyof T & string): Range {
    const column = letters(this.columnOf(field));
    return this.sheet.getRange(`${column}2:${column}`);
  }

  /** Which cells are written along with some of a field: none, unless a tab knows better. */
  protected filled(_: keyof T & string, cells: Map<number, Cell>): Map<number, Cell> {
    return cells;
  }

  /** A record that was read, by its row. */
  protected recordAt(row: number): T | undefined {
    return this.records.get(row);
  }

  /** What a cell says. */
  protected valueOf(cell: unknown, _: keyof T & string, kind: Field['kind']): Value {
    return kind === 'time' ? timeOf(cell) : textOf(cell).trim();
  }

  private know(row: number, cells: unknown[]): void {
    if (this.records.has(row)) return;
    const values = this.form.fields.map(({ heading, field, kind }): [string, Value] => {
      const cell = cells[(this.header.columns.get(heading) ?? 0) - this.header.first];
      return [field, this.valueOf(cell, field, kind)];
    });
    const record = Object.fromEntries(values) as T;
    this.records.set(row, record);
    this.rows.set(record, row);
  }

  private saveAdded(): void {
    if (!this.added.length) return;
    const rows = this.added.map((record) => this.cellsOf(record));
    const [key] = this.form.fields;
    const last = key && this.columnOf(key.field);
    const columns = { ours: [...this.header.columns.values()], shared: this.header.shared, last };
    const top = writeBelow(this.sheet, columns, rows);
    this.added.splice(0).forEach((record, index) => {
      this.records.set(top + index, record);
      this.rows.set(record, top + index);
    });
  }

  private cellsOf(record: T): Cell[] {
    const cells: Cell[] = Array.from({ length: this.header.width }, () => '');
    for (const { heading, field, kind } of this.form.fields) {
      const column = this.header.columns.get(heading) ?? 0;
      cells[column - this.header.first] = cellOf(record[field] as Value, kind);
    }
    return cells;
  }
}

function cellOf(value: Value, kind: Field['kind']): Cell {
  if (kind === 'time') return typeof value === 'number' ? new Date(value) : '';
  return textCell(String(value ?? ''));
}
