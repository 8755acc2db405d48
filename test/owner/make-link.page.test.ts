/** *Make a referral link…* in Chromium: the link with its QR code, copying, many at once, keyboard. */
import { readFileSync } from 'node:fs';
import { describeInChromium } from '../support/chromium';
import { Desk, decoded, focused, obstacles, scanned } from './desk';
import { LINK, make, openLinks } from './linking';
import { fillClients } from './owner';

jest.setTimeout(90_000);

describeInChromium('making links', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('a number as it is dialled at home: link, base, QR code on the screen and as files', async () => {
    await desk.begin();
    const frame = await make(desk, '(202) 555-0158', 'Rosa');
    await frame.getByText('Rosa is in the Clients tab now.').waitFor();
    expect(await frame.getByRole('textbox', { name: 'Referral link' }).inputValue()).toBe(
      LINK('12025550158'),
    );
    expect(desk.rows('Clients')).toEqual([
      expect.objectContaining({ Phone: '12025550158', Name: 'Rosa' }),
    ]);
    expect(await scanned(frame.locator('svg.qr'))).toBe(LINK('12025550158'));
    expect(await obstacles(frame)).toEqual([]);

    const [png] = await Promise.all([
      desk.page.waitForEvent('download'),
      frame.getByRole('button', { name: 'QR code as PNG' }).click(),
    ]);
    expect(png.suggestedFilename()).toBe('referral-link-Rosa.png');
    expect(decoded(readFileSync(await png.path()))).toBe(LINK('12025550158'));
    const [file] = await Promise.all([
      desk.page.waitForEvent('download'),
      frame.getByRole('button', { name: 'QR code as SVG' }).click(),
    ]);
    const drawing = readFileSync(await file.path(), 'utf8');
    expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    await desk.page.setContent(drawing);
    expect(decoded(await desk.page.locator('svg').screenshot())).toBe(LINK('12025550158'));
  });

  test('what is wrong is said when the field is left, and moves nothing under the pointer', async () => {
    await desk.begin();
    const frame = await openLinks(desk);
    const field = frame.getByLabel('Their WhatsApp number');
    await field.fill('12');
    await frame.getByText('So far it has too few digits.').waitFor();
    const button = frame.getByRole('button', { name: 'Make the link' });
    const before = await button.boundingBox();
    await frame.getByLabel('Name (optional)').focus();
    await frame.getByText('This has too few digits.').waitFor();
    expect(await button.boundingBox()).toEqual(before);
    await button.click();
    expect(await focused(frame)).toBe('Their WhatsApp number');
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

  test('everything with the keyboard', async () => {
    await desk.begin();
    const frame = await openLinks(desk);
    expect(await focused(frame)).toBe('Their WhatsApp number');
    await desk.page.keyboard.type('+44 7700 900123');
    await desk.page.keyboard.press('Enter');
    await frame.getByRole('textbox', { name: 'Referral link' }).waitFor();
    await frame.getByRole('tab', { name: 'One person' }).focus();
    await desk.page.keyboard.press('ArrowRight');
    expect(await focused(frame)).toBe('Several at once');
    await desk.page.keyboard.press('Tab');
    expect(await focused(frame)).toMatch(/^Numbers, one a line/);
  });
});
