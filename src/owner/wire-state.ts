/** What crosses to the pages about how the script stands: what is set, proved, seen and sent. Types only. */
import type { Account, Values } from '../whatsapp/set-up';

/** What is set so far. */
export interface State {
  /** The Settings tab. */
  settings: Values;
  /** Those of the tab Clients, where a text names any. */
  headings: string[];
  /** What the owner entered beside the settings: no secrets. */
  noted: Values;
  /** Which secrets are stored; they never leave the script. */
  secrets: string[];
  /** The web app's address, '' when it is not known, and what is wrong with it, or ''. */
  address: string;
  addressProblem: string;
  /** Where the script is edited. */
  editor: string;
  /** The webhook's key. */
  key: string;
  /** False in a new sheet, in a copy of one, and where the trigger is missing: set-up comes first. */
  ready: boolean;
  progress: Progress;
  proofs: Proofs;
  /** What the owner should know and the sheet could not take yet, newest first. */
  problems: { what: string; toDo: string; at: number; count: number }[];
  /** The provider wants to be paid first, and what to do. */
  unpaid: { what: string; toDo: string; at: number } | null;
  /** What the last poster looked like; null before the first. */
  poster: PosterLook | null;
  /** The script's clock. */
  now: number;
}

/** The words on a poster, above and below the code, and the colour of frame and headline. */
export interface PosterLook {
  headline: string;
  line: string;
  colour: string;
}

/** How far the owner has come: when the values were confirmed, the webhook was registered, a test was accepted. */
export interface Progress {
  connected?: number;
  registered?: number;
  /** The provider's API registered it last, so it can do so once more. */
  byApi?: boolean;
  tested?: number;
  /** The owner's own phone, digits. */
  phone?: string;
}

/** What the first minutes on a real account show, in their order. */
export type ProofName =
  | 'address'
  | 'webAppSheet'
  | 'triggerSheet'
  | 'handshake'
  | 'registered'
  | 'published'
  | 'subscribed'
  | 'message'
  | 'once'
  | 'answer';

export interface Proof {
  at: number;
  result: 'pass' | 'warn' | 'fail';
  found: string;
}

export type Proofs = { [Name in ProofName]?: Proof };

/** What only the owner can know of Meta's dashboard. */
export type OwnersWord = 'published' | 'subscribed';

/** What the owner typed, by the names of settings and properties. @see ProviderSetUp.enters */
export interface Entered {
  provider: string;
  values: Values;
}

export interface Connected {
  account: Account;
  /** Why the templates for buttons could not be made; '' when all is well. */
  buttons: string;
  state: State;
}

/** A text that is to change: only if it still is what it was when the page was filled. */
export interface TextChange {
  from: string;
  to: string;
}

/** What has become of changes: the names of the settings that were changed, and of those that somebody else has changed. */
export interface TextsWritten {
  changed: string[];
  kept: string[];
  state: State;
}

/** Whether a client's link was sent, or why not: they asked for no messages, or their 24-hour window is closed. */
export type LinkSent = 'sent' | 'stopped' | 'window';

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

/** Whether the owner can be written to by e-mail. */
export interface MailState {
  /** '' where they do not want it. */
  to: string;
  /** How many may still go today; null where Google does not tell. */
  left: number | null;
  /** Why not: `permission`, or Google's sentence. */
  why: string;
}

/** About how many messages the program has sent this month, by kind. */
export interface SentInMonth {
  /** As `2026-11`. */
  month: string;
  answers: number;
  notices: number;
  rewards: number;
  /** Approved templates, which are billed always. */
  templates: number;
  /** So many of the others are carried for nothing; null where none is billed by the message. */
  free: number | null;
}
