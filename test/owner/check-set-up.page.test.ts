/** *Check set-up* in Chromium: all is well, and the result is copied. */
import { describeInChromium } from '../support/chromium';
import { check, messageIn } from './checking';
import { Desk, obstacles } from './desk';

jest.setTimeout(90_000);

describeInChromium('checking the set-up', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('all is well: every check passes, and nothing is left behind', async () => {
    await desk.begin();
    await messageIn(desk);
    const tabs = desk.script.spreadsheet.sheetNames();
    const frame = await check(desk);
    await frame.getByText('All is well.').waitFor();
    expect(await frame.locator('.checks > li').count()).toBe(22);
    expect(await frame.locator('.checks > li:not(.pass)').count()).toBe(0);
    expect(desk.script.spreadsheet.sheetNames()).toEqual(tabs);
    expect(await obstacles(frame)).toEqual([]);
  });

  test('the result can be copied, without secrets, addresses and numbers', async () => {
    await desk.begin(() => {
      desk.script.properties.script.set('metaToken', 'wrong');
      desk.set('Text: Nameless', '{447700900142}');
    });
    const frame = await check(desk);
    await frame.evaluate(`document.addEventListener('copy', () => {
      window.copied = document.activeElement.value;
    })`);
    await frame.getByRole('button', { name: 'Copy the result' }).click();
    const text = String(await frame.evaluate('window.copied'));
    expect(text).toContain('[FAIL] The connection');
    expect(text).toContain('appendRow keeps a column’s text format');
    expect(text).toMatch(
      /sheet seen by the trigger: yes, active \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)/,
    );
    expect(text).toContain('a real message: not shown yet');
    expect(text).not.toContain('447700900142');
    expect(text).not.toContain(desk.script.properties.script.get('webhookKey'));
    expect(text).not.toMatch(/https?:/);
  });
});
