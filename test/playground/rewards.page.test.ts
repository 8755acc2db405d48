/** From the link to the reward, clicked through in Chromium as `npm start` shows it. */
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import type { PlaygroundForTest } from '../support/playground';
import { Visitor } from './visitor';

jest.setTimeout(60_000);

describeInChromium('the rewards by clicking', () => {
  let visitor: Visitor;
  let playground: PlaygroundForTest;
  let page: Page;
  beforeAll(async () => {
    visitor = await Visitor.come({ rewards: true });
    ({ playground, page } = visitor);
  });
  afterAll(() => visitor?.leave());
  beforeEach(async () => {
    await visitor.begin(() => playground.becomesNoon());
    await tab('Clients').waitFor();
  });
  afterEach(() => expect(visitor.takeFaults()).toEqual([]));

  const tab = (name: string) =>
    page.locator('.sheet-tabs').getByRole('tab', { name: new RegExp(`^${name}`) });
  const phoneOf = (name: string) => page.locator('.people').getByRole('tab', { name }).click();
  const bubble = (text: string | RegExp) =>
    page.locator('.bubble').filter({ hasText: text }).last();
  const step = (text: string) => page.locator('.hint').filter({ hasText: text }).waitFor();
  const hand = () => playground.playground.script.spreadsheet;
  const cell = (sheet: string, row: number, heading: string) =>
    page.locator(`#cell-${row}-${hand().columnOf(sheet, heading)}`);
  const say = async (text: string) => {
    await page.locator('.composer textarea').fill(text);
    await page.keyboard.press('Enter');
  };
  /** The rewards' states by their sides. */
  const states = () => {
    const [headings = [], ...rows] = hand().rows('Rewards');
    const at = (row: string[], heading: string) => row[headings.indexOf(heading)];
    return Object.fromEntries(rows.map((row) => [at(row, 'Side'), at(row, 'State')]));
  };

  async function benJoins(): Promise<void> {
    await say('Link');
    await page.getByRole('button', { name: 'Open my link' }).click();
    await page.getByRole('button', { name: /^Ben Martel/ }).click();
    await page.getByRole('textbox', { name: /Message from Ben/ }).waitFor();
    await page.getByText('Two minutes later: Ben').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await bubble('With your first purchase you get 10 % off').waitFor();
  }

  async function benBuys(amount: string): Promise<void> {
    await phoneOf('Ben');
    await page.getByRole('button', { name: 'Ben buys something…' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill(amount);
    await page.getByRole('button', { name: 'Buy', exact: true }).click();
    await page.getByText('the purchase has its Result').last().waitFor();
  }

  test('the friend joins, buys, waits a day; the coupon arrives and the owner gives the rest', async () => {
    await step('1 of 7');
    await benJoins();
    await step('3 of 7');
    await benBuys('12.50');
    await step('5 of 7');
    for (const name of ['Purchases', 'Rewards']) {
      await tab(name).getByRole('img', { name: 'changed' }).waitFor();
    }
    await tab('Purchases').click();
    await cell('Purchases', 2, 'Result').filter({ hasText: 'counts for Amina Yusuf' }).waitFor();
    expect(await tab('Purchases').getByRole('img').count()).toBe(0);
    await bubble('You get 10 % off for your first purchase').waitFor();
    await phoneOf('Amina');
    await bubble('You get a coupon for Ben Martel').waitFor();

    await page.getByRole('button', { name: '+25 h' }).click();
    await step('6 of 7');
    await bubble(/Here is your coupon for Ben Martel: CAKE-/).waitFor();
    expect(states()).toEqual({ friend: 'ready', inviter: 'given' });

    await tab('Rewards').click();
    await cell('Rewards', 2, 'State').click();
    await page.getByRole('menuitem', { name: 'given' }).click();
    await step('7 of 7');
    expect(states()).toEqual({ friend: 'given', inviter: 'given' });
    await phoneOf('Ben');
    await say('My rewards');
    await bubble(/10 % off .* given on/).waitFor();
  });

  const next = (name: RegExp) => page.locator('.hint').getByRole('button', { name }).click();

  test('the whole story by the buttons of its sentences', async () => {
    await next(/^Link$/);
    await next(/^Tap it as Ben$/);
    await next(/^send it$/);
    await next(/^look at Amina’s phone$/);
    await bubble(/^Good news: Ben Martel/).waitFor();
    await next(/^Ben buys a birthday cake$/);
    await next(/^Let 25 hours pass$/);
    await next(/^mark it as given$/);
    await step('7 of 7');
    expect(states()).toEqual({ friend: 'given', inviter: 'given' });
    await next(/^My rewards$/);
    await bubble(/CAKE-.* given on/).waitFor();
  });

  test('the whole story with the keyboard alone: written, chosen from lists and menus, never clicked', async () => {
    const named = `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()`;
    /** Tab is pressed until something has the focus. */
    const to = async (name: RegExp) => {
      for (const _ of Array(60)) {
        if (name.test(String(await page.evaluate(named)))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await to(/^Message from Amina/);
    await page.keyboard.type('Link');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open my link' }).waitFor();
    await to(/^Open my link$/);
    await page.keyboard.press('Enter');
    await to(/^BM?\s*Ben Martel/);
    await page.keyboard.press('Enter');
    await page.getByText('Two minutes later: Ben').waitFor();
    await to(/^Message from Ben/);
    await page.keyboard.press('Enter');
    await bubble('With your first purchase you get 10 % off').waitFor();
    await to(/^Ben buys something…$/);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Amount' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('the purchase has its Result').last().waitFor();
    await to(/^\+25 h$/);
    await page.keyboard.press('Enter');
    await step('6 of 7');
    await to(/^Rewards/);
    await page.keyboard.press('Enter');
    await cell('Rewards', 2, 'State').waitFor();
    await to(/^The sheet$/);
    for (let n = 1; n < hand().columnOf('Rewards', 'State'); n++) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'given' }).waitFor();
    await page.keyboard.press('ArrowUp');
    for (const _ of Array(8)) {
      if ((await page.evaluate(named)) === 'given') break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await step('7 of 7');
    expect(states()).toEqual({ friend: 'given', inviter: 'given' });
  });

  test('it plays by itself, and stops when told', async () => {
    await page.clock.install();
    const play = page.locator('.hint').getByRole('button', { name: 'Play it for me' });
    await play.click();
    const place = page.locator('.hint .step');
    for (const _ of Array(200)) {
      if ((await place.textContent()) === '4 of 7') break;
      await page.clock.runFor(1000);
    }
    await page.locator('.hint').getByRole('button', { name: 'Stop' }).click();
    await page.clock.runFor(60_000);
    await step('4 of 7');
    await play.click();
    for (const _ of Array(200)) {
      if ((await place.textContent()) === '7 of 7') break;
      await page.clock.runFor(1000);
    }
    await step('7 of 7');
    expect(states()).toEqual({ friend: 'given', inviter: 'given' });
  });

  test('a purchase that comes back takes the rewards back', async () => {
    await benJoins();
    await benBuys('12.50');
    await benBuys('-12.50');
    await tab('Purchases').click();
    await cell('Purchases', 3, 'Result').filter({ hasText: 'taken back; no reward' }).waitFor();
    expect(states()).toEqual({ friend: 'refused', inviter: 'refused' });
  });

  test('the list of a cell opens with the keyboard too, and typing still types', async () => {
    await benJoins();
    await benBuys('12.50');
    await tab('Rewards').click();
    const state = cell('Rewards', 2, 'State');
    await state.click();
    await page.getByRole('menuitem', { name: 'waiting' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await state.filter({ hasText: 'ready' }).waitFor();
    await page.keyboard.type('given');
    await page.keyboard.press('Enter');
    await state.filter({ hasText: 'given' }).waitFor();
    await cell('Rewards', 2, 'Why').dblclick();
    await page.getByRole('textbox', { name: /^Cell / }).waitFor();
  });

  test('people who are added have numbers that nobody takes for bought together', async () => {
    for (let n = 0; n < 4; n++) {
      await page.locator('.people').getByRole('button', { name: 'Add' }).click();
      await page.locator('dialog').getByRole('button', { name: 'Add', exact: true }).click();
      await page
        .locator('.people')
        .getByRole('tab')
        .nth(n + 2)
        .waitFor();
    }
    const { body } = await playground.ask('GET', '/local/view.json');
    const starts = body.people.map(({ phone }: { phone: string }) => phone.slice(0, -2));
    expect(new Set(starts).size).toBe(6);
  });
});
