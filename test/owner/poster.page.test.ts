/** *Print a poster…* in Chromium: the code on paper leads to the source, on one page of A4 or A6. */
import type { Frame, Page } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk, scanned } from './desk';
import { obstacles } from './obstacles';

jest.setTimeout(90_000);

/** Sizes in points, as a PDF has them, and in pixels of the screen. */
const A4 = { points: [595, 842], pixels: { width: 794, height: 1123 } };
const A6 = { points: [298, 420], pixels: { width: 397, height: 559 } };

describeInChromium('a poster', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  /** The dialog takes the place of the playground, as a browser prints a frame: by itself. */
  async function printed(frame: Frame): Promise<Page> {
    const html = (await frame.content()).replace(/<script[\s\S]*?<\/script>/g, '');
    await desk.page.setContent(html);
    return desk.page;
  }

  test.each([
    ['Print on A4', A4],
    ['Print on A6', A6],
  ])('%s', async (button, { points, pixels }) => {
    await desk.begin();
    const frame = await desk.choose('Print a poster…', 'Print a poster');
    await frame.getByLabel('Name, for you alone').fill('Poster at the door');
    await frame
      .getByLabel('Headline')
      .fill('Ein Hallo aus der Bäckerei, das über zwei Zeilen geht');
    await frame.getByRole('button', { name: 'Make the poster' }).click();
    await frame.getByRole('region', { name: 'The poster' }).waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.evaluate('window.print = () => undefined');
    await frame.getByRole('button', { name: button }).click();

    const page = await printed(frame);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(
      boxes.map(([, width, height]) => [width, height].map((n) => Math.round(Number(n)))),
    ).toEqual([points]);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(pixels);
    const [, [, sourceCode = '', link = ''] = []] = desk.script.spreadsheet.rows('Sources');
    expect(await scanned(page.locator('.sheet'))).toBe(link);
    expect(link).toContain(sourceCode);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1400, height: 950 });
  });
});
