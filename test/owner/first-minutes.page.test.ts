/** The first ten minutes in Chromium: a sheet that is not given, typing meanwhile, a message that does not come. */
import { describeInChromium } from '../support/chromium';
import { openConnect } from './connecting';
import { Desk } from './desk';
import { minutes, registered, verdict, write } from './minutes';
import { obstacles } from './obstacles';

jest.setTimeout(90_000);

describeInChromium('the first ten minutes', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  describe('the sheet', () => {
    test('not given to the web app: answers come late, and it says how to have them at once', async () => {
      await desk.begin(() => {
        desk.script.quirks.activeInWebApp = false;
      });
      const frame = await openConnect(desk);
      await frame.getByText('The one-minute trigger looks with its next run').waitFor();
      await minutes(desk, 1);
      await frame.getByText('Answers come up to two minutes late').waitFor();
      await frame.getByText('npm run deploy -- --wide-scope').waitFor();
      expect(await obstacles(frame)).toEqual([]);
      desk.closeDialog();
      const { text } = await verdict(desk);
      expect(text).toContain('Nothing failed. Some things are worth knowing.');
      expect(text).toContain('Answers come up to two minutes late');
    });

    test('given to neither: Check set-up no longer says that all is right', async () => {
      await desk.begin(() => {
        desk.script.quirks.activeInWebApp = false;
        desk.script.quirks.activeInTrigger = false;
      });
      await write(desk);
      const { frame, text } = await verdict(desk);
      expect(text).not.toContain('All is well');
      expect(text).toContain('One check failed: The sheet, seen from web app and trigger.');
      expect(text).toContain('Messages cannot be handled');
      expect(text).toContain('paste appsscript.wide.json over appsscript.json');
      expect(await obstacles(frame)).toEqual([]);
    });
  });

  test('while it looks, the owner goes on typing', async () => {
    await desk.begin();
    await desk.slowDown('lookAtWebApp', 1500);
    const frame = await openConnect(desk);
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
          registered(desk);
          desk.meta[what] = false;
        });
        const frame = await openConnect(desk);
        await frame.getByText('Write anything, for example “Link”').waitFor();
        await write(desk);
        await minutes(desk, 3);
        await frame.getByText('Nothing has come in for two minutes').waitFor();
        await frame.getByText(question).waitFor();
        expect(await frame.getByText('Connected: messages reach your sheet.').count()).toBe(0);
        expect(await obstacles(frame)).toEqual([]);
        desk.meta[what] = true;
        await write(desk);
        await frame.getByText('Connected: messages reach your sheet.').waitFor();
      },
    );

    test('is not watched for over and over when the script cannot be asked', async () => {
      await desk.begin(() => registered(desk));
      await desk.failWith('Error: Service Spreadsheets failed', 'watchArrivals');
      let asked = 0;
      desk.page.on('request', (request) => {
        if (request.postData()?.includes('"watchArrivals"')) asked++;
      });
      const frame = await openConnect(desk);
      await frame.getByText('Service Spreadsheets failed').waitFor();
      await frame.getByText('Anybody can reach this script at its address.').waitFor();
      expect(asked).toBe(1);
      await desk.worksAgain();
      const watched = desk.page.waitForResponse(
        (response) => !!response.request().postData()?.includes('"watchArrivals"'),
      );
      await frame.getByRole('button', { name: 'Watch for it' }).click();
      await watched;
      await write(desk);
      await frame.getByText('Connected: messages reach your sheet.').waitFor();
    });
  });
});
