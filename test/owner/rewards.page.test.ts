/** The sidebar’s view *Rewards* in Chromium: give, refuse, totals, files, the person’s card, keyboard. */
import { readFileSync } from 'node:fs';
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { focused, obstacles } from './obstacles';
import { fillClients, fillRewards } from './owner';
import { promise } from './promise';
import { openRewards, STATES, shopWithRewards } from './rewarding';

jest.setTimeout(90_000);

describeInChromium('the rewards in the sidebar', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('there is no such view where no reward is set', async () => {
    await desk.beginAtTheSheet(() => fillClients(desk, 20));
    const frame = await desk.choose('List referrals', 'Referrals');
    await frame.getByRole('heading', { name: 'Inviters' }).waitFor();
    expect(await frame.getByRole('tab').count()).toBe(0);
    await desk.page.getByRole('menuitem', { name: 'Referrals' }).click();
    expect(await desk.page.getByRole('menuitem', { name: 'List rewards' }).count()).toBe(0);
  });

  test('refusing asks for the reason first, and says what the client is told', async () => {
    const frame = await shopWithRewards(desk);
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

  test('totals by person and year, and both files', async () => {
    const frame = await shopWithRewards(desk);
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
    const frame = await openRewards(desk);
    const file = desk.page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Download CSV' }).click();
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('"\'=1+1,""x""",1,');
  });

  test('tabs by the arrow keys; giving by the keyboard keeps the place', async () => {
    const frame = await shopWithRewards(desk);
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
