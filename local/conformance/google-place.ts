/** Google as the suite sees it: the scratch sheet's web app over HTTP, a browser, and the person at the keyboard. */
import type { HttpAnswer, HttpRequest, Place } from '../apps-script/conformance/place';
import type { Sent, Surroundings } from './surroundings';

export class GooglePlace implements Place {
  readonly address: string;
  readonly key: string;
  readonly hasDatabase: boolean;
  /** Deploys the suite with so much more code, and gives that web app's address. */
  readonly #heavier: (kilobytes: number) => Promise<string>;
  readonly #sheet: string;
  readonly #surroundings: Surroundings;
  readonly #stopped: Promise<never>;
  /** Ends when the run does: so long pages stay open. */
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(
    surroundings: Surroundings,
    scratch: {
      address: string;
      key: string;
      sheet: string;
      hasDatabase: boolean;
      heavier: (kilobytes: number) => Promise<string>;
    },
  ) {
    const { address, key, sheet, hasDatabase, heavier } = scratch;
    this.hasDatabase = hasDatabase;
    this.#heavier = heavier;
    this.#surroundings = surroundings;
    this.address = address;
    this.key = key;
    this.#sheet = sheet;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const { stopped } = surroundings;
    this.#stopped = new Promise((_, reject) => {
      stopped.addEventListener('abort', () => reject(stopped.reason));
    });
    this.#stopped.catch(() => undefined);
  }

  ask(request: HttpRequest): Promise<HttpAnswer> {
    return this.#step(() => this.#surroundings.send(this.#toSend(request)));
  }
  follow(location: string, method: 'GET' | 'POST'): Promise<HttpAnswer> {
    return this.#step(() => this.#surroundings.send({ method, url: location }));
  }
  together(requests: HttpRequest[]): Promise<HttpAnswer[]> {
    const sent = requests.map((request) => this.#toSend(request));
    return this.#step(() => this.#surroundings.sendTogether(sent));
  }
  wait(ms: number): Promise<void> {
    return this.#step(() => this.#surroundings.pause(ms));
  }
  browse(query: string): Promise<boolean> {
    const { url } = this.#toSend({ method: 'GET', query });
    return this.#step(() => this.#surroundings.browse(url, this.#ended));
  }

  async weigh(kilobytes: number): Promise<number> {
    const address = await this.#step(() => this.#heavier(kilobytes));
    const took: number[] = [];
    for (let i = 0; i < WEIGHINGS; i++) {
      const from = Date.now();
      const url = `${address}?key=${this.key}&do=text`;
      await this.#step(() => this.#surroundings.send({ method: 'GET', url }));
      took.push(Date.now() - from);
    }
    return took.sort((a, b) => a - b)[(WEIGHINGS - 1) / 2] ?? 0;
  }

  async byHand(): Promise<boolean> {
    const { say, ask } = this.#surroundings;
    say(HANDS(this.#sheet));
    for (;;) {
      const typed = await this.#step(() => ask('Press Enter when all of it is done: '));
      if (/^s/i.test(typed.trim())) return false;
      const { location, body } = await this.ask({ method: 'GET', query: 'do=sight' });
      if (location?.includes('/macros/echo')) return true;
      say(
        `The web app does not answer yet, so Google has not been given the permissions:\n${wordsOf(body)}\nClick *Conformance → 1. Run* in the sheet once more. To stop, press Ctrl+C.`,
      );
    }
  }

  /** Lets the pages go that are still open. */
  close(): void {
    this.#end();
  }

  #toSend({ method, query, path = '', body, contentType }: HttpRequest): Sent {
    return {
      method,
      url: `${this.address}${path}?key=${this.key}&${query}`,
      ...(body === undefined ? {} : { body }),
      ...(contentType ? { contentType } : {}),
    };
  }
  /** One step, which ends at once when the person wants to stop. */
  #step<T>(step: () => Promise<T>): Promise<T> {
    this.#surroundings.stopped.throwIfAborted();
    return Promise.race([step(), this.#stopped]);
  }
}

/** Requests of which the middle one is told. */
const WEIGHINGS = 7;

const HANDS = (sheet: string) => `
By hand, because nobody else may click there:
  1. Open the sheet: ${sheet}
  2. Type x into cell A1 of its first tab and press Enter.
  3. Click *Conformance → 1. Run* (the menu needs some seconds to appear). Google asks for permissions:
     allow them ("Google hasn’t verified this app": *Advanced → Go to …*), and click the item once more.
     Leave the window that opens until it says that it is done.
  4. Click *Conformance → 2. Run a function that ends in _*. If Google answers with an error, that is an answer, too.`;

/** The words of a page of Google's. */
function wordsOf(page: string): string {
  const words = page.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, 200) || 'an empty page';
}
