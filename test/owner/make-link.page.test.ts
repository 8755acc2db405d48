/** *Make a referral link…* in Chromium: the link with its QR code, copying, many at once, keyboard. */
import { readFileSync } from 'node:fs';
import { describeInChromium } from '../support/chromium';
import { Desk, decoded, scanned } from './desk';
import { LINK, make, openLinks } from './linking';
import { focused, obstacles } from './obstacles';

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
