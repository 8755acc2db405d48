/** *Note a purchase…* in Chromium: a number, an amount, Enter; the result, and the next one. */
import type { Frame } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { focused, obstacles } from './obstacles';
import { promise } from './promise';

jest.setTimeout(90_000);

const NOTE = ['Note a purchase…', 'Note a purchase'] as const;
const ANNA = '447700900142';
const BEN = '447700900188';

describeInChromium('a purchase at the counter', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  /** Ben has joined through Anna, who is in the base; the dialog is open. */
  async function open(): Promise<Frame> {
    await desk.begin(() => promise(desk));
    await desk.place.ask('POST', '/local/messages', { from: ANNA, text: 'Link' });
    await desk.place.ask('POST', '/local/clock', { advanceMs: 600_000 });
    await desk.place.ask('POST', '/local/people', { name: 'Ben', phone: BEN });
    await desk.place.ask('POST', '/local/messages', {
      from: BEN,
      text: `You were recommended by ${ANNA} Hello`,
    });
    await desk.place.ask('POST', '/local/clock', { advanceMs: 120_000 });
    return desk.choose(...NOTE);
  }

  test('by the keyboard alone: the result at once, and the next one', async () => {
    const frame = await open();
    const { keyboard } = desk.page;
    expect(await focused(frame)).toBe('The client’s number');
    await keyboard.type(`+${BEN}`);
    await keyboard.press('Tab');
    await keyboard.type('12.50');
    await keyboard.press('Enter');
    const newest = frame.locator('.newest');
    await newest.getByText(/^counts for /).waitFor();
    expect(await newest.textContent()).toContain('+44 7700 900188 · 12.50');
    expect(await focused(frame)).toBe('The client’s number');
    await keyboard.type('+44 7700 900199');
    await keyboard.press('Enter');
    await newest.getByText('not a client').waitFor();
    expect(await frame.locator('.before').textContent()).toContain('counts for ');
    expect(await obstacles(frame)).toEqual([]);
    expect(
      desk.rows('Purchases').map(({ Phone, Result }) => [Phone, Result?.split(' ')[0]]),
    ).toEqual([
      [BEN, 'counts'],
      ['447700900199', 'not'],
    ]);
  });
});
