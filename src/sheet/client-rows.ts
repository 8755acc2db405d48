/** The rows of the Clients tab: one search finds everyone a message is about, and rows are read by their headings. */
import type { Found, Question } from '../program/base';
import type { Client } from '../program/model';
import { keyOf } from '../program/people';
import { canonicalPhone } from '../program/phone';
import { isCounted, TO_LOOK_AT } from '../program/rewards/counts';
import { blocksOf } from './blocks';
import { textOf } from './cells';
import { readClient } from './client-row';
import { type Header, readHeader } from './header';
import { headingsOf, keyPatterns, patternsOf } from './patterns';
import { findCells, readCells } from './search';
import {
  CLIENT_HEADINGS,
  type ClientHeading,
  LINK_HEADING,
  letters,
  REWARD_HEADINGS,
} from './tabs';
import { MARK_HEADING } from './window-form';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows nearer than this are read together: one call costs more than the cells in between. */
const NEAR_ROWS = 500;

/** Columns of so many rows are read together with what stands between them. */
const NEAR_ENOUGH = 2000;

/** A column that cannot be missing: without them the same person would be noted twice. */
const NEEDED: ClientHeading[] = ['Phone', 'Invited by', 'Notice', 'Code', 'Messenger id'];

/** Rows where a search matched, by the column it matched in. */
type Hits = Map<ClientHeading, number[]>;

export class ClientRows {
  protected readonly header: Header<ClientHeading>;
  private readonly rows = new Map<number, Client>();
  /** Rows as they are displayed. */
  private readonly displayed = new Map<number, string[]>();
  /** Cells that were read along with others, by their row. */
  private readonly unread = new Map<number, unknown[]>();
  private readonly places = new Map<Client, number>();

  /**
   * Reads the header: one call.
   *
   * @param byReading whether columns are read instead of searched, where the sheet's search overlooks rows
   * @param also headings that are needed besides
   * @throws {MissingTab} when a needed heading is not there, or there twice
   */
  constructor(
    protected readonly sheet: Sheet,
    protected readonly byReading = false,
    also: readonly ClientHeading[] = [],
  ) {
    this.header = readHeader(sheet, 'Clients', {
      ours: [...CLIENT_HEADINGS, ...REWARD_HEADINGS],
      needed: [...NEEDED, ...also],
      besides: [LINK_HEADING],
    });
  }

  find(questions: Question[]): Found {
    const hits = this.search(questions.flatMap(patternsOf), questions.flatMap(headingsOf));
    const rows = (...headings: ClientHeading[]) => headings.flatMap((one) => hits.get(one) ?? []);
    return {
      people: rows('Phone', 'Messenger id', 'Code'),
      notices: rows('Notice'),
      invitees: rows('Invited by'),
    };
  }

  findInvitees(keys: string[]): number[] {
    return this.search(keys.flatMap(keyPatterns), ['Invited by']).get('Invited by') ?? [];
  }

  findToCount(): number[] {
    return this.search([TO_LOOK_AT], ['Counts']).get('Counts') ?? [];
  }

  /** Whether the tab is, or was, a window of a database. */
  get isWindow(): boolean {
    return this.header.texts.includes(MARK_HEADING.toLowerCase());
  }

  lastRow(): number {
    return this.sheet.getLastRow();
  }

  /** Reads two columns, from the first friend's row to the last one's. */
  counted(invitees: number[]): Map<string, Set<number>> {
    const counted = new Map<string, Set<number>>();
    const [top] = invitees;
    const bottom = invitees[invitees.length - 1];
    if (top === undefined || bottom === undefined) return counted;
    const [inviters = [], counts = []] = this.texts(['Invited by', 'Counts'], top, bottom);
    for (const row of invitees) {
      if (!isCounted(counts[row - top] ?? '')) continue;
      const key = canonicalPhone(inviters[row - top] ?? '');
      counted.set(key, (counted.get(key) ?? new Set()).add(row));
    }
    return counted;
  }

  /**
   * Searches for cells that match one of the patterns as a whole: one call, over the columns from the first to the last
   * of those that are meant. What it costs grows with their number; what it finds in others between them is left out.
   *
   * @param patterns regular-expression sources that Java and JavaScript read alike
   * @param headings the columns that are meant; those that are missing are left out
   */
  search(patterns: string[], headings: ClientHeading[]): Hits {
    const hits: Hits = new Map();
    if (!patterns.length) return hits;
    const headingAt = new Map(headings.map((one) => [this.header.columns.get(one), one]));
    const { first, width } = this.span(headings);
    const range = this.sheet.getRange(`${letters(first)}:${letters(first + width - 1)}`);
    const pattern = `^(?:${[...new Set(patterns)].join('|')})$`;
    for (const [row, column] of this.byReading
      ? readCells(range, pattern)
      : findCells(range, pattern)) {
      const heading = headingAt.get(column);
      if (!heading || row === 1) continue;
      hits.set(heading, [...(hits.get(heading) ?? []), row]);
    }
    return hits;
  }

