/** A tab that shows the newest rows of a database: read as a whole, written cell by cell where something differs. */
import { keepable } from '../program/keepable';
import { type Cell, rowRuns, writeColumn } from './blocks';
import { textOf } from './cells';
import { deleteRows, writeBelow } from './grow';
import { columnRuns } from './tabs';
import { windowColumns } from './window-columns';
import { cellFor, type Value, valueIn, type WindowForm } from './window-form';
import { type Mark, markText, readMark } from './window-mark';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A row as it stands in the tab. */
export interface WindowRow {
  row: number;
  mark: Mark | null;
  /** By columns of the table, as far as the tab has them. */
  cells: Record<string, Value>;
  /** What stands in the owner's columns, by their headings; formulas are left out. */
  own: Record<string, string>;
  /** Whether nothing of ours stands there but the mark. */
  isEmpty: boolean;
}

/** A row to be added. */
export interface NewRow {
  mark: Mark;
  cells: Record<string, Value>;
  own: Record<string, string>;
}

const NOTE =
  'The program notes here which row of the database a row shows, and what it wrote. Leave this column as it is. ';

/** Whether the program has not written a whole row yet. */
export function isUnfinished({ written, next }: Mark, tab: WindowTab): boolean {
  return next !== undefined || tab.neededNames.some((name) => !written.has(name));
}

export class WindowTab {
  /** Where each column of the table stands, as far as the tab has it. */
  protected readonly columns: Map<string, number>;
  protected readonly markColumn: number;
  protected own: [heading: string, column: number][];
  /** Owner's columns in which formulas stand: nothing is written there. */
  private readonly computed = new Set<number>();
  /** What marks have hashes of. */
  readonly names: readonly string[];
  private texts: string[] = [];

  /**
   * Reads the header, as {@link windowColumns}.
   *
   * @param named headings of the owner's that their texts name, in small letters: what formulas come to below them is read
   */
  constructor(
    readonly sheet: Sheet,
    readonly form: WindowForm,
    private readonly named: ReadonlySet<string> = new Set(),
  ) {
    const { table, mark, own } = windowColumns(sheet, form);
    this.columns = table;
    this.markColumn = mark;
    this.own = own;
    this.names = [...form.fields.map(({ column }) => column), 'remark', 'own'];
  }

  /** Whether the tab has a column of the table. */
  has(column: string): boolean {
    return this.columns.has(column);
  }

  /** What a whole mark has hashes of. */
  get neededNames(): string[] {
    const isNeeded = (name: string) =>
      this.has(name) || (name === 'remark' && this.form.table === 'rewards');
    return this.names.filter(isNeeded);
  }

  /** Of what is kept for the owner's columns that for which there are columns. */
  ownOf(kept: Record<string, string>): Record<string, string> {
    const ours = this.own.filter(([, column]) => !this.computed.has(column));
    return Object.fromEntries(ours.map(([heading]) => [heading, kept[heading] ?? '']));
  }

  /** What {@link writeToken} wrote: one call. */
  token(): string {
    return this.sheet.getRange(1, this.markColumn).getNote().replace(NOTE, '');
  }

  /** Notes something by which the tab of today is known. */
  writeToken(token: string): void {
    this.sheet.getRange(1, this.markColumn).setNote(NOTE + token);
  }

  lastRow(): number {
    return this.sheet.getLastRow();
  }

  /** Reads rows, one call, and two more where the owner has columns. */
  read(from = 2, to = this.lastRow()): WindowRow[] {
    if (to < from) return [];
    const width = Math.max(...this.columns.values(), this.markColumn);
    const values = this.sheet.getRange(from, 1, to - from + 1, width).getValues();
    const owners = this.readOwn(from, to);
    this.texts = values.map((cells) => textOf(cells[this.markColumn - 1]));
    return values.map((cells, index) => {
      const ours = [...this.columns.values()].map((column) => cells[column - 1]);
      return {
        row: from + index,
        mark: this.readMark(this.texts[index] ?? ''),
        cells: Object.fromEntries(
          this.form.fields
            .filter(({ column }) => this.columns.has(column))
            .map((field) => [
              field.column,
              valueIn(cells[(this.columns.get(field.column) ?? 0) - 1], field),
            ]),
        ),
        own: owners[index] ?? {},
        isEmpty: ours.every((cell) => cell === '' || cell === false),
      };
    });
  }

  /** Where the ids stand now: one call. */
  idsAt(): Map<number, number> {
    const last = this.lastRow();
    if (last < 2) return new Map();
    const cells = this.sheet.getRange(2, this.markColumn, last - 1, 1).getValues();
    return new Map(
      cells.flatMap(([cell], index): [number, number][] => {
        const mark = this.readMark(textOf(cell));
        return mark ? [[mark.id, index + 2]] : [];
      }),
    );
  }

