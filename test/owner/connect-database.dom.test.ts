/** *Connect a database…*: a pasted address is taken apart, what is found is told, and the tables are made. */
import { describePage, sitDown } from './at-a-desk';
import { obstacles } from './obstacles';
import { fillClients } from './owner';
import type { OwnersDesk } from './owners-desk';

jest.setTimeout(120_000);

describePage('connecting a database', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('Connect a database…', 'Connect a database');

  test('pasted, refused, corrected, checked, made, and everybody moved', async () => {
    // PostgreSQL takes a while to start.
    await desk.begin(() => {
      fillClients(desk, 3);
      desk.script.database.query('select 1');
    });
    let frame = await open();
    await frame
      .getByLabel('Address')
      .fill('postgres://shop:wr%6Fng@db.example.com:5432/shop?sslmode=require');
    const values = ['Address', 'Port', 'Name of the database', 'User', 'Password'];
    const typed = await Promise.all(values.map((label) => frame.getByLabel(label).inputValue()));
    expect(typed).toEqual(['db.example.com', '5432', 'shop', 'shop', 'wrong']);
    const connect = frame.getByRole('button', { name: 'Connect and check' });
    await connect.click();
    await frame.getByText(/^The database cannot be reached: Failed to establish/).waitFor();
    await frame.getByLabel('Password').fill('local-password');
    await connect.click();
    await frame.getByText('Nothing of this program yet.').waitFor();
    expect(await frame.getByLabel('Password').inputValue()).toBe('');
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Make the tables' }).click();
    await frame.getByText('The tables for this spreadsheet, with 0 people.').waitFor();
    expect(await frame.getByRole('button', { name: 'Make the tables' }).count()).toBe(0);
    expect(await frame.evaluate('document.documentElement.outerHTML')).not.toContain(
      'local-password',
    );

    await frame.getByText('Move everybody into the database').click();
    await desk.holdUp('moveSome');
    await frame.getByRole('button', { name: 'Move them' }).click();
    await frame.getByRole('progressbar', { name: 'Moving' }).waitFor();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    await frame.getByText(/^Stopped\. Everything goes on in the sheet/).waitFor();
    expect(desk.script.properties.script.has('database')).toBe(false);
    await frame.getByRole('button', { name: 'Move them' }).click();
    await frame
      .getByText('Done: 3 people, 2 referrals and 0 rewards are the same on both sides')
      .waitFor({ timeout: 90_000 });
    await frame.getByText('Your clients and rewards are in the database below.').waitFor();
    await frame.getByText('The tables for this spreadsheet, with 3 people.').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    const stored = desk.script.database.query('select name from sheet_referrals.clients');
    expect(stored).toHaveLength(3);

    // The trigger makes the tabs windows of the database.
    for (let minute = 0; minute < 3; minute++) desk.sleeps(61_000);
    await desk.holdUp('settleBack');
    await frame.getByText('Move back into the sheet…').click();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Move them back' }).click();
    await frame.getByRole('progressbar', { name: 'Moving back' }).waitFor();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    await frame.getByText(/^Stopped\. Everything goes on in the database/).waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Stay in the database' }).click();
    await frame.getByText(/^Your clients stay in the database/).waitFor();
    desk.sleeps(61_000);

    await frame.getByText('Move back into the sheet…').click();
    await desk.holdUp('bringBack');
    await frame.getByRole('button', { name: 'Move them back' }).click();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    await frame.getByText(/^Stopped\./).waitFor();

    const checks = await desk.choose('Check set-up', 'Check set-up', false);
    await checks.getByText('The way back into the sheet was begun and stopped').waitFor();
    frame = await open();
    await frame.getByRole('button', { name: 'Go on moving back' }).click();
    await frame
      .getByText('same on both sides, and the sheet counts from now on.')
      .waitFor({ timeout: 90_000 });
    expect(await frame.getByText('Your clients and rewards are in the database').count()).toBe(0);
    expect(await frame.getByText('Move everybody into the database').count()).toBe(1);
    expect(await obstacles(frame)).toEqual([]);
    expect(Object.keys(desk.rows('Clients')[0] ?? {})).not.toContain('Database');
  });
});
