/** A small business with everything it has: the pushed bundle on the local Apps Script, WhatsApp, and people with phones. */
import path from 'node:path';
import { compute, type Execution, LocalAppsScript, type SavedState } from '../../local/apps-script';
import { lidOf } from '../../local/whatsapp/green/sending';
import type { Bubble, NewPerson, PersonOnPhone, Writing } from '../../local/whatsapp/standin';
import { telegramKeyOf } from '../../local/whatsapp/telegram/bot';
import type { Posting } from '../../local/whatsapp/webhook-queue';
import {
  connectDatabase,
  contentsOf,
  databaseRows,
  deleteFromDatabase,
  isInDatabase,
  putBack,
} from './database';
import {
  BUSINESS_NUMBER,
  connection,
  type ProviderName,
  type StandInOptions,
  type StandIns,
  standInOf,
} from './providers';
import { keepSetUp, setUpOf, wayOf } from './set-ups';

export { BUSINESS_NUMBER };

export const DIST = path.resolve(__dirname, '..', '..', 'dist');
export const NOON = Date.UTC(2026, 5, 1, 12);
export const HOUR = 60 * 60 * 1000;
export const MINUTE = 60 * 1000;

/** A referral link: to the number, or to the bot. */
const LINK = new RegExp(`^https://(wa\\.me/${BUSINESS_NUMBER}\\?|t\\.me/\\w+\\?start=)`);

type Row = Record<string, string>;

export interface BusinessOptions<Name extends ProviderName = 'meta'> {
  /** Who carries the messages; Meta unless given. */
  provider?: Name;
  settings?: Record<string, string>;
  whatsapp?: Partial<StandInOptions[Name]>;
  /** The scopes that the owner has approved, in place of the manifest's. */
  scopes?: string[];
  /** Whether formulas are computed. */
  formulas?: boolean;
  /** Where clients and rewards are kept; what the suite is played with unless given. */
  base?: Base;
  /** Goes on from here, instead of setting everything up. */
  saved?: SavedBusiness<Name>;
  /** A business that is over, whose database this one may have. */
  instead?: Business<Name> | undefined;
}

/** A business at one moment. */
export interface SavedBusiness<Name extends ProviderName = 'meta'> {
  script: SavedState;
  whatsapp: ReturnType<StandIns[Name]['save']>;
  /** '' where there is no database. */
  database: string;
}

/** Where clients and rewards are kept. */
type Base = 'sheet' | 'database';

/** What a suite is played with that is played over both: see `jest.config.cjs`. */
const BASE = (globalThis as { BASE?: Base }).BASE ?? 'sheet';

export class Business<Name extends ProviderName = 'meta'> {
  readonly script: LocalAppsScript;
  readonly whatsapp: StandIns[Name];

  constructor(options: BusinessOptions<Name> = {}) {
    const { provider, settings = {}, whatsapp, scopes, formulas, base = BASE } = options;
    const name = provider ?? ('meta' as Name);
    const way = options.saved ? '' : wayOf({ name, settings, whatsapp, scopes, formulas, base });
    const before = setUpOf<SavedBusiness<Name> & { executions: Execution[] }>(way);
    const saved = before ?? options.saved;
    this.script = new LocalAppsScript({
      folder: DIST,
      reusesContexts: true,
      now: NOON,
      timeZone: 'Etc/UTC',
      outside: (request) => this.whatsapp.answer(request),
      ...(scopes && { scopes }),
      ...(formulas && { formulas: compute }),
      ...(saved && { state: saved.script }),
    });
    this.whatsapp = standInOf(name, {
      now: () => this.script.clock.now,
      deliver: (posting: Posting) => this.deliver(posting),
      ...(whatsapp as Partial<StandInOptions[Name]>),
      ...(saved && { state: saved.whatsapp }),
    });
    if (before) this.script.executions.push(...before.executions);
    if (saved?.database) putBack(saved.database, this.script, options.instead?.script);
    if (saved) return;
    this.run('setUp');
    const connected = connection(this.whatsapp);
    for (const [key, value] of Object.entries(connected.properties)) {
      this.script.properties.script.set(key, value);
    }
    const number = { Provider: name, 'WhatsApp number': BUSINESS_NUMBER };
    this.set({ ...number, ...connected.settings, ...settings });
    if (base === 'database') connectDatabase(this.script);
    const { executions } = this.script;
    keepSetUp(way, { ...this.save(), executions });
  }

  /** This moment, to go on from as often as needed. */
  save(): SavedBusiness<Name> {
    const whatsapp = this.whatsapp.save() as SavedBusiness<Name>['whatsapp'];
    return { script: this.script.save(), whatsapp, database: contentsOf(this.script) };
  }