  /** Writes cells of a column of the table, by their rows. */
  write(column: string, values: Map<number, Value>): void {
    const at = this.columns.get(column);
    if (!at || !values.size) return;
    const cells = [...values].map(([row, value]): [number, Cell] => [row, cellFor(value)]);
    writeColumn(this.sheet, at, new Map(cells));
  }

  /** Writes the marks of all rows that were read; '' for those who have none. One call where any differs. */
  writeMarks(marks: Map<number, Mark>, from = 2): void {
    this.writeTexts(marks, () => '', from);
  }

  /** Writes the marks of some of the rows that were read; those of the others stay. One call where any differs. */
  changeMarks(marks: Map<number, Mark>, from: number): void {
    this.writeTexts(marks, (index) => this.texts[index] ?? '', from);
  }

  private writeTexts(
    marks: Map<number, Mark>,
    otherwise: (index: number) => string,
    from: number,
  ): void {
    const texts = this.texts.map((_, index) => {
      const mark = marks.get(from + index);
      return mark ? markText(mark, this.names) : otherwise(index);
    });
    if (texts.every((text, index) => text === this.texts[index])) return;
    this.sheet
      .getRange(from, this.markColumn, texts.length, 1)
      .setValues(texts.map((text) => [text]));
    this.texts = texts;
  }

  /** Takes all marks away. */
  clearMarks(): void {
    const rows = Math.max(this.sheet.getMaxRows() - 1, 1);
    this.sheet.getRange(2, this.markColumn, rows, 1).clearContent();
  }

  /** Adds rows below the last one. Until their marks stand whole nothing in them is anybody's edit. */
  append(rows: NewRow[]): void {
    if (!rows.length) return;
    const ours = [...this.columns.values(), this.markColumn];
    const [left, right] = [Math.min(...ours), Math.max(...ours)];
    const cells = rows.map(({ mark, cells: values }) => {
      const line: Cell[] = new Array(right - left + 1).fill('');
      for (const [column, at] of this.columns) line[at - left] = cellFor(values[column] ?? null);
      line[this.markColumn - left] = markText({ id: mark.id, written: new Map() }, this.names);
      return line;
    });
    const shared = columnRuns(ours).length > 1;
    const top = writeBelow(this.sheet, { ours, shared, first: this.markColumn }, cells);
    for (const [heading, at] of this.own) {
      const texts = rows.map(({ own }) => own[heading] ?? '');
      const filled = texts.flatMap((text, index): [number, Cell][] =>
        text ? [[top + index, text]] : [],
      );
      if (!this.computed.has(at)) writeColumn(this.sheet, at, new Map(filled));
    }
    const marks = rows.map(({ mark }) => [markText(mark, this.names)]);
    this.sheet.getRange(top, this.markColumn, rows.length, 1).setValues(marks);
  }

  /** Deletes rows, from the last one up. */
  delete(rows: number[]): void {
    const runs = rowRuns([...rows].sort((a, b) => a - b));
    for (const [top, bottom] of runs.reverse()) deleteRows(this.sheet, top, bottom - top + 1);
  }

  /** Puts a note on a cell; '' takes it away. */
  note(row: number, column: string, text: string): void {
    const at = this.columns.get(column);
    if (at) this.sheet.getRange(row, at).setNote(text);
  }

  /** Of a column that the tab has lost nothing is known. */
  private readMark(text: string): Mark | null {
    const mark = readMark(text, this.names);
    if (!mark) return null;
    const known = [...mark.written].filter(
      ([name]) => this.has(name) || name === 'remark' || name === 'own',
    );
    return { ...mark, written: new Map(known) };
  }

  protected readOwn(from: number, to: number): Record<string, string>[] {
    const columns = this.own.map(([, column]) => column);
    if (!columns.length) return [];
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const range = this.sheet.getRange(from, left, to - from + 1, right - left + 1);
    const formulas = range.getFormulas();
    const shown = range.getDisplayValues();
    for (const column of columns) {
      if (formulas.some((cells) => cells[column - left])) this.computed.add(column);
    }
    const isKept = ([heading, column]: [string, number]) =>
      !this.computed.has(column) || this.named.has(heading.toLowerCase());
    const kept = this.own.filter(isKept);
    return shown.map((texts) =>
      Object.fromEntries(
        kept.map(([heading, column]) => {
          const text = texts[column - left] ?? '';
          // A box that nobody has ticked is nothing.
          return [heading, text === 'FALSE' ? '' : keepable(text)];
        }),
      ),
    );
  }
}
