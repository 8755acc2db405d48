/** *Connect…* in Chromium: from a new spreadsheet to a friend’s first referral, and what it looks like on the way. */
import type { Locator } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { enter, forgetEverything, OWN_PHONE, openConnect, registerByApi, WABA } from './connecting';
import { Desk, scanned } from './desk';
import { focused, obstacles } from './obstacles';

jest.setTimeout(90_000);

/** Whether something is on the screen as far as the dialog shows it. */
function inView(what: Locator): Promise<boolean> {
  return what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= (globalThis as unknown as { innerHeight: number }).innerHeight;
  });
}

describeInChromium('connecting', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('from nothing to a friend’s referral', async () => {
    await desk.begin(() => forgetEverything(desk));
    const frame = await openConnect(desk);
    expect(await obstacles(frame)).toEqual([]);
    await enter(desk, frame);
    await frame
      .getByText('The Corner Bakery, +12025550143, quality green: the values are right')
      .waitFor();
    expect(desk.rows('Settings')).toContainEqual(
      expect.objectContaining({ Name: 'WhatsApp number', Value: '12025550143' }),
    );
    expect(await frame.content()).not.toContain(desk.meta.business.token);

    await frame.getByRole('button', { name: 'It is published' }).click();
    await frame.getByText('You have said that it is published.').waitFor();
    await registerByApi(frame);
    expect(await obstacles(frame)).toEqual([]);

    await desk.place.ask('POST', '/local/messages', { from: '447700900150', text: 'Hello' });
    await frame.getByText('Connected: messages reach your sheet.').waitFor();
    await frame.getByText('it is on the phone').waitFor();
    await desk.place.ask('POST', '/local/clock', { advanceMs: 2 * 60_000 });
    await frame.getByText('No second delivery within two minutes.').waitFor();
    expect(await obstacles(frame)).toEqual([]);

    await frame.getByLabel('Your own phone').fill('+44 7700 900142');
    await frame.getByRole('button', { name: 'Send a test' }).click();
    await frame.getByText('Write any message from this phone to your number first').waitFor();
    await desk.place.ask('POST', '/local/messages', { from: OWN_PHONE, text: 'Hello' });
    await frame.getByRole('button', { name: 'Send a test' }).click();
    await frame.getByText('The message is on its way').waitFor();
    expect(desk.heard(OWN_PHONE).join()).toContain('This is a test');

    const link = await scanned(frame.locator('svg.qr'));
    expect(link).toContain(OWN_PHONE);
    const text = new URL(link ?? '').searchParams.get('text');
    await desk.place.ask('POST', '/local/messages', { from: '447700900199', name: 'Fred', text });
    expect(desk.rows('Clients')).toContainEqual(
      expect.objectContaining({ Phone: '447700900199', 'Invited by': OWN_PHONE }),
    );
    expect(await obstacles(frame)).toEqual([]);
  });

  test('a value that cannot be right is marked before anybody is asked, a refusal beside its field', async () => {
    await desk.begin(() => forgetEverything(desk));
    const frame = await openConnect(desk);
    const number = frame.getByLabel('Phone number ID');
    await number.fill('+1 555 078 3881');
    await frame.getByLabel('Access token').fill(desk.meta.business.token);
    const asked = desk.meta.outbound.length;
    await frame.getByRole('button', { name: 'Check and save' }).click();
    await frame.getByText('This is the number, not its id').waitFor();
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await focused(frame)).toBe('Phone number ID');
    expect(desk.meta.outbound).toHaveLength(asked);
    await number.fill(WABA);
    await frame.getByRole('button', { name: 'Check and save' }).click();
    await frame.getByText('This is the WhatsApp Business Account ID').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    // The field, what is wrong with it and the button are on the screen together.
    for (const seen of [number, frame.getByRole('button', { name: 'Check and save' })]) {
      expect(await inView(seen)).toBe(true);
    }
  });

  test('the keyboard is enough', async () => {
    await desk.begin(() => forgetEverything(desk));
    const frame = await openConnect(desk);
    await frame.getByLabel('Phone number ID').focus();
    await desk.page.keyboard.type('106540352242922');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.type(WABA);
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.type(desk.meta.business.token);
    await desk.page.keyboard.press('Enter');
    await frame.getByText(/the values are right/).waitFor();
  });
});
