/** *Import people…*: columns by hand, files, another tab, stopping on the way. */
import { describePage, sitDown } from './at-a-desk';
import { look, openImport, paste } from './importing';
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

jest.setTimeout(120_000);

describePage('importing people', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  /** Has the page read a file. */
  async function file(buffer: Buffer): Promise<PageFrame> {
    const frame = await openImport(desk);
    await frame.getByRole('tab', { name: 'CSV file' }).click();
    await frame.locator('#file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    return frame;
  }

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
    const frame = await openImport(desk);
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
    await desk.holdUp('importPeople');
    await frame.getByRole('button', { name: 'Import 5,000 people' }).click();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    await frame.getByText(/^Stopped\./).waitFor();
    const written = desk.rows('Clients').length;
    expect(written).toBeLessThan(5000);
    await look(frame);
    await frame.getByRole('button', { name: /^Import / }).click();
    await frame.getByText(/people are in the Clients tab now\.$/).waitFor();
    expect(desk.rows('Clients')).toHaveLength(5000);
    await frame.getByText(/^Undo the last import .* 5,000 people/).waitFor();
  });

  test('a hostile name stays text', async () => {
    await desk.begin();
    const frame = await paste(desk, '+44 7700 900123,<img src=x onerror="window.hacked=1">');
    await look(frame);
    await frame.getByRole('listitem').getByText('<img src=x').waitFor();
    expect(await frame.evaluate('window.hacked')).toBeUndefined();
  });
});
