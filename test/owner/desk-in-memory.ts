/** The owner at their desk without a browser: the script's own pages in a DOM of the test's process, with the playground behind them. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FromFrame, ToFrame } from '../../local/playground/page/panels/messages';
import { Playground } from '../../local/playground/playground';
import { Refusal } from '../../local/playground/refusal';
import { routes } from '../../local/playground/routes';
import type { ErrorCode } from '../../src/owner/wire';
import { DIST } from '../support/playground';
import { DeskWork } from './desk-work';
import { OpenPage } from './dom/open-page';
import { until } from './dom/part-in-memory';
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

type Outcome = Omit<ToFrame, 'call'>;
type Call = Extract<FromFrame, { kind: 'run' }>;

/** What happens to a call on its way, instead of or before what the script answers. */
type OnTheWay = (name: unknown) => Outcome | undefined | Promise<undefined>;

/** Nothing is kept: no state lies here, and none is written. */
const NOWHERE = path.join(tmpdir(), 'no-playground-is-kept-here');

/** What the page does once it has shown something comes before what a test does then, as in a browser. */
const TWO_FRAMES = 33;

export class DeskInMemory extends DeskWork implements OwnersDesk {
  private readonly pages = new Map<number, Promise<OpenPage>>();
  private readonly closing: Promise<void>[] = [];
  private onTheWay: OnTheWay = () => undefined;
  /** What is held up goes on. */
  private letGo: () => void = () => undefined;

  private constructor(playground: Playground) {
    super(playground);
    playground.listen(() => this.showPanels());
  }

  static async sit(): Promise<DeskInMemory> {
    const origin = 'http://localhost';
    return new DeskInMemory(new Playground({ script: DIST, data: NOWHERE, origin }));
  }

  readonly place = {
    ask: async (method: string, at: string, body: unknown = {}) => {
      await new Promise((resolve) => setTimeout(resolve, TWO_FRAMES));
      try {
        return { status: 200, body: await this.ask(method, at, body) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { status: error.status, body: { error: error.message } };
      }
    },
  };

  async begin(prepare: () => void = () => undefined): Promise<void> {
    await this.worksAgain();
    await this.clear();
    this.playground.reset();
    prepare();
    this.playground.openSheet();
  }

  leave(): Promise<void> {
    return this.clear();
  }

  /** Nothing is on the screen any more. */
  private async clear(): Promise<void> {
    this.playground.screen.clear();
    this.playground.changed();
    await Promise.all(this.closing.splice(0));
  }

  async choose(item: string, title: string, ready = true): Promise<PageFrame> {
    this.chooseItem(item);
    return this.frame(title, ready);
  }

  async frame(title: string, ready = true): Promise<PageFrame> {
    const shown = () => {
      const { sidebar, dialog } = this.playground.screen;
      const panel = [dialog, sidebar].find((one) => one?.title === title);
      return panel ? this.pages.get(panel.id) : undefined;
    };
    const page = await until(shown, () => `there is no page “${title}”`);
    await page.locator(ready ? 'main:not([aria-busy])' : 'main').waitFor({ state: 'attached' });
    return page;
  }

  async failWith(message: string, name?: string, code?: ErrorCode): Promise<void> {
    const failure: Outcome = code
      ? { result: { error: { code, text: message } } }
      : { error: message };
    this.onTheWay = (asked) => (name === undefined || asked === name ? failure : undefined);
  }

  async holdUp(name: string): Promise<void> {
    const held = new Promise<undefined>((resolve) => {
      this.letGo = () => resolve(undefined);
    });
    this.onTheWay = (asked) => (asked === name ? held : undefined);
  }

  async worksAgain(): Promise<void> {
    this.onTheWay = () => undefined;
    this.letGo();
  }

  /** What the script has opened and closed comes on the screen. */
  private showPanels(): void {
    const { sidebar, dialog } = this.playground.screen;
    const open = [sidebar, dialog].flatMap((panel) => panel ?? []);
    for (const [id, page] of this.pages) {
      if (open.some((panel) => panel.id === id)) continue;
      this.pages.delete(id);
      this.closing.push(page.then((shown) => shown.close()));
    }
    for (const { id } of open) {
      if (!this.pages.has(id)) this.pages.set(id, this.show(id));
    }
  }

  private show(id: number): Promise<OpenPage> {
    const { html } = this.playground.screen.panel(id) as { html: string };
    return OpenPage.open(html, (said, answer) => {
      if (said.kind === 'run') void this.run(id, said).then(answer);
      if (said.kind === 'close') void this.ask('POST', '/local/panel-close', { id });
    });
  }

  /** @param id the page that calls: what was held up until it was closed reaches nobody */
  private async run(id: number, { name, args }: Call): Promise<Outcome> {
    const instead = await this.onTheWay(args[0]);
    if (instead) return instead;
    if (!this.pages.has(id)) return { error: 'The page is closed.' };
    try {
      return (await this.ask('POST', '/local/page', { name, args })) as Outcome;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { error: error.message };
    }
  }

  /** Asks at the playground's door, as over its wire. */
  private async ask(method: string, at: string, body: unknown): Promise<unknown> {
    const [wanted, act] = routes[at] ?? [];
    if (!act || wanted !== method) throw new Error(`The playground has no door ${method} ${at}.`);
    const answer = await act(this.playground, {
      ...{ method, path: at, query: new URLSearchParams(), queryString: '', host: 'localhost' },
      ...{ contentType: 'application/json', body: JSON.stringify(body) },
    });
    return JSON.parse(JSON.stringify(answer));
  }
}
