/** What holds for every page: one main heading, headings in their order, nothing that axe minds, in light and dark, on small screens too; a keyboard that keeps its place, nothing that fails in silence. */
import type { Frame } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { focused, obstacles } from './obstacles';
import { fillClients, fillRewards } from './owner';
import { promise } from './promise';

jest.setTimeout(90_000);

/** Every page: its item in the menu, its title, and what is there when it has been filled. */
const PAGES = [
  ['List referrals', 'Referrals', 'Inviters'],
  ['List rewards', 'Referrals', '2 to give'],
  ['Note a purchase…', 'Note a purchase', null],
  ['Make a referral link…', 'Make a referral link', null],
  ['Print a poster…', 'Print a poster', null],
  ['Add a referral by hand…', 'Add a referral by hand', null],
  ['Import people…', 'Import people', null],
  ['Go live…', 'Go live', null],
  ['Connect…', 'Connect WhatsApp or Telegram', 'What Google allows'],
  ['Connect a database…', 'Connect a database', null],
  ['Texts…', 'Texts', 'Anna asks for her link'],
  ['Check set-up', 'Check set-up', 'Tabs and headings'],
] as const;

describeInChromium('every page', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  /** The menu has *Go live* only where no web app is known. */
  function asIfJustCopied(): void {
    const { properties, quirks } = desk.script;
    properties.script.clear();
    Object.assign(quirks, { webAppUrlTold: () => null });
  }

  /** The headings in their order, as the level and the words of each. */
  async function headings(frame: Frame): Promise<[level: number, words: string][]> {
    return frame.evaluate(`
      [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .map((heading) => [Number(heading.tagName[1]), heading.textContent])`);
  }

  test.each(PAGES)('%s: one main heading, and no level left out', async (item, title, filled) => {
    await desk.begin(() => {
      fillClients(desk, 20);
      promise(desk);
      fillRewards(desk, 2, () => 'ready');
      if (item === 'Go live…') asIfJustCopied();
    });
    const frame = await desk.choose(item, title, item !== 'Check set-up');
    if (filled) await frame.getByRole('heading', { name: filled }).waitFor();
    const found = await headings(frame);
    expect(found.filter(([level]) => level === 1)).toEqual([[1, title]]);
    const levels = found.map(([level]) => level);
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => {
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
    expect(await obstacles(frame)).toEqual([]);
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    expect(await obstacles(frame, { colours: true })).toEqual([]);
    await desk.page.emulateMedia({ colorScheme: 'light' });
    await desk.page.setViewportSize({ width: 390, height: 700 });
    const tooWide = 'document.documentElement.scrollWidth - innerWidth';
    if (title !== 'Referrals') expect(await frame.evaluate(tooWide)).toBeLessThanOrEqual(0);
    await desk.page.setViewportSize({ width: 1400, height: 950 });
  });

  test('what a button says when the script cannot be asked, until it is closed', async () => {
    await desk.begin();
    const frame = await desk.choose('List referrals', 'Referrals');
    await desk.failWith('Exception: Service Spreadsheets failed', 'openDialog');
    await frame.getByRole('button', { name: 'Connect WhatsApp or Telegram' }).press('Enter');
    await frame.getByRole('status').getByText('Service Spreadsheets failed').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    expect(await focused(frame)).toBe('Connect WhatsApp or Telegram');
    await frame.getByRole('button', { name: 'Close this' }).click();
    expect(await frame.getByText('Service Spreadsheets failed').count()).toBe(0);
  });

  test('a window that has been open for too long can only be closed', async () => {
    await desk.begin();
    await desk.failWith('This window has been open for long.', 'state', 'noPass');
    const frame = await desk.choose('Make a referral link…', 'Make a referral link');
    await frame.getByRole('alert').getByText('open for long').waitFor();
    expect(await frame.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await frame.getByRole('button', { name: 'Close' }).click();
    await desk.page.waitForSelector('iframe[title="Make a referral link"]', { state: 'detached' });
  });

  test('a button that an update takes away leaves the keyboard where it was', async () => {
    await desk.begin(() => desk.script.properties.script.set('connect', '{"connected":1}'));
    const frame = await desk.choose('Connect…', 'Connect WhatsApp or Telegram');
    await frame.getByRole('button', { name: 'It is published' }).press('Enter');
    await frame.getByText('You have said that it is published.').waitFor();
    const place = frame.locator('.note').filter({ hasText: 'You have said' });
    expect(await place.evaluate((note) => note.contains(note.ownerDocument.activeElement))).toBe(
      true,
    );
    await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toBe('A privacy page, ready to publish');
  });
});
