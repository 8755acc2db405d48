/** The whole small world of the playground: the script, the provider, the phones, kept in a folder. */
import {
  LocalAppsScript,
  loadState,
  type OutsideAnswer,
  type OutsideRequest,
  type SavedState,
  saveState,
} from '../apps-script';
import { MetaStandIn, type Webhook } from '../whatsapp/meta';
import { describeWebhook } from './describe';
import { firstStart } from './first-start';
import { History } from './history';
import { providerOptions } from './provider';
import type { Saved } from './saved';
import { ScreenView } from './screen';
import { a1, Selection } from './selection';
import { tabsOf } from './tabs';
import type { PersonalMessage, SheetTab, View, Weather } from './view';

export interface PlaygroundOptions {
  /** The folder of the built script. */
  script: string;
  /** The folder that holds the state; made when it is not there. */
  data: string;
  /** Where the playground answers, such as `http://localhost:8080`. */
  origin: string;
}

/** The script keeps the last few hundred executions: they are noted before more have run. */
const LONGEST_STEP = 60 * 60_000;

export class Playground {
  script!: LocalAppsScript;
  provider!: MetaStandIn;
  screen!: ScreenView;
  history = new History();
  personal: PersonalMessage[] = [];
  weather: Weather = 'fine';
  twice = false;
  /** Counts up with every change. */
  version = 1;
  private readonly listeners = new Set<(version: number) => void>();
  private readonly selected = new Selection();
  private copy: { version: number; state: SavedState } | undefined;
  private lastId = 0;

  /** Goes on from what lies in the data folder, or makes a new world there. @throws Error when what lies there cannot be read */
  constructor(private readonly options: PlaygroundOptions) {
    const { state, problem } = loadState<Saved>(options.data);
    if (problem) console.warn(problem);
    if (state) this.resume(state);
    else this.reset();
  }

  /** Throws everything away and begins anew. */
  reset(): void {
    this.begin(undefined);
    firstStart(this);
    this.openSheet();
  }

  /** The clock has gone on while the playground was off. */
  private resume(state: Saved): void {
    this.begin(state);
    this.script.clock.now = Math.max(this.script.clock.now, Date.now());
    this.openSheet();
  }

  get webhookUrl(): string {
    const key = this.script.properties.script.get('webhookKey') ?? '';
    return `${this.options.origin}/exec?key=${encodeURIComponent(key)}`;
  }

  /**
   * Does something that may run the script, lets the provider deliver what came of it, and notes
   * both in the history.
   *
   * @param about what it is, for the history
   */
  act<Result>(about: string, action: () => Result): Result {
    try {
      return this.noted(about, action);
    } finally {
      this.noted('Deliveries', () => this.provider.pump());
      this.changed();
    }
  }

  /** Moves the clock; triggers and redeliveries that fall due run on the way, each at its time. */
  advance(ms: number): void {
    const { clock } = this.script;
    const end = clock.now + ms;
    const before = this.lastId;
    do {
      const due = this.provider.nextDueAt() ?? end;
      const step = Math.min(end, clock.now + LONGEST_STEP, due > clock.now ? due : end);
      this.noted('Trigger', () => this.script.advance(step - clock.now));
      this.noted('Deliveries', () => this.provider.pump());
    } while (clock.now < end);
    if (this.lastId !== before) this.changed();
  }

  /** The owner opens the spreadsheet: the script's menus are built. */
  openSheet(): void {
    this.act('The owner opened the sheet', () => this.script.open());
  }

  /** The owner clicks on a cell: the script's next execution finds it active. */
  select(sheet: string, row: number, column: number): void {
    this.script.spreadsheet.select(sheet, a1(row, column));
    this.selected.byOwner(sheet, row, column);
  }

  selection(): View['selection'] {
    return this.selected.byScript(this.book());
  }

  setWeather(weather: Weather): void {
    this.weather = weather;
    this.provider.weather = weather;
    this.changed();
  }

  setTwice(twice: boolean): void {
    this.twice = twice;
    this.provider.delivery.times = twice ? 2 : 1;
    this.changed();
  }

  changed(): void {
    this.version++;
    for (const listener of this.listeners) listener(this.version);
  }

  /** @returns the function that ends the listening */
  listen(listener: (version: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The spreadsheet as plain data. */
  book(): SavedState['book'] {
    return this.scriptState().book;
  }

  tabs(): SheetTab[] {
    return tabsOf(this.book());
  }

  /** Puts everything on the disk. */
  save(): void {
    const { history, personal, weather, twice } = this;
    const kept: Saved = {
      script: this.scriptState(),
      provider: this.provider.save(),
      happenings: history.happenings,
      personal,
      weather,
      twice,
    };
    saveState(this.options.data, kept);
  }

  /** A copy of the script's state, made once for each version. */
  private scriptState(): SavedState {
    if (this.copy?.version !== this.version) {
      this.copy = { version: this.version, state: this.script.save() };
    }
    return this.copy.state;
  }

  private begin(saved: Saved | undefined): void {
    this.script = new LocalAppsScript({
      folder: this.options.script,
      outside: (request) => this.outside(request),
      webAppUrl: `${this.options.origin}/exec`,
      now: Date.now(),
      ...(saved ? { state: saved.script } : {}),
    });
    this.screen = new ScreenView(this.script);
    this.provider = new MetaStandIn({
      ...structuredClone(providerOptions),
      now: () => this.script.clock.now,
      deliver: (webhook) => this.deliver(webhook),
      fetchUrl: (url) => this.handshake(url),
      ...(saved ? { state: saved.provider } : {}),
    });
    this.history = new History(saved?.happenings);
    this.lastId = Math.max(0, ...this.history.happenings.map(({ id }) => id));
    this.personal = saved?.personal ?? [];
    this.setWeather(saved?.weather ?? 'fine');
    this.setTwice(saved?.twice ?? false);
  }

  private outside(request: OutsideRequest): OutsideAnswer {
    return this.provider.handles(request.url) ? this.provider.answer(request) : { fault: 'dns' };
  }

  /** Meta's look at a callback; it follows Google's redirect. */
  private handshake(url: string): { status: number; body: string } {
    const answer = this.noted('Handshake', () => this.script.get(new URL(url).search.slice(1)));
    const echo = this.script.echo(answer.headers.location ?? '');
    return echo === undefined ? answer : { status: 200, body: echo };
  }

  private deliver({ body, contentType, url = this.webhookUrl }: Webhook): { status: number } {
    const queryString = new URL(url).search.slice(1);
    return this.noted(describeWebhook(body), () =>
      this.script.post({ queryString, contentType, body }),
    );
  }

  /** Runs something and takes the executions and requests that came of it into the history. */
  private noted<Result>(about: string, action: () => Result): Result {
    const sent = this.provider.outbound.length;
    try {
      return action();
    } finally {
      const ran = this.script.executions.filter(({ id }) => id > this.lastId);
      this.lastId = Math.max(this.lastId, ...ran.map(({ id }) => id));
      if (ran.length > 0) this.history.add(ran, about, this.provider.outbound.slice(sent));
    }
  }
}
