/** The sidebar over a base that no page can hold: totals, search, inviters, and a card. */

import { connectDatabase } from '../support/database';
import { describePage, sitDown } from './at-a-desk';
import { obstacles } from './obstacles';
import { fillDatabase, fillLedger } from './owner';
import type { OwnersDesk } from './owners-desk';
import { promise } from './promise';

jest.setTimeout(90_000);

describePage('the sidebar over a large database', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  test('all are counted, anybody is found, and chosen ones come into the tab', async () => {
    await desk.begin(() => {
      connectDatabase(desk.script);
      fillDatabase(desk, 20_500);
    });
    const frame = await desk.choose('List referrals', 'Referrals');
    await frame.getByText('20,490referrals').waitFor();
    expect(await frame.locator('.tile').allTextContents()).toEqual([
      '20,500clients',
      '20,490referrals',
    ]);
    await frame.getByRole('button', { name: /Client 3.*2,049 referrals/ }).click();
    await frame.getByRole('button', { name: 'Show this inviter in the sheet' }).waitFor();
    await frame.getByText('The newest 500 are shown.').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.locator('#search').fill('07700 000777');
    await frame.getByText('1 found').waitFor();
    await frame.getByRole('button', { name: /^Client 777/ }).click();
    await frame.getByText('Invited nobody yet').waitFor();
    await frame.getByText('Their row comes into the tab Clients within a minute.').waitFor();
    await frame.locator('.card').getByRole('button', { name: 'Client', exact: true }).click();
    await frame.getByText('Invited 2,049').waitFor();
    expect(await obstacles(frame)).toEqual([]);
  });

  test('every reward is found, however long ago', async () => {
    await desk.begin(() => {
      promise(desk);
      connectDatabase(desk.script);
      fillLedger(desk, 20_500);
    });
    const frame = await desk.choose('List rewards', 'Referrals');
    await frame.getByText('The newest 500 of 20,500 rewards.').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByLabel('Search').fill('zoe 20%-7');
    await frame.getByText('2 rewards', { exact: true }).waitFor();
    await frame.getByText('20%-7007').waitFor();
    await frame.getByText('Given, by person and year').click();
    expect(await obstacles(frame)).toEqual([]);
  });
});
