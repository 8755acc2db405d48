/** The Clients tab: one search finds everyone a message is about, rows are read and written by their headings. */
import type { Base, Found, Question, Told } from '../program/base';
import type { Client } from '../program/model';
import { refInNotice, waitsFor } from '../program/notice';
import { keyOf } from '../program/people';
import { blocksOf, type Cell, writeColumn } from './blocks';
import { textOf } from './cells';
import { cellOf, cellsOf, readClient, writeClient } from './client-row';
import { writeBelow } from './grow';
import { renameInNotices, rewriteNotices } from './notices';
import { headingsOf, keyPatterns, patternsOf } from './patterns';
import { findCells, readCells } from './search';
import {
  CLIENT_HEADINGS,
  type ClientHeading,
  columnsOf,
  hasOthers,
  LINK_HEADING,
  letters,
  MissingTab,
  REWARD_HEADINGS,
} from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows nearer than this are read together: one call costs more than the cells in between. */
const NEAR_ROWS = 500;

/** Columns of so many rows are read together with what stands between them. */
const NEAR_ENOUGH = 2000;

/** A column that cannot be missing: without them the same person would be noted twice. */
const NEEDED: ClientHeading[] = ['Phone', 'Invited by', 'Notice', 'Code', 'WhatsApp id'];

/** What the ledger writes, about many clients at once and mostly the same of all. */
const BY_COLUMN: readonly ClientHeading[] = REWARD_HEADINGS;

/** What every message of a client says anew: whoever writes it writes the same. */
const UNLOCKED: ClientHeading[] = ['Last message', 'WhatsApp id', 'Phone', 'Name'];

/** Rows where a search matched, by the column it matched in. */
type Hits = Map<ClientHeading, number[]>;

export class ClientsTab implements Base {
  private readonly columns: Map<ClientHeading, number>;
  private readonly header: string[];
  private readonly first: number;
  private readonly width: number;
  /** Whether the owner has columns of their own here. */
  private readonly shared: boolean;
  private readonly rows = new Map<number, Client>();
  /** Rows as they are displayed. */
  private readonly displayed = new Map<number, string[]>();
  /** Cells that were read along with others, by their row. */
  private readonly unread = new Map<number, unknown[]>();
  private readonly places = new Map<Client, number>();
  private readonly changed = new Map<Client, Set<ClientHeading>>();
  private readonly added: Client[] = [];
  private readonly renamed: [from: string, to: string][] = [];
  private readonly told: [which: Told, notice: string][] = [];

  /**
   * Reads the header: one call.
   *
   * @param byReading whether columns are read instead of searched, where the sheet's search overlooks rows
   * @param also headings that are needed besides
   * @throws {MissingTab} when a needed heading is not there
   */
  constructor(
    private readonly sheet: Sheet,
    private readonly byReading = false,
    also: readonly ClientHeading[] = [],
  ) {
    const header = sheet.getRange('1:1').getValues()[0] ?? [];
    this.header = header.map((cell) => String(cell).trim().toLowerCase());
    const ours = [...CLIENT_HEADINGS, ...REWARD_HEADINGS];
    this.columns = columnsOf(header, ours);
    this.shared = hasOthers(header, [...ours, LINK_HEADING]);
    const needed = [...NEEDED, ...also];
    const missing = needed.filter((heading) => !this.columns.has(heading));
    if (missing.length) {
      throw new MissingTab(
        `The tab “Clients” has no column “${missing.join('”, “')}”. Write the heading back into row 1, or use Referrals → Check set-up.`,
      );
    }
    const twice = needed.find(
      (heading) => columnsOf(header.slice(this.columns.get(heading)), [heading]).size > 0,
    );
    if (twice) {
      throw new MissingTab(
        `The tab “Clients” has two columns called “${twice}”. Give the one that is yours another heading.`,
      );
    }
    const positions = [...this.columns.values()];
    this.first = Math.min(...positions);
    this.width = Math.max(...positions) - this.first + 1;
  }

  find(questions: Question[]): Found {
    const hits = this.search(questions.flatMap(patternsOf), questions.flatMap(headingsOf));
    const rows = (...headings: ClientHeading[]) => headings.flatMap((one) => hits.get(one) ?? []);
    return {
      people: rows('Phone', 'WhatsApp id', 'Code'),
      notices: rows('Notice'),
      invitees: rows('Invited by'),
    };
  }

