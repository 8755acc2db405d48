/** The sidebar's view *Rewards* in Chromium: give, refuse, clear, several at once, search, periods, totals, files, 100,000 rows. */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk, focused, obstacles } from './desk';
import { fillClients, fillRewards } from './owner';
import { promise } from './promise';

jest.setTimeout(90_000);

/** Of nine rewards the first five are to give, the sixth is flagged, the seventh refused, the others given. */
const STATES = [
  'ready',
  'ready',
  'ready',
  'ready',
  'ready',
  'flagged',
  'refused',
  'given',
  'given',
];

describeInChromium('the rewards in the sidebar', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('List rewards', 'Referrals');

  /** A shop with nine rewards. */
  async function shopWithRewards(): Promise<Frame> {
    await desk.begin(() => {
      promise(desk);
      fillClients(desk, 20);
      fillRewards(desk, STATES.length, (n) => STATES[n] ?? '');
    });
    const frame = await open();
    await frame.getByRole('heading', { name: '5 to give' }).waitFor();
    return frame;
  }

  const states = () => desk.rows('Rewards').map(({ State }) => State);

  test('there is no such view where no reward is set', async () => {
    await desk.beginAtTheSheet(() => fillClients(desk, 20));
    const frame = await desk.choose('List referrals', 'Referrals');
    await frame.getByRole('heading', { name: 'Inviters' }).waitFor();
    expect(await frame.getByRole('tab').count()).toBe(0);
    await desk.page.getByRole('menuitem', { name: 'Referrals' }).click();
    expect(await desk.page.getByRole('menuitem', { name: 'List rewards' }).count()).toBe(0);
  });

  test('where one is set and nothing has counted yet it says so', async () => {
    await desk.begin(() => promise(desk));
    const frame = await desk.choose('List referrals', 'Referrals');
    await frame.getByRole('tab', { name: 'Rewards' }).click();
    await frame.getByRole('heading', { name: 'No rewards yet' }).waitFor();
    expect(await obstacles(frame)).toEqual([]);
  });

  test('one is given by a click, and is said', async () => {
    const frame = await shopWithRewards();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Give: Free coffee for Inviter 1' }).click();
    await frame.getByRole('heading', { name: '4 to give' }).waitFor();
    await frame.getByRole('status').getByText('Given: Free coffee for Inviter 1.').waitFor();
    expect(states()[1]).toBe('given');
    expect(states().filter((state) => state === 'ready')).toHaveLength(4);
  });

  test('several are given at once', async () => {
    const frame = await shopWithRewards();
    await frame.getByLabel('Tick Free coffee for Inviter 0').check();
    await frame.getByLabel('Tick Free coffee for Inviter 3').check();
    await frame.getByRole('button', { name: 'Give all ticked (2)' }).click();
    await frame.getByRole('heading', { name: '3 to give' }).waitFor();
    expect(states().slice(0, 5)).toEqual(['given', 'ready', 'ready', 'given', 'ready']);
    await frame.getByRole('button', { name: 'Tick all' }).click();
    await frame.getByRole('button', { name: 'Give all ticked (3)' }).click();
    await frame.getByRole('heading', { name: 'Nothing to give' }).waitFor();
    await frame.getByRole('status').getByText('Given: 3 rewards.').waitFor();
  });

  test('refusing asks for the reason first, and says what the client is told', async () => {
    const frame = await shopWithRewards();
    await frame.getByRole('button', { name: 'Refuse: Free coffee for Inviter 2…' }).click();
    expect(await focused(frame)).toBe('Why');
    await frame.getByText('Between “quotation marks” stands what the client is told.').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Refuse', exact: true }).click();
    await frame.getByText('Write the reason first.').waitFor();
    await desk.page.keyboard.type('his own number');
    await desk.page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: '4 to give' }).waitFor();
    expect(desk.rows('Rewards')[2]).toMatchObject({
      State: 'refused',
      Why: 'his own number; bought on 2026-05-31',
    });
  });

  test('one can go back from refusing', async () => {
    const frame = await shopWithRewards();
    await frame.getByRole('button', { name: 'Refuse: Free coffee for Inviter 2…' }).click();
    await frame.getByRole('button', { name: 'Back' }).click();
    expect(await frame.getByLabel('Why', { exact: true }).count()).toBe(0);
    expect(states()[2]).toBe('ready');
  });

  test('a flagged one is cleared, and is to be given then', async () => {
    const frame = await shopWithRewards();
    await frame.getByRole('heading', { name: '1 to look at' }).waitFor();
    await frame.getByRole('button', { name: 'Clear: Free coffee for Inviter 5' }).click();
    await frame.getByRole('heading', { name: '6 to give' }).waitFor();
    expect(await frame.getByRole('heading', { name: /to look at/ }).count()).toBe(0);
    expect(states()[5]).toBe('ready');
  });

  test('what somebody else has changed meanwhile is said, and shown as it is', async () => {
    const frame = await shopWithRewards();
    const { spreadsheet } = desk.script;
    for (const heading of ['State', 'Known']) {
      const column = (spreadsheet.rows('Rewards')[0] ?? []).indexOf(heading) + 1;
      spreadsheet.type('Rewards', 3, column, 'refused');
    }
    await frame.getByRole('button', { name: 'Give: Free coffee for Inviter 1' }).click();
    await frame.getByRole('status').getByText('It is refused by now.').waitFor();
    await frame.getByRole('heading', { name: '4 to give' }).waitFor();
    expect(states()[1]).toBe('refused');
  });

  test('search, state and period', async () => {
    const frame = await shopWithRewards();
    const count = frame.locator('.found [role=status]');
    await count.getByText('9 rewards').waitFor();
    await frame.getByLabel('Search').fill('friend 6');
    await count.getByText('1 reward', { exact: true }).waitFor();
    await frame.getByLabel('Search').fill('447300000003');
    await count.getByText('1 reward', { exact: true }).waitFor();
    await frame.getByLabel('Search').fill('');
    await frame.getByLabel('State').selectOption('given');
    await count.getByText('2 rewards').waitFor();
    await frame.getByLabel('Period').selectOption('This year');
    await count.getByText('2 rewards').waitFor();
  });

  test('totals by person and year, and both files', async () => {
    const frame = await shopWithRewards();
    await frame.getByText('Given, by person and year').click();
    const totals = frame.locator('details');
    expect(await totals.locator('li').first().textContent()).toMatch(
      /^Inviter \d20\d\d11 × Free coffee$/,
    );
    const saved = async (button: string) => {
      const file = desk.page.waitForEvent('download');
      await frame.getByRole('button', { name: button }).click();
      return readFileSync(await (await file).path(), 'utf8');
    };
    const all = await saved('Download CSV');
    expect(all.split('\r\n')[0]).toBe(
      '\uFEFFName,Number,Reward,For,State,Why,Since,Given on,Coupon',
    );
    expect(all.split('\r\n')).toHaveLength(STATES.length + 2);
    const sums = await saved('Download the totals');
    expect(sums).toMatch(/Inviter 8,447300000008,Free coffee,1\r\n/);
  });

  test('a name that would be a formula is none in the file', async () => {
    await desk.begin(() => {
      promise(desk);
      fillRewards(desk, 1, () => 'given');
      desk.script.spreadsheet.fill('Rewards', [{ Key: 'a', Who: '1', Name: '\'=1+1,"x"' }], 3);
    });
    const frame = await open();
    const file = desk.page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Download CSV' }).click();
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('"\'=1+1,""x""",1,');
  });

  test('the person leads to their card, which shows their rewards', async () => {
    await desk.begin(() => {
      promise(desk);
      fillClients(desk, 20);
      fillRewards(desk, 3, () => 'ready');
      const who = (desk.script.spreadsheet.rows('Rewards')[0] ?? []).indexOf('Who') + 1;
      for (const row of [2, 3]) desk.script.spreadsheet.type('Rewards', row, who, '491510000000');
    });
    const frame = await open();
    await frame.getByRole('button', { name: 'Inviter 0' }).first().click();
    const card = frame.getByRole('region', { name: 'The selected client' });
    await card.getByRole('heading', { name: 'Client 0' }).waitFor();
    await card.getByRole('heading', { name: 'Rewards: 2' }).waitFor();
    expect(await card.locator('.reward').first().textContent()).toMatch(
      /^Free coffeereadyfor Friend \d$/,
    );
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Give: Free coffee for Inviter 0' }).first().click();
    await card.getByText('given', { exact: true }).waitFor();
    expect(await card.locator('.state').allTextContents()).toEqual(['given', 'ready']);
    await card.getByRole('button', { name: 'Close this client' }).click();
    await card.waitFor({ state: 'detached' });
  });

  test('100,000 rewards: what is to give at once, the rest in pages, with stop and go on', async () => {
    await desk.begin(() => {
      promise(desk);
      fillRewards(desk, 100_000, (n) => (n === 7 ? 'ready' : n === 9 ? 'flagged' : 'given'));
    });
    await desk.slowDown('rewardRows', 1000);
    const frame = await open();
    await frame.getByRole('heading', { name: '1 to give' }).waitFor();
    await frame.getByRole('heading', { name: '1 to look at' }).waitFor();
    await frame.getByRole('button', { name: 'Stop' }).click();
    const goOn = frame.getByRole('button', { name: 'Read the rest' });
    await goOn.waitFor();
    await frame.getByText(/ so far$/).waitFor();
    await desk.worksAgain();
    await goOn.click();
    await frame.getByText('100,000 rewards', { exact: true }).waitFor({ timeout: 60_000 });
    await frame.getByLabel('Search').fill('friend 99998');
    await frame.getByText('1 reward', { exact: true }).waitFor();
  });

  test('a ledger that cannot be read: a sentence, and a way to try again', async () => {
    await desk.begin(() => {
      promise(desk);
      fillRewards(desk, 3, () => 'ready');
    });
    await desk.failWith('Exception: Service Spreadsheets timed out', 'rewardsOverview');
    const frame = await open();
    await frame.getByRole('alert').getByText('timed out').waitFor();
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { name: '3 to give' }).waitFor();
  });

  test('tabs by the arrow keys; giving by the keyboard keeps the place', async () => {
    const frame = await shopWithRewards();
    await frame.getByRole('tab', { name: 'Rewards' }).focus();
    await desk.page.keyboard.press('ArrowLeft');
    expect(await focused(frame)).toBe('Referrals');
    await frame.getByRole('heading', { name: 'Inviters' }).waitFor();
    await desk.page.keyboard.press('ArrowRight');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toBe('Give: Free coffee for Inviter 0');
    await desk.page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: '4 to give' }).waitFor();
    await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toContain('Inviter 1');
  });
});
