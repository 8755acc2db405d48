/** *Note a purchase…*: a number, an amount, Enter; the result, and the next one. */
import { describePage, sitDown } from './at-a-desk';
import { focused, obstacles } from './obstacles';
import type { OwnersDesk } from './owners-desk';
import { BEN, openNote } from './purchasing';

jest.setTimeout(90_000);

describePage('a purchase at the counter', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  test('what cannot be read is said before anything is noted', async () => {
    const frame = await openNote(desk);
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame.getByText('Type a number first.').waitFor();
    await frame.getByLabel('The client’s number').fill('+44 77');
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame.getByText('This has too few digits.').waitFor();
    await frame.getByLabel('The client’s number').fill(`+${BEN}`);
    await frame.getByLabel('Amount').fill('twelve');
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame.getByText('This is not an amount.').waitFor();
    expect(await focused(frame)).toContain('Amount');
    expect(await obstacles(frame)).toEqual([]);
    expect(desk.rows('Purchases')).toEqual([]);
  });

  test('when it fails, what was typed is still there', async () => {
    const frame = await openNote(desk);
    await frame.getByLabel('The client’s number').fill(`+${BEN}`);
    await desk.failWith('Other messages are being handled', 'notePurchase', 'busy');
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame.getByRole('alert').getByText('Messages are being handled just now').waitFor();
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame
      .locator('.newest')
      .getByText(/^counts for /)
      .waitFor();
    expect(await frame.getByRole('alert').count()).toBe(0);
  });
});
