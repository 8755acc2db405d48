/** *Note a purchase…*: a number, an amount, Enter; the result, and the next one. */
import { describePage, sitDown } from './at-a-desk';
import { focused, obstacles } from './obstacles';
import type { OwnersDesk } from './owners-desk';
import { promise } from './promise';
import type { PageFrame } from './surface';

jest.setTimeout(90_000);

const NOTE = ['Note a purchase…', 'Note a purchase'] as const;
const ANNA = '447700900142';
const BEN = '447700900188';

describePage('a purchase at the counter', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  /** Ben has joined through Anna, who is in the base; the dialog is open. */
  async function open(): Promise<PageFrame> {
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

  test('what cannot be read is said before anything is noted', async () => {
    const frame = await open();
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
    const frame = await open();
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
