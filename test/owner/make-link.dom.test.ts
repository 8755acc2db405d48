/** *Make a referral link…*: numbers as people type them, everybody’s links in the column Link, failures. */
import { describePage, sitDown } from './at-a-desk';
import { LINK, make, openLinks } from './linking';
import { obstacles } from './obstacles';
import { fillClients } from './owner';
import type { OwnersDesk } from './owners-desk';

jest.setTimeout(90_000);

describePage('making links', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  test('a number as the sheet itself shows it needs no plus, alone and in a column', async () => {
    await desk.begin();
    const frame = await make(desk, '447700900123', 'Rosa');
    await frame.getByText('Rosa is in the Clients tab now.').waitFor();
    expect(desk.rows('Clients')).toEqual([expect.objectContaining({ Phone: '447700900123' })]);
    await frame.getByRole('tab', { name: 'Several at once' }).click();
    await frame.getByLabel(/Numbers, one a line/).fill('447700900456\n447700900789');
    await frame.getByText('2 numbers', { exact: true }).waitFor();
    expect(await frame.locator('.wrong-lines').count()).toBe(0);
  });

  test('somebody who is there already keeps their row', async () => {
    await desk.begin(() => fillClients(desk, 3));
    const frame = await make(desk, '+49 1510 000000');
    await frame.getByText('Client 0 was in the Clients tab already.').waitFor();
    expect(desk.rows('Clients')).toHaveLength(3);
  });

  test.each([
    ['12', 'too few digits'],
    ['+49 151 1234 5678 9012 345', 'too many digits'],
    ['hello', 'is not a phone number'],
    ['050-123-4567', 'is not a number in United States'],
  ])('%s: %s', async (number, reason) => {
    await desk.begin();
    const frame = await make(desk, number);
    await frame.getByText(reason).waitFor();
    expect(await frame.getByLabel('Their WhatsApp number').getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(desk.rows('Clients')).toEqual([]);
  });

  test('another country can be chosen for numbers without its code', async () => {
    await desk.begin();
    const frame = await openLinks(desk);
    await frame.locator('#country').selectOption('IL');
    await frame.getByLabel('Their WhatsApp number').fill('050-123-4567');
    await frame.getByText('+972 50 123 4567 · Israel').waitFor();
    await frame.getByRole('button', { name: 'Make the link' }).click();
    await frame.getByRole('textbox', { name: 'Referral link' }).waitFor();
    expect(desk.rows('Clients')[0]?.Phone).toBe('972501234567');
    expect(await frame.locator('#countries').inputValue()).toBe('IL');
  });

  test('sends it to somebody who has just written', async () => {
    await desk.begin();
    await desk.place.ask('POST', '/local/messages', { from: '447700900142', text: 'Link' });
    const before = desk.heard('447700900142').length;
    const frame = await make(desk, '+44 7700 900142');
    await frame.getByRole('button', { name: 'Send it to them' }).click();
    await frame.getByText('Sent.', { exact: true }).waitFor();
    expect(desk.heard('447700900142')).toHaveLength(before + 2);
  });

  test('everybody’s link, with codes, in a large base, and stopped on the way', async () => {
    await desk.begin(() => {
      fillClients(desk, 5000);
      desk.set('Invitation', 'Sent by {code}, hello!');
    });
    const frame = await openLinks(desk);
    await frame.getByRole('tab', { name: 'Several at once' }).click();
    const write = frame.getByRole('button', { name: 'Write everybody’s link into the sheet' });
    await desk.holdUp('writeLinks');
    await write.click();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    await frame.getByText(/^Stopped\./).waitFor();
    const count = () => desk.rows('Clients').filter(({ Link }) => Link).length;
    expect(count()).toBeLessThan(5000);
    await write.click();
    await frame.getByText('5,000 links stand in the column Link.').waitFor({ timeout: 60_000 });
    const rows = desk.rows('Clients');
    expect(new Set(rows.map(({ Link }) => Link)).size).toBe(5000);
    expect(rows[4321]?.Link).toBe(
      `https://wa.me/12025550143?text=Sent%20by%20${rows[4321]?.Code}%2C%20hello!`,
    );
  });

  test('a server that fails: a sentence beside the button, and it can be pressed again', async () => {
    await desk.begin();
    const frame = await openLinks(desk);
    await desk.failWith('Other messages are being handled', 'addClients', 'busy');
    await frame.getByLabel('Their WhatsApp number').fill('+44 7700 900123');
    const button = frame.getByRole('button', { name: 'Make the link' });
    await button.click();
    await frame.getByText('Messages are being handled just now. Try again in a moment.').waitFor();
    await desk.worksAgain();
    await button.click();
    await frame.getByRole('textbox', { name: 'Referral link' }).waitFor();
  });

  test('without a number of one’s own it leads to Connect WhatsApp', async () => {
    await desk.begin(() => {
      desk.set('WhatsApp number', '');
    });
    const frame = await openLinks(desk);
    await frame.getByRole('button', { name: 'Connect WhatsApp or Telegram' }).click();
    await desk.frame('Connect WhatsApp or Telegram');
  });

  test('copies the link, opens it in WhatsApp, and says why it cannot be sent', async () => {
    await desk.begin();
    const frame = await make(desk, '+44 7700 900123');
    await frame.getByRole('textbox', { name: 'Referral link' }).waitFor();
    await frame.evaluate(`document.addEventListener('copy', () => {
      window.copied = document.activeElement.value;
    })`);
    await frame.getByRole('button', { name: 'Copy' }).click();
    await frame.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await frame.evaluate('window.copied')).toBe(LINK('447700900123'));
    const href = await frame.getByRole('link', { name: 'Open the link' }).getAttribute('href');
    expect(href).toBe(LINK('447700900123'));
    await frame.getByRole('button', { name: 'Send it to them' }).click();
    await frame.getByText('Not sent: WhatsApp lets you begin only').waitFor();
  });

  test('a hostile name stays text', async () => {
    await desk.begin();
    const frame = await make(desk, '+44 7700 900123', '<img src=x onerror="window.hacked=1">=1+1');
    await frame.getByText('<img src=x').waitFor();
    expect(await frame.locator('main img').count()).toBe(0);
    expect(await frame.evaluate('window.hacked')).toBeUndefined();
  });

  test('a pasted column becomes a table of links, to copy or to write into the sheet', async () => {
    await desk.begin(() => fillClients(desk, 3));
    const frame = await openLinks(desk);
    await frame.getByRole('tab', { name: 'Several at once' }).click();
    await frame
      .getByLabel(/Numbers, one a line/)
      .fill('+44 7700 900123\tRosa\n202 555 0158; Tim\n+491510000001\nnonsense\n\n+44 7700 900123');
    await frame.getByText('4 numbers, 1 of them cannot be used').waitFor();
    await frame.getByText('Line 4: “nonsense” is not a phone number.').waitFor();
    await frame.getByRole('button', { name: 'Make the links' }).click();
    const rows = frame.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.allTextContents()).toEqual([
      `+44 7700 900123Rosa${LINK('447700900123')}`,
      `+1 202 555 0158Tim${LINK('12025550158')}`,
      `+49 1510000001Client 1${LINK('491510000001')}`,
      'nonsenseThis is not a phone number.',
    ]);
    expect(await obstacles(frame)).toEqual([]);
    await frame.evaluate(`document.addEventListener('copy', () => {
      window.copied = document.activeElement.value;
    })`);
    await frame.getByRole('button', { name: 'Copy all' }).click();
    expect(await frame.evaluate('window.copied')).toContain(
      `+44 7700 900123\tRosa\t${LINK('447700900123')}\n`,
    );
    await frame.getByRole('button', { name: 'Write them into the column Link' }).click();
    await frame.getByText('3 links stand in the column Link.').waitFor();
    expect(desk.rows('Clients').map(({ Link }) => Link)).toEqual([
      '',
      LINK('491510000001'),
      '',
      LINK('447700900123'),
      LINK('12025550158'),
    ]);
  });
});
