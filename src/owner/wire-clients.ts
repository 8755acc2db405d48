/** What crosses to the pages about clients and their referrals, and what comes back by hand or out of a list. Types only. */
import type { WhyNot } from '../program/invited';
import type { Values } from '../whatsapp/set-up';
import type { SentInMonth } from './wire-account';

/** One row of the Clients tab. */
export type WireClient = [
  row: number,
  phone: string,
  name: string,
  /** The inviter's phone or id. */
  invitedBy: string,
  inviterName: string,
  joined: number | null,
  lastMessage: number | null,
  notice: string,
  code: string,
  /** What WhatsApp calls them, separated by spaces. */
  ids: string,
  stopped: boolean,
];

export interface Overview {
  /** Rows below the header, empty ones included. */
  rows: number;
  /** The rows at the end of the tab: the newest, unless the owner sorted it. */
  newest: WireClient[];
  /** How many there are in a base that is too large for the page: it shows the newest, and has the others searched. */
  large: { clients: number; referrals: number } | null;
  timeZone: string;
  /** The script's clock. */
  now: number;
  /** Lines in the Problems tab. */
  problems: number;
  /** Whether there are rewards to be seen. */
  rewards: boolean;
  sent: SentInMonth;
}

/** Somebody who was found in the database, and how many they have invited. */
export interface FoundClient {
  client: WireClient;
  invited: number;
}

/** Whoever has brought most, and how many all of them have brought together. */
export interface TopInviters {
  referrals: number;
  inviters: { key: string; name: string; count: number }[];
}

/** Whom somebody has invited. */
export interface Friends {
  count: number;
  newest: WireClient[];
}

/**
 * What the owner has selected in the sheet: its row, 0 where somebody's row is not there yet; `client` is null when that
 * is no client, or the row asked about.
 */
export interface Selection {
  row: number;
  client: WireClient | null;
}

/** A tab of the owner's, as a list of people. */
export interface OtherTab {
  name: string;
  /** Its header included. */
  rows: number;
}

/** A referral that the owner knows of: two numbers, and whether the inviter is told. */
export interface NewReferral {
  friend: string;
  /** The friend's, where they are not in the base yet. */
  name: string;
  inviter: string;
  tell: boolean;
}

/** Whether it was added, or which rule says no. */
export type Added = 'added' | WhyNot;

/** Somebody of a list that is imported; `invitedBy` is a number or an id, '' for nobody. */
export type Listed = [phone: string, name: string, invitedBy: string];

/** What became of some people of a list. */
export interface Imported {
  added: number;
  /** Those who were in the base already; they stay as they are. */
  known: number;
  unreadable: number;
  /** How many of those who were added have no inviter although the list names one. */
  withoutInviter: number;
}

/** The last import, as long as it can be undone. */
export interface LastImport {
  batch: string;
  /** Milliseconds. */
  at: number;
  /** How many people it has brought. */
  count: number;
}

/** Some rows of an import were taken away again. */
export interface Undone {
  deleted: number;
  /** Those who are more than a line of a list by now. */
  kept: number;
  /** The rows from here on have been looked at. */
  above: number;
  done: boolean;
}

/** Some of what is kept of a person. */
export interface PersonTable {
  name: string;
  headings: string[];
  rows: string[][];
}

/** About clients, their links and referrals, and people who are imported. */
export interface ClientsApi {
  overview(): Overview;
  clientRows(from: number, count: number): WireClient[];
  /** Looks for people in a base that is too large for the page: 50 at most. @param typed name, number, code or id */
  findClients(typed: string): FoundClient[];
  /** The same: how many referrals came in each of some weeks. @param starts their beginnings, the oldest first */
  referralsByWeek(starts: number[]): number[];
  /** The same: whoever has brought most from a day to another, as `2026-12-31`; '' for open. */
  topInviters(from: string, to: string): TopInviters;
  /** Whom a client has invited. @param keys every number and id of theirs */
  friendsOf(keys: string[]): Friends;
  /** @param known the row that the page shows already */
  selection(known: number): Selection;
  /** Selects a client's row in the sheet. @throws when the client is gone */
  showClient(row: number, key: string): Selection;
  /** Everything that is kept of a client, table by table. @throws when the client is gone */
  exportPerson(key: string): PersonTable[];
  /** Has a client forgotten: done with this call, or by the trigger. @throws when the client is gone */
  forgetPerson(key: string): null;
  isKnown(key: string): boolean;
  /** The clients with these numbers or ids; whoever is new is put into the base. @throws when a number is none */
  addClients(people: { key: string; name: string }[]): { client: WireClient; added: boolean }[];
  /** Writes links, by their clients' keys, into the column *Link* of some rows. @returns how many */
  writeLinks(from: number, count: number, links: Values): number;
  /** Registers a referral by the rules of a link. @throws when a number is none */
  addReferral(asked: NewReferral): Added;
  importTabs(): OtherTab[];
  /** Some rows of any tab, as texts. @throws when the tab is gone */
  tabRows(name: string, from: number, count: number): string[][];
  /** Those among some canonical numbers who are in the base, in the order of their rows. */
  knownPhones(phones: string[]): string[];
  /** Puts people into the base, inviters before their friends; nobody is written to. */
  importPeople(batch: string, people: Listed[]): Imported;
  lastImport(): LastImport | null;
  /** Deletes rows of the last import, from the bottom up. @param above 0 at first, then what the call before gave */
  undoImport(above: number): Undone;
  stopUndoing(): null;
}
