/** *Connect…*: what is entered, kept and refused, a new key, and addresses.  */
import { describePage, sitDown } from './at-a-desk';
import { enter, forgetEverything, OWN_PHONE, openConnect, registerByApi } from './connecting';
import { focused, obstacles } from './obstacles';
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

jest.setTimeout(90_000);

describePage('connecting', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  const property = (name: string) => desk.script.properties.script.get(name);

  /** A step with how it stands. */
  async function step(frame: PageFrame, title: string): Promise<string> {
    const line = frame.locator('.steps > li').filter({ has: frame.getByText(title) });
    return `${await line.getAttribute('class')} ${await line.textContent()}`;
  }

  test('in a new spreadsheet it makes the tabs first', async () => {
    await desk.begin(() => {
      for (const tab of ['Settings', 'Problems']) desk.script.spreadsheet.deleteSheet(tab);
    });
    const frame = await openConnect(desk);
    await frame.getByLabel('Phone number ID').waitFor();
    expect(desk.script.spreadsheet.sheetNames()).toEqual(
      expect.arrayContaining(['Clients', 'Settings', 'Problems']),
    );
  });

  test('a wrong token is told, and nothing is stored', async () => {
    await desk.begin(() => forgetEverything(desk));
    const frame = await openConnect(desk);
    await enter(desk, frame, 'EAAJwrong');
    await frame.getByText('WhatsApp refuses the access token (190)').waitFor();
    expect(property('metaToken')).toBeUndefined();
    expect(await frame.getByLabel('Access token').inputValue()).toBe('EAAJwrong');
  });

  test('can be left and taken up again: the steps that are done stay done', async () => {
    await desk.begin();
    const first = await openConnect(desk);
    await enter(desk, first);
    await first.getByText(/the values are right/).waitFor();
    desk.closeDialog();
    const frame = await openConnect(desk);
    await frame.getByRole('button', { name: 'I have done this' }).waitFor();
    expect(await frame.getByLabel('Phone number ID').inputValue()).toBe('106540352242922');
    expect(await frame.getByLabel('Access token').inputValue()).toBe('');
    for (const title of ['Choose your provider', 'Enter what the provider gave you']) {
      expect(await step(frame, title)).toMatch(/^done /);
    }
  });

  test('a new key: the old one is honoured for a day, or turned away, and the dialog says so', async () => {
    await desk.begin();
    const frame = await openConnect(desk);
    await enter(desk, frame);
    const before = property('webhookKey');
    await frame.locator('summary', { hasText: 'New key' }).click();
    await frame.getByText('they are turned away, and sent again').waitFor();
    await frame.getByRole('button', { name: 'Make a new key' }).click();
    await frame.getByText('give the provider the new address and key now').waitFor();
    expect(property('webhookKey')).not.toBe(before);
    expect(JSON.parse(property('earlierKey') ?? '')).toMatchObject({ key: before });
    await registerByApi(frame);
    await frame.locator('summary', { hasText: 'New key' }).click();
    await frame.getByLabel('Go on taking messages with the old key').uncheck();
    await frame.getByRole('button', { name: 'Make a new key' }).click();
    await frame.getByText('Registered, waiting for the first message.').waitFor();
    expect(property('earlierKey')).toBeUndefined();
    await desk.place.ask('POST', '/local/messages', { from: OWN_PHONE, text: 'Link' });
    expect(desk.heard(OWN_PHONE).length).toBeGreaterThan(0);
  });

  test('an address that Google does not tell is asked for, and a wrong one is refused with the reason', async () => {
    await desk.begin(() => {
      desk.script.properties.script.delete('webAppUrl');
      desk.script.properties.script.set('connect', '{"connected":1}');
      desk.script.quirks.webAppUrlTold = () => null;
    });
    const frame = await openConnect(desk);
    await frame.getByText('The web app’s address is not known.').waitFor();
    await frame.getByText('The web app’s address comes first: see step 1.').waitFor();
    const field = frame.getByLabel('The web app’s address');
    const use = frame.getByRole('button', { name: 'Use this address' });
    for (const [address, reason] of [
      ['https://script.google.com/macros/s/x/dev', 'only you can open it'],
      ['https://script.google.com/a/macros/shop.example/s/x/exec', 'signed in at shop.example'],
      ['https://evil.example/exec', 'Only a web app at script.google.com'],
    ] as const) {
      await field.fill(address);
      await use.click();
      await frame.getByText(reason).waitFor();
      expect(property('webAppUrl')).toBeUndefined();
    }
    await field.fill(desk.playground.world.webAppUrl);
    await use.click();
    await frame.getByText('Anybody can reach this script at its address.').waitFor();
    await frame.getByLabel('Webhook address').waitFor();
  });

  test('a server that fails: a sentence, and it can be tried again', async () => {
    await desk.begin();
    await desk.failWith('NetworkError: Connection failure due to HTTP 0');
    const frame = await openConnect(desk);
    await frame.getByRole('alert').getByText('Google could not be reached').waitFor();
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByLabel('Phone number ID').waitFor();
    await desk.failWith('Error: Service invoked too many times for one day: urlfetch.', 'connect');
    await frame.getByRole('button', { name: 'Check and save' }).click();
    await frame.getByText('quota for today is used up').waitFor();
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
});
