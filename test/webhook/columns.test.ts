/** Where the columns stand makes a message dearer or cheaper to look up, and changes nothing else. */
import { Business, type BusinessOptions, HOUR } from '../support/business';
import { asInFirstVersion, headingsOf, withOwnColumns } from '../support/columns';

const SHEETS: [string, (shop: Business) => void][] = [
  ['a new sheet', () => {}],
  ['a sheet of the first version', asInFirstVersion],
  ['a sheet with the owner’s columns in between', withOwnColumns],
  [
    'a sheet of the first version with the owner’s columns in between',
    (shop) => {
      asInFirstVersion(shop);
      withOwnColumns(shop);
    },
  ],
];

describe.each(SHEETS)('%s', (_, arrange) => {
  function shopWith(options: BusinessOptions = {}) {
    const shop = new Business(options);
    arrange(shop);
    const [anna, ben, cleo] = ['Anna', 'Ben', 'Cleo'].map((name, n) =>
      shop.person(name, `44770090000${n}`),
    ) as [
      ReturnType<Business['person']>,
      ReturnType<Business['person']>,
      ReturnType<Business['person']>,
    ];
    return { shop, anna, ben, cleo, sheet: shop.script.spreadsheet };
  }

  test('a link, a referral and the list of it', () => {
    const { shop, anna, ben } = shopWith();
    shop.invites(anna, ben);
    expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone, "Inviter's name": 'Anna' });
    expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\nBen · /);
  });

  test('a referral by code', () => {
    const { shop, anna, ben } = shopWith({
      settings: { Invitation: 'Recommended by {code} Hello' },
    });
    shop.invites(anna, ben);
    expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  });

  test('a loop through a deleted row is refused', () => {
    const { shop, anna, ben, cleo, sheet } = shopWith();
    shop.invites(anna, ben);
    shop.invites(ben, cleo);
    shop.writes(cleo, 'Link');
    sheet.deleteRow('Clients', shop.rowNumber(anna));
    shop.taps(anna, cleo);
    expect(shop.rows('Clients').filter((row) => row['Invited by'] === cleo.phone)).toEqual([]);
  });

  test('a moved number takes its referrals and the notices that wait along', () => {
    const { shop, anna, ben } = shopWith();
    shop.writes(anna, 'Link');
    shop.sleeps(25 * HOUR);
    shop.taps(ben, anna);
    expect(shop.row(ben).Notice).toMatch(/^waits for 447700900000 to write/);
    shop.whatsapp.changeNumber(anna.key, '447700900088');
    shop.writes(anna, 'Hello');
    expect(shop.heard(anna).filter((text) => text.startsWith('Good news'))).toHaveLength(1);
    expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\n/);
    expect(shop.rows('Clients')).toHaveLength(2);
  });

  test('of two rows of one person the one with the number counts', () => {
    const { shop, anna, ben, sheet } = shopWith();
    shop.writes(anna, 'Link');
    const [idHeading = ''] = headingsOf(shop).filter((one) => one.endsWith(' id'));
    sheet.fill('Clients', [{ Name: 'Anna twice', [idHeading]: anna.waId ?? '', Phone: '' }]);
    shop.taps(ben, anna);
    shop.writes(anna, 'Hello');
    expect(shop.rows('Clients').map(({ Name }) => Name)).toEqual(['Anna', 'Anna twice', 'Ben']);
    expect(shop.row(ben)).toMatchObject({ "Inviter's name": 'Anna', 'Invited by': anna.phone });
  });

  test('what stands in a column of the owner’s is nobody’s number', () => {
    const { shop, anna, ben, sheet } = shopWith();
    shop.writes(anna, 'Link');
    sheet.type('Clients', 2, 'Note', ben.phone ?? '');
    shop.writes(ben, 'Link');
    expect(shop.rows('Clients')).toHaveLength(2);
    expect(shop.cell('Clients', 2, 'Note')).toBe(ben.phone);
  });
});

test('the heading “WhatsApp id” of earlier versions gets today’s name; what stands below it stays', () => {
  const shop = new Business();
  asInFirstVersion(shop);
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const [before] = shop.rows('Clients');
  expect(before?.['WhatsApp id']).toContain(anna.phone);
  const { 'WhatsApp id': ids, ...others } = before ?? {};
  shop.run('setUp');
  expect(shop.rows('Clients')).toEqual([{ ...others, 'Messenger id': ids }]);
});

/** Columns that a new referral's searches looked at. */
function searched(arrange: (shop: Business) => void, settings: Record<string, string> = {}) {
  const shop = new Business({ settings });
  arrange(shop);
  const anna = shop.person('Anna', '447700900001');
  const [ben, cleo] = [shop.person('Ben', '447700900002'), shop.person('Cleo', '447700900003')];
  shop.invites(anna, ben);
  const rows = 500;
  shop.script.spreadsheet.fill(
    'Clients',
    Array.from({ length: rows }, (_, n) => ({
      Phone: String(447_100_000_000 + n),
      Name: 'Filler',
    })),
  );
  shop.taps(cleo, anna);
  const execution = shop.script.executions.filter(({ calls }) => calls.fetch).pop();
  return Math.floor((execution?.cells ?? 0) / rows);
}

test('a new referral looks through three columns, or four where links carry a code', () => {
  expect(searched(() => {})).toBe(3);
  expect(searched(() => {}, { Invitation: 'Recommended by {code} Hello' })).toBe(4);
});

test('in a sheet of the first version it looks through all that stands in between', () => {
  expect(searched(asInFirstVersion)).toBe(10);
});
