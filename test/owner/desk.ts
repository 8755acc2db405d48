/** The owner at their desk: the script's own pages in Chromium, by themselves or within the playground's sheet. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { ErrorCode } from '../../src/owner/wire';
import { launchChromium } from '../support/chromium';
import { type PlaygroundForTest, playgroundForTest } from '../support/playground';
import { DeskWork } from './desk-work';
import { IMPATIENT } from './impatient';
import type { OwnersDesk } from './owners-desk';

/** What is around the script's pages where the test needs no sheet: it saves half of the work. */
const WINDOW = readFileSync(path.join(__dirname, 'desk.html'), 'utf8');

export class Desk extends DeskWork implements OwnersDesk<Frame> {
  private constructor(
    readonly place: PlaygroundForTest,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    super(place.playground);
  }

  private atTheSheet = false;
  /** Errors in a page that nobody caught. */
  private readonly failures: Error[] = [];
  private showing = Promise.resolve();
  /** What is held up goes on. */
  private letGo: () => void = () => undefined;

  static async sit(): Promise<Desk> {
    const place = await playgroundForTest();
    const browser = await launchChromium();
    const page = await browser.newPage({
      viewport: { width: 1400, height: 950 },
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(15_000);
    await page.addInitScript({ content: IMPATIENT });
    const desk = new Desk(place, browser, page);
    page.on('pageerror', (error) => desk.failures.push(error));
    place.playground.listen(() => desk.showPanels());
    return desk;
  }

  /** Begins again, with nothing but the script's pages on the screen; `prepare` runs before the sheet is opened. */
  async begin(prepare: () => void = () => undefined): Promise<void> {
    await this.startOver(prepare);
    await this.page.goto(`${this.place.address}/add-ons1.css`);
    await this.page.setContent(WINDOW);
    this.atTheSheet = false;
  }

  /** As {@link begin}, with the sheet and its menus, as the playground shows them. */
  async beginAtTheSheet(prepare: () => void = () => undefined): Promise<void> {
    await this.startOver(prepare);
    await this.page.goto(this.place.address);
  }

  private async startOver(prepare: () => void): Promise<void> {
    this.atTheSheet = true;
    await this.showing.catch(() => undefined);
    this.expectNoFailure();
    await this.worksAgain();
    this.playground.reset();
    prepare();
    this.playground.openSheet();
  }

  /** What the script has opened and closed comes on the screen; in the sheet, the playground sees to it. */
  private showPanels(): void {
    if (this.atTheSheet) return;
    const { sidebar, dialog } = this.playground.screen;
    const panels = JSON.stringify({ sidebar, dialog });
    // A test may have put something else on the screen.
    const show = () => this.page.evaluate(`window.show?.(${panels})`);
    this.showing = this.showing.then(show, show).then(() => undefined);
  }

  async leave(): Promise<void> {
    this.atTheSheet = true;
    await this.showing.catch(() => undefined);
    await this.browser.close();
    await this.place.end();
    this.expectNoFailure();
  }

  private expectNoFailure(): void {
    const [first] = this.failures.splice(0);
    if (first) throw new Error(`In the page: ${first.stack ?? first}`);
  }

  /** Chooses an item of the menu *Referrals* and gives the page that it opens, by default once it is ready. */
  async choose(item: string, title: string, ready = true): Promise<Frame> {
    if (this.atTheSheet) {
      await this.page.getByRole('menuitem', { name: 'Referrals' }).click();
      await this.page.getByRole('menuitem', { name: item }).click();
    } else {
      this.chooseItem(item);
    }
    return this.frame(title, ready);
  }

  async frame(title: string, ready = true): Promise<Frame> {
    await this.showing;
    const element = await this.page.waitForSelector(`iframe[title="${title}"]`);
    const frame = await element.contentFrame();
    if (!frame) throw new Error(`“${title}” has no frame`);
    await frame.waitForSelector(ready ? 'main:not([aria-busy])' : 'main');
    return frame;
  }

  /** From now on the script's answers to pages are errors like this, or only those to one function: Google's, or by code its own. */
  async failWith(message: string, name?: string, code?: ErrorCode): Promise<void> {
    await this.page.route('**/local/page', async (route) => {
      const { args } = route.request().postDataJSON();
      if (name !== undefined && args[0] !== name) return route.continue();
      if (code) {
        return route.fulfill({ json: { result: { error: { code, text: message } } } });
      }
      return route.fulfill({ status: 400, json: { error: message } });
    });
  }

  async holdUp(name: string): Promise<void> {
    const held = new Promise<void>((resolve) => {
      this.letGo = resolve;
    });
    await this.page.route('**/local/page', async (route) => {
      if (route.request().postDataJSON().args[0] === name) await held;
      return route.continue();
    });
  }

  async worksAgain(): Promise<void> {
    this.letGo();
    await this.page.unrouteAll({ behavior: 'wait' });
  }
}

/** What a phone's camera reads from a picture. */
export function decoded(picture: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(picture);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** The QR code on the screen. */
export async function scanned(drawing: Locator): Promise<string | undefined> {
  await drawing.scrollIntoViewIfNeeded();
  return decoded(await drawing.screenshot({ scale: 'css' }));
}
