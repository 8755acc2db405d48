/**
 * What the owner's pages may ask of the script, and in which shape it answers. Types only, shared by both sides:
 * numbers, strings, booleans, null, plain objects and lists cross `google.script.run`; times are milliseconds.
 */

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
  timeZone: string;
  /** The script's clock. */
  now: number;
  /** Lines in the Problems tab. */
  problems: number;
}

/** What the owner has selected in the sheet; `client` is null when that is no client, or the row asked about. */
export interface Selection {
  row: number;
  client: WireClient | null;
}

/** Text values by the name of a setting or a property. */
export type Values = Record<string, string>;

/** What is set so far. */
export interface State {
  /** The Settings tab. */
  settings: Values;
  /** What the pages have noted in Script Properties: no secrets. */
  noted: Values;
  /** Which secrets are stored; they never leave the script. */
  secrets: string[];
  /** The web app's address; '' when it is not known. */
  address: string;
  /** The webhook's key. */
  key: string;
  /** The script's clock. */
  now: number;
}

/** A request; `{name}` of a secret in its address or headers is replaced by the secret. */
export interface Request {
  url: string;
  method?: 'get' | 'post';
  headers?: Values;
  contentType?: string;
  payload?: string;
  followRedirects?: boolean;
}

/** What came back; status 0 when nothing did. */
export interface Answer {
  status: number;
  body: string;
}

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

/** How the script's other services do. */
export interface ServicesTried {
  lock: boolean;
  lockMs: number;
  cache: boolean;
  /** The names in Script Properties and the length of each value. */
  properties: [name: string, length: number][];
  trigger: boolean;
  /** When the one-minute trigger last ran, as far as the cache remembers. */
  triggerRan: number | null;
  intl: boolean;
}

/** The pages that open as dialogs. */
export type DialogName = 'make-link' | 'connect' | 'check-set-up';

/** Everything that a page may call; `ownerCall` refuses any other name. */
export interface OwnerApi {
  overview(): Overview;
  clientRows(from: number, count: number): WireClient[];
  /** @param known the row that the page shows already */
  selection(known: number): Selection;
  /** Selects a client's row in the sheet. @throws when the client is gone */
  showClient(row: number, key: string): Selection;
  /** Selects the Problems tab. */
  showProblems(): null;
  openDialog(name: DialogName): null;

  /** The clients with these numbers or ids; whoever is new is put into the base. @throws when a number is none */
  addClients(people: { key: string; name: string }[]): { client: WireClient; added: boolean }[];
  /** Writes links, by their clients' keys, into the column *Link* of some rows. @returns how many */
  writeLinks(from: number, count: number, links: Values): number;

  state(): State;
  /** Makes or repairs tabs, key and trigger. */
  setUp(): State;
  /** Writes settings into their tab, and notes and secrets into Script Properties. */
  save(settings: Values, noted: Values): State;
  /** Makes a new webhook key; the old one is refused from then on. */
  newWebhookKey(): State;
  /** Asks the provider, or this web app itself. @throws when the address is neither's */
  ask(requests: Request[], secrets: Values): Answer[];

  /** The headings of each tab; null for one that is missing. */
  tabs(): Record<string, string[] | null>;
  /** The cells under a heading of the Clients tab. */
  column(heading: string): (string | number)[];
  tryTexts(): TextsTried;
  trySearch(): SearchTried;
  tryServices(): ServicesTried;
}
