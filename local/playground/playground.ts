/** The playground: one world, the people's own messages, the controls, kept in a folder. */
import { loadState, saveState } from '../apps-script';
import type { ProviderName } from '../whatsapp/connection';
import { connect } from './connect';
import { firstStart, type Shop } from './first-start';
import { type RowFileNames, RowFiles, readRows } from './row-files';
import { ScreenView } from './screen';
import { a1, Selection } from './selection';
import { tabsOf } from './tabs';
import { Undo } from './undo';
import type { PersonalMessage, SheetTab, View, Weather } from './view';
import { type SavedWorld, World } from './world';

interface PlaygroundOptions {
  /** The folder of the built script. */
  script: string;
  /** The folder that holds the state; made when it is not there. */
  data: string;
  /** Where the playground answers, such as `http://localhost:8080`. */
  origin: string;
  /** What a new world begins with; a shop with no clients that promises nothing, unless told. */
  shop?: Partial<Shop>;
}

/** Everything that a restart must not lose, named by one file: script and provider never disagree. */
interface Saved extends SavedWorld {
  /** Where the rows of the tabs lie; with the tabs themselves in a state of before. */
  rows?: RowFileNames;
  personal: PersonalMessage[];
  weather: Weather;
  twice: boolean;
}

export class Playground {
  world!: World;
  screen!: ScreenView;
  personal: PersonalMessage[] = [];
  weather: Weather = 'fine';
  twice = false;
  /** Counts up with everything that the page should show. */
  version = 1;
  /** Counts up with everything that must not be lost. */
  toKeep = 1;
  private readonly listeners = new Set<(version: number) => void>();
  /** What the owner did by hand in this world. */
  undo = new Undo();
  private selected = new Selection();
  private readonly files: RowFiles;

  /** Goes on from what lies in the data folder, or makes a new world there. @throws Error when what lies there cannot be read */
  constructor(private readonly options: PlaygroundOptions) {
    const { data } = options;
    const { state, problem } = loadState<Saved>(data, ({ script, rows = {} }) =>
      readRows(data, script, rows),
    );
    if (problem) console.warn(problem);
    this.files = new RowFiles(data, state?.rows ?? {});
    if (state) this.resume(state);
    else this.reset();
  }

  get script() {
    return this.world.script;
  }

  get provider() {
    return this.world.provider;
  }

  /** Throws everything away and begins again. @param rewards whether the shop promises any; as at the first start, unless told */
  reset(rewards?: boolean): void {
    this.begin(undefined);
    const shop = { rewards: false, clients: 0, ...this.options.shop };
    firstStart(this.world, { ...shop, rewards: rewards ?? shop.rewards });
    this.openSheet();
  }

  /** Does something that changes the world; see {@link World.act}. */
  act<Result>(about: string, action: () => Result): Result {
    try {
      return this.world.act(about, action);
    } finally {
      this.changed();
    }
  }

  /** As {@link act}, for calls of which most only look: then there is nothing to keep. */
  call<Result>(about: string, action: () => Result): Result {
    const before = this.world.lastId;
    try {
      return this.world.act(about, action);
    } finally {
      this.changed(this.world.history.wrote(before));
    }
  }

  /** Moves the clock. The page is told when something ran on the way. */
  advance(ms: number): void {
    const before = this.world.lastId;
    this.world.advance(ms);
    if (this.world.lastId !== before) this.changed();
  }

  /** The owner opens the spreadsheet: the script's menus are built, nothing else is on the screen. */
  openSheet(): void {
    this.screen.clear();
    this.act('The owner opened the sheet', () => this.script.open());
  }

  /** The owner clicks on a cell: the script's next execution finds it active. */
  select(sheet: string, row: number, column: number): void {
    this.script.spreadsheet.select(sheet, a1(row, column));
    this.selected.byOwner(sheet, row, column);
  }

  selection(): View['selection'] {
    return this.selected.byScript(this.script.spreadsheet);
  }

  /** Connects the script to another provider; the phones and their chats stay. */
  connectTo(name: ProviderName): void {
    this.world.switchTo(name);
    connect(this.world);
    this.setWeather(this.weather);
    this.setTwice(this.twice);
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

  /** @param keep false when nothing that must be kept has changed */
  changed(keep = true): void {
    this.version++;
    if (keep) this.toKeep++;
    for (const listener of this.listeners) listener(this.version);
  }

  /** @returns the function that ends the listening */
  listen(listener: (version: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tabs(): SheetTab[] {
    return tabsOf(this.script.spreadsheet);
  }

  /** Puts on the disk what has changed. */
  save(): void {
    const { personal, weather, twice } = this;
    const { state, blocks, counts } = this.script.saveChanges();
    const rows = this.files.write(blocks, counts);
    const kept: Saved = { ...this.world.save(state), rows, personal, weather, twice };
    saveState(this.options.data, kept);
    this.files.kept(rows);
  }

  /** The clock has gone on while the playground was off. */
  private resume(saved: Saved): void {
    this.begin(saved);
    this.script.clock.now = Math.max(this.script.clock.now, Date.now());
    // What has just been read lies on the disk already.
    if (saved.rows) this.script.saveChanges();
    this.openSheet();
  }

  private begin(saved: Saved | undefined): void {
    this.screen?.clear();
    this.world = new World(this.options.script, this.options.origin, saved);
    this.screen = new ScreenView(this.script);
    this.selected = new Selection();
    this.undo = new Undo();
    this.personal = saved?.personal ?? [];
    this.setWeather(saved?.weather ?? 'fine');
    this.setTwice(saved?.twice ?? false);
  }
}
