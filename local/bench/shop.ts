/** The businesses that the benchmark runs in: the same base of any size and the same people, under any script. */
import { LocalAppsScript, type SavedState } from '../apps-script';
import { MAX_CELLS } from '../apps-script/cell';
import { connectDatabase, peopleIn } from '../on-database';
import { type DeliveryModes, MetaStandIn, type MetaState } from '../whatsapp/meta/meta';
import type { MetaUpdate } from '../whatsapp/meta/webhooks';
import type { PersonOnPhone } from '../whatsapp/standin';
import { fillDatabase } from './fill-database';
import { type Measured, measured } from './meter';

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HALF_A_DAY = 12 * HOUR;
const BUSINESS_NUMBER = '15550783881';
/** Clients with phones, at even distances in the base: the one in the middle asks and invites, the others invite. */
const REGULARS = 31;
/** The known client has invited the first so many of the others. */
const INVITED_BY_KNOWN = 3;
/** One of the others has invited nobody and was invited by nobody: the usual inviter. */
const USUAL = 5;

/** What a script finds before its first message: a filled base, and people who wrote an hour ago. */
interface Base {
  /** Rows below the headings. */
  rows: number;
  script: SavedState;
  whatsapp: MetaState;
}

const phone = (n: number) => String(447_100_000_000 + n);

/**
 * Fills a base. It holds at least the clients that the events are about.
 *
 * @param folder the built script, whose set-up makes the tabs
 * @param size rows in the Clients tab
 */
export function makeBase(folder: string, size: number): Base {
  const rows = Math.max(size, REGULARS);
  const script = new LocalAppsScript({ folder, now: NOON, timeZone: 'Etc/UTC' });
  const whatsapp = new MetaStandIn({ now: () => NOON, deliver: () => ({ status: 200 }) });
  const { error } = script.run('setUp');
  if (error) throw new Error(`setUp: ${error}`);
  script.properties.script.set('metaToken', whatsapp.business.token);
  setting(script, 'WhatsApp number', BUSINESS_NUMBER);
  setting(script, 'Phone number id', whatsapp.business.phoneNumberId);
  const places = Array.from({ length: REGULARS }, (_, k) =>
    Math.floor(((k + 0.5) * rows) / REGULARS),
  );
  for (const place of places) {
    const { key } = whatsapp.addPerson({ name: `Client ${place}`, phone: phone(place) });
    whatsapp.write(key, { text: 'Hello' });
  }
  script.spreadsheet.fill('Clients', clients(rows, places), 2);
  return { rows, script: script.save(), whatsapp: whatsapp.save() };
}

/** The owner types into the Settings tab. */
function setting({ spreadsheet }: LocalAppsScript, name: string, value: string): void {
  const row = spreadsheet.rows('Settings').findIndex((cells) => cells[0] === name);
  if (row < 0) throw new Error(`There is no setting “${name}”.`);
  spreadsheet.type('Settings', row + 1, 2, value);
}

/** Every second client was invited by the one before; the known client has exactly `INVITED_BY_KNOWN` referrals. */
function clients(rows: number, places: number[]): Record<string, string | Date>[] {
  const known = middle(places);
  const inviters = new Map(places.slice(0, INVITED_BY_KNOWN).map((place) => [place, known]));
  inviters.set(known, places[INVITED_BY_KNOWN] as number);
  const usual = places[USUAL] as number;
  return Array.from({ length: rows }, (_, n) => {
    const before = n % 2 === 1 && n - 1 !== known && n - 1 !== usual ? n - 1 : undefined;
    const inviter = n === usual ? undefined : (inviters.get(n) ?? before);
    return {
      Phone: phone(n),
      Name: `Client ${n}`,
      'Invited by': inviter === undefined ? '' : phone(inviter),
      "Inviter's name": inviter === undefined ? '' : `Client ${inviter}`,
      Joined: new Date(NOON - (rows - n) * 1000),
      'Last message': new Date(NOON - HOUR),
      Notice: inviter === undefined ? '' : 'told 2026-05-01 10:00 #abc.n0',
      Code: `c${n}`,
      'Messenger id': phone(n),
    };
  });
}

function middle<T>(items: readonly T[]): T {
  return items[Math.floor(items.length / 2)] as T;
}

/** One script at work in a base. */
export class Shop {
  readonly script: LocalAppsScript;
  readonly known: PersonOnPhone;
  /** Invited by nobody. */
  readonly usual: PersonOnPhone;
  readonly inviters: PersonOnPhone[];
  private readonly whatsapp: MetaStandIn;
  private readonly key: string;
  private rows: number;
  private newcomers = 0;
  private heardAt = NOON - HOUR;

  constructor(folder: string, base: Base) {
    this.rows = base.rows;
    this.script = new LocalAppsScript({
      folder,
      timeZone: 'Etc/UTC',
      outside: (request) => this.whatsapp.answer(request),
      state: base.script,
    });
    this.whatsapp = new MetaStandIn({
      now: () => this.script.clock.now,
      deliver: ({ body, contentType }) =>
        this.script.post({ queryString: `key=${this.key}`, contentType, body }),
      state: base.whatsapp,
    });
    this.key = this.script.properties.script.get('webhookKey') ?? '';
    const people = [...this.whatsapp.people()];
    this.known = middle(people);
    this.usual = people[USUAL] as PersonOnPhone;
    this.inviters = people.filter((person) => person !== this.known);
  }