  /** The columns from the first to the last of these; those that are missing are left out. */
  span(headings: ClientHeading[]): { first: number; width: number } {
    const columns = headings.flatMap((heading) => this.header.columns.get(heading) ?? []);
    const first = Math.min(...columns);
    return { first, width: Math.max(...columns) - first + 1 };
  }

  /** Reads rows, near ones together; a row that was read before is not read again. */
  read(rows: number[]): Client[] {
    const missing = [...new Set(rows)].filter((row) => !this.rows.has(row)).sort((a, b) => a - b);
    let block: number[] = [];
    for (const row of missing) {
      const start = block[0];
      if (start !== undefined && row - start > NEAR_ROWS) {
        this.readBlock(block);
        block = [];
      }
      block.push(row);
    }
    if (block.length) this.readBlock(block);
    return rows.map((row) => this.rows.get(row) as Client);
  }

  /** Reads many rows in few calls, also where they are rather far apart. */
  readMany(rows: number[]): Client[] {
    const missing = rows.filter((row) => !this.rows.has(row) && !this.unread.has(row));
    for (const { top, bottom } of blocksOf(missing)) {
      const range = this.sheet.getRange(
        top,
        this.header.first,
        bottom - top + 1,
        this.header.width,
      );
      for (const [index, cells] of range.getValues().entries()) this.unread.set(top + index, cells);
    }
    for (const row of rows) this.know(row, this.unread.get(row));
    return rows.map((row) => this.rows.get(row) as Client);
  }

  /** The cells below some headings, from one row to another: one call where that is not far, else one for each. */
  texts(headings: ClientHeading[], from: number, to: number): string[][] {
    const columns = headings.map((heading) => this.header.columns.get(heading) ?? 0);
    const height = to - from + 1;
    const textsIn = (first: number, width: number) =>
      this.sheet.getRange(from, first, height, width).getValues();
    if (height > NEAR_ENOUGH) {
      const each = columns.map((column) => textsIn(column, 1));
      return each.map((cells) => cells.map(([cell]) => textOf(cell).trim()));
    }
    const first = Math.min(...columns);
    const cells = textsIn(first, Math.max(...columns) - first + 1);
    return columns.map((column) => cells.map((row) => textOf(row[column - first]).trim()));
  }

  /** The row of a client that was read; 0 for one that is only to be added. */
  rowOf(client: Client): number {
    return this.places.get(client) ?? 0;
  }

  /** Reads rows in one call, however far they are apart. */
  readBlock(rows: number[]): void {
    const top = Math.min(...rows);
    const height = Math.max(...rows) - top + 1;
    const values = this.sheet
      .getRange(top, this.header.first, height, this.header.width)
      .getValues();
    for (const row of rows) this.know(row, values[row - top]);
  }

  private know(row: number, cells: unknown[] | undefined): void {
    if (this.rows.has(row)) return;
    const client = readClient(cells ?? [], this.header.columns, this.header.first);
    this.rows.set(row, client);
    this.places.set(client, row);
  }

  /** Everyone whose row was read. */
  known(): Client[] {
    return [...this.rows.values()];
  }

  /** What a client's row shows below a heading: one call for rows that are near. */
  shown(client: Client, heading: string): string {
    const column = this.header.texts.indexOf(heading.trim().toLowerCase());
    const row = this.rowOf(client) || this.rowOf(this.sameAs(client));
    if (column < 0 || !row) return '';
    if (!this.displayed.has(row)) this.readDisplayed(row);
    return this.displayed.get(row)?.[column] ?? '';
  }

  /** The client as read, of whom another form is at hand. */
  private sameAs(client: Client): Client {
    const key = keyOf(client);
    return [...this.rows.values()].find((one) => key && keyOf(one) === key) ?? client;
  }

  private readDisplayed(row: number): void {
    const near = [...this.rows.keys()].filter((one) => Math.abs(one - row) < NEAR_ROWS / 2);
    const top = Math.min(row, ...near);
    const height = Math.max(row, ...near) - top + 1;
    const width = this.header.texts.reduce((last, one, index) => (one ? index + 1 : last), 1);
    const cells = this.sheet.getRange(top, 1, height, width).getDisplayValues();
    for (const [index, texts] of cells.entries()) this.displayed.set(top + index, texts);
  }

  /** Makes a client known whose row was found but need not be read; only what is set is written. */
  assume(row: number, client: Client): void {
    if (this.rows.has(row)) return;
    this.rows.set(row, client);
    this.places.set(client, row);
  }
}
