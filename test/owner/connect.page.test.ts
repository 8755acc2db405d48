/** *Connect…* in Chromium: from a new spreadsheet to a friend’s first referral, and what it looks like on the way. */
import type { Locator } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { enter, forgetEverything, OWN_PHONE, openConnect, registerByApi, WABA } from './connecting';
import { Desk, focused, obstacles, scanned } from './desk';

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

  const property = (name: string) => desk.script.properties.script.get(name);

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

  test('the language of the texts: chosen here, and an own word stays', async () => {
    await desk.begin(() => {
      const at = desk.rows('Settings').findIndex(({ Name }) => Name === 'Text: Help') + 2;
      desk.script.spreadsheet.type('Settings', at, 2, 'Ask away!');
    });
    const frame = await openConnect(desk);
    expect(await frame.getByLabel('Language of the texts').inputValue()).toBe('en');
    await frame.getByLabel('Language of the texts').selectOption('Español (Spanish)');
    await frame.getByRole('button', { name: 'Change the texts' }).click();
    await frame.getByText('are in Spanish now. 1 kept, with your own words: Text: Help.').waitFor();
    const settings = desk.rows('Settings');
    expect(settings).toContainEqual(
      expect.objectContaining({ Name: 'Text: Link button', Value: 'Abrir mi enlace' }),
    );
    expect(settings).toContainEqual(
      expect.objectContaining({
        Name: 'Earlier invitations',
        Value: 'You were recommended by {phone} Hello',
      }),
    );
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Change the texts' }).click();
    await frame.getByText('The texts are already in Spanish.').waitFor();
  });

  test('the notice template is worded, handed in, and used when it is approved', async () => {
    await desk.begin(() => forgetEverything(desk));
    const frame = await openConnect(desk);
    await enter(desk, frame);
    const text = frame.getByLabel('The notice, in your clients’ language');
    await text.fill('{{1}} came to us');
    await frame.getByRole('button', { name: 'Hand it in' }).first().click();
    await frame.getByText('Meta does not accept a text that begins or ends with {{1}}').waitFor();
    expect(desk.meta.business.templates).toHaveLength(1);
    await text.fill('Good news: {{1}} came to us today. Thank you!');
    await frame.getByRole('button', { name: 'Hand it in' }).first().click();
    await frame.getByText('is waiting for approval (pending).').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    const { name } = desk.meta.business.templates[1] ?? { name: '' };
    desk.meta.review(name, 'REJECTED', 'INVALID_FORMAT');
    await frame.getByRole('button', { name: 'Look again' }).last().click();
    await frame.getByText('was rejected: Meta finds its form wrong').waitFor();
    desk.meta.review(name, 'APPROVED');
    await frame.getByRole('button', { name: 'Look again' }).last().click();
    await frame.getByText('is approved and in use.').waitFor();
    expect(desk.rows('Settings')).toContainEqual(
      expect.objectContaining({ Name: 'Notice template', Value: name }),
    );
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

  test('an own number is registered by its PIN, and what the account lacks is told', async () => {
    await desk.begin(() => forgetEverything(desk));
    Object.assign(desk.meta.business, { registered: false, canPay: false });
    const frame = await openConnect(desk);
    await enter(desk, frame);
    await frame.getByText('There is no way to pay, or it does not work.').waitFor();
    await frame.getByText('It does not expire, and may do all that is needed.').waitFor();
    const pin = frame.getByLabel('PIN of the number');
    await pin.fill('12');
    await frame.getByRole('button', { name: 'Register the number' }).click();
    await frame.getByText('A PIN has six digits.').waitFor();
    await pin.fill('246813');
    await frame.getByRole('button', { name: 'Register the number' }).click();
    await frame.getByText('Registered: the number is ready to use.').waitFor();
    expect(desk.meta.business.registered).toBe(true);
    expect(await obstacles(frame)).toEqual([]);
    Object.assign(desk.meta.business, { canPay: true });
  });

  test('links show a code, and a privacy page has the owner’s name', async () => {
    await desk.begin();
    const frame = await openConnect(desk);
    await frame.getByLabel('Referral links show').selectOption('code');
    await frame.getByRole('button', { name: 'Change the links' }).click();
    await frame.getByText('New links show a code.').waitFor();
    expect(desk.rows('Settings')).toContainEqual(
      expect.objectContaining({
        Name: 'Invitation',
        Value: 'You were recommended by {code} Hello',
      }),
    );
    await enter(desk, frame);
    await frame.locator('summary', { hasText: 'A privacy page' }).click();
    await frame.getByLabel('Your business’s name').fill('The Corner Bakery');
    const text = await frame.getByRole('textbox', { name: 'The text' }).inputValue();
    expect(text).toContain('Responsible: The Corner Bakery');
    expect(text).toContain('“Delete me”');
    expect(await obstacles(frame)).toEqual([]);
  });

  test('a value that is missing is asked for', async () => {
    await desk.begin(() => forgetEverything(desk));
    const frame = await openConnect(desk);
    await frame.getByRole('button', { name: 'Check and save' }).click();
    await frame.getByText('Enter this first: Phone number ID.').waitFor();
    expect(await focused(frame)).toBe('Phone number ID');
  });

  test('every provider asks for its own values', async () => {
    await desk.begin();
    const frame = await openConnect(desk);
    for (const [provider, field] of [
      ['360dialog', 'API key'],
      ['Twilio', 'Account SID'],
      ['Telegram', 'Bot token'],
      ['Green-API', 'apiTokenInstance'],
    ] as const) {
      await frame.getByRole('radio', { name: provider }).check();
      await frame.getByLabel(field).waitFor();
      expect(await obstacles(frame)).toEqual([]);
    }
    await frame.getByText('WhatsApp’s terms do not allow').waitFor();
    await frame.getByText('After the steps above.').first().waitFor();
  });

  test('copies the webhook’s address', async () => {
    await desk.begin();
    const frame = await openConnect(desk);
    await enter(desk, frame);
    await frame.getByLabel('Webhook address').waitFor();
    await frame.evaluate(`document.addEventListener('copy', () => {
      window.copied = document.activeElement.value;
    })`);
    await frame.getByRole('button', { name: 'Copy' }).first().click();
    expect(await frame.evaluate('window.copied')).toBe(
      `${desk.playground.world.webAppUrl}?key=${property('webhookKey')}`,
    );
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
