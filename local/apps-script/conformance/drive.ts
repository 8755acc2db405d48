/** Takes the suite through every context of one place, and brings the answers home. */
import { LOAD, LOAD_KB } from './cases/figures';
import { FROM_MENU, FROM_TRIGGER, NEVER_RAN } from './cases/hands';
import { OUTSIDE } from './cases/outside';
import type { Place } from './place';
import { ANYWHERE, casesIn, MARKS, PAGE_CLAIMS, WITH_DATABASE } from './suite';

/** What came of it. */
export interface Driven {
  /** By the names of the cases. */
  answers: Record<string, unknown>;
  /** Why a case has no answer. */
  unasked: Record<string, string>;
}

/** So many cases are asked in one request. */
const BATCH = 25;
/** Why nothing was asked of a database. */
const NO_DATABASE = 'It needs a database: give its address in CONFORMANCE_DATABASE.';
const TRIGGER_PATIENCE_MS = 360_000;
const PAGE_PATIENCE_MS = 240_000;
const LOOK_AGAIN_MS = 5_000;

/** The web app does not answer as the suite does. */
export class DoorClosed extends Error {}

export interface DriveOptions {
  say?: (text: string) => void;
  /** Only the cases of these names; all when left out. */
  only?: ReadonlySet<string>;
}

/** @throws DoorClosed when the web app does not let anybody in */
export async function drive(place: Place, options: DriveOptions = {}): Promise<Driven> {
  return new Drive(place, options).all();
}

class Drive {
  readonly #answers: Record<string, unknown> = {};
  readonly #unasked: Record<string, string> = {};
  readonly #place: Place;
  readonly #say: (text: string) => void;
  readonly #complete: boolean;
  /** What can be run anywhere is left to the trigger, because the web app does not see the spreadsheet. */
  #all = false;
  readonly #wanted: (claim: { name: string }) => boolean;

  constructor(place: Place, { say = () => undefined, only }: DriveOptions) {
    this.#place = place;
    this.#say = say;
    this.#complete = only === undefined;
    const without = place.hasDatabase ? [] : WITH_DATABASE.map(({ name }) => name);
    for (const name of without) this.#unasked[name] = NO_DATABASE;
    this.#wanted = ({ name }) => (only?.has(name) ?? true) && !without.includes(name);
  }

