/** What crosses to *Connect a database…*. Types only. */

/** Where a database is, without the password, which never leaves the script. */
export interface DatabasePlace {
  host: string;
  port: string;
  name: string;
  user: string;
}

/** What the owner entered. */
export interface DatabaseEntered extends DatabasePlace {
  /** '' for the one that is stored for the same place. */
  password: string;
}

/** How the script stands to its database. */
export interface DatabaseState {
  /** Null where none is connected. */
  place: DatabasePlace | null;
  /** Whether clients and rewards are kept there now. */
  inUse: boolean;
  /** Whether everybody is `coming` back into the sheet, or `leaving` it again since the owner stays; null for neither. */
  back: 'coming' | 'leaving' | null;
  /** What Google said, while the database cannot be reached; '' otherwise. */
  down: string;
}

/** What stands in the database, and what the account may do there. */
export interface DatabaseFound {
  /** The server's version, as it tells it. */
  server: string;
  /** Whether that is too old. */
  tooOld: boolean;
  /** Whether it keeps every letter of the world. */
  unicode: boolean;
  /** Why nothing can be made there; '' where it can. */
  hindrance: string;
  /** The form of our schema there, 0 where there is none; and the form that this program has. */
  schema: number;
  newest: number;
  /** Whose clients stand there. */
  whose: 'nobody' | 'ours' | 'another';
  /** The spreadsheet's name, where it is another. */
  title: string;
  people: number;
  rewards: number;
}

/** What came of a call that moves some rows. */
export interface MovedSome {
  /** Pieces that were not there yet. */
  moved: number;
  /** Where the next call goes on; null when nothing is left. */
  next: number | null;
  /** So many rows there are. */
  rows: number;
}

/** What stands on both sides when everything has been compared. */
export interface SwitchedOver {
  /** False when too much has changed meanwhile: another round comes first. */
  switched: boolean;
  people: number;
  referrals: number;
  rewards: number;
}

/** What came of a call that brings some rows back into the sheet. */
export interface CameBack {
  /** Where the next call goes on; null when nothing is left. */
  next: number | null;
  /** So many are done, of so many. */
  done: number;
  all: number;
}

/** About the database. */
export interface DatabaseApi {
  databaseState(): DatabaseState;
  /** Connects, looks around, and keeps the address where it can be used. @throws with what Google or the database says */
  connectDatabase(entered: DatabaseEntered): DatabaseFound;
  /** What stands in the database that is connected; null where none is. @throws when it cannot be reached */
  lookAtDatabase(): DatabaseFound | null;
  /** Makes the tables, or brings them to this program's form. @throws when another spreadsheet's clients are there */
  makeSchema(): DatabaseFound;
  /** Moves what is not in the database yet of some rows. @param from 0 at first, then what the call before gave as `next` */
  moveSome(table: 'clients' | 'rewards', from: number): MovedSome;
  /** Takes a minute: whoever has begun to handle a message before is done then. */
  awaitOthers(): null;
  /** Compares everything, and keeps clients and rewards in the database from then on. @throws where that is not the same */
  switchOver(): SwitchedOver;
  /** Looks whether everybody fits into the sheet again, and begins. @throws with the figures where they do not */
  beginBack(): null;
  /** Brings some rows back into the tab. @param after 0 at first, then what the call before gave as `next` */
  bringBack(table: 'clients' | 'rewards', after: number): CameBack;
  /** Has some rows of the tab say what the database says. @param from 2 at first, then `next` of the call before */
  settleBack(table: 'clients' | 'rewards', from: number): CameBack;
  /** Compares everything, and keeps clients and rewards in the sheet from then on. @throws where that is not the same */
  switchBack(): SwitchedOver;
  /** Some of the rows that came leave again: the base stays in the database. @returns whether there are more of them */
  stayInDatabase(): boolean;
}
