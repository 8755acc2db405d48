/** What outlives an execution: the spreadsheet, the stores, the clock, the triggers, the screen. */
import { Book } from './book';
import { DailyUse, FREE_ACCOUNT, type Limits } from './limits';
import { Locks } from './locks';
import { DEFAULT_QUIRKS, type Quirks } from './quirks';
import { blocksOf } from './row-changes';
import { changedBlocks } from './saved-sheet';
import type {
  CacheEntry,
  CacheScope,
  InstalledTrigger,
  PropertyScope,
  SavedChanges,
  SavedState,
} from './saved-state';
import { Screen } from './screen';
import type { SheetData } from './sheet-data';
import type { Execution, Faults, Outside, OutsideRequest, SentMail, UnderWay } from './types';
import { type DatabaseOptions, WorldDatabase } from './world-database';

export interface WorldOptions {
  folder: string;
  outside: Outside;
  now: number;
  timeZone: string;
  locale: string;
  user: string;
  webAppUrl: string;
  scriptId: string;
  spreadsheetId: string;
  /** In place of what the manifest says. */
  scopes?: string[];
  /** Folders of libraries by their symbols. */
  libraries: Record<string, string>;
  /** Computes the spreadsheet's formulas. */
  formulas?: (book: Book, sheet: SheetData) => void;
  /** See {@link LocalAppsScriptOptions}. */
  reusesContexts: boolean;
  /** What Jdbc reaches. */
  database: DatabaseOptions;
}

/** Shared by all executions of one script. */
export class World {
  readonly clock: { now: number };
  readonly quirks: Quirks = { ...DEFAULT_QUIRKS };
  faults: Faults = {};
  readonly book: Book;
  readonly database: WorldDatabase;
  readonly properties = { script: new Map(), user: new Map(), document: new Map() } as Record<
    PropertyScope,
    Map<string, string>
  >;
  readonly caches = { script: new Map(), user: new Map(), document: new Map() } as Record<
    CacheScope,
    Map<string, CacheEntry>
  >;
  readonly limits: Limits = { ...FREE_ACCOUNT };
  readonly usage = new DailyUse(this.limits, () => this.now());
  readonly locks = new Locks();
  readonly screen = new Screen();
  readonly executions: Execution[] = [];
  /** One-time answers of ContentService, by their address. */
  readonly echoes = new Map<string, string>();
  /** The mails that were sent, oldest first. */
  readonly mails: SentMail[] = [];
  triggers: InstalledTrigger[] = [];
  /** Executions under way, the innermost last. */
  readonly stack: UnderWay[] = [];
  /** Answers requests for the web app's own address; set by the machine. */
  ownWebApp: (request: OutsideRequest) => {
    status: number;
    headers: Record<string, string>;
    body: string;
  } = () => ({ status: 404, headers: {}, body: '' });
  #nextId = 1;

  constructor(readonly options: WorldOptions) {
    this.clock = { now: options.now };
    this.book = new Book(
      options.spreadsheetId,
      'Local spreadsheet',
      options.timeZone,
      options.locale,
      this.quirks,
      this.clock,
    );
    this.database = new WorldDatabase(options.database, () => this.faults);
    if (options.formulas) this.book.computes = options.formulas;
  }

  newId(): number {
    return this.#nextId++;
  }

  /** The present moment: inside an execution, its own. */
  now(): number {
    return this.stack.at(-1)?.now() ?? this.clock.now;
  }

  /** Whether `outer` stands still until `inner` has answered, because a fetch lies between them. */
  blocks(outer: UnderWay, inner: UnderWay): boolean {
    return this.stack
      .slice(this.stack.indexOf(outer) + 1, this.stack.indexOf(inner) + 1)
      .some((run) => run.viaFetch);
  }

  /** A copy that later changes leave alone. */
  save(): SavedState {
    return this.#save(this.book.save());
  }

  /** As {@link save}, with no rows in its tabs: of those only the blocks that have changed since this was asked last. */
  saveChanges(): SavedChanges {
    const { sheets } = this.book;
    return {
      state: this.#save(this.book.saveFrame()),
      blocks: sheets.flatMap(changedBlocks),
      counts: Object.fromEntries(sheets.map(({ id, rows }) => [id, blocksOf(rows.length)])),
    };
  }

  #save(book: SavedState['book']): SavedState {
    return {
      version: 1,
      now: this.clock.now,
      nextId: this.#nextId,
      book,
      properties: fromMaps(this.properties),
      caches: fromMaps(this.caches),
      triggers: this.triggers.map((trigger) => ({ ...trigger })),
      usedToday: this.usage.save(),
    };
  }

  restore(saved: SavedState): void {
    if (saved.version !== 1) {
      throw new Error(
        `The saved state is of version ${saved.version}; this program reads version 1. Start over with an empty data folder.`,
      );
    }
    this.clock.now = saved.now;
    this.#nextId = saved.nextId;
    this.book.restore(saved.book);
    intoMaps(this.properties, saved.properties);
    intoMaps(this.caches, saved.caches);
    this.triggers = saved.triggers.map((trigger) => ({ ...trigger }));
    if (saved.usedToday) this.usage.restore(saved.usedToday);
  }
}

function fromMaps<K extends string, V>(
  maps: Record<K, Map<string, V>>,
): Record<K, Record<string, V>> {
  const entries = Object.entries<Map<string, V>>(maps);
  return Object.fromEntries(
    entries.map(([scope, map]) => [scope, Object.fromEntries(map)]),
  ) as Record<K, Record<string, V>>;
}

function intoMaps<K extends string, V>(
  maps: Record<K, Map<string, V>>,
  saved: Record<K, Record<string, V>>,
): void {
  for (const scope of Object.keys(maps) as K[]) {
    for (const [key, value] of Object.entries<V>(saved[scope])) maps[scope].set(key, value);
  }
}