  async all(): Promise<Driven> {
    const hands = await this.#place.byHand();
    const { sheet } = await this.#command<{ sheet: boolean }>('sight');
    this.#all = !sheet && this.#complete;
    await this.#command('prepare', { address: this.#place.address, all: this.#all });
    this.#say(sheet ? 'In doPost …' : 'In doPost, which does not see the spreadsheet …');
    await this.#web('post', [...casesIn('post'), ...(sheet ? ANYWHERE : [])]);
    this.#say('In doGet …');
    await this.#web('get', casesIn('get'));
    this.#say('From outside …');
    await this.#outside();
    await this.#weigh();
    this.#say('From a page …');
    await this.#page();
    this.#say('In a time trigger …');
    await this.#trigger();
    Object.assign(this.#answers, await this.#command('kept'));
    this.#close(hands);
    return { answers: this.#masked(), unasked: this.#unasked };
  }

  /** The answers without the key, and without an address that is soon gone. */
  #masked(): Record<string, unknown> {
    const { key, address } = this.#place;
    const text = JSON.stringify(this.#answers).replaceAll(key, '…');
    return JSON.parse(text.replaceAll(address, 'https://the-web-app'));
  }

  async #web(method: 'get' | 'post', cases: { name: string }[]): Promise<void> {
    let names = cases.filter(this.#wanted).map(({ name }) => name);
    while (names.length > 0) {
      const asked = names.slice(0, BATCH);
      const body = { names: asked, address: this.#place.address };
      const answers = await this.#command<Record<string, unknown>>('run', body, method);
      Object.assign(this.#answers, answers);
      const open = names.filter((name) => !(name in answers));
      if (open.length === names.length) {
        this.#unasked[open.shift() as string] = 'The execution ended without an answer.';
      }
      names = open;
    }
  }

  async #outside(): Promise<void> {
    for (const { name, look } of OUTSIDE.filter(this.#wanted)) {
      this.#answers[name] = await look(this.#place).catch((error: Error) => ({
        failed: error.message,
      }));
    }
  }

  async #weigh(): Promise<void> {
    if (!this.#wanted(LOAD)) return;
    const { weigh } = this.#place;
    if (!weigh) {
      this.#unasked[LOAD.name] = 'Only at Google does loading take Google’s time.';
      return;
    }
    this.#say('With more code …');
    const took: Record<string, number> = {};
    for (const kilobytes of LOAD_KB) {
      took[`${kilobytes} KB`] = await weigh.call(this.#place, kilobytes);
    }
    this.#answers[LOAD.name] = took;
  }

  async #page(): Promise<void> {
    if (!(await this.#place.browse('do=page'))) {
      this.#missing('visitor', 'There is no browser here that could open the page.');
      return;
    }
    const came = await this.#wait('done:visitor', PAGE_PATIENCE_MS);
    if (!came) this.#missing('visitor', 'The page did not come to its end.');
  }

  async #trigger(): Promise<void> {
    let open = Infinity;
    // What the web app could not run is left to triggers: each has as long as an execution may last.
    while (this.#left < open) {
      open = this.#left;
      await this.#command('trigger');
      if (!(await this.#wait('done:trigger', TRIGGER_PATIENCE_MS)) || !this.#all) return;
    }
  }

  /** How many cases, of those that can be run anywhere, have no answer. */
  get #left(): number {
    return ANYWHERE.filter((one) => this.#wanted(one) && !(one.name in this.#answers)).length;
  }

  /** Says of each case without an answer why there is none. */
  #close(hands: boolean): void {
    const byHand = 'Only a hand can do it, and nobody did.';
    for (const context of ['open', 'edit', 'menu', 'dialog'] as const) {
      this.#missing(context, hands ? 'It was set off, and no answer came.' : byHand);
    }
    this.#missing('trigger', 'The trigger did not come to its end.');
    this.#answers[FROM_TRIGGER.name] ??= NEVER_RAN;
    if (hands) this.#answers[FROM_MENU.name] ??= NEVER_RAN;
    for (const { name } of [...ANYWHERE, ...MARKS]) this.#note(name, byHand);
  }

  #missing(context: string, why: string): void {
    const pages = PAGE_CLAIMS.filter((claim) => 'in' in claim && claim.in === context);
    for (const { name } of [...casesIn(context as never), ...pages]) this.#note(name, why);
  }

  #note(name: string, why: string): void {
    if (!(name in this.#answers)) this.#unasked[name] ??= why;
  }

  /** Waits until something was kept under this name. */
  async #wait(name: string, patienceMs: number): Promise<boolean> {
    for (let waited = 0; waited <= patienceMs; waited += LOOK_AGAIN_MS) {
      const kept = await this.#command<Record<string, unknown>>('kept');
      Object.assign(this.#answers, kept);
      if (name in kept) return true;
      await this.#place.wait(LOOK_AGAIN_MS);
    }
    return false;
  }

  async #command<T>(does: string, body: unknown = {}, method: 'get' | 'post' = 'post'): Promise<T> {
    const place = this.#place;
    const text = JSON.stringify(body);
    const answer = await (method === 'post'
      ? place.ask({ ...POST, query: `do=${does}`, body: text })
      : place.ask({ method: 'GET', query: `do=${does}&body=${encodeURIComponent(text)}` }));
    if (!answer.location) {
      if (does !== 'run') throw new DoorClosed(textOf(answer.body));
      return {} as T;
    }
    const echo = await place.follow(answer.location, 'GET');
    return JSON.parse(echo.body) as T;
  }
}

const POST = { method: 'POST', contentType: 'application/json' } as const;

/** The words of a page of Google's. */
function textOf(page: string): string {
  const words = page.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, 300);
}
