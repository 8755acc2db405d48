/** The stand-in of Apps Script: one script, its spreadsheet, its stores and its clock, behind the doors that the real one has. */
import { guard } from './guard';
import { type Job, runJob } from './machine';
import { type Edit, OwnerHand } from './owner-hand';
import { checkedForPage } from './page-values';
import { makeRange } from './range';
import { toRealm } from './realm';
import type { Run } from './run';
import { makeSpreadsheet } from './spreadsheet';
import type { InstalledTrigger } from './triggers';
import type {
  Execution,
  Faults,
  MenuTree,
  Outside,
  OutsideRequest,
  Quirks,
  RunAs,
  WebAnswer,
} from './types';
import { errorPage, isReserved, refused, type WebPost, webAnswer, webEvent } from './web-app';
import { type SavedState, World } from './world';

export interface LocalAppsScriptOptions {
  /** A folder of Apps Script code: .js and .html, as clasp would push it. */
  folder: string;
  /** Answers UrlFetchApp; nobody is reachable unless given. */
  outside?: Outside;
  /** The clock's start in milliseconds; the present when left out. */
  now?: number;
  timeZone?: string;
  locale?: string;
  /** The owner's e-mail address. */
  user?: string;
  webAppUrl?: string;
  /** What `save()` gave, to go on from there. */
  state?: SavedState;
}

/** One Apps Script project, bound to one spreadsheet. */
export class LocalAppsScript {
  /** What the owner does with mouse and keyboard. */
  readonly spreadsheet: OwnerHand;
  readonly #world: World;

