/** *Import people…*: what blocks of a list do in the base, and how all of it is undone. */
import type { Listed } from '../../src/owner/wire';
import { Business } from '../support/business';
import { ownerOf } from './owner';

const ANNA = '447700900001';
const BEN = '447700900002';
const CLEO = '447700900003';

/** An import by itself, as the page does it. */
function imported(shop: Business, people: Listed[], batch = 'b1') {
  return ownerOf(shop).importPeople(batch, people);
}

function undone(shop: Business): { deleted: number; kept: number } {
  const owner = ownerOf(shop);
  const all = { deleted: 0, kept: 0 };
  let above = 0;
  for (;;) {
    const step = owner.undoImport(above);
    all.deleted += step.deleted;
    all.kept += step.kept;
    if (step.done) return all;
    above = step.above;
  }
}

const phones = (shop: Business) => shop.rows('Clients').map(({ Phone }) => Phone);

/** So many people with numbers of their own. */
function list(count: number, from = 0): Listed[] {
  return Array.from({ length: count }, (_, at) => [String(447701000000 + from + at), `P${at}`, '']);
}

test('people come in with a code and a note, in the canonical form, and nobody is written to', () => {
  const shop = new Business();
  const anna = shop.person('Anna', ANNA);
  shop.writes(anna, 'Link');
  const before = shop.heard(anna).length;
  expect(
    imported(shop, [
      [ANNA, 'Anna B.', ''],
      ['551187654321', 'Bia', ANNA],
      ['5511987654321', 'Bia again', ''],
      ['12', 'Nobody', ''],
    ]),
  ).toEqual({ added: 1, known: 2, unreadable: 1, withoutInviter: 0 });
  shop.wait(180_000);
  expect(shop.rows('Clients')).toHaveLength(2);
  expect(shop.rows('Clients')[1]).toMatchObject({
    Phone: '5511987654321',
    Name: 'Bia',
    'Invited by': ANNA,
    "Inviter's name": 'Anna',
    Notice: 'not told: imported',
    Note: 'imported 2026-06-01 #ib1',
    Code: expect.stringMatching(/^\w{8}$/),
    'Last message': '',
  });
  expect(shop.heard(anna)).toHaveLength(before);
  expect(shop.row(anna).Name).toBe('Anna');
});

test('an inviter may come in the same block, also one who has no row of their own yet', () => {
  const shop = new Business();
  imported(shop, [
    [ANNA, 'Anna', ''],
    [BEN, 'Ben', ANNA],
    [CLEO, 'Cleo', BEN],
  ]);
  expect(shop.rows('Clients').map((row) => row["Inviter's name"])).toEqual(['', 'Anna', 'Ben']);
});

test.each([
  ['somebody unknown', CLEO, 'who was not in the base'],
  ['themselves', ANNA, 'who is themselves'],
  ['somebody whom they have invited', BEN, 'whom they have invited'],
])('%s is no inviter, and the note says so', (_, claim, why) => {
  const shop = new Business();
  shop.script.spreadsheet.fill('Clients', [{ Phone: BEN, Name: 'Ben', 'Invited by': ANNA }], 2);
  expect(imported(shop, [[ANNA, 'Anna', claim]])).toMatchObject({ added: 1, withoutInviter: 1 });
  const row = shop.rows('Clients')[1];
  expect(row?.['Invited by']).toBe('');
  expect(row?.Note).toBe(
    `imported 2026-06-01 #ib1; the list names ${claim} as their inviter, ${why}`,
  );
});

test('a name that looks like a formula stays text', () => {
  const shop = new Business();
  imported(shop, [
    [ANNA, '=HYPERLINK("http://x")', ''],
    [BEN, '+1', ''],
  ]);
  expect(shop.formulas('Clients')).toEqual([]);
  expect(shop.rows('Clients')[0]?.Name).toBe('=HYPERLINK("http://x")');
});

test('somebody who writes while they are imported has one row', () => {
  for (let call = 1; call <= 16; call++) {
    const shop = new Business();
    const anna = shop.person('Anna', ANNA);
    shop.script.faults = { interruptAt: { call, run: () => void shop.writes(anna, 'Link') } };
    imported(shop, [
      [ANNA, 'Anna', ''],
      [BEN, 'Ben', ANNA],
    ]);
    shop.wait(120_000);
    expect(phones(shop).sort()).toEqual([ANNA, BEN]);
  }
});

test('the same block once more, after an answer was lost, adds nobody', () => {
  const shop = new Business();
  imported(shop, list(5));
  expect(imported(shop, list(5))).toMatchObject({ added: 0, known: 5 });
  expect(ownerOf(shop).lastImport()).toMatchObject({ batch: 'b1', count: 5 });
});

test('several blocks are undone together, and those who were there before stay', () => {
  const shop = new Business();
  const anna = shop.person('Anna', ANNA);
  shop.writes(anna, 'Link');
  imported(shop, list(1500));
  imported(shop, list(1500, 1500));
  expect(shop.rows('Clients')).toHaveLength(3001);
  expect(ownerOf(shop).lastImport()?.count).toBe(3000);
  expect(undone(shop)).toEqual({ deleted: 3000, kept: 0 });
  expect(phones(shop)).toEqual([ANNA]);
  expect(ownerOf(shop).lastImport()).toBeNull();
});

test('whoever has written since, or has invited somebody, is kept', () => {
  const shop = new Business();
  imported(shop, [[ANNA, 'Anna', ''], [BEN, 'Ben', ''], ...list(3)]);
  const anna = shop.person('Anna', ANNA);
  const cleo = shop.person('Cleo', CLEO);
  shop.writes(anna, 'Link');
  shop.writes(cleo, `You were recommended by ${BEN} Hello`);
  expect(undone(shop)).toEqual({ deleted: 3, kept: 2 });
  expect(phones(shop)).toEqual([ANNA, BEN, CLEO]);
});

test('rows that the owner has sorted are found wherever they are', () => {
  const shop = new Business();
  shop.script.spreadsheet.fill(
    'Clients',
    Array.from({ length: 120 }, (_, at) => ({ Phone: String(447701000001 + 2 * at), Name: 'Own' })),
    2,
  );
  imported(
    shop,
    list(120).map(([phone], at) => [String(Number(phone) + at), 'New', '']),
  );
  shop.script.spreadsheet.sort('Clients', 'Phone', true);
  expect(undone(shop)).toEqual({ deleted: 120, kept: 0 });
  expect(shop.rows('Clients').every(({ Name }) => Name === 'Own')).toBe(true);
  expect(shop.rows('Clients')).toHaveLength(120);
});

test('a tab that the import has filled to its last row can be emptied again', () => {
  const shop = new Business();
  imported(shop, list(999));
  expect(undone(shop)).toEqual({ deleted: 999, kept: 0 });
  expect(shop.rows('Clients').filter(({ Phone }) => Phone)).toEqual([]);
});

test('a tab of the owner’s is read as texts', () => {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  sheet.addSheet('Old list');
  sheet.type('Old list', 1, 1, 'Mobile');
  sheet.type('Old list', 2, 1, '447700900001');
  const owner = ownerOf(shop);
  expect(owner.importTabs()).toContainEqual({ name: 'Old list', rows: 2 });
  expect(owner.tabRows('Old list', 1, 10)).toEqual([['Mobile'], ['447700900001']]);
  expect(owner.tabRows('Old list', 3, 10)).toEqual([]);
  expect(() => owner.tabRows('Gone', 1, 10)).toThrow('no tab “Gone” any more');
});
