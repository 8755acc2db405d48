/** Somebody who looks at the playground in Chromium: in the same window for all tests of a file, for a new one takes twice as long. */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { type PlaygroundForTest, playgroundForTest } from '../support/playground';

const SIZE = { width: 1280, height: 800 };

export class Visitor {
  /** Errors in the page that nobody caught, and what it asked for elsewhere. */
  private faults: string[] = [];

  private constructor(
    readonly playground: PlaygroundForTest,
    readonly browser: Browser,
    readonly page: Page,
  ) {
    this.watch(page);
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(about|blob|data):/.test(url) && !url.startsWith(this.playground.address))
        this.faults.push(url);
    });
  }

  /** @param options as for {@link playgroundForTest} */
  static async come(options?: Parameters<typeof playgroundForTest>[0]): Promise<Visitor> {
    const playground = await playgroundForTest(options);
    const browser = await launchChromium();
    return new Visitor(playground, browser, await browser.newPage({ viewport: SIZE }));
  }

  /** The world begins anew, with nothing remembered, and its page is opened; `prepare` runs before that. */
  async begin(prepare: () => void = () => undefined): Promise<void> {
    await this.startOver();
    prepare();
    await this.page.goto(this.playground.address);
  }

  /** The world begins anew, other windows are closed, and nothing is remembered: what a page remembers is taken away once it has gone, so that it cannot write it again. */
  async startOver(): Promise<void> {
    const { browser, page, playground } = this;
    for (const other of browser.contexts()) if (other !== page.context()) await other.close();
    await page.goto(`${playground.address}/page.css`);
    await page.evaluate('{ sessionStorage.clear(); localStorage.clear() }');
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    await page.setViewportSize(SIZE);
    await playground.ask('POST', '/local/reset');
  }

  /** Another window, until the world begins anew: for what a window never loses again, as a clock that a test has set. */
  async openWindow(): Promise<Page> {
    const window = await this.browser.newPage({ viewport: SIZE });
    this.watch(window);
    return window;
  }

  /** What went wrong in the page since this was asked last. */
  takeFaults(): string[] {
    return this.faults.splice(0);
  }

  async leave(): Promise<void> {
    await this.browser.close();
    await this.playground.end();
  }
}
