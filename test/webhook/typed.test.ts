/** What the owner types into *Clients*: a number becomes a client within a minute, or a note says why not. */
import { BUSINESS_NUMBER, Business, callsOf, MINUTE } from '../support/business';

const ANNA = '447700900001';
const BEN = '447700900002';

function typed(rows: Record<string, string>[], shop = new Business()): Business {
  shop.wait(MINUTE);
  const at = shop.rows('Clients').length + 2;
  rows.forEach((row, index) => {
    for (const [heading, text] of Object.entries(row)) {
      shop.script.spreadsheet.type('Clients', at + index, heading, text);
    }
  });
  shop.wait(MINUTE);
  return shop;
}

/** The note on a cell. */
function note(shop: Business, row: number, heading: string): string {
  const headings = shop.script.spreadsheet.rows('Clients')[0] ?? [];
  return shop.script.spreadsheet.note('Clients', row, headings.indexOf(heading) + 1);
}

test('a number becomes a client: its canonical form, a code, a link, and nobody is written to', () => {
  const shop = typed([{ Phone: '+55 11 8765-4321', Name: 'Bia' }]);
  const [row] = shop.rows('Clients');
  expect(row).toMatchObject({
    Phone: '5511987654321',
    Name: 'Bia',
    Code: expect.stringMatching(/^\w{8}$/),
    Joined: expect.stringMatching(/^2026-06-01/),
    'Last message': '',
    Link: `https://wa.me/${BUSINESS_NUMBER}?text=You%20were%20recommended%20by%205511987654321%20Hello`,
  });
  expect(shop.whatsapp.outbound).toEqual([]);
});

test('the person who writes then is the same client', () => {
  const shop = typed([{ Phone: '+44 7700 900001', Name: 'Anna' }]);
  const code = shop.rows('Clients')[0]?.Code;
  shop.writes(shop.person('Anna', ANNA), 'Link');
  expect(shop.rows('Clients')).toEqual([expect.objectContaining({ Phone: ANNA, Code: code })]);
});

test.each([
  ['07700 900001', /^Not a client yet: this is not a phone number\. Begin with \+/],
  ['ask her', /^Not a client yet: this is not a phone number/],
  ['0044 7700 900 002', /^Not a client yet: row 2 has the same number/],
])('“%s” is told in the cell’s note, and the cell stays as it is', (text, why) => {
  const shop = new Business();
  shop.writes(shop.person('Ben', BEN), 'Link');
  typed([{ Phone: text }], shop);
  expect(note(shop, 3, 'Phone')).toMatch(why);
  expect(shop.rows('Clients')[1]).toMatchObject({ Phone: text, Code: '' });
});

test('a number that is corrected loses its note', () => {
  const shop = typed([{ Phone: '07700 900001' }]);
  expect(note(shop, 2, 'Phone')).not.toBe('');
  shop.script.spreadsheet.type('Clients', 2, 'Phone', '+44 7700 900001');
  shop.wait(MINUTE);
  expect(note(shop, 2, 'Phone')).toBe('');
  expect(shop.rows('Clients')[0]).toMatchObject({ Phone: ANNA, Code: expect.stringMatching(/\w/) });
});

test('a note of the owner’s own stays', () => {
  const shop = new Business();
  shop.script.spreadsheet.setNote('Clients', 2, 7, 'Call her on Monday');
  typed([{ Phone: 'ask her' }], shop);
  expect(note(shop, 2, 'Phone')).toBe('Call her on Monday');
});

test('two rows that are typed with the same number: the first counts', () => {
  const shop = typed([{ Phone: '+44 7700 900001' }, { Phone: '447700900001' }]);
  expect(shop.rows('Clients').map(({ Code }) => Code !== '')).toEqual([true, false]);
  expect(note(shop, 3, 'Phone')).toContain('row 2 has the same number');
});

test('an inviter by hand gets a name beside it, and is told of nothing', () => {
  const shop = new Business();
  const anna = shop.person('Anna', ANNA);
  shop.writes(anna, 'Link');
  const before = shop.heard(anna).length;
  typed([{ Phone: BEN, Name: 'Ben', 'Invited by': '+44 7700 900001' }], shop);
  expect(shop.rows('Clients')[1]).toMatchObject({
    'Invited by': ANNA,
    "Inviter's name": 'Anna',
    Notice: 'not told: written by you',
  });
  shop.wait(5 * MINUTE);
  expect(shop.heard(anna)).toHaveLength(before);
});

test.each([
  ['themselves', BEN, 'nobody invites themselves'],
  ['somebody unknown', '447700900009', 'nobody in this tab has this number'],
  ['somebody whom they have invited', '447700900003', 'invited by this very client'],
])('an inviter who is %s is told in the cell’s note', (_, inviter, why) => {
  const shop = new Business();
  const ben = shop.person('Ben', BEN);
  shop.invites(ben, shop.person('Cleo', '447700900003'));
  shop.wait(MINUTE);
  shop.script.spreadsheet.type('Clients', shop.rowNumber(ben), 'Invited by', inviter);
  shop.wait(MINUTE);
  expect(note(shop, shop.rowNumber(ben), 'Invited by')).toContain(why);
  expect(shop.row(ben)["Inviter's name"]).toBe('');
});

test('rows that came without an edit, out of a form or an app, are found within ten minutes', () => {
  const shop = new Business();
  shop.wait(MINUTE);
  shop.script.spreadsheet.fill('Clients', [{ Phone: '+44 7700 900001', Name: 'Anna' }], 2);
  shop.wait(12 * MINUTE);
  expect(shop.rows('Clients')[0]).toMatchObject({ Phone: ANNA, Code: expect.stringMatching(/\w/) });
});

test('many at once', () => {
  const shop = new Business();
  const rows = Array.from({ length: 700 }, (_, at) => [String(447701000000 + at)]);
  const headings = shop.script.spreadsheet.rows('Clients')[0] ?? [];
  shop.script.spreadsheet.paste('Clients', 2, headings.indexOf('Phone') + 1, rows);
  shop.wait(3 * MINUTE);
  const codes = shop.rows('Clients').map(({ Code }) => Code);
  expect(new Set(codes).size).toBe(700);
  expect(codes).not.toContain('');
});

test('a minute in which nothing was typed costs the trigger no more than four calls', () => {
  const shop = typed([{ Phone: '+44 7700 900001' }]);
  shop.wait(2 * MINUTE);
  expect(callsOf(shop.triggerRuns()).all).toBeLessThanOrEqual(4);
  const fresh = new Business();
  fresh.wait(2 * MINUTE);
  expect(callsOf(fresh.triggerRuns()).all).toBeLessThanOrEqual(4);
});
