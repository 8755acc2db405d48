/** The Purchases tab: an inbox, whose rows anybody and anything may add. */

import type { Purchase } from '../program/rewards/model';
import { BEGUN, isUnanswered, NOTED, refOfSale } from '../program/rewards/purchases';
import type { Cell } from './blocks';
import { textCell, textOf } from './cells';
import { escaped } from './patterns';
import { type Field, type Form, RecordTab } from './record-tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const PURCHASES: Form<Purchase> = {
  name: 'Purchases',
  fields: [
    { heading: 'Phone', field: 'phone', kind: 'text' },
    { heading: 'Amount', field: 'amount', kind: 'text' },
    { heading: 'Date', field: 'date', kind: 'time' },
    { heading: 'What', field: 'what', kind: 'text' },
    { heading: 'Result', field: 'result', kind: 'text' },
  ],
  last: [],
};

/** Rows that still wait for their answer: empty, or begun and not finished. */
const UNANSWERED = `(?:(?:${escaped(BEGUN)}|${escaped(NOTED)}).*)?`;

/** So many rows without an answer are read together: blank ones may be among them. */
const ROWS_READ = 2000;

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)/;

export class PurchasesTab extends RecordTab<Purchase> {
  /** @throws {MissingTab} when a heading is not there, or there twice */
  constructor(sheet: Sheet, byReading = false) {
    super(sheet, PURCHASES, byReading);
  }

  /** The rows from this one on that have a phone: one search, of few cells where that is one of the last rows. */
  phonesFrom(row: number): number[] {
    try {
      return this.find(['phone'], '.*\\S.*', Math.max(row, 2));
    } catch {
      // The sheet has no such row any more.
      return [];
    }
  }

  /**
   * Rows without an answer, the first ones of them: one search, and few reads.
   *
   * @param last the last row to look at
   * @returns them, and whether there are more
   */
  unanswered(most: number, last = this.lastRow()): { purchases: Purchase[]; more: boolean } {
    const rows = last < 2 ? [] : this.find(['result'], UNANSWERED, 2, last);
    const purchases: Purchase[] = [];
    for (let from = 0; from < rows.length && purchases.length <= most; from += ROWS_READ) {
      const some = this.read(rows.slice(from, from + ROWS_READ));
      purchases.push(...some.filter(isSomething));
    }
    return { purchases: purchases.slice(0, most), more: purchases.length > most };
  }

  /**
   * The owner has changed some cells: rows that came to nothing, and whose number, amount or day is among them, wait for
   * their answer again.
   */
  reopen(top: number, bottom: number, left: number, right: number): void {
    const isTouched = (['phone', 'amount', 'date'] as const).some((field) => {
      const column = this.columnOf(field);
      return column >= left && column <= right;
    });
    if (!isTouched) return;
    const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
    for (const purchase of this.read(rows)) {
      const { result } = purchase;
      if (isUnanswered(result) || /^(counts for|taken back)/.test(result)) continue;
      this.change(purchase, { result: reopened(result) });
    }
    this.save();
  }

  /** Rows that a text in *Result* names: one search. */
  withRef(ref: string): Purchase[] {
    return this.read(this.find(['result'], `.* #${escaped(ref)}`));
  }

  /** A number out of a cell is rounded: 19.9 may stand there as 19.899999. */
  protected override valueOf(
    cell: unknown,
    field: keyof Purchase,
    kind: Field['kind'],
  ): string | number | null {
    if (field === 'amount' && typeof cell === 'number') return rounded(cell);
    const value = super.valueOf(cell, field, kind);
    return field === 'date' && value === null ? dayIn(textOf(cell)) : value;
  }

  /** Rows between those that are answered have been read too: all are written in one call. */
  protected override filled(field: keyof Purchase, cells: Map<number, Cell>): Map<number, Cell> {
    const rows = [...cells.keys()];
    const all = new Map(cells);
    for (let row = Math.min(...rows); row < Math.max(...rows); row++) {
      const between = this.recordAt(row);
      if (between && !all.has(row)) all.set(row, textCell(String(between[field] ?? '')));
    }
    return all;
  }
}

/** With two decimals where there are any: 12.5 is 12.50. */
function rounded(amount: number): string {
  return (Math.round(amount * 100) / 100).toFixed(2).replace(/\.00$/, '');
}

/** The answer is taken away; which message a purchase came by stays. */
function reopened(result: string): string {
  const ref = refOfSale(result);
  return ref && NOTED + ref;
}

/** Whether anything stands in the row that is ours. */
function isSomething({ phone, amount, date, what }: Purchase): boolean {
  return phone !== '' || amount !== '' || date !== null || what !== '';
}

/** A day that came as a text: noon, so that it is that day in most of the world. */
function dayIn(text: string): number | null {
  const [, year, month, day] = ISO_DAY.exec(text.trim()) ?? [];
  return day ? Date.UTC(Number(year), Number(month) - 1, Number(day), 12) : null;
}
