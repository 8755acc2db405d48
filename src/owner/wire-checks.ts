/** What crosses to *Check set-up* about how the spreadsheet and Google’s services do. Types only. */

/** How a value came back from a cell: as `typeof` calls it (or `date`), and as text. */
export type ReadBack = [type: string, text: string];

/** How texts come back from a scratch tab. */
export interface TextsTried {
  /** Whether the program's own way of writing keeps every text, by `setValues` and by `appendRow`. */
  kept: boolean;
  keptAppended: boolean;
  /** What came back without any care: from a plain cell, a text cell, a text cell written by `appendRow`. */
  read: { given: string; plain: ReadBack; text: ReadBack; appended: ReadBack }[];
}

/** How the sheet's search behaves. */
export interface SearchTried {
  digits: boolean;
  regex: boolean;
  hiddenRows: boolean;
  unflushed: boolean;
}

/** What searches take in the Clients tab. */
export interface SearchesTimed {
  /** Whether the columns that people are found by stand side by side. */
  together: boolean;
  /** Rows below the header. */
  rows: number;
  /** As a message that brings an invitation is looked up. */
  message: SearchTimed;
  /** Through all of the program's columns. */
  all: SearchTimed;
}

export interface SearchTimed {
  columns: number;
  ms: number;
}

/** How the script's other services do. */
export interface ServicesTried {
  lock: boolean;
  lockMs: number;
  cache: boolean;
  /** The names in Script Properties and the length of each value. */
  properties: [name: string, length: number][];
  trigger: boolean;
  /** When it was last noted that the one-minute trigger runs, as far as the cache remembers. */
  triggerRan: number | null;
  intl: boolean;
}

/** What waits in the base. */
export interface NoticesWaiting {
  /** Notices that wait for their inviters to write, and that are to be tried again. */
  waits: number;
  late: number;
  /** Clients who wrote in the last 24 hours. */
  today: number;
  /** Whether the web app has ever written a row. */
  written: boolean;
}

/** For how many people the Clients tab has room; null where they are kept in a database. */
export interface Room {
  people: number | null;
  /** Empty columns at its right, and how many people there would be room for without them. */
  empty: number;
  without: number | null;
}

/** Which version this is, and how the next one gets here. */
export interface Updates {
  version: string;
  /** The project's page; '' where nobody has said. */
  page: string;
  /** Whether anybody can be asked what is newest. */
  announced: boolean;
  /** By `npm run deploy`; pasted otherwise, also in a copy. */
  byCommand: boolean;
}

/** The newest release. */
export interface Newest {
  version: string;
  newer: boolean;
  /** What is new in it, a sentence each. */
  notes: string[];
}

/** What *Check set-up* asks. */
export interface ChecksApi {
  /** The headings of each tab; null for one that is missing. */
  tabs(): Record<string, string[] | null>;
  noticesWaiting(): NoticesWaiting;
  tryTexts(): TextsTried;
  trySearch(): SearchTried;
  /** Searches the Clients tab for what is not there; null where the base is a database. */
  timeSearches(): SearchesTimed | null;
  /** Moves the columns that people are found by together. Takes a minute and more. @throws with what Google refuses */
  moveColumns(): SearchesTimed | null;
  tryServices(): ServicesTried;
  updates(): Updates;
  /** Looks the newest release up. @throws when it cannot be looked up */
  newestVersion(): Newest;
  areNumbersDeleted(): boolean;
  /** Makes the tab Numbers again. */
  makeNumbers(): void;
  room(): Room;
  /** Deletes the empty columns at the right of the Clients tab. */
  deleteEmptyColumns(): Room;
}
