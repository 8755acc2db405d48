/** What the owner does to the spreadsheet with mouse and keyboard, in the middle of everything. */
import { type Area, parseA1 } from './a1';
import type { Book } from './book';
import { MAX_CELL_CHARACTERS } from './cell';
import { type CellCopy, copyCells, putCells } from './cell-copy';
import { fillRows, grow } from './fill-rows';
import { filterRows } from './filter';
import { type FormAnswers, type Submission, submitForm } from './form';
import { type Column, type Fillable, OwnerEyes } from './owner-eyes';
import { cellsOf, isRecords, type RowRecord } from './records';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveColumns,
  renameSheet,
} from './reshape';
import { type SavedSheet, saveSheet, takeOver } from './saved-sheet';
import type { SheetData } from './sheet-data';

/** An edit as onEdit hears of it. */
export interface Edit {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
  value?: string;
  oldValue?: string;
}

/** Told of what the owner does, so that the triggers run. */
export interface Listener {
  edited(edit: Edit): void;
  submitted(submission: Submission): void;
  changed(changeType: string): void;
}

/** The owner at the spreadsheet. Rows and columns are counted from 1. Every method throws when there is no such tab or heading. */
export class OwnerHand extends OwnerEyes {
  readonly #book: Book;
  readonly #listener: Listener;
  constructor(book: Book, listener: Listener) {
    super(book);
    this.#book = book;
    this.#listener = listener;
  }

