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
  | 'triggers'
  | 'ui';

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
  /** It stands at a lock that an outer execution holds, and will be run when that is released. */
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
  /** The execution dies at its n-th metered call (from 1). Every further call throws and changes nothing; unflushed spreadsheet writes are lost. */
  dieAt?: { call: number; when: 'before' | 'after' };
  /** The n-th call throws an error that the script can catch, and has no effect. */
  throwAt?: { call: number; message: string };
  /** In the middle of call n something else runs, usually another execution. */
  interruptAt?: { call: number; run: () => void };
  /** No lock is granted: `tryLock` answers false after its wait; 'throws': there are "too many LockService operations". */
  lockRefused?: boolean | 'throws';
  /** The cache has forgotten everything whenever an execution begins. */
  cacheForgets?: boolean;
}

/** Behaviour of the real service that nobody knows for sure; a test runs both. */
export interface Quirks {
  /** `appendRow` leaves the '@' format of a column in force. Several projects report that it does not. */
  appendRowKeepsText: boolean;
  /** `getValue` shows the apostrophe that made a cell text. */
  apostropheShown: boolean;
  /** TextFinder passes over hidden rows. */
  textFinderSkipsHidden: boolean;
  /** TextFinder sees what the same execution has written and not flushed. */
  textFinderSeesUnflushed: boolean;
  /** Simple triggers may use PropertiesService. */
  simpleTriggersMayUseProperties: boolean;
  /** Numbers from here on are shown in scientific form when the cell has no number format. */
  scientificFrom: number;
  /** A request of the web app, and a call from a page that it served, are given the document by `getActiveSpreadsheet`; null otherwise. */
  activeInWebApp: boolean;
  /** So is an installed trigger. */
  activeInTrigger: boolean;
  /** A sidebar or dialog may open its own document by id though the scopes do not allow `openById`. */
  pageMayOpenOwn: boolean;
  /** How Google begins when a scope is missing; both are seen. A simple trigger always meets the first. */
  missingScopeWords:
    | 'You do not have permission to call'
    | 'Specified permissions are not sufficient to call';
  /** What `getProperties` and `setProperties` take from the day's reads and writes. */
  getPropertiesCounts: 'once' | 'each key';
  /** What a request of the web app gets while as many executions run as may: Google's error page with 200, or 429. */
  tooManyAtOnce: 200 | 429;
  /** What `ScriptApp.getService().getUrl()` tells whom: null, the /dev address, another deployment's. The web app's own address when left out. */
  webAppUrlTold?: (as: RunAs) => string | null;
}

export const DEFAULT_QUIRKS: Quirks = {
  appendRowKeepsText: false,
  apostropheShown: false,
  textFinderSkipsHidden: false,
  textFinderSeesUnflushed: true,
  simpleTriggersMayUseProperties: true,
  scientificFrom: 1e15,
  getPropertiesCounts: 'once',
  tooManyAtOnce: 200,
  activeInWebApp: true,
  activeInTrigger: true,
  pageMayOpenOwn: true,
  missingScopeWords: 'You do not have permission to call',
};

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
