/** What the server tells the page: types only, shared by both sides. */
import type { Tab } from '../apps-script/tab';
import type { Bubble, PersonOnPhone } from '../whatsapp/standin';

export type { Bubble };

/** Who carries the messages, as the setting *Provider* has it. */
export type ProviderName = 'meta' | '360dialog' | 'twilio' | 'green' | 'telegram';

/** Somebody whose phone is shown. */
export type Person = Pick<
  PersonOnPhone,
  'key' | 'name' | 'phone' | 'userId' | 'username' | 'showsPhone'
>;

/** A message from one person to another: the business and its script never see it. */
export interface PersonalMessage {
  id: number;
  from: string;
  to: string;
  at: number;
  text: string;
}

/** A tab that is not hidden. */
export type SheetTab = Omit<Tab, 'hidden'>;

/** One row of a tab as displayed. */
export interface SheetRow {
  texts: string[];
  /** By column. */
  notes: Record<number, string>;
  /** The columns whose text goes on in further lines where it is too long. */
  wrapped: number[];
  bold: number[];
  /** The colours that cells stand on, by column. */
  fills: Record<number, string>;
  hidden: boolean;
  /** What may be chosen from the drop-down of a cell, by column. */
  choices: Record<number, string[]>;
}

/** One bar of a chart: what it is called, and how long it is. */
export interface SheetBar {
  name: string;
  value: number;
  shown: string;
}

/** A chart: over the cell where its corner is held, and as large as it was made, in pixels. */
export interface SheetChart {
  title: string;
  row: number;
  column: number;
  width: number;
  height: number;
  color: string;
  /** Whether its bars lie, one below another. */
  lies: boolean;
  bars: SheetBar[];
}

/** Some rows of a tab, and all its charts. `rows[0]` is row number `from`. */
export interface SheetRows {
  name: string;
  from: number;
  rows: SheetRow[];
  charts: SheetChart[];
}

export type MenuEntry =
  | { kind: 'item'; title: string; function: string }
  | { kind: 'separator' }
  | { kind: 'menu'; title: string; entries: MenuEntry[] };

export interface Menu {
  title: string;
  entries: MenuEntry[];
}

/** How far the story of the rewards has come. */
export interface RewardsStory {
  /** How many rows the tab *Purchases* has. */
  purchases: number;
  /** The states of the first rewards in the ledger. */
  states: string[];
}

/** One request that an execution made, in words. */
export interface Sent {
  what: string;
  to: string;
  method: string;
  url: string;
  status: number;
  body: string;
  answer: string;
}

/** One execution of the script, as the page tells it. */
export interface Happening {
  id: number;
  at: number;
  function: string;
  about: string;
  /** Nothing came of it that somebody would look for: a report, a trigger with nothing to do. */
  quiet: boolean;
  calls: Record<string, number>;
  modelledMs: number;
  trace: { n: number; kind: string; what: string }[];
  log: string[];
  error?: string;
  sent: Sent[];
}

/** A sidebar or a dialog of the script; its page is served at `/local/panel.html?id=…`. */
export interface Panel {
  id: number;
  title: string;
  width: number;
  height: number;
}

/** A dialog of `ui.alert` or `ui.prompt`; its script stands still until one of the buttons is pressed. */
export interface Question {
  id: number;
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  /** OK, CANCEL, YES, NO. */
  buttons: string[];
}

/** Something the script said in passing. */
export interface Notice {
  id: number;
  title: string;
  text: string;
}

/** What becomes of what the script sends: delivered, no answer, or the token is refused. */
export type Weather = 'fine' | 'down' | 'tokenRejected';

export interface View {
  version: number;
  /** The stand-in's clock. */
  now: number;
  timeZone: string;
  business: { name: string; phone: string };
  /** Who carries the messages between the phones and the script. */
  provider: ProviderName;
  people: Person[];
  chats: Record<string, Bubble[]>;
  personal: PersonalMessage[];
  sheets: SheetTab[];
  /** Null where the shop promises nothing. */
  rewards: RewardsStory | null;
  menus: Menu[];
  happened: Happening[];
  sidebar: Panel | null;
  dialog: Panel | null;
  question: Question | null;
  notices: Notice[];
  weather: Weather;
  twice: boolean;
  /** The cell that the script activated last; `n` counts up each time it does. */
  selection: { sheet: string; row: number; column: number; n: number } | null;
}
