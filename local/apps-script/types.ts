/** The words that the stand-in shares with those who use it: requests, answers, executions, faults. */

/** A request that a script sends out with UrlFetchApp. Header names are in lower case. */
export interface OutsideRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

export type OutsideAnswer =
  | { status: number; headers?: Record<string, string>; body: string; tookMs?: number }
  | { fault: 'timeout' | 'refused' | 'dns' };

/** The internet, as far as a script can reach it. */
export type Outside = (request: OutsideRequest) => OutsideAnswer;

/** What Google answers for the web app: 302 for ContentService, 200 for HtmlService and for errors, 405 for reserved names. Status 0 means that the execution still waits for a lock; the same object is filled in when it ends. */
export interface WebAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Who started an execution; decides what it may do. `page`: a dialog or sidebar of the document. `visitor`: a page that the web app served to anybody. */
export type RunAs = 'webApp' | 'visitor' | 'trigger' | 'menu' | 'simple' | 'page' | 'editor';

/** The kinds of service call that leave the engine and are counted. */
export type Kind =
  | 'spreadsheet.read'
  | 'spreadsheet.write'
  | 'spreadsheet.search'
  | 'spreadsheet.flush'
  | 'lock'
  | 'cache'
  | 'properties'
  | 'fetch'
  | 'mail'
  | 'jdbc'
  | 'triggers'
  | 'ui';

/** A mail that the script has sent. */
export interface SentMail {
  /** When, in milliseconds. */
  at: number;
  /** Everybody who gets it, copies included. */
  recipients: string[];
  subject: string;
  body: string;
  htmlBody: string;
  replyTo: string;
  /** The sender's name, where the script gave one. */
  name: string;
}

/** One run of one function of the script. */
export interface Execution {
  id: number;
  function: string;
  as: RunAs;
  /** When it began, in milliseconds. */
  at: number;
  /** Metered calls by kind. */
  calls: Record<string, number>;
  /** Every metered call in order; `at`: how far the modelled time was when it began. */
  trace: { n: number; kind: Kind; what: string; at: number }[];
  /** How many cells of the spreadsheet were read or searched. */
  cells: number;
  modelledMs: number;
  log: string[];
  /** Message of the error that nobody caught. */
  error?: string;
  stack?: string;
  /** It was killed: by a fault, or by Google's limit of time. */
  died?: boolean;
  /** It stands at a lock that an outer execution holds, or at a question to the owner, and will be run when that is released or answered. */
  waiting?: boolean;
  /** What the script asked of the stand-in that it does not have, also when the script caught the error. */
  missing?: string[];
  alerts?: Alert[];
  result?: unknown;
}

/** An execution that has begun and not ended, as others see it. */
export interface UnderWay {
  /** Locks that it holds. */
  readonly held: Set<string>;
  /** Started by a fetch of another execution, which stands still until this one answers. */
  readonly viaFetch: boolean;
  /** The time inside it. */
  now(): number;
}

/** A dialog of Ui.alert or Ui.prompt and what was pressed. */
export interface Alert {
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  button: string;
  answer?: string;
}

/**
 * What goes wrong. The first three strike in the next execution that begins, and are taken out as it does. Those within
 * it are spared, unless they are set in the middle of it: `run` of `interruptAt` may set faults for what it runs.
 */
export interface Faults {
  /**
   * The execution dies at its n-th metered call (from 1), or at its n-th call of a kind. Every further call throws and
   * changes nothing. Unflushed spreadsheet writes are lost; with 'flushed' it dies after the call, and they have just
   * reached the sheet: nobody knows when Google sends them on.
   */
  dieAt?: { call: number; when: 'before' | 'after' | 'flushed'; of?: Kind };
  /** The n-th call throws an error that the script can catch, and has no effect. */
  throwAt?: { call: number; message: string };
  /** In the middle of call n something else runs, usually another execution. */
  interruptAt?: { call: number; run: () => void };
  /** No lock is granted: `tryLock` answers false after its wait; 'throws': there are "too many LockService operations". */
  lockRefused?: boolean | 'throws';
  /** The cache has forgotten everything whenever an execution begins. */
  cacheForgets?: boolean;
  /** Nobody answers at the database's address: Jdbc gets no connection, and the open ones break at their next statement. */
  databaseDown?: boolean;
  /**
   * The connection of the n-th statement from now on (from 1; commit and rollback count) breaks: before it took effect,
   * or after it, so that only its answer is lost. Strikes once.
   */
  connectionDrops?: { statement: number; when: 'before' | 'after' };
  /** Each statement takes so much longer, in milliseconds; one with a shorter time-out is cancelled. */
  databaseSlowMs?: number;
}

export type MenuItem =
  | { name: string; function: string }
  | { name: string; items: MenuItem[] }
  | { separator: true };

/** One menu that the script added to the spreadsheet's menu bar. */
export interface Menu {
  name: string;
  items: MenuItem[];
}

/** The custom menus, left to right. */
export type MenuTree = Menu[];