  findInvitees(keys: string[]): number[] {
    return this.search(keys.flatMap(keyPatterns), ['Invited by']).get('Invited by') ?? [];
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
    const headingAt = new Map(headings.map((one) => [this.columns.get(one), one]));
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
    const columns = headings.flatMap((heading) => this.columns.get(heading) ?? []);
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
      const range = this.sheet.getRange(top, this.first, bottom - top + 1, this.width);
      for (const [index, cells] of range.getValues().entries()) this.unread.set(top + index, cells);
    }
    for (const row of rows) this.know(row, this.unread.get(row));
    return rows.map((row) => this.rows.get(row) as Client);
  }

  /** The cells below some headings, from one row to another: one call where that is not far, else one for each. */
  texts(headings: ClientHeading[], from: number, to: number): string[][] {
    const columns = headings.map((heading) => this.columns.get(heading) ?? 0);
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
    const values = this.sheet.getRange(top, this.first, height, this.width).getValues();
    for (const row of rows) this.know(row, values[row - top]);
  }

  private know(row: number, cells: unknown[] | undefined): void {
    if (this.rows.has(row)) return;
    const client = readClient(cells ?? [], this.columns, this.first);
    this.rows.set(row, client);
    this.places.set(client, row);
  }

  /** Everyone that is known by now: rows read and rows to be added. */
  known(): Client[] {
    return [...this.rows.values(), ...this.added];
  }

  /** What a client's row shows below a heading: one call for rows that are near. */
  shown(client: Client, heading: string): string {
    const column = this.header.indexOf(heading.trim().toLowerCase());
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
    const width = this.header.reduce((last, one, index) => (one ? index + 1 : last), 1);
    const cells = this.sheet.getRange(top, 1, height, width).getDisplayValues();
    for (const [index, texts] of cells.entries()) this.displayed.set(top + index, texts);
  }

  /** Makes a client known whose row was found but need not be read; only what is set is written. */
  assume(row: number, client: Client): void {
    if (this.rows.has(row)) return;
    this.rows.set(row, client);
    this.places.set(client, row);
  }

  add(client: Client): void {
    this.added.push(client);
  }

  /** Changes a client in memory; {@link save} writes it. */
  change(client: Client, set: Partial<Client>): void {
    const headings = this.changed.get(client) ?? new Set();
    for (const heading of writeClient(client, set)) headings.add(heading);
    this.changed.set(client, headings);
  }

  /** Gives notices a new text, in memory at once; {@link save} writes it. */
  tell(which: Told, notice: string): void {
    this.told.push([which, notice]);
    for (const client of this.known()) {
      if (isMeant(client.notice, which)) client.notice = notice;
    }
  }

  /** An inviter is known by another key from now on; {@link save} writes it into the rows and notices of their referrals. */
  renameInviter(from: string, to: string): void {
    this.renamed.push([from, to]);
  }

  /** Whether something would be written that others may be writing too: rows and referrals need the lock. */
  needsLock(): boolean {
    const changes = [...this.changed.values()].flatMap((headings) => [...headings]);
    if (this.told.length || this.added.length) return true;
    return changes.some((heading) => !UNLOCKED.includes(heading));
  }

  /**
   * Writes what was added and changed; the caller flushes. Should a call fail on the way, what was written before it
   * stays: so whatever others are found by comes last, and the same once more completes it.
   */
  save(): void {
    for (const [from, to] of this.renamed) this.saveRenamed(from, to);
    this.renamed.length = 0;
    for (const [which, notice] of this.told) {
      rewriteNotices(this.below('Notice'), which, notice);
    }
    this.told.length = 0;
    this.saveColumns();
    for (const [client, headings] of this.changed) this.saveChanges(client, headings);
    this.changed.clear();
    this.saveAdded();
    this.added.length = 0;
  }

  private saveRenamed(from: string, to: string): void {
    renameInNotices(this.below('Notice'), from, to);
    this.below('Invited by').createTextFinder(from).matchEntireCell(true).replaceAllWith(to);
  }

  /** Clients of whom the ledger alone has something to write are written together. */
  private saveColumns(): void {
    const clients = [...this.changed].filter(([, headings]) =>
      [...headings].every((heading) => BY_COLUMN.includes(heading)),
    );
    for (const heading of [...BY_COLUMN].reverse()) {
      const about = clients.filter(([, headings]) => headings.has(heading));
      const cells = about.map(([client]): [number, Cell] => [
        this.rowOf(client),
        cellOf(client, heading, false),
      ]);
      writeColumn(this.sheet, this.columns.get(heading) ?? 0, new Map(cells));
    }
    for (const [client] of clients) this.changed.delete(client);
  }

  private saveChanges(client: Client, headings: Set<ClientHeading>): void {
    const row = this.rowOf(client);
    if (!row) return;
    const last = [this.columns.get('Phone') ?? 0, this.columns.get('Invited by') ?? 0];
    const isLast = ([start, end]: [number, number]) =>
      Number(last.some((column) => column >= start && column <= end));
    for (const [start, end] of this.runs(headings).sort((a, b) => isLast(a) - isLast(b))) {
      const values = this.cells(client, start, end, false);
      this.sheet.getRange(row, start, 1, end - start + 1).setValues([values]);
    }
  }

  /** The changed columns as runs from–to; *Joined*, which is ours too and stands between others, joins two runs. */
  private runs(headings: Set<ClientHeading>): [number, number][] {
    const bridge = this.columns.get('Joined');
    const wanted = [...headings].map((heading) => this.columns.get(heading) ?? 0).filter(Boolean);
    const runs: [number, number][] = [];
    for (const column of wanted.sort((a, b) => a - b)) {
      const last = runs[runs.length - 1];
      if (last && (column === last[1] + 1 || (column === last[1] + 2 && bridge === last[1] + 1))) {
        last[1] = column;
      } else {
        runs.push([column, column]);
      }
    }
    return runs;
  }

  private saveAdded(): void {
    const [only] = this.added;
    if (!only) return;
    if (this.added.length === 1 && !this.shared) {
      this.sheet.appendRow(this.cells(only, 1, this.first + this.width - 1, true));
      return;
    }
    const end = this.first + this.width - 1;
    const rows = this.added.map((client) => this.cells(client, this.first, end, false));
    const [first, last] = [this.columns.get('Phone'), this.columns.get('Invited by')];
    const columns = { ours: [...this.columns.values()], shared: this.shared, first, last };
    writeBelow(this.sheet, columns, rows);
  }

  /** A column without its heading. */
  private below(heading: ClientHeading) {
    const column = letters(this.columns.get(heading) ?? 0);
    return this.sheet.getRange(`${column}2:${column}`);
  }

  private cells(client: Client, start: number, end: number, appended: boolean) {
    return cellsOf(client, this.columns, start, end, appended);
  }
}

function isMeant(notice: string, which: Told): boolean {
  if ('ref' in which) return refInNotice(notice) === which.ref;
  return which.waitingFor.some((key) => waitsFor(notice, key));
}