  /** Types into a cell; the triggers for edits run. */
  type(name: string, row: number, under: Column, text: string): void {
    const sheet = this.find(name);
    const column = this.columnOf(name, under);
    const oldValue = this.#book.shown(sheet, row, column);
    this.#put(sheet, row, column, text);
    const value = this.#book.shown(sheet, row, column);
    this.#listener.edited({
      ...{ sheetId: sheet.id, row, column, rows: 1, columns: 1 },
      ...(value === '' ? {} : { value }),
      ...(oldValue === '' ? {} : { oldValue }),
    });
  }
  /** Pastes a block of texts, its first at the given cell. */
  paste(name: string, row: number, column: number, texts: string[][]): void {
    const sheet = this.find(name);
    texts.forEach((line, r) => {
      line.forEach((text, c) => {
        this.#put(sheet, row + r, column + c, text);
      });
    });
    const columns = Math.max(1, ...texts.map((line) => line.length));
    this.#listener.edited({ sheetId: sheet.id, row, column, rows: texts.length, columns });
  }
  /** The cells of an area as they are, to be put back some time. */
  copyCells(name: string, area: Area): CellCopy {
    return copyCells(this.find(name), area);
  }
  /** Puts cells back as they were, as an undo does; the triggers for edits run. */
  putCells(name: string, copy: CellCopy): void {
    const sheet = this.find(name);
    putCells(sheet, copy);
    this.#book.touch();
    this.#listener.edited({ sheetId: sheet.id, ...copy.area });
  }
  /** The tab as a whole as it is, to be put back some time. */
  copyTab(name: string): SavedSheet {
    return saveSheet(this.find(name));
  }
  /** Puts a tab back as it was, as the undo of a sort or of a deleted row does. */
  putTab(name: string, saved: SavedSheet): void {
    takeOver(this.find(name), saved);
    this.#book.touch();
    this.#listener.changed('OTHER');
  }
  /** Filters the tab: only the heading and the rows stay that show the same in a column; null ends it. */
  filter(name: string, under: Column, shown: string | null): void {
    const sheet = this.find(name);
    const column = this.columnOf(name, under);
    filterRows(
      sheet,
      shown === null ? null : (row) => this.#book.shown(sheet, row, column) === shown,
    );
    this.#listener.changed('OTHER');
  }
  /** Somebody answers a form that is linked to the tab: a row with the time, and the answers below their questions. */
  submitForm(name: string, answers: FormAnswers): void {
    this.#listener.submitted(submitForm(this.#book, this.find(name), answers));
  }
  /** Puts many rows in at once, below what is there unless told where, as cells or by heading. No trigger runs. */
  fill(name: string, given: Fillable[][] | RowRecord[], startRow?: number): void {
    const sheet = this.find(name);
    const rows = isRecords(given) ? cellsOf(given, (one) => this.columnOf(name, one)) : given;
    fillRows(this.#book, sheet, rows, startRow ?? sheet.lastRow() + 1);
  }
  /** Sorts all rows below the frozen ones. */
  sort(name: string, by: Column, ascending = true): void {
    const sheet = this.find(name);
    const column = this.columnOf(name, by);
    const row = sheet.frozenRows + 1;
    const rows = Math.max(0, sheet.lastRow() - row + 1);
    sheet.sortArea(
      { row, column: 1, rows, columns: sheet.maxColumns },
      this.#book.comparison(sheet, column, ascending),
    );
    this.#listener.changed('OTHER');
  }
  insertColumn(name: string, before: Column): void {
    insertColumns(this.#book, this.find(name), this.columnOf(name, before), 1);
    this.#listener.changed('INSERT_COLUMN');
  }
  deleteColumn(name: string, column: Column): void {
    deleteColumns(this.#book, this.find(name), this.columnOf(name, column), 1);
    this.#listener.changed('REMOVE_COLUMN');
  }
  /** Drags a column so that it becomes number `to`. */
  moveColumn(name: string, column: Column, to: number): void {
    const from = this.columnOf(name, column);
    moveColumns(this.#book, this.find(name), from, 1, to > from ? to + 1 : to);
    this.#listener.changed('OTHER');
  }
  insertRow(name: string, before: number): void {
    insertRows(this.#book, this.find(name), before, 1);
    this.#listener.changed('INSERT_ROW');
  }
  deleteRow(name: string, row: number): void {
    deleteRows(this.#book, this.find(name), row, 1);
    this.#listener.changed('REMOVE_ROW');
  }
  hideRow(name: string, row: number): void {
    const sheet = this.find(name);
    sheet.rowAt(row).hidden = true;
    sheet.changes.row(row);
  }
  setTabColour(name: string, colour: string): void {
    this.find(name).tabColor = colour;
  }
  rename(name: string, to: string): void {
    const sheet = this.find(name);
    if (this.#book.find(to)) throw new Error(`There is a tab "${to}" already.`);
    renameSheet(this.#book, sheet, to);
    this.#listener.changed('OTHER');
  }
  addSheet(name: string): void {
    if (this.#book.find(name)) throw new Error(`There is a tab "${name}" already.`);
    this.#book.addSheet(name);
    this.#listener.changed('INSERT_GRID');
  }
  deleteSheet(name: string): void {
    const sheet = this.find(name);
    if (this.#book.sheets.length === 1) throw new Error('The last tab cannot be deleted.');
    this.#book.sheets = this.#book.sheets.filter((kept) => kept !== sheet);
    this.#listener.changed('REMOVE_GRID');
  }
  hideSheet(name: string): void {
    this.find(name).hidden = true;
  }
  setNote(name: string, row: number, column: number, note: string): void {
    this.find(name).setLook(row, column, { note });
  }
  /** What the formula in a cell comes to, since none is computed here: values from that cell on, row by row. @throws when there is no formula */
  spill(name: string, row: number, column: number, values: (string | number | boolean)[][]): void {
    this.#book.spill(this.find(name), row, column, values);
  }
  /** Formats an area such as "A:A" or "B2:C4". */
  setFormat(name: string, a1: string, numberFormat: string): void {
    const sheet = this.find(name);
    sheet.setAreaLook(this.#area(sheet, a1), { numberFormat });
  }
  setBackground(name: string, a1: string, background: string): void {
    const sheet = this.find(name);
    sheet.setAreaLook(this.#area(sheet, a1), { background });
  }
  freeze(name: string, rows: number): void {
    this.find(name).frozenRows = rows;
  }
  /** Clicks on a tab and marks an area of it: the active range of the script's next execution. */
  select(name: string, a1 = 'A1'): void {
    const sheet = this.find(name);
    this.#book.selection = this.#area(sheet, a1);
    this.#book.activeSheet = sheet.id;
  }

  /** The tab, for somebody who will change it. */
  private find(name: string): SheetData {
    this.#book.touch();
    return this.seen(name);
  }
  #area(sheet: SheetData, a1: string) {
    const area = parseA1(a1, sheet);
    if (!area) throw new Error(`"${a1}" is no area; write it like "B2", "A:C" or "A2:C9".`);
    return area;
  }
  #put(sheet: SheetData, row: number, column: number, text: string): void {
    if (text.length > MAX_CELL_CHARACTERS) {
      throw new Error(`A cell takes ${MAX_CELL_CHARACTERS} characters, not ${text.length}.`);
    }
    grow(this.#book, sheet, row, column);
    this.#book.write(sheet, row, column, text, 'owner');
  }
}
