/** *Note a purchase…* in Chromium: a number, an amount, Enter; the result, and the next one. */
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { focused, obstacles } from './obstacles';
import { BEN, openNote } from './purchasing';

jest.setTimeout(90_000);

describeInChromium('a purchase at the counter', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('by the keyboard alone: the result at once, and the next one', async () => {
    const frame = await openNote(desk);
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