  constructor(options: LocalAppsScriptOptions) {
    this.#world = new World({
      folder: options.folder,
      outside: options.outside ?? (() => ({ fault: 'dns' })),
      now: options.now ?? Date.now(),
      timeZone: options.timeZone ?? 'Etc/UTC',
      locale: options.locale ?? 'en_US',
      user: options.user ?? 'owner@example.com',
      webAppUrl: options.webAppUrl ?? 'https://script.google.com/macros/s/local-deployment/exec',
    });
    if (options.state) this.#world.restore(options.state);
    this.#world.ownWebApp = (request) => this.#ownWebApp(request);
    this.spreadsheet = new OwnerHand(this.#world.book, {
      edited: (edit) => this.#edited(edit),
      changed: (changeType) => this.#fire('ON_CHANGE', () => ({ authMode: 'FULL', changeType })),
    });
  }

  /** The executions, newest last; the latest 500. */
  get executions(): Execution[] {
    return this.#world.executions;
  }
  /** Milliseconds. Set it to jump; `advance` also runs the triggers on the way. Executions do not move it. */
  get clock(): { now: number } {
    return this.#world.clock;
  }
  get faults(): Faults {
    return this.#world.faults;
  }
  get quirks(): Quirks {
    return this.#world.quirks;
  }
  get properties() {
    return this.#world.properties;
  }
  get triggers(): readonly InstalledTrigger[] {
    return this.#world.triggers;
  }
  /** What the script has put on the owner's screen; `answers` may be set to answer its questions. */
  get ui() {
    return this.#world.screen;
  }
  get menus(): MenuTree {
    return this.#world.screen.menus;
  }
  /** UrlFetch requests of the present day of the script's clock. */
  get fetchesToday(): number {
    const { day, count } = this.#world.fetchesToday;
    return day === Math.floor(this.#world.clock.now / 86_400_000) ? count : 0;
  }
  readonly cache = {
    /** As the real one may at any time. */
    forget: (): void => {
      for (const cache of Object.values(this.#world.caches)) cache.clear();
    },
    /** The live keys of the script cache. */
    keys: (): string[] =>
      [...this.#world.caches.script]
        .filter(([, { expiresAt }]) => expiresAt > this.#world.now())
        .map(([key]) => key),
  };

  /**
   * Runs a function of the script, as the editor's Run button does unless told otherwise.
   * An error of the script is in the execution's `error`.
   *
   * @throws when the script has no such function
   */
  run(name: string, args: unknown[] = [], as: RunAs = 'editor'): Execution {
    return this.#run({
      function: name,
      as,
      args: (run) => args.map((arg) => toRealm(run.realm, arg)),
      ifMissing: 'throw',
    });
  }

  /** A GET of the web app. */
  get(queryString = ''): WebAnswer {
    return this.#web('doGet', queryString);
  }

  /** A POST to the web app. */
  post(request: WebPost): WebAnswer {
    return this.#web('doPost', request.queryString, request);
  }

  /** What lies behind the address of a 302, once asked for by GET; undefined when there is nothing. */
  echo(url: string): string | undefined {
    return this.#world.echoes.get(url);
  }

  /**
   * `google.script.run`: calls a function from a page of the script. Arguments and results are copied as the real wire
   * does.
   *
   * @throws what the failure handler would get
   */
  page(name: string, args: unknown[] = []): unknown {
    if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
    const sent = args.map((arg) => checkedForPage(arg, `argument of ${name}`));
    const execution = this.#run({
      function: name,
      as: 'page',
      args: (run) => sent.map((arg) => toRealm(run.realm, arg)),
      ifMissing: 'fail',
    });
    if (execution.error !== undefined) throw new Error(execution.error);
    return checkedForPage(execution.result, `result of ${name}`);
  }

  /** Moves the clock on, running the time triggers as they fall due. */
  advance(ms: number): Execution[] {
    const { clock } = this.#world;
    const target = clock.now + ms;
    const ran: Execution[] = [];
    for (;;) {
      const due = this.#nextDue(target);
      if (!due) break;
      clock.now = Math.max(clock.now, due.nextAt ?? 0);
      if (due.everyMs) due.nextAt = clock.now + due.everyMs;
      else this.#world.triggers = this.#world.triggers.filter((trigger) => trigger !== due);
      ran.push(this.#trigger(due, () => timeEvent(clock.now)));
    }
    clock.now = target;
    return ran;
  }

  /** The owner opens the spreadsheet: the menus are built anew. undefined when the script has no onOpen. */
  open(): Execution | undefined {
    this.#world.screen.menus = [];
    const event = (run: Run) => ({ ...boundEvent(run), authMode: 'LIMITED' });
    const job = { function: 'onOpen', as: 'simple' as const, ifMissing: 'skip' as const };
    const execution = runJob(this.#world, { ...job, args: (run) => [toEvent(run, event(run))] });
    this.#fire('ON_OPEN', (run) => ({ ...boundEvent(run), authMode: 'FULL' }));
    return execution;
  }

  /** Everything that outlives an execution, as plain JSON that later changes leave alone. */
  save(): SavedState {
    return this.#world.save();
  }

  #web(name: 'doGet' | 'doPost', queryString: string, post?: WebPost, viaFetch = false): WebAnswer {
    if (isReserved(queryString)) return refused(405, 'Method Not Allowed');
    const answer: WebAnswer = { status: 0, headers: {}, body: '' };
    this.#run({
      function: name,
      as: 'webApp',
      args: (run) => [toEvent(run, webEvent(queryString, post))],
      ifMissing: 'fail',
      viaFetch,
      ended: ({ record, world }, value) => {
        const error = record.error;
        Object.assign(answer, error === undefined ? webAnswer(world, value) : errorPage(error));
      },
    });
    return answer;
  }

  /** A request of a script to its own web app, or to an echo of it. */
  #ownWebApp({ method, url, headers, body }: OutsideRequest): WebAnswer {
    const echo = this.#world.echoes.get(url);
    if (echo !== undefined) {
      if (method !== 'GET') return refused(405, 'Method Not Allowed');
      return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: echo };
    }
    const queryString = /\?([^#]*)/.exec(url)?.[1] ?? '';
    if (method === 'GET') return this.#web('doGet', queryString, undefined, true);
    if (method !== 'POST') return refused(method === 'HEAD' ? 403 : 405, 'Method Not Allowed');
    const contentType = headers['content-type'];
    const post = { queryString, body, ...(contentType ? { contentType } : {}) };
    return this.#web('doPost', queryString, post, true);
  }

  #edited(edit: Edit): void {
    const event = (run: Run, authMode: string) => {
      const { sheetId, row, column, rows, columns, value, oldValue } = edit;
      return {
        ...boundEvent(run),
        authMode,
        range: makeRange(run, { sheetId, area: { row, column, rows, columns } }),
        ...(value === undefined ? {} : { value }),
        ...(oldValue === undefined ? {} : { oldValue }),
      };
    };
    runJob(this.#world, {
      function: 'onEdit',
      as: 'simple',
      args: (run) => [toEvent(run, event(run, 'LIMITED'))],
      ifMissing: 'skip',
    });
    this.#fire('ON_EDIT', (run) => event(run, 'FULL'));
    this.#fire('ON_CHANGE', () => ({ authMode: 'FULL', changeType: 'EDIT' }));
  }

  #fire(type: InstalledTrigger['type'], event: (run: Run) => object): void {
    const due = this.#world.triggers.filter((trigger) => trigger.type === type);
    for (const trigger of due) this.#trigger(trigger, event);
  }

  #trigger(trigger: InstalledTrigger, event: (run: Run) => object): Execution {
    return this.#run({
      function: trigger.handler,
      as: 'trigger',
      args: (run) => [toEvent(run, { ...event(run), triggerUid: trigger.id })],
      ifMissing: 'fail',
    });
  }

  #nextDue(until: number): InstalledTrigger | undefined {
    const due = this.#world.triggers.filter(
      ({ nextAt }) => nextAt !== undefined && nextAt <= until,
    );
    return due.sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0))[0];
  }

  #run(job: Job): Execution {
    const execution = runJob(this.#world, job);
    if (!execution) throw new Error(`The script has no function ${job.function}.`);
    return execution;
  }
}

/** An event object in the script's own realm. */
function toEvent(run: Run, event: object): unknown {
  return toRealm(run.realm, event);
}

function boundEvent(run: Run): object {
  const { user } = run.world.options;
  return {
    source: makeSpreadsheet(run),
    user: guard(run, 'User', { getEmail: () => user, getNickname: () => user.split('@')[0] ?? '' }),
  };
}

function timeEvent(now: number): object {
  const at = new Date(now);
  return {
    authMode: 'FULL',
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    'day-of-month': at.getUTCDate(),
    'day-of-week': at.getUTCDay() || 7,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    timezone: 'UTC',
  };
}
