/** The sheet as the window of a database: what is newer comes in, what the owner edits goes out. */
import { MINUTE } from '../support/business';
import { changed, looks, people, rowOf, shown, stored, types, windowShop } from './window-shop';

/** Anna has a link, and the window shows her. */
function withAnna() {
  const shop = windowShop();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.wait(2 * MINUTE);
  return { shop, anna, sheet: shop.script.spreadsheet };
}

test('who joins is in the window a minute later, and the marks stand out of sight', () => {
  const { shop, anna } = withAnna();
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  shop.wait(2 * MINUTE);
  const [, second] = shown(shop);
  expect(second).toMatchObject({
    Name: 'Ben',
    Phone: '447700900002',
    'Invited by': '447700900001',
  });
  expect(second?.Joined).toBe('2026-06-01 12:02');
  expect(second?.Database).toMatch(/^r2\./);
  expect(shop.rows('Problems')).toEqual([]);
});

test('an edit goes over field by field: it wins over its own cell, and leaves the others', () => {
  const { shop, sheet } = withAnna();
  types(shop, 2, 'Note', 'Likes tea');
  changed(shop, 'Anna', { name: 'Anna Lee', note: 'by somebody else' });
  shop.wait(MINUTE);
  expect(stored(shop)[0]).toMatchObject({ note: 'Likes tea', name: 'Anna Lee' });
  shop.wait(MINUTE);
  expect(shown(shop)[0]).toMatchObject({ Note: 'Likes tea', Name: 'Anna Lee' });
  // An app changes cells without an event.
  sheet.fill('Clients', [{ ...shown(shop)[0], Note: 'Likes coffee' }], 2);
  looks(shop);
  expect(stored(shop)[0]).toMatchObject({ note: 'Likes coffee' });
});

test('a number that is typed becomes a client; what is none says why; whoever is known is shown', () => {
  const { shop, sheet } = withAnna();
  types(shop, 3, 'Phone', '+55 11 8765-4321');
  types(shop, 3, 'Name', 'Bia');
  types(shop, 3, 'Invited by', '+44 7700 900001');
  types(shop, 4, 'Phone', '07700 900001');
  types(shop, 5, 'Phone', '+44 7700 900001');
  shop.wait(2 * MINUTE);
  const [, bia] = stored(shop);
  expect(bia).toMatchObject({
    phone: '5511987654321',
    name: 'Bia',
    invited_by: '447700900001',
    inviter_name: 'Anna',
    notice: 'not told: written by you',
    code: expect.stringMatching(/^\w{8}$/),
  });
  expect(shown(shop)[1]).toMatchObject({
    Phone: '5511987654321',
    Code: bia?.code,
    "Inviter's name": 'Anna',
    Link: expect.stringContaining('5511987654321'),
  });
  const note = (row: number) => sheet.note('Clients', row, 'Phone');
  expect([note(3), note(4), note(5)]).toEqual([
    '',
    expect.stringMatching(/^Not a client yet: this is not a phone number/),
    expect.stringMatching(/row 2 has the same number/),
  ]);
  expect(stored(shop)).toHaveLength(2);
  expect(shop.rows('Problems')).toEqual([]);
});

test('somebody cannot be made their own inviter: the note says so, and the rest of the row is taken over', () => {
  const { shop, sheet } = withAnna();
  types(shop, 2, 'Invited by', '447700900001');
  types(shop, 2, 'Note', 'Likes tea');
  shop.wait(2 * MINUTE);
  expect(sheet.note('Clients', 2, 'Invited by')).toMatch(/nobody invites themselves/);
  expect(stored(shop)[0]).toMatchObject({ invited_by: '', note: 'Likes tea' });
  types(shop, 2, 'Invited by', '');
  shop.wait(2 * MINUTE);
  expect(shop.rows('Problems')).toEqual([]);
});