  /** Somebody who has a phone already. */
  known(name: string): PersonOnPhone {
    const person = this.whatsapp.people().find((one) => one.name === name);
    if (!person) throw new Error(`There is no ${name}`);
    return person;
  }

  /** Runs a function of the script; an error that nobody caught fails the test. */
  run(name: string, args: unknown[] = []): Execution {
    const execution = this.script.run(name, args);
    if (execution.error) throw new Error(`${name}: ${execution.error}\n${execution.stack}`);
    return execution;
  }

  /** What the webhook got, oldest first. */
  readonly bodies: string[] = [];

  /** The webhook as it is registered. */
  post(body: string, contentType = 'application/json', key = this.key): { status: number } {
    this.bodies.push(body);
    return this.script.post({ queryString: `key=${key}`, contentType, body });
  }

  /** A webhook of the stand-in's: to an address of its own where one was given with a message or by the API. */
  private deliver({ body, contentType, url }: Posting): { status: number } {
    this.bodies.push(body);
    const queryString = url ? new URL(url).search.slice(1) : `key=${this.key}`;
    return this.script.post({ queryString, contentType, body });
  }

  get key(): string {
    return this.script.properties.script.get('webhookKey') ?? '';
  }

  /** The owner types into the Settings tab. */
  set(settings: Row): void {
    const sheet = this.script.spreadsheet;
    for (const [name, value] of Object.entries(settings)) {
      const row = sheet.rows('Settings').findIndex((cells) => cells[0] === name);
      if (row < 0) throw new Error(`There is no setting “${name}”`);
      sheet.type('Settings', row + 1, 2, value);
    }
  }

  /** What the Settings tab says is wrong with a value. */
  complaint(name: string): string {
    return this.rows('Settings').find((row) => row.Name === name)?.Check ?? '';
  }

  /** Somebody with a phone. */
  person(name: string, phone?: string, more: Partial<NewPerson> = {}): PersonOnPhone {
    return this.whatsapp.addPerson({ name, ...(phone && { phone }), ...more });
  }

  /** The person writes, and everything that follows from it happens. */
  writes(person: PersonOnPhone, writing: string | Writing): Bubble[] {
    const before = this.whatsapp.chat(person.key).length;
    this.whatsapp.write(person.key, typeof writing === 'string' ? { text: writing } : writing);
    this.whatsapp.pump();
    return this.whatsapp
      .chat(person.key)
      .slice(before)
      .filter(({ from }) => from === 'business');
  }

  /** The person taps the newest referral link of `inviter` and sends the message that is filled in. */
  taps(person: PersonOnPhone, inviter: PersonOnPhone): Bubble[] {
    return this.writes(person, invitationIn(this.link(inviter)));
  }

  /** What other rows name somebody by: their number, where they show one. */
  keyOf(person: PersonOnPhone): string {
    if (this.whatsapp.name === 'telegram') return telegramKeyOf(person);
    return person.phone ?? '';
  }

  /** What a friend sends who comes by the link of somebody. */
  invitation(inviter: PersonOnPhone): string {
    if (this.whatsapp.name === 'telegram') return `/start ${this.row(inviter).Code}`;
    return `You were recommended by ${inviter.phone ?? ''} Hello`;
  }

  /** The newest referral link in a chat. */
  link(person: PersonOnPhone): string {
    const links = this.whatsapp
      .chat(person.key)
      .flatMap(({ link }) => link?.url ?? [])
      .filter((url) => LINK.test(url));
    const last = links[links.length - 1];
    if (!last) throw new Error(`${person.name} has no link yet`);
    return last;
  }

  /** Asks for a link and has `invitees` come by it, one after the other. */
  invites(inviter: PersonOnPhone, ...invitees: PersonOnPhone[]): void {
    this.writes(inviter, 'Link');
    for (const invitee of invitees) this.taps(invitee, inviter);
  }

  /** What the business wrote to somebody, oldest first. */
  heard(person: PersonOnPhone): string[] {
    return this.whatsapp
      .chat(person.key)
      .filter(({ from, status }) => from === 'business' && status !== 'failed')
      .map(({ text }) => text);
  }

  /** The rows of a tab, by their headings; those of the database where they are kept there. */
  rows(tab: string): Row[] {
    if (isInDatabase(tab, this.script)) return databaseRows(tab, this.script);
    const [headings = [], ...rows] = this.script.spreadsheet.rows(tab);
    return rows.map((cells) =>
      Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
    );
  }

