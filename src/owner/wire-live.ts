/** What the pages and the script tell each other about the web app, the trigger, and messages as they come in. Types only. */

/** How the spreadsheet is reached, whether a cell could be read, and what Google said when not. */
export interface Sight {
  sheet: 'active' | 'id' | 'none';
  cell: boolean;
  why: string;
}

/** The web app as a stranger sees it. */
export interface WebAppLook {
  address: string;
  /** Why the address cannot be the right one; '' when it can. */
  addressProblem: string;
  /** Logged out and without following redirects; 0 when nothing came. */
  status: number;
  /** Google asks for a login. */
  login: boolean;
  /** Which script answers there. */
  script: 'ours' | 'other' | 'none';
  /** The release that answers, as far as it tells, and whether that is another one than the sheet's own. */
  version: string;
  behind: boolean;
  /** What the web app sees of the spreadsheet; null when it did not tell. */
  sight: Sight | null;
  handshake: boolean;
  wrongKeyRefused: boolean;
}

/** The messages that came in. */
export interface Arrivals {
  /** When the first one ever came. */
  first: number | null;
  /** The newest one since the owner watches. */
  newest: SeenMessage | null;
  now: number;
}

/** What became of a message that came in. */
export interface SeenMessage {
  /** How often it was delivered. */
  times: number;
  /** The provider has taken an answer, and it has arrived on the phone, as far as anybody tells. */
  answered: boolean;
  delivered: boolean;
  /** Two minutes have passed: a second delivery would have come. */
  settled: boolean;
  /** Four minutes have passed: the answer would have arrived. */
  overdue: boolean;
}

/** About what really comes in: the web app as a stranger sees it, the trigger, messages. */
export interface LiveApi {
  /** Asks the web app as a stranger does. */
  lookAtWebApp(): WebAppLook;
  /** Has the one-minute trigger look at the spreadsheet. */
  askTrigger(): null;
  /** What it saw since it was asked; null until it has run. */
  triggerSight(): Sight | null;
  /** From now on, for a quarter of an hour, what comes in is noted. */
  watchArrivals(): Arrivals;
  arrivals(): Arrivals;
}
