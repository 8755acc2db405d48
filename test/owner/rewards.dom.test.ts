/** The sidebar’s view *Rewards*: several at once, going back, clearing, search, very many rows, what cannot be read. */
import { describePage, sitDown } from './at-a-desk';
import { obstacles } from './obstacles';
import { fillClients, fillRewards } from './owner';
import type { OwnersDesk } from './owners-desk';
import { promise } from './promise';
import { openRewards, shopWithRewards, statesOf } from './rewarding';

jest.setTimeout(90_000);

const MANY = process.env.ALL_CASES ? 100_000 : 20_000;
const shown = (count: number) => count.toLocaleString('en');

describePage('the rewards in the sidebar', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  test('several are given at once', async () => {
    const frame = await shopWithRewards(desk);
    await frame.getByLabel('Tick Free coffee for Inviter 0').check();
    await frame.getByLabel('Tick Free coffee for Inviter 3').check();
    await frame.getByRole('button', { name: 'Give all ticked (2)' }).click();
    await frame.getByRole('heading', { name: '3 to give' }).waitFor();
    expect(statesOf(desk).slice(0, 5)).toEqual(['given', 'ready', 'ready', 'given', 'ready']);
    await frame.getByRole('button', { name: 'Tick all' }).click();
    await frame.getByRole('button', { name: 'Give all ticked (3)' }).click();
    await frame.getByRole('heading', { name: 'Nothing to give' }).waitFor();
    await frame.getByRole('status').getByText('Given: 3 rewards.').waitFor();
  });

  test('one can go back from refusing', async () => {
    const frame = await shopWithRewards(desk);
    await frame.getByRole('button', { name: 'Refuse: Free coffee for Inviter 2…' }).click();
    await frame.getByRole('button', { name: 'Back' }).click();
    expect(await frame.getByLabel('Why', { exact: true }).count()).toBe(0);
    expect(statesOf(desk)[2]).toBe('ready');
  });

  test('a flagged one is cleared, and is to be given then', async () => {
    const frame = await shopWithRewards(desk);
    await frame.getByRole('heading', { name: '1 to look at' }).waitFor();
    await frame.getByRole('button', { name: 'Clear: Free coffee for Inviter 5' }).click();
    await frame.getByRole('heading', { name: '6 to give' }).waitFor();
    expect(await frame.getByRole('heading', { name: /to look at/ }).count()).toBe(0);
    expect(statesOf(desk)[5]).toBe('ready');
  });

  test('what somebody else has changed meanwhile is said, and shown as it is', async () => {
    const frame = await shopWithRewards(desk);
    const { spreadsheet } = desk.script;
    for (const heading of ['State', 'Known']) {
      const column = (spreadsheet.rows('Rewards')[0] ?? []).indexOf(heading) + 1;
      spreadsheet.type('Rewards', 3, column, 'refused');
    }
    await frame.getByRole('button', { name: 'Give: Free coffee for Inviter 1' }).click();
    await frame.getByRole('status').getByText('It is refused by now.').waitFor();
    await frame.getByRole('heading', { name: '4 to give' }).waitFor();
    expect(statesOf(desk)[1]).toBe('refused');
  });

  test('search, state and period', async () => {
    const frame = await shopWithRewards(desk);
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

  test(`${shown(MANY)} rewards: what is to give at once, the rest in pages, with stop and go on`, async () => {
    await desk.begin(() => {
      promise(desk);
      fillRewards(desk, MANY, (n) => (n === 7 ? 'ready' : n === 9 ? 'flagged' : 'given'));
    });
    await desk.holdUp('rewardRows');
    const frame = await openRewards(desk);
    await frame.getByRole('heading', { name: '1 to give' }).waitFor();
    await frame.getByRole('heading', { name: '1 to look at' }).waitFor();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    const goOn = frame.getByRole('button', { name: 'Read the rest' });
    await goOn.waitFor();
    await frame.getByText(/ so far$/).waitFor();
    await goOn.click();
    await frame.getByText(`${shown(MANY)} rewards`, { exact: true }).waitFor({ timeout: 60_000 });
    await frame.getByLabel('Search').fill(`friend ${MANY - 2}`);
    await frame.getByText('1 reward', { exact: true }).waitFor();
  });

  test('a ledger that cannot be read: a sentence, and a way to try again', async () => {
    await desk.begin(() => {
      promise(desk);
      fillRewards(desk, 3, () => 'ready');
    });
    await desk.failWith('Exception: Service Spreadsheets timed out', 'rewardsOverview');
    const frame = await openRewards(desk);
    await frame.getByRole('alert').getByText('timed out').waitFor();
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { name: '3 to give' }).waitFor();
  });

  test('where one is set and nothing has counted yet it says so', async () => {
    await desk.begin(() => promise(desk));
    const frame = await desk.choose('List referrals', 'Referrals');
    await frame.getByRole('tab', { name: 'Rewards' }).click();
    await frame.getByRole('heading', { name: 'No rewards yet' }).waitFor();
    expect(await obstacles(frame)).toEqual([]);
  });

  test('one is given by a click, and is said', async () => {
    const frame = await shopWithRewards(desk);
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Give: Free coffee for Inviter 1' }).click();
    await frame.getByRole('heading', { name: '4 to give' }).waitFor();
    await frame.getByRole('status').getByText('Given: Free coffee for Inviter 1.').waitFor();
    expect(statesOf(desk)[1]).toBe('given');
    expect(statesOf(desk).filter((state) => state === 'ready')).toHaveLength(4);
  });

  test('the person leads to their card, which shows their rewards', async () => {
    await desk.begin(() => {
      promise(desk);
      fillClients(desk, 20);
      fillRewards(desk, 3, () => 'ready');
      const who = (desk.script.spreadsheet.rows('Rewards')[0] ?? []).indexOf('Who') + 1;
      for (const row of [2, 3]) desk.script.spreadsheet.type('Rewards', row, who, '491510000000');
    });
    const frame = await openRewards(desk);
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
});