  /** A client's row in the base. */
  row(person: PersonOnPhone): Row {
    const sheet = this.script.spreadsheet;
    const row = this.rowNumber(person);
    if (isInDatabase('Clients', this.script)) return this.rows('Clients')[row - 2] ?? {};
    const headings = sheet.rows('Clients', 1)[0] ?? [];
    return Object.fromEntries(
      headings.map((heading, index) => [heading, sheet.shown('Clients', row, index + 1)]),
    );
  }

  /** The number of a client's row. */
  rowNumber(person: PersonOnPhone): number {
    const ids = [person.userId, person.waId, lidOf(person), telegramKeyOf(person)];
    const phones = this.column('Phone');
    const found = this.column('Messenger id', 'WhatsApp id').flatMap((all, index) =>
      (person.phone && phones[index] === person.phone) ||
      all.split(' ').some((id) => ids.includes(id))
        ? [index + 2]
        : [],
    );
    if (found.length !== 1) throw new Error(`${person.name} has ${found.length} rows`);
    return found[0] as number;
  }

  /** A column of the base, under the first of these headings that is there. */
  private column(...headings: string[]): string[] {
    if (isInDatabase('Clients', this.script)) {
      return this.rows('Clients').map((row) => row[headings[0] ?? ''] ?? '');
    }
    const sheet = this.script.spreadsheet;
    const there = sheet.rows('Clients', 1)[0] ?? [];
    return sheet.column('Clients', headings.find((one) => there.includes(one)) ?? '');
  }

  /** What stands under a heading in a row of a tab. */
  cell(tab: string, row: number, heading: string): string {
    if (isInDatabase(tab, this.script)) return this.rows(tab)[row - 2]?.[heading] ?? '';
    return this.script.spreadsheet.shown(tab, row, heading);
  }

  /** The owner deletes a row; of a window it is in the database at once, where whoever reads the window would do it. */
  deleteRow(tab: string, row: number): void {
    if (isInDatabase(tab, this.script)) deleteFromDatabase(tab, row, this.script);
    else this.script.spreadsheet.deleteRow(tab, row);
  }

  has(person: PersonOnPhone): boolean {
    return person.phone !== undefined && this.column('Phone').includes(person.phone);
  }

  /** The formulas in a tab. */
  formulas(tab: string): string[] {
    const sheet = this.script.spreadsheet;
    return sheet
      .rows(tab)
      .flatMap((cells, row) => cells.map((_, column) => sheet.formula(tab, row + 1, column + 1)))
      .filter(Boolean);
  }

  /** Those in all tabs but Numbers, which is made of formulas and takes nothing from anybody. */
  strayFormulas(): string[] {
    const tabs = this.script.spreadsheet.sheetNames().filter((tab) => tab !== 'Numbers');
    return tabs.flatMap((tab) => this.formulas(tab));
  }

  /** The newest execution of a function. */
  last(name = 'doPost'): Execution {
    const found = this.script.executions.filter((execution) => execution.function === name).pop();
    if (!found) throw new Error(`${name} has not run`);
    return found;
  }

  /** What is kept in the journal. */
  pending(): string[] {
    return this.entries().flatMap(([key, value]) => (value === '[]' ? [] : key));
  }

  /** Entries that are finished, and not yet cleared away. */
  emptied(): string[] {
    return this.entries().flatMap(([key, value]) => (value === '[]' ? key : []));
  }

  private entries(): [string, string][] {
    return [...this.script.properties.script].filter(([key]) => key.startsWith('pending.'));
  }

  /** Time passes without anything happening; then the trigger runs once. */
  sleeps(ms: number): void {
    this.script.clock.now += ms;
    this.script.advance(0);
  }

  /** The one-minute trigger runs, whatever the clock says. */
  triggerRuns(): Execution {
    const triggerUid = this.script.triggers[0]?.id;
    return this.script.run('drainPending', [{ triggerUid }], 'trigger');
  }

  /** Time passes: triggers run, WhatsApp sends again what was not taken. */
  wait(ms: number): void {
    for (let left = ms; left > 0; left -= MINUTE) {
      this.script.advance(Math.min(left, MINUTE));
      this.whatsapp.pump();
    }
  }
}

/** The text that a referral link fills in, or that its *Start* sends. */
export function invitationIn(link: string): string {
  const { searchParams } = new URL(link);
  const start = searchParams.get('start');
  return start === null ? (searchParams.get('text') ?? '') : `/start ${start}`;
}

/** All service calls of an execution, and those to the spreadsheet. */
export function callsOf({ calls }: Execution): { all: number; spreadsheet: number } {
  const kinds = Object.entries(calls);
  const sum = (wanted: (kind: string) => boolean) =>
    kinds.filter(([kind]) => wanted(kind)).reduce((total, [, count]) => total + count, 0);
  return { all: sum(() => true), spreadsheet: sum((kind) => kind.startsWith('spreadsheet.')) };
}
