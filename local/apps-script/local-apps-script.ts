/** The stand-in of Apps Script: one script, its spreadsheet, its stores and its clock, behind the doors that the real one has. */
import { toScript } from './events';
import type { Limits, Used } from './limits';
import { functionNames, type Job, runJob } from './machine';
import { type LocalAppsScriptOptions, worldOptions } from './options';
import { OwnerHand } from './owner-hand';
import {
  callFromOpenPage,
  callFromPage,
  type PageOutcome,
  type WebPage,
  webPage,
} from './page-call';
import type { Quirks } from './quirks';
import type { InstalledTrigger, SavedChanges, SavedState } from './saved-state';
import { TriggerRunner } from './trigger-runner';
import type {
  Execution,
  Faults,
  MenuTree,
  OutsideRequest,
  RunAs,
  SentMail,
  WebAnswer,
} from './types';
import type { WebPost } from './web-app';
import { serve, serveOutside, serveOwn } from './web-door';
import { World } from './world';
import type { WorldDatabase } from './world-database';

/** One Apps Script project, bound to one spreadsheet. */
export class LocalAppsScript {
  /** What the owner does with mouse and keyboard. */
  readonly spreadsheet: OwnerHand;
  readonly #world: World;
  readonly #triggers: TriggerRunner;

  constructor(options: LocalAppsScriptOptions) {
    this.#world = new World(worldOptions(options));
    if (options.state) this.#world.restore(options.state);
    this.#world.ownWebApp = (request) => serveOwn(this.#world, request);
    this.#triggers = new TriggerRunner(this.#world);
    this.spreadsheet = new OwnerHand(this.#world.book, this.#triggers);
  }

  /** Runs other code from now on, as after a push or behind another deployment; what the script has written stays. */
  use(code: { folder: string; webAppUrl?: string; scopes?: string[] }): void {
    Object.assign(this.#world.options, code);
  }
  /** The folder of the script's code. */
  get folder(): string {
    return this.#world.options.folder;
  }
  /** The top-level functions of the script, those that end in `_` left out. @throws whatever the script throws as it loads */
  get functionNames(): string[] {
    return functionNames(this.#world);
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
  set faults(faults: Faults) {
    this.#world.faults = { ...faults };
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
  /** What the script has put on the owner's screen; `answers` may be set to answer its questions, at once or later. */
  get ui() {
    return this.#world.screen;
  }
  get menus(): MenuTree {
    return this.#world.screen.menus;
  }
  /** What Google allows a free account; set a number to play another one, or Infinity to lift it. */
  get limits(): Limits {
    return this.#world.limits;
  }
  /** What the present day of the script's clock has used up of the daily limits. */
  get usedToday(): Used {
    return { ...this.#world.usage.used };
  }
  /** The mails that the script has sent, oldest first. */
  get mails(): readonly SentMail[] {
    return this.#world.mails;
  }
  /** The database that Jdbc reaches: `query` asks it, `reset` empties it, `inherit` takes another script's. */
  get database(): WorldDatabase {
    return this.#world.database;
  }
  /** UrlFetch requests of the present day of the script's clock. */
  get fetchesToday(): number {
    return this.usedToday.fetches;
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
      args: (run) => toScript(run, args),
      ifMissing: 'throw',
    });
  }

  /** A GET of the web app. */
  get(queryString = ''): WebAnswer {
    return serve(this.#world, { queryString });
  }

  /** A POST to the web app. */
  post(request: WebPost): WebAnswer {
    return serve(this.#world, { queryString: request.queryString, post: request });
  }

  /** Any request from outside: of the web app's address, of a path below it, or of the address that a 302 gave. */
  request(request: OutsideRequest): WebAnswer {
    return serveOutside(this.#world, request);
  }

  /** What lies behind the address of a 302, once asked for by GET; undefined when there is nothing. */
  echo(url: string): string | undefined {
    return this.#world.echoes.get(url);
  }

  /**
   * `google.script.run` of a dialog or sidebar: calls a function from a page that the document shows. Arguments and results are copied as the real wire
   * does.
   *
   * @throws what the failure handler would get
   */
  page(name: string, args: unknown[] = []): unknown {
    return callFromPage(this.#world, name, args, 'page');
  }

  /** As `page`, for a call that may stand at a question: `answered` is called once it has ended. */
  openPage(name: string, args: unknown[], answered: (outcome: PageOutcome) => void): void {
    callFromOpenPage(this.#world, { name, args, as: 'page' }, answered);
  }

  /**
   * What a stranger holds who was given this answer of `get` or `post`. A page (HtmlService) carries a
   * `google.script.run` of its own: `functions` are the names in it, `run(name, args)` calls one as an anonymous
   * visitor, with the deployer's rights. Text (ContentService) and Google's own pages carry none: `functions` is [].
   */
  webPage(answer: WebAnswer): WebPage {
    return webPage(this.#world, answer);
  }

  /** Moves the clock on, running the time triggers as they fall due. */
  advance(ms: number): Execution[] {
    return this.#triggers.advance(ms);
  }

  /** The owner opens the spreadsheet: the menus are built again. undefined when the script has no onOpen. */
  open(): Execution | undefined {
    this.#world.screen.menus = [];
    return this.#triggers.opened();
  }

  /** Everything that outlives an execution, as plain JSON that later changes leave alone. */
  save(): SavedState {
    return this.#world.save();
  }

  /** As `save()`, but of the rows only those in blocks that have changed since this was asked last. */
  saveChanges(): SavedChanges {
    return this.#world.saveChanges();
  }

  #run(job: Job): Execution {
    // A function that is missing is thrown.
    return runJob(this.#world, job) as Execution;
  }
}
