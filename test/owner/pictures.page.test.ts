/** The drawings of Google's and Meta's pages in *Connect…*: each in its step, open when its turn has come. */
import type { Frame } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { obstacles } from './obstacles';

jest.setTimeout(90_000);

describeInChromium('pictures', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('Connect…', 'Connect WhatsApp or Telegram');
  const connected = () => desk.script.properties.script.set('connect', '{"connected":1}');

  /** The pictures on the screen, by what they say to those who do not see them. */
  async function pictures(frame: Frame): Promise<(string | null)[]> {
    const all = await frame.getByRole('img', { name: /^Drawing\./ }).all();
    return Promise.all(all.map((one) => one.getAttribute('aria-label')));
  }

  /** The line with a picture whose text begins so. */
  const line = (frame: Frame, words: string) =>
    frame.locator('.by-hand > li, .note').filter({ hasText: words }).getByRole('img');

  test('publishing comes first, then the two values and the fields; afterwards all are folded', async () => {
    await desk.begin(connected);
    const frame = await open();
    await frame.getByText('Publish the app first').waitFor();
    expect(await pictures(frame)).toEqual([expect.stringContaining('“Privacy policy URL”')]);
    expect(await line(frame, 'Publish the app first').count()).toBe(1);
    expect(await obstacles(frame)).toEqual([]);

    await frame.getByRole('button', { name: 'It is published' }).click();
    await frame.getByText('You have said that it is published.').waitFor();
    expect(await pictures(frame)).toEqual([
      expect.stringMatching(/“Callback URL” .* “Verify token” .* “Verify and save”/),
      expect.stringMatching(/“messages”: without it .* “user_preferences”/),
    ]);
    expect(await line(frame, 'paste the webhook address').count()).toBe(1);
    expect(await line(frame, 'subscribe to “messages”').count()).toBe(1);
    expect(await frame.getByText('A drawing: the page looks about like this.').count()).toBe(4);
    expect(await obstacles(frame)).toEqual([]);

    await frame.getByRole('button', { name: 'I have done this' }).click();
    await frame.getByText('Registered, waiting for the first message.').waitFor();
    expect(await pictures(frame)).toEqual([]);
    await frame.getByText('Picture: the fields to subscribe').click();
    expect(await pictures(frame)).toHaveLength(1);
  });

  test('an address that strangers cannot use: the first step shows a new deployment', async () => {
    await desk.begin(() => {
      desk.script.properties.script.delete('webAppUrl');
      desk.script.quirks.webAppUrlTold = () => null;
    });
    const frame = await open();
    await frame.getByText('The web app’s address is not known.').waitFor();
    expect(await pictures(frame)).toEqual([
      expect.stringMatching(/“Execute as” is “Me”\. “Who has access” is “Anyone”/),
    ]);
    expect(await obstacles(frame)).toEqual([]);
  });

  test('they fit a narrow window', async () => {
    await desk.begin(connected);
    const frame = await open();
    await frame.getByText('Publish the app first').waitFor();
    await frame.evaluate(`{
      document.body.style.width = '320px';
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    }`);
    const tooWide = await frame.evaluate(`
      [...document.querySelectorAll('.drawing, .drawing *')]
        .filter((part) => part.getBoundingClientRect().right > 320)
        .map(({ textContent }) => textContent)`);
    expect(tooWide).toEqual([]);
  });
});
