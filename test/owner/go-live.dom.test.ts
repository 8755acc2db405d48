/** *Go live*: from a sheet that was just copied to the first step of *Connect…*. */
import { describePage, sitDown } from './at-a-desk';
import { obstacles } from './obstacles';
import type { OwnersDesk } from './owners-desk';

jest.setTimeout(90_000);

describePage('going live', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  test('in a copy: the first click opens it, a wrong address is told why, the right one leads on', async () => {
    let address = '';
    await desk.begin(() => {
      const { properties, quirks } = desk.script;
      address = desk.playground.world.webAppUrl;
      properties.script.clear();
      Object.assign(quirks, { webAppUrlTold: () => null });
    });
    const frame = await desk.choose('List referrals', 'Go live');
    await frame.getByText('Its address is not known yet.').waitFor();
    expect(await frame.getByRole('button', { name: 'Go on' }).count()).toBe(0);
    const editor = frame.getByRole('link', { name: 'Open the script' });
    expect(await editor.getAttribute('href')).toMatch(/^https:\/\/script\.google\.com\/home\/proj/);
    expect(await frame.getByRole('img', { name: /^Drawing/ }).count()).toBe(3);
    expect(await obstacles(frame)).toEqual([]);

    await frame.getByLabel('The web app’s address').fill(address.replace(/exec$/, 'dev'));
    await frame.getByRole('button', { name: 'Use this address' }).click();
    await frame.getByText('This is the test address, which ends in /dev').waitFor();

    await frame.getByLabel('The web app’s address').fill(address);
    await frame.getByRole('button', { name: 'Use this address' }).click();
    await frame.getByText('Anybody can reach this script at its address.').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Go on' }).click();
    const connect = await desk.frame('Connect WhatsApp or Telegram');
    await connect.getByRole('heading', { name: 'What Google allows' }).waitFor();
  });

  test('where Google tells the address, nothing has to be pasted', async () => {
    await desk.begin(() => desk.script.properties.script.clear());
    const frame = await desk.choose('Connect…', 'Go live');
    await frame.getByText('Anybody can reach this script at its address.').waitFor();
    expect(await frame.getByLabel('The web app’s address').count()).toBe(0);
  });
});
