/** The sidebar in Chromium: numbers, lists, files, the selected client, failures, keyboard. */
import { readFileSync } from 'node:fs';

import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { focused, obstacles } from './obstacles';
import { fillClients } from './owner';

jest.setTimeout(90_000);

describeInChromium('the sidebar', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('List referrals', 'Referrals');

  test('a period, from a day to a day, and what is shown as a file', async () => {
    const day = (ago: number) => new Date(desk.script.clock.now - ago * 86_400_000);
    await desk.begin(() => {
      const brought = (n: number, ago: number, by = '447300000001') => ({
        ...{ Phone: `44730000001${n}`, Name: `Friend ${n}`, Joined: day(ago) },
        ...{ 'Invited by': by, "Inviter's name": 'Anna' },
      });
      const rows = [brought(1, 0), brought(2, 20), brought(3, 45), brought(4, 400)];
      desk.script.spreadsheet.fill('Clients', rows, 2);
    });
    const frame = await open();
    const count = frame.locator('.found [role=status]');
    await count.getByText('4 referrals').waitFor();
    const period = frame.getByLabel('Period');
    await period.selectOption('The last 30 days');
    await count.getByText('2 referrals').waitFor();
    await period.selectOption('From … to …');
    const iso = (ago: number) => day(ago).toISOString().slice(0, 10);
    await frame.getByLabel('From').fill(iso(45));
    await frame.getByLabel('To').fill(iso(20));
    await count.getByText('2 referrals').waitFor();
    await frame.getByRole('button', { name: /Anna.*2 referrals/ }).waitFor();
    expect(await obstacles(frame)).toEqual([]);
    const file = desk.page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Download CSV' }).click();
    expect(readFileSync(await (await file).path(), 'utf8').split('\r\n')).toEqual([
      "\uFEFFName,Number,Joined,Invited by,Inviter's name,Notice",
      `Friend 2,447300000012,${iso(20)},447300000001,Anna,`,
      `Friend 3,447300000013,${iso(45)},447300000001,Anna,`,
      '',
    ]);
  });

  test('a row selected in the sheet is shown with inviter and invitees', async () => {
    await desk.beginAtTheSheet(() => fillClients(desk, 30));
    const frame = await open();
    await desk.page.getByRole('gridcell', { name: 'Client 3', exact: true }).first().click();
    const card = frame.getByRole('region', { name: 'The selected client' });
    await card.getByRole('heading', { name: 'Client 3' }).waitFor();
    await card.getByRole('button', { name: /Client 0/ }).click();
    await card.getByRole('heading', { name: 'Client 0' }).waitFor();
    await card.getByText('Invited 9').waitFor();
    await card.getByRole('button', { name: 'Close this client' }).click();
    expect(await card.count()).toBe(0);
  });

  test('problems are shown, and lead to their tab', async () => {
    await desk.beginAtTheSheet();
    desk.playground.setWeather('tokenRejected');
    await desk.place.ask('POST', '/local/messages', { from: '447700900142', text: 'Link' });
    await desk.page.getByRole('gridcell', { name: 'Phone' }).first().click();
    const frame = await open();
    await frame.getByRole('button', { name: /There is a problem/ }).click();
    await desk.page.locator('[aria-selected="true"]').getByText('Problems').waitFor();
    desk.playground.setWeather('fine');
  });

  test('everything with the keyboard', async () => {
    await desk.begin(() => fillClients(desk, 20));
    const frame = await open();
    await frame.getByLabel('Search').focus();
    // Over the period and the file.
    for (let tab = 0; tab < 3; tab++) await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toContain('Client 0');
    await desk.page.keyboard.press('Enter');
    expect(await focused(frame)).toContain('Client 0');
    await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toBe('Show this inviter in the sheet');
    await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toMatch(/^Client \d/);
    await desk.page.keyboard.press('Enter');
    await frame.getByRole('region', { name: 'The selected client' }).waitFor();
  });
});