  get now(): number {
    return this.script.clock.now;
  }

  /** Somebody with a phone whom the business does not know. */
  newcomer(): PersonOnPhone {
    const n = ++this.newcomers;
    return this.whatsapp.addPerson({ name: `Newcomer ${n}`, phone: String(447_700_900_000 + n) });
  }

  /** These things happen and are delivered, in one POST when the modes say *batch*: one measured execution for each POST. */
  deliver(updates: MetaUpdate[], modes: Partial<DeliveryModes> = {}): Measured[] {
    const usual = { ...this.whatsapp.delivery };
    Object.assign(this.whatsapp.delivery, modes);
    const measurements = measured(this.script, () => {
      this.whatsapp.happen(...updates);
      if (modes.batch) this.whatsapp.flush();
    });
    Object.assign(this.whatsapp.delivery, usual);
    return measurements;
  }

  /** Time passes, in minutes, without the trigger. */
  wait(minutes: number): void {
    this.script.clock.now += minutes * MINUTE;
  }

  /** Every report on what was sent arrives, each in a POST of its own. */
  reports(): Measured[] {
    return measured(this.script, () => this.whatsapp.flush());
  }

  /** So much time passes, in minutes, and then the trigger runs. */
  minutes(minutes: number): Measured | undefined {
    this.wait(minutes);
    const triggerUid = this.script.triggers[0]?.id;
    const event = [{ triggerUid }];
    return measured(this.script, () => this.script.run('drainPending', event, 'trigger'))[0];
  }

  /** Whether the script has kept something for later. */
  private get keeps(): boolean {
    const { script } = this.script.properties;
    return [...script].some(([key, value]) => key.startsWith('pending.') && value !== '[]');
  }

  /**
   * The reports on what was sent arrive, all in one POST, what the script has kept is done, and a little more than an
   * hour goes by: until then further notices to an inviter would wait to go together.
   */
  rest(): void {
    if (this.keeps) this.minutes(5);
    this.whatsapp.delivery.batch = true;
    this.whatsapp.flush();
    if (this.now - this.heardAt > HALF_A_DAY) this.everybodyWrites();
    this.script.clock.now += HOUR + MINUTE;
    this.whatsapp.delivery.batch = false;
  }

  /** So that the 24-hour windows stay open. */
  private everybodyWrites(): void {
    for (const { key } of [this.known, ...this.inviters]) {
      this.whatsapp.write(key, { text: 'Hello' });
    }
    this.whatsapp.flush();
    this.whatsapp.flush();
    this.heardAt = this.now;
  }

  /** How many messages WhatsApp has taken from the script, read marks aside. */
  get sent(): number {
    const sends = this.whatsapp.outbound.filter(
      ({ status, body }) =>
        status === 200 && body.includes('"type"') && !body.includes('"status":"read"'),
    );
    return sends.length;
  }

  /** For how many people the spreadsheet has room, were all other tabs to stay as they are. */
  get room(): number {
    const { spreadsheet } = this.script;
    const others = spreadsheet
      .sheetNames()
      .filter((name) => name !== 'Clients')
      .map((name) => spreadsheet.size(name))
      .reduce((cells, { rows, columns }) => cells + rows * columns, 0);
    return Math.floor((MAX_CELLS - others) / spreadsheet.size('Clients').columns);
  }

  /** From now on clients are in the stand-in's database: so many, those of the base among them. */
  moveToDatabase(people: number): void {
    connectDatabase(this.script);
    const [known, usual] = [this.known, this.usual].map(({ phone: key = '' }) => Number(key));
    fillDatabase(this.script, { people, first: Number(phone(0)), known, usual, now: NOON });
    this.rows = people;
  }

  /** How many messages somebody has from the business. */
  heard({ key }: PersonOnPhone): number {
    return this.whatsapp.chat(key).filter(({ from }) => from === 'business').length;
  }

  /** How many referrals of the usual inviter wait to be told. */
  untold(): number {
    const { spreadsheet } = this.script;
    const invitedBy = spreadsheet.columnOf('Clients', 'Invited by') - 1;
    const notice = spreadsheet.columnOf('Clients', 'Notice') - 1;
    return spreadsheet
      .rows('Clients')
      .filter((cells) => cells[invitedBy] === this.usual.phone)
      .filter((cells) => !cells[notice]?.startsWith('told ')).length;
  }

  /** How many rows came to the base since this was asked last. */
  rowsAdded(): number {
    const before = this.rows;
    if (this.script.properties.script.has('database')) {
      this.rows = peopleIn(this.script);
      return this.rows - before;
    }
    while (this.script.spreadsheet.value('Clients', this.rows + 2, 'Phone') !== '') this.rows++;
    return this.rows - before;
  }
}
