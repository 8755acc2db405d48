/**
 * What the owner's pages may ask of the script, and in which shape it answers. Types only, shared by both sides:
 * numbers, strings, booleans, null, plain objects and lists cross `google.script.run`; times are milliseconds.
 */

import type { Reward } from '../program/rewards/model';
import type { Meant, Verdict } from '../program/rewards/verdict';
import type { Source } from '../program/sources';
import type {
  Access,
  Account,
  Hindrance,
  NewTemplate,
  TemplateKind,
  TemplateStanding,
  Values,
} from '../whatsapp/set-up';
import type {
  Newest,
  NoticesWaiting,
  Room,
  SearchesTimed,
  SearchTried,
  ServicesTried,
  TextsTried,
  Updates,
} from './wire-checks';
import type {
  Added,
  FoundClient,
  Friends,
  Imported,
  LastImport,
  Listed,
  NewReferral,
  OtherTab,
  Overview,
  Selection,
  TopInviters,
  Undone,
  WireClient,
} from './wire-clients';
import type {
  CameBack,
  DatabaseEntered,
  DatabaseFound,
  DatabaseState,
  MovedSome,
  SwitchedOver,
} from './wire-database';
import type {
  FoundRewards,
  JudgedRewards,
  RewardsOverview,
  RewardsState,
  WireReward,
} from './wire-rewards';
import type {
  Arrivals,
  Connected,
  Entered,
  LinkSent,
  MailState,
  OwnersWord,
  PosterLook,
  SentInMonth,
  Sight,
  State,
  TextChange,
  TextsWritten,
  WebAppLook,
} from './wire-state';

export type * from './wire-checks';
export type * from './wire-clients';
export type * from './wire-database';
export type * from './wire-rewards';
export type * from './wire-state';
export type {
  Access,
  Account,
  Hindrance,
  Meant,
  Reward,
  TemplateKind,
  TemplateStanding,
  Values,
  Verdict,
};

/** Some of what is kept of a person. */
export interface PersonTable {
  name: string;
  headings: string[];
  rows: string[][];
}

/** The pages that open as dialogs. */
export type DialogName =
  | 'go-live'
  | 'make-link'
  | 'add-referral'
  | 'import-people'
  | 'note-purchase'
  | 'poster'
  | 'connect'
  | 'connect-database'
  | 'texts'
  | 'check-set-up';

/** The pages: the sidebar, at either of its views, and the dialogs. */
export type PageName = 'referrals' | 'rewards' | DialogName;

/** Errors that a page recognises: the lock was not to be had, the window's pass is none any more, the provider said no. */
export type ErrorCode = 'busy' | 'noPass' | 'refused';

/**
 * What `ownerCall` answers. Of an error that is thrown Google hands the page a name of its own and the message, no
 * code: one that has a code is answered instead.
 */
export type Answer<T> = { value: T } | { error: { code: ErrorCode; text: string } };

/** Everything that a page may call; `ownerCall` refuses any other name. Its answer is an {@link Answer}. */
export interface OwnerApi {
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
  /** Selects the Problems tab. */
  showProblems(): null;
  openDialog(name: DialogName): null;

  rewardsOverview(): RewardsOverview;
  rewardRows(from: number, count: number): WireReward[];
  /**
   * Looks through a ledger that is too large for the page: the newest 500 at most.
   *
   * @param typed parts of name, number, reward or coupon
   * @param state '' for every state
   * @param from the first day, as `2026-12-31`; '' for open
   * @param to the last day; '' for open
   */
  findRewards(typed: string, state: string, from: string, to: string): FoundRewards;
  /** @param keys every number and id of a client */
  rewardsOf(keys: string[]): WireReward[];
  /** Gives, refuses or clears up to 100 rewards. @throws when a refusal has no reason */
  judge(meant: Meant[], verdict: Verdict, why: string): JudgedRewards;
  /** Null where no reward is set. */
  rewardsState(): RewardsState | null;

  /** The clients with these numbers or ids; whoever is new is put into the base. @throws when a number is none */
  addClients(people: { key: string; name: string }[]): { client: WireClient; added: boolean }[];
  /** Writes links, by their clients' keys, into the column *Link* of some rows. @returns how many */
  writeLinks(from: number, count: number, links: Values): number;

  /** Notes a purchase and counts it. @returns what stands in its *Result* */
  notePurchase(phone: string, amount: string, what: string): string;

  sentInMonth(): SentInMonth;
  mailState(): MailState;
  /** @throws what Google refuses */
  sendTestMail(): MailState;
  /** The owner has paid the provider. */
  ownerPaid(): State;

  /** The source with this name, made where there is none; the look is remembered. @throws when there is no name, or no tab */
  makePoster(name: string, look: PosterLook): Source;

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

  state(): State;
  /** Makes or repairs tabs, key and trigger. */
  setUp(): State;
  /** Checks the values with the provider, and stores them when they are right. @throws with the provider's reason */
  connect(entered: Entered): Connected;
  /** Has the provider deliver to this web app. @throws with the provider's reason */
  register(): State;
  /** The same for Meta's app as a whole. @param secret the app's own; it is not kept */
  registerApp(secret: string): State;
  /** The owner has entered the address at the provider. */
  registeredByHand(): State;
  ownerSays(what: OwnersWord): State;
  /** Makes a new webhook key. @param honourOld whether the old one is taken for another day */
  newWebhookKey(honourOld: boolean): State;
  /** Uses another address of the web app. @throws with what is wrong with it */
  useAddress(address: string): State;
  /** A test to the owner's own phone. @throws with the provider's reason */
  sendTest(phone: string): State;
  /** Sends a client their own link. @throws with the provider's reason */
  sendLink(key: string): LinkSent;
  /** Changes texts, words and the invitation, by their settings' names. @throws with what is wrong with one */
  writeTexts(changes: Record<string, TextChange>): TextsWritten;

  /** Asks the web app as a stranger does. */
  lookAtWebApp(): WebAppLook;
  /** Has the one-minute trigger look at the spreadsheet. */
  askTrigger(): null;
  /** What it saw since it was asked; null until it has run. */
  triggerSight(): Sight | null;
  /** From now on, for a quarter of an hour, what comes in is noted. */
  watchArrivals(): Arrivals;
  arrivals(): Arrivals;

  /** The number as the provider knows it. @throws with the provider's reason */
  account(): Account;
  /** When the access ends, and what it may not do; null where neither can be. @throws with the provider's reason */
  access(): Access | null;
  /** What keeps messages from going; null where the provider does not tell. @throws with the provider's reason */
  hindrances(): Hindrance[] | null;
  /** Lets the number be used by the API. @param pin it is not kept @throws with the provider's reason */
  registerNumber(pin: string): null;
  /** How the templates stand: one that is approved now is used from now on. Null where the provider has none. */
  templates(): TemplateStanding[] | null;
  /** Hands a template in for approval. @throws with the provider's reason */
  createTemplate(
    kind: TemplateKind,
    template: Omit<NewTemplate, 'name'>,
  ): TemplateStanding[] | null;

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

  room(): Room;
  /** Deletes the empty columns at the right of the Clients tab. */
  deleteEmptyColumns(): Room;
}
