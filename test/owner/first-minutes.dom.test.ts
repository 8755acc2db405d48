/** The first ten minutes, in each bad reading: every one ends in a sentence that says what to do. */
import type { OutsideRequest } from '../../local/apps-script';
import { describePage, sitDown } from './at-a-desk';
import { openConnect } from './connecting';
import { minutes, registered, verdict, write } from './minutes';
import { obstacles } from './obstacles';
import type { OwnersDesk } from './owners-desk';

jest.setTimeout(90_000);

describePage('the first ten minutes', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  describe('the address', () => {
    test('a company’s is refused with the reason', async () => {
      await desk.begin(() => {
        desk.script.properties.script.delete('webAppUrl');
        desk.script.quirks.webAppUrlTold = () =>
          'https://script.google.com/a/macros/shop.example/s/x/exec';
      });
      const frame = await openConnect(desk);
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
      const frame = await openConnect(desk);
      await frame.getByText('Another script answers at the address').waitFor();
      await frame.getByText('Take the address from').waitFor();
    });
  });

  describe('a real message', () => {
    test('delivered twice is told, and what it means', async () => {
      await desk.begin(() => registered(desk));
      const frame = await openConnect(desk);
      await desk.place.ask('POST', '/local/twice', { twice: true });
      await write(desk);
      await frame.getByText('It was delivered 2 times').waitFor();
      await frame.getByText('Nobody is told anything twice').waitFor();
    });

    test('where Google’s answer counts as failed, the repetition shows it', async () => {
      await desk.begin(() => registered(desk));
      const frame = await openConnect(desk);
      const { script } = desk;
      const post = script.post.bind(script);
      script.post = (request) => ({ ...post(request), status: 302 });
      await write(desk);
      await minutes(desk, 1);
      await frame.getByText('Google’s answer does not count as a success.').waitFor();
    });

    test('in the good reading all three proofs stand, and are printed', async () => {
      await desk.begin(() => registered(desk));
      const frame = await openConnect(desk);
      await frame.getByText('Write anything, for example “Link”').waitFor();
      await write(desk);
      await frame.getByText('it is on the phone').waitFor();
      await minutes(desk, 2);
      await frame.getByText('No second delivery within two minutes.').waitFor();
      desk.closeDialog();
      const { text } = await verdict(desk);
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

  describe('a real message that does not come', () => {
    test.each([
      ['published', 'Is the app published?'],
      ['fieldSubscribed', 'Is the field “messages” subscribed?'],
    ] as const)('while %s is false: it says where to look', async (what, question) => {
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
    });
  });
});
