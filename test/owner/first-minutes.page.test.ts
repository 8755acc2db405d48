/** The first ten minutes in Chromium, in each bad reading: every one ends in a sentence that says what to do. */
import type { Frame } from 'playwright-core';
import type { OutsideRequest } from '../../local/apps-script';
import { describeInChromium } from '../support/chromium';
import { Desk, obstacles } from './desk';

jest.setTimeout(90_000);

const WRITER = '447700900150';

describeInChromium('the first ten minutes', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  const minutes = (count: number) =>
    desk.place.ask('POST', '/local/clock', { advanceMs: count * 60_000 });
  const write = () =>
    desk.place.ask('POST', '/local/messages', { from: WRITER, name: 'Wanda', text: 'Link' });
  const connect = () => desk.choose('Connect…', 'Connect WhatsApp or Telegram');

  const close = () => desk.closeDialog();

  /** The check's verdict and all its lines. */
  async function check(): Promise<{ frame: Frame; text: string }> {
    const frame = await desk.choose('Check set-up', 'Check set-up', false);
    await frame.getByText('looks with its next run').waitFor();
    await minutes(1);
    await frame.getByRole('button', { name: 'Check again' }).waitFor();
    return { frame, text: (await frame.locator('main').textContent()) ?? '' };
  }

  /** The values are stored and the provider has the address: only a message is missing. */
  function registered(): void {
    desk.script.properties.script.set('connect', '{"connected":1,"registered":1}');
  }

  describe('the sheet', () => {
    test('not given to the web app: answers come late, and it says how to have them at once', async () => {
      await desk.begin(() => {
        desk.script.quirks.activeInWebApp = false;
      });
      const frame = await connect();
      await frame.getByText('The one-minute trigger looks with its next run').waitFor();
      await minutes(1);
      await frame.getByText('Answers come up to two minutes late').waitFor();
      await frame.getByText('npm run deploy -- --wide-scope').waitFor();
      expect(await obstacles(frame)).toEqual([]);
      close();
      const { text } = await check();
      expect(text).toContain('Nothing failed. Some things are worth knowing.');
      expect(text).toContain('Answers come up to two minutes late');
    });

    test('given to neither: Check set-up no longer says that all is right', async () => {
      await desk.begin(() => {
        desk.script.quirks.activeInWebApp = false;
        desk.script.quirks.activeInTrigger = false;
      });
      await write();
      const { frame, text } = await check();
      expect(text).not.toContain('All is well');
      expect(text).toContain('One check failed: The sheet, seen from web app and trigger.');
      expect(text).toContain('Messages cannot be handled');
      expect(text).toContain('paste appsscript.wide.json over appsscript.json');
      expect(await obstacles(frame)).toEqual([]);
    });
  });

  describe('the address', () => {
    test('a company’s is refused with the reason', async () => {
      await desk.begin(() => {
        desk.script.properties.script.delete('webAppUrl');
        desk.script.quirks.webAppUrlTold = () =>
          'https://script.google.com/a/macros/shop.example/s/x/exec';
      });
      const frame = await connect();
      await frame.getByText('people who are signed in at shop.example').waitFor();
      await frame.getByLabel('The web app’s address').waitFor();
    });

    test('a stale one, where another script answers, is told', async () => {
      const { handles, answer } = desk.meta;
      await desk.begin(() => {
        const stale = 'https://script.google.com/macros/s/stale/exec';
        desk.script.properties.script.delete('webAppUrl');
        desk.script.quirks.webAppUrlTold = () => stale;
        desk.meta.handles = (url) => url.startsWith(stale) || handles.call(desk.meta, url);
        desk.meta.answer = (request: OutsideRequest) =>
          request.url.startsWith(stale)
            ? {
                status: 200,
                headers: {},
                body: '{"script":"another","sheet":"active","cell":true}',
              }
            : answer.call(desk.meta, request);
      });
      const frame = await connect();
      await frame.getByText('Another script answers at the address').waitFor();
      await frame.getByText('Take the address from').waitFor();
    });
  });

  test('while it looks, the owner goes on typing', async () => {
    await desk.begin();
    await desk.slowDown('lookAtWebApp', 1500);
    const frame = await connect();
    const field = frame.getByLabel('WhatsApp Business Account ID');
    await field.pressSequentially('10229012934', { delay: 20 });
    await frame.getByText('Anybody can reach this script at its address.').waitFor();
    await field.pressSequentially('0398', { delay: 20 });
    expect(await field.inputValue()).toBe('102290129340398');
  });

  describe('a real message', () => {
    test.each([
      ['published', 'Is the app published?'],
      ['fieldSubscribed', 'Is the field “messages” subscribed?'],
    ] as const)(
      'does not come while %s is false: it says where to look',
      async (what, question) => {
        await desk.begin(() => {
          registered();
          desk.meta[what] = false;
        });
        const frame = await connect();
        await frame.getByText('Write anything, for example “Link”').waitFor();
        await write();
        await minutes(3);
        await frame.getByText('Nothing has come in for two minutes').waitFor();
        await frame.getByText(question).waitFor();
        expect(await frame.getByText('Connected: messages reach your sheet.').count()).toBe(0);
        expect(await obstacles(frame)).toEqual([]);
        desk.meta[what] = true;
        await write();
        await frame.getByText('Connected: messages reach your sheet.').waitFor();
      },
    );

    test('is not watched for over and over when the script cannot be asked', async () => {
      await desk.begin(registered);
      await desk.failWith('Error: Service Spreadsheets failed', 'watchArrivals');
      let asked = 0;
      desk.page.on('request', (request) => {
        if (request.postData()?.includes('"watchArrivals"')) asked++;
      });
      const frame = await connect();
      await frame.getByText('Service Spreadsheets failed').waitFor();
      await frame.getByText('Anybody can reach this script at its address.').waitFor();
      expect(asked).toBe(1);
      await desk.worksAgain();
      const watched = desk.page.waitForResponse(
        (response) => !!response.request().postData()?.includes('"watchArrivals"'),
      );
      await frame.getByRole('button', { name: 'Watch for it' }).click();
      await watched;
      await write();
      await frame.getByText('Connected: messages reach your sheet.').waitFor();
    });

    test('delivered twice is told, and what it means', async () => {
      await desk.begin(registered);
      const frame = await connect();
      await desk.place.ask('POST', '/local/twice', { twice: true });
      await write();
      await frame.getByText('It was delivered 2 times').waitFor();
      await frame.getByText('Nobody is told anything twice').waitFor();
    });

    test('where Google’s answer counts as failed, the repetition shows it', async () => {
      await desk.begin(registered);
      const frame = await connect();
      const { script } = desk;
      const post = script.post.bind(script);
      script.post = (request) => ({ ...post(request), status: 302 });
      await write();
      await minutes(1);
      await frame.getByText('Google’s answer does not count as a success.').waitFor();
    });

    test('in the good reading all three proofs stand, and are printed', async () => {
      await desk.begin(registered);
      const frame = await connect();
      await frame.getByText('Write anything, for example “Link”').waitFor();
      await write();
      await frame.getByText('it is on the phone').waitFor();
      await minutes(2);
      await frame.getByText('No second delivery within two minutes.').waitFor();
      close();
      const { text } = await check();
      expect(text).toContain('All is well.');
      for (const proof of [
        /sheet seen by the web app: yes, active/,
        /sheet seen by the trigger: yes, active/,
        /a real message: yes, a real message came in/,
        /one delivery of it: yes, delivered once/,
        /the answer: yes, the answer arrived/,
      ]) {
        expect(text).toMatch(proof);
      }
    });
  });
});
