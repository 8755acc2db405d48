/** What the program needs of wherever its clients are kept. The sheet is behind it; a database could be. */
import type { Client, Contact } from './model';

/** Where a row is: good for one piece of work under the lock, no longer. */
export type Row = number;

/** What rows are looked for by. */
export type Question =
  /** Somebody on WhatsApp, in every form of their number and id. */
  | { contact: Contact }
  /** Whoever is known by a number or an id, as *Invited by* holds it. */
  | { key: string }
  /** The invitees of somebody on WhatsApp. */
  | { inviteesOf: Contact }
  | { code: string }
  /** Invitees whose notice waits for whoever has one of these keys. */
  | { waitingFor: string[] }
  /** Invitees whose notice an update has taken up, by its token. */
  | { takenUpBy: string }
  /** Invitees whose notice names this sending. */
  | { ref: string };

/** Rows that were found, by what they were found for. */
export interface Found {
  people: Row[];
  notices: Row[];
  /** Rows that name somebody as their inviter whose invitees were asked for. */
  invitees: Row[];
}

/** Which notices get a new text, all at once. */
export type Told = { waitingFor: string[] } | { ref: string };

export interface Base {
  /** Looks for everybody that the questions are about: one search, where the answers can be and nowhere else. */
  find(questions: Question[]): Found;
  /** The rows that name these keys as their inviter: one search. */
  findInvitees(keys: string[]): Row[];
  /** Reads rows, near ones together. */
  read(rows: Row[]): Client[];
  /** Reads rows in one call, however far they are apart. */
  readBlock(rows: Row[]): void;
  /** Everyone that is known by now: rows read, and rows to be added. */
  known(): Client[];
  /** What a client's row shows below a heading, also one of the owner's: '' where there is no such row or heading. */
  shown(client: Client, heading: string): string;
  /** Makes a client known whose row was found but need not be read. */
  assume(row: Row, client: Client): void;
  add(client: Client): void;
  change(client: Client, set: Partial<Client>): void;
  /** Gives notices a new text. */
  tell(which: Told, notice: string): void;
  /** An inviter is known by another key from now on. */
  renameInviter(from: string, to: string): void;
  /** Whether something would be written that others may be writing too. */
  needsLock(): boolean;
  /** Writes everything; the caller flushes. */
  save(): void;
}

/** Rows as the owner sees them, their own columns included. */
export interface ShownRows {
  headings: string[];
  rows: string[][];
}

/** What is taken out of other people's rows when somebody is forgotten. */
export interface Traces {
  /** Every number and id that they are known by, or were. */
  keys: string[];
  /** A regular expression's source, for Java and JavaScript alike, that finds them in a text; and what comes in its place. */
  pattern: string;
  by: string;
  /** What notices say that waited for them. */
  notice: string;
}

/** Where people stand, by their numbers and ids, as far as it was looked up. */
export interface Index {
  /** The row of a key; 0 where nobody has it. */
  row(key: string): Row;
  /** Looks it up anew, under the lock. */
  update(): void;
}

/** The base as the ledger and whoever looks after people need it besides. */
export interface ClientBook extends Base {
  /** The row of whoever has a number or an id, wherever it is now; 0 where nobody has it. */
  rowOfKey(key: string): Row;
  /** Rows that stand together, those that there are: one read. */
  readFrom(row: Row, count: number): Client[];
  /** Those among some keys that rows name as their inviter. */
  inviters(keys: string[]): Set<string>;
  /** Rows whose *Notice*, *Note* or *Check* holds a pattern. */
  naming(pattern: string): Row[];
  /** @param timeZone in which times are shown, where the base itself does not say */
  asShown(rows: Row[], timeZone: string): ShownRows;
  /** Takes somebody out of other people's rows, at once. @param invitees rows that name them as their inviter */
  takeOut(traces: Traces, invitees: Row[]): void;
  /** Empties what the owner has in columns of their own; the rest of the row is changed as ever, and {@link save} writes it. */
  clear(client: Client): void;
  /** Where a client that was read stands; 0 for one that is only to be added. */
  rowOf(client: Client): Row;
  /** The last row in use. */
  lastRow(): Row;
  /** Reads many rows, in few calls also where they are far apart; those that are gone are left out. */
  readMany(rows: Row[]): Client[];
  /** Friends whose *Counts* asks for a look. */
  findToCount(): Row[];
  /** Of some invitees those that count, by the key of their inviter. */
  counted(invitees: Row[]): Map<string, Set<Row>>;
}