test('rows that the owner deletes are deleted; more than fifty at once come back, and that is told', () => {
  const { shop, sheet } = withAnna();
  people(shop, 120);
  looks(shop);
  expect(shown(shop)).toHaveLength(121);
  sheet.deleteRow('Clients', rowOf(shop, 'Person 7'));
  looks(shop);
  expect(stored(shop).map(({ name }) => name)).not.toContain('Person 7');
  for (let n = 0; n < 51; n++) sheet.deleteRow('Clients', 3);
  looks(shop);
  expect(stored(shop)).toHaveLength(120);
  expect(shown(shop)).toHaveLength(120);
  expect(shop.rows('Problems')[0]?.Problem).toMatch(/More than 50 rows .* deleted at once/);
});

test('cells that are emptied in more than fifty rows at once are filled again', () => {
  const { shop, sheet } = withAnna();
  people(shop, 60);
  looks(shop);
  sheet.paste('Clients', 2, sheet.columnOf('Clients', 'Name'), new Array(61).fill(['']));
  looks(shop);
  expect(stored(shop)[3]?.name).toBe('Person 3');
  expect(shown(shop)[3]?.Name).toBe('Person 3');
});

test('of everything that somebody is known by something stays', () => {
  const { shop, sheet } = withAnna();
  sheet.fill('Clients', [{ ...shown(shop)[0], Phone: '', Code: '', 'Messenger id': '' }], 2);
  looks(shop);
  expect(stored(shop)[0]).toMatchObject({ phone: '447700900001', name: 'Anna' });
  expect(shown(shop)[0]?.Phone).toBe('447700900001');
});

test('a tab of an earlier day deletes nobody: everybody comes back', () => {
  const { shop, sheet } = withAnna();
  const earlier = sheet.copyTab('Clients');
  people(shop, 5);
  looks(shop);
  sheet.putTab('Clients', earlier);
  looks(shop);
  looks(shop);
  expect(stored(shop)).toHaveLength(6);
  expect(shown(shop)).toHaveLength(6);
});

describe('wherever the owner moves things', () => {
  function crowd() {
    const all = withAnna();
    people(all.shop, 6);
    looks(all.shop);
    return all;
  }

  /** Everybody's name in the database and in the tab. */
  const names = (shop: ReturnType<typeof crowd>['shop']) => [
    stored(shop).map(({ name, phone }) => `${name} ${phone}`),
    shown(shop)
      .map(({ Name, Phone }) => `${Name} ${Phone}`)
      .sort(),
  ];

  test.each<[string, (sheet: ReturnType<typeof crowd>['sheet']) => void]>([
    ['the tab is sorted', (sheet) => sheet.sort('Clients', 'Name', false)],
    ['a filter hides rows', (sheet) => sheet.filter('Clients', 'Name', 'Anna')],
    ['a column is moved', (sheet) => sheet.moveColumn('Clients', 'Name', 9)],
    ['a column is inserted', (sheet) => sheet.insertColumn('Clients', 'Phone')],
    [
      'the column of the marks is deleted',
      (sheet) => sheet.deleteColumn('Clients', sheet.columnOf('Clients', 'Database')),
    ],
    [
      'only some columns are sorted, without the marks',
      (sheet) => {
        const width = sheet.columnOf('Clients', 'Database') - 1;
        const rows = sheet
          .rows('Clients')
          .slice(1)
          .map((cells) => cells.slice(0, width));
        sheet.paste('Clients', 2, 1, rows.reverse());
      },
    ],
  ])('%s: nobody becomes somebody else, and edits are found', (_, moves) => {
    const { shop, sheet } = crowd();
    const before = names(shop);
    moves(sheet);
    looks(shop);
    types(shop, rowOf(shop, 'Person 2'), 'Note', 'Likes tea');
    changed(shop, 'Person 3', { note: 'news' });
    looks(shop);
    looks(shop);
    expect(names(shop)).toEqual(before);
    const notes = Object.fromEntries(stored(shop).map(({ name, note }) => [name, note]));
    expect(notes).toMatchObject({ 'Person 2': 'Likes tea', 'Person 3': 'news', Anna: '' });
    expect(shown(shop).find(({ Name }) => Name === 'Person 3')?.Note).toBe('news');
  });
});
