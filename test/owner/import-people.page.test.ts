/** *Import people…* in Chromium: lists as they come, the columns, what would happen, the writing, and the way back. */
import type { Frame } from 'playwright-core';
import { describeInChromium } from '../support/chromium';
import { Desk, obstacles } from './desk';
import { fillClients } from './owner';

jest.setTimeout(120_000);

describeInChromium('importing people', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('Import people…', 'Import people');

  /** Pastes a list and has the page read it. */
  async function paste(list: string): Promise<Frame> {
    const frame = await open();
    await frame.getByLabel('The list, one person a line').fill(list);
    await frame.getByRole('button', { name: 'Read the list' }).click();
    return frame;
  }

  /** Has the page read a file. */
  async function file(buffer: Buffer): Promise<Frame> {
    const frame = await open();
    await frame.getByRole('tab', { name: 'CSV file' }).click();
    await frame.locator('#file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    return frame;
  }

  async function look(frame: Frame): Promise<void> {
    await frame.getByRole('button', { name: 'Look at it first' }).click();
  }

  /** How many of each kind the preview shows. */
  function summaries(frame: Frame): Promise<string[]> {
    return frame.locator('section[aria-label="Preview"] summary').allTextContents();
  }

  test('a pasted list: columns guessed, everything told before, then written', async () => {
    await desk.begin(() => fillClients(desk, 3));
    const frame = await paste(
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
    const frame = await paste('+44 7700 900123\tRosa\t+44 7700 900555\n+44 7700 900124\tMax\t');
    expect(await frame.locator('#phone').inputValue()).toBe('0');
    expect(await frame.locator('#name').inputValue()).toBe('1');
    await look(frame);
    await frame.getByText('2 new').waitFor();
    await frame.locator('#phone').selectOption('2');
    await look(frame);
    await frame.getByText('1 cannot be read').waitFor();
    await frame.getByText('has no number').waitFor({ state: 'attached' });
  });

  test('a file of an older Excel, with semicolons and accents', async () => {
    await desk.begin();
    const text = 'Téléphone;Nom\r\n+33 6 12 34 56 78;Zoé\r\n';
    const frame = await file(Buffer.from(text, 'latin1'));
    await look(frame);
    await frame.getByRole('button', { name: 'Import 1 person' }).click();
    await frame.getByText('1 person is in the Clients tab now.').waitFor();
    expect(desk.rows('Clients')[0]).toMatchObject({ Phone: '33612345678', Name: 'Zoé' });
  });

  test('what is no CSV file is told', async () => {
    await desk.begin();
    const frame = await file(Buffer.from('PK\x03\x04\0\0'));
    await frame.getByText('This is not a CSV file.').waitFor();
  });

  test('another tab of the spreadsheet, with numbers that are numbers', async () => {
    await desk.begin(() => {
      const sheet = desk.script.spreadsheet;
      sheet.addSheet('Old list');
      sheet.type('Old list', 1, 1, 'Client');
      sheet.type('Old list', 1, 2, 'WhatsApp');
      sheet.type('Old list', 2, 1, 'Rosa');
      sheet.type('Old list', 2, 2, '33612345678');
    });
    const frame = await open();
    await frame.getByRole('tab', { name: 'A tab of this sheet' }).click();
    await frame.locator('#tab').selectOption('Old list');
    await frame.getByRole('button', { name: 'Read the tab' }).click();
    await look(frame);
    await frame.getByRole('button', { name: 'Import 1 person' }).click();
    await frame.getByText('1 person is in the Clients tab now.').waitFor();
    expect(desk.rows('Clients')[0]).toMatchObject({ Phone: '33612345678', Name: 'Rosa' });
  });

  test('stopped on the way: what is written stays, and the rest can follow', async () => {
    await desk.begin();
    const lines = Array.from({ length: 5000 }, (_, at) => `+4477${10_000_000 + at},P${at}`);
    const frame = await file(Buffer.from(lines.join('\n')));
    await look(frame);
    await desk.slowDown('importPeople', 800);
    await frame.getByRole('button', { name: 'Import 5,000 people' }).click();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await frame.getByText(/^Stopped\./).waitFor();
    const written = desk.rows('Clients').length;
    expect(written).toBeLessThan(5000);
    await desk.worksAgain();
    await look(frame);
    await frame.getByRole('button', { name: /^Import / }).click();
    await frame.getByText(/people are in the Clients tab now\.$/).waitFor();
    expect(desk.rows('Clients')).toHaveLength(5000);
    await frame.getByText(/^Undo the last import .* 5,000 people/).waitFor();
  });

  test('a hostile name stays text', async () => {
    await desk.begin();
    const frame = await paste('+44 7700 900123,<img src=x onerror="window.hacked=1">');
    await look(frame);
    await frame.getByRole('listitem').getByText('<img src=x').waitFor();
    expect(await frame.evaluate('window.hacked')).toBeUndefined();
  });
});
