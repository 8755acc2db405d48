/** *Import people…* in Chromium: a list, what would happen, the writing, and the way back. */
import type { Frame } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk } from './desk';
import { look, paste } from './importing';
import { obstacles } from './obstacles';
import { fillClients } from './owner';

jest.setTimeout(120_000);

describeInChromium('importing people', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  /** How many of each kind the preview shows. */
  function summaries(frame: Frame): Promise<string[]> {
    return frame.locator('section[aria-label="Preview"] summary').allTextContents();
  }

  test('a pasted list: columns guessed, everything told before, then written', async () => {
    await desk.begin(() => fillClients(desk, 3));
    const frame = await paste(
      desk,
      [
        'Mobile,First name,Last name,Invited by',
        '"(202) 555-0158",Tim,"O’Hara, jr.",+44 7700 900123',
        '+44 7700 900123,Rosa,,491510000001',
        '491510000001,Twice,,',
        '+44 7700 900-123,Rosa again,,',
        'nonsense,Nobody,,',
        '+44 7700 900124,Max,,+44 7700 900999',
      ].join('\n'),
    );
    expect(await frame.locator('#phone option:checked').textContent()).toBe('Mobile');
    expect(await frame.locator('#rest option:checked').textContent()).toBe('Last name');
    await look(frame);
    await frame.getByText('3 new').waitFor();
    expect(await summaries(frame)).toEqual([
      '3 new',
      '1 in the base already: they stay as they are',
      '1 there twice: the first line counts',
      '1 cannot be read',
      '1 come without their inviter, who is in neither the base nor the list',
    ]);
    expect(await obstacles(frame)).toEqual([]);
    expect(desk.rows('Clients')).toHaveLength(3);
    await frame.getByRole('button', { name: 'Import 3 people' }).click();
    await frame.getByText('3 people are in the Clients tab now.').waitFor();
    expect(
      desk.rows('Clients').map((row) => [row.Phone, row.Name, row['Invited by'], row.Notice]),
    ).toEqual([
      expect.anything(),
      expect.anything(),
      expect.anything(),
      ['447700900124', 'Max', '', ''],
      ['447700900123', 'Rosa', '491510000001', 'not told: imported'],
      ['12025550158', 'Tim O’Hara, jr.', '447700900123', 'not told: imported'],
    ]);
    expect(desk.meta.outbound).toEqual([]);

    await frame.getByText(/^Undo the last import/).click();
    await frame.getByRole('button', { name: 'Delete their rows' }).click();
    await frame.getByText('3 rows are deleted.').waitFor({ timeout: 90_000 });
    expect(desk.rows('Clients')).toHaveLength(3);
    expect(await frame.getByText(/^Undo the last import/).count()).toBe(0);
  });

  test('a guess can be corrected by hand, and the preview is made again', async () => {
    await desk.begin();
    const frame = await paste(
      desk,
      '+44 7700 900123\tRosa\t+44 7700 900555\n+44 7700 900124\tMax\t',
    );
    expect(await frame.locator('#phone').inputValue()).toBe('0');
    expect(await frame.locator('#name').inputValue()).toBe('1');
    await look(frame);
    await frame.getByText('2 new').waitFor();
    await frame.locator('#phone').selectOption('2');
    await look(frame);
    await frame.getByText('1 cannot be read').waitFor();
    await frame.getByText('has no number').waitFor({ state: 'attached' });
  });
});
