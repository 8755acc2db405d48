/** A window into which everybody comes back out of the database: rows are put where they belong, and in the end the marks go. */
import { type Cell, rowRuns, writeColumn } from './blocks';
import { textCell } from './cells';
import { headerOf } from './header';
import { isPlain, ownCell } from './own-cell';
import { columnRuns, columnsOf, headingTexts, letters } from './tabs';
import { cellFor, MARK_HEADING, storedValue, type Value, type WindowForm } from './window-form';
import { hashOf, hashOfOwn, type Mark, markText } from './window-mark';
import { WindowTab } from './window-tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A row as the database has it. */
interface Stored {
  id: number;
  own: Record<string, string>;
  [column: string]: unknown;
}

/** What makes many cells of one: those below are results. */
const SPILLS =
  /arrayformula|\{|\b(?:map|byrow|filter|query|unique|sort|sequence|importrange|split)\(/i;

export class BackTab extends WindowTab {
  /** Number formats of the columns, by those of the first row. */
  private formats: string[] = [];

  /** Reads the header, and which of the owner's columns one formula makes. */
  constructor(sheet: Sheet, form: WindowForm) {
    super(sheet, form);
    this.own = this.ownColumns();
  }

  /** The owner's headings, in the order of their columns. */
  get ownHeadings(): string[] {
    return this.own.map(([heading]) => heading);
  }

  /** Makes columns behind all others for what the database keeps of the owner's and the tab has no column for. */
  makeColumns(headings: readonly string[]): void {
    const header = headingTexts(headerOf(this.sheet));
    const missing = headings.filter(
      (one) => !this.ownHeadings.includes(one) && !header.includes(one.trim().toLowerCase()),
    );
    if (!missing.length) return;
    const first = Math.max(this.sheet.getLastColumn(), this.markColumn) + 1;
    const lacking = first + missing.length - 1 - this.sheet.getMaxColumns();
    if (lacking > 0) this.sheet.insertColumnsAfter(this.sheet.getMaxColumns(), lacking);
    this.sheet.getRange(1, first, 1, missing.length).setValues([missing.map(textCell)]);
    this.own = this.ownColumns();
  }

  /** The notes beside a field, from one row to another: one call. */
  notesOf(column: string, from: number, to: number): string[] {
    const at = this.columns.get(column);
    if (!at || to < from) return [];
    const notes = this.sheet.getRange(from, at, to - from + 1, 1).getNotes();
    return notes.map(([note]) => note ?? '');
  }

  /** Writes cells of one of the owner's columns, by their rows. */
  writeOwn(heading: string, texts: Map<number, string>): void {
    const at = this.own.find(([one]) => one === heading)?.[1];
    if (!at || !texts.size) return;
    const format = this.formatOf(at);
    const cells = [...texts].map(([row, text]) => [row, ownCell(text, format)] as const);
    writeColumn(this.sheet, at, new Map(cells));
    this.keepTexts(at, texts);
  }

  /** Puts rows below another one, as one piece; rows that are empty there already are taken. */
  insert(after: number, rows: Stored[]): void {
    const top = after + 1;
    if (!this.isFree(top, rows.length)) {
      this.sheet.insertRowsAfter(after, rows.length);
      this.format(top, rows.length);
    }
    const runs = columnRuns([...this.columns.values(), ...this.own.map(([, at]) => at)]);
    const marks = (isWhole: boolean) =>
      rows.map((row) => [markText(isWhole ? this.markOf(row) : unfinished(row), this.names)]);
    const column = this.sheet.getRange(top, this.markColumn, rows.length, 1);
    column.setValues(marks(false));
    const lines = rows.map((row) => this.lineOf(row));
    for (const [start, end] of runs) {
      const cells = lines.map((line) => line.slice(start - 1, end));
      this.sheet.getRange(top, start, rows.length, end - start + 1).setValues(cells);
    }
    for (const [heading, at] of this.own) {
      this.keepTexts(at, new Map(rows.map((row, index) => [top + index, row.own[heading] ?? ''])));
    }
    rows.forEach((row, index) => {
      if (row.remark) this.note(top + index, 'state', String(row.remark));
    });
    column.setValues(marks(true));
  }

  /** Writes a row in the place of another one; formulas in it stay. */
  overwrite(at: number, row: Stored): void {
    const mark = this.sheet.getRange(at, this.markColumn);
    mark.setValue(markText(unfinished(row), this.names));
    const range = this.sheet.getRange(at, 1, 1, this.markColumn);
    range.clearNote();
    const formulas = range.getFormulas()[0] ?? [];
    const ours = [...this.columns.values(), ...this.own.map(([, column]) => column)];
    const line = this.lineOf(row);
    for (const [start, end] of columnRuns(ours.filter((column) => !formulas[column - 1]))) {
      this.sheet.getRange(at, start, 1, end - start + 1).setValues([line.slice(start - 1, end)]);
    }
    for (const [heading, column] of this.own) {
      if (!formulas[column - 1]) this.keepTexts(column, new Map([[at, row.own[heading] ?? '']]));
    }
    if (row.remark) this.note(at, 'state', String(row.remark));
    mark.setValue(markText(this.markOf(row), this.names));
  }

  /** Of the owner's cells those in which no formula stands. */
  protected override readOwn(from: number, to: number): Record<string, string>[] {
    const columns = this.own.map(([, column]) => column);
    if (!columns.length) return [];
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const range = this.sheet.getRange(from, left, to - from + 1, right - left + 1);
    const formulas = range.getFormulas();
    return range.getDisplayValues().map((texts, index) =>
      Object.fromEntries(
        this.own.flatMap(([heading, column]): [string, string][] => {
          if (formulas[index]?.[column - left]) return [];
          const text = texts[column - left] ?? '';
          // A box that nobody has ticked is nothing.
          return [[heading, text === 'FALSE' ? '' : text]];
        }),
      ),
    );
  }

  /** Columns with a heading of their own; others are called as the way over calls them. */
  private ownColumns(): [heading: string, column: number][] {
    const width = Math.max(this.sheet.getLastColumn(), this.markColumn);
    const texts = this.sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? [];
    const formulas = this.sheet.getRange(1, 1, 2, width).getFormulas();
    const ours = new Set([...this.columns.values(), this.markColumn]);
    const names = texts.map((text) => text.trim());
    return names.flatMap((name, index): [string, number][] => {
      const isSpilled = formulas.some((row) => SPILLS.test(row[index] ?? ''));
      if (ours.has(index + 1) || isSpilled) return [];
      const isOnly = name && names.indexOf(name) === index;
      return [[isOnly ? name : `column ${letters(index + 1)}`, index + 1]];
    });
  }

  /** What Sheets has taken for something else, and shows otherwise than it was, becomes a text. */
  private keepTexts(column: number, texts: Map<number, string>): void {
    const rows = [...texts].filter(([, text]) => text && !isPlain(text)).map(([row]) => row);
    if (!rows.length) return;
    const top = rows.reduce((least, row) => Math.min(least, row));
    const bottom = rows.reduce((most, row) => Math.max(most, row));
    const shown = this.sheet.getRange(top, column, bottom - top + 1, 1).getDisplayValues();
    const wrong = rows.filter((row) => shown[row - top]?.[0] !== texts.get(row));
    const cells = wrong.map((row): [number, Cell] => [row, `'${texts.get(row)}`]);
    writeColumn(this.sheet, column, new Map(cells));
  }

  /** Whether rows are there in which nothing stands at all. */
  private isFree(top: number, count: number): boolean {
    if (top + count - 1 > this.sheet.getMaxRows()) return false;
    return this.sheet.getRange(top, 1, count, this.sheet.getMaxColumns()).isBlank();
  }

  /** Rows that were inserted show what the first row shows. */
  private format(top: number, count: number): void {
    this.formatOf(1);
    for (const format of new Set(this.formats)) {
      const columns = this.formats.flatMap((one, index) => (one === format ? [index + 1] : []));
      const places = rowRuns(columns).map(
        ([start, end]) => `${letters(start)}${top}:${letters(end)}${top + count - 1}`,
      );
      if (format) this.sheet.getRangeList(places).setNumberFormat(format);
    }
  }

  /** How the first row shows numbers in a column. */
  private formatOf(column: number): string {
    if (!this.formats.length) {
      const width = Math.max(this.sheet.getLastColumn(), this.markColumn);
      this.formats = this.sheet.getRange(2, 1, 1, width).getNumberFormats()[0] ?? [];
    }
    return this.formats[column - 1] ?? '';
  }

  /** The cells of a row, from the first column on. */
  private lineOf(row: Stored): (Cell | number)[] {
    const width = Math.max(...this.columns.values(), ...this.own.map(([, at]) => at), 1);
    const line: (Cell | number)[] = new Array(width).fill('');
    for (const [column, value] of Object.entries(this.valuesOf(row))) {
      line[(this.columns.get(column) ?? 0) - 1] = cellFor(value);
    }
    for (const [heading, at] of this.own) {
      line[at - 1] = ownCell(row.own[heading] ?? '', this.formatOf(at));
    }
    return line;
  }

  private valuesOf(row: Stored): Record<string, Value> {
    const fields = this.form.fields.filter(({ column }) => this.has(column));
    return Object.fromEntries(
      fields.map((field) => [field.column, storedValue(row[field.column], field)]),
    );
  }

  private markOf(row: Stored): Mark {
    const hashes = Object.entries(this.valuesOf(row)).map(([column, value]): [string, string] => [
      column,
      hashOf(value),
    ]);
    const own = Object.fromEntries(this.own.map(([heading]) => [heading, row.own[heading] ?? '']));
    const written = new Map(hashes).set('own', hashOfOwn(own));
    return { id: row.id, written: written.set('remark', hashOf(String(row.remark ?? ''))) };
  }
}

function unfinished({ id }: Stored): Mark {
  return { id, written: new Map() };
}

/** The tab is a window no longer. */
export function removeMarks(sheet: Sheet): void {
  const column = columnsOf(headerOf(sheet), [MARK_HEADING]).get(MARK_HEADING);
  if (column) sheet.deleteColumn(column);
}
