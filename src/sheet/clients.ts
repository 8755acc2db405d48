/** The Clients tab as the base: what is changed is kept in memory, and written in few calls in an order that survives a cut. */
import type { ClientBook, Told, Traces } from '../program/base';
import type { Client } from '../program/model';
import { refInNotice, waitsFor } from '../program/notice';
import { type Cell, writeColumn } from './blocks';
import { ClientLooks } from './client-looks';
import { cellOf, cellsOf, writeClient } from './client-row';
import { writeBelow } from './grow';
import { renameInNotices, rewriteNotices } from './notices';
import { CLIENT_HEADINGS, type ClientHeading, letters, REWARD_HEADINGS } from './tabs';
import { emptyRow, replaceTraces } from './traces';

/** What the ledger writes, about many clients at once and mostly the same of all. */
const BY_COLUMN: readonly ClientHeading[] = REWARD_HEADINGS;

/** Where others' rows may name somebody. */
const NAMING: ClientHeading[] = ['Notice', 'Note', 'Check', 'Invited by'];

/** So many cells are emptied in one call. */
const AT_ONCE = 1000;

/** What every message of a client says again: whoever writes it writes the same. */
const UNLOCKED: ClientHeading[] = ['Last message', 'Messenger id', 'Phone', 'Name'];

export class ClientsTab extends ClientLooks implements ClientBook {
  private readonly changed = new Map<Client, Set<ClientHeading>>();
  private readonly added: Client[] = [];
  private readonly renamed: [from: string, to: string][] = [];
  private readonly told: [which: Told, notice: string][] = [];

  override known(): Client[] {
    return [...super.known(), ...this.added];
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
    if (this.told.length || this.added.length || this.renamed.length) return true;
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

  /** Names, notices that wait, then texts: should a call fail on the way, the same once more completes it. */
  takeOut({ keys, pattern, by, notice }: Traces, invitees: number[]): void {
    const names = this.header.columns.get("Inviter's name") ?? 0;
    for (let from = 0; from < invitees.length; from += AT_ONCE) {
      const some = invitees.slice(from, from + AT_ONCE);
      writeColumn(this.sheet, names, new Map(some.map((row) => [row, ''])));
    }
    if (this.readMany(invitees).some((friend) => friend.notice.startsWith('waits for '))) {
      rewriteNotices(this.below('Notice'), { waitingFor: keys }, notice);
    }
    replaceTraces(this.sheet, NAMING, { pattern, by, byReading: this.byReading });
  }

  /** At once, notes included; formulas stay. */
  clear(client: Client): void {
    emptyRow(this.sheet, this.rowOf(client), [...CLIENT_HEADINGS, ...REWARD_HEADINGS]);
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
      writeColumn(this.sheet, this.header.columns.get(heading) ?? 0, new Map(cells));
    }
    for (const [client] of clients) this.changed.delete(client);
  }

  private saveChanges(client: Client, headings: Set<ClientHeading>): void {
    const row = this.rowOf(client);
    if (!row) return;
    const last = [
      this.header.columns.get('Phone') ?? 0,
      this.header.columns.get('Invited by') ?? 0,
    ];
    const isLast = ([start, end]: [number, number]) =>
      Number(last.some((column) => column >= start && column <= end));
    for (const [start, end] of this.runs(headings).sort((a, b) => isLast(a) - isLast(b))) {
      const values = this.cells(client, start, end, false);
      this.sheet.getRange(row, start, 1, end - start + 1).setValues([values]);
    }
  }

  /** The changed columns as runs from–to; *Joined*, which is ours too and stands between others, joins two runs. */
  private runs(headings: Set<ClientHeading>): [number, number][] {
    const bridge = this.header.columns.get('Joined');
    const wanted = [...headings]
      .map((heading) => this.header.columns.get(heading) ?? 0)
      .filter(Boolean);
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
    if (this.added.length === 1 && !this.header.shared) {
      this.sheet.appendRow(this.cells(only, 1, this.header.first + this.header.width - 1, true));
      return;
    }
    const end = this.header.first + this.header.width - 1;
    const rows = this.added.map((client) => this.cells(client, this.header.first, end, false));
    const [first, last] = [this.header.columns.get('Phone'), this.header.columns.get('Invited by')];
    const columns = {
      ours: [...this.header.columns.values()],
      shared: this.header.shared,
      first,
      last,
    };
    writeBelow(this.sheet, columns, rows);
  }

  /** A column without its heading. */
  private below(heading: ClientHeading) {
    const column = letters(this.header.columns.get(heading) ?? 0);
    return this.sheet.getRange(`${column}2:${column}`);
  }

  private cells(client: Client, start: number, end: number, appended: boolean) {
    return cellsOf(client, this.header.columns, start, end, appended);
  }
}

function isMeant(notice: string, which: Told): boolean {
  if ('ref' in which) return refInNotice(notice) === which.ref;
  return which.waitingFor.some((key) => waitsFor(notice, key));
}
