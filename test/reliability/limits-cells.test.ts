/** Limits of the spreadsheet: full cells, a full grid, pushed rows, and what nobody knows of Google’s. */
import { MINUTE } from '../support/business';
import { tellsOf } from '../support/told';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { comes, expectGoodEnd, here, problems } from './limits-shop';
import { type Cast, invitation } from './stories';

let cases = 0;
beforeEach(() => void cases++);
afterAll(() => console.log(`limits of the cells: ${cases} cases`));

describe('cells', () => {
  test('ten million cells: events are kept, the owner is told, and it goes on when there is room', () => {
    const { shop, anna, ben, sheet } = here();
    while (sheet.size('Clients').rows > 2) sheet.deleteRow('Clients', 3);
    const { rows, columns } = sheet.size('Clients');
    const others = sheet.sheetNames().filter((name) => name !== 'Clients' && name !== 'Sheet1');
    const taken = others
      .map((name) => sheet.size(name))
      .reduce((sum, size) => sum + size.rows * size.columns, rows * columns);
    // Narrower than Clients: what is left over must not be enough for one more row there.
    while (sheet.size('Sheet1').columns > 8) sheet.deleteColumn('Sheet1', 1);
    const most = Math.floor((10_000_000 - taken) / 8);
    sheet.fill('Sheet1', [['the last']], most);
    expect(comes(shop, ben, anna)).toBe(200);
    shop.wait(30 * MINUTE);
    expect(shop.rows('Clients')).toHaveLength(1);
    expect(problems(shop)).toContain('the number of cells in the workbook');
    sheet.deleteSheet('Sheet1');
    expectGoodEnd(shop, ben, anna);
  });

  test('a note of 50,000 characters takes nothing more, and stops nothing', () => {
    const { shop, anna, ben, sheet } = here();
    shop.writes(ben, 'Link');
    sheet.type('Clients', 3, 'Note', 'n'.repeat(49_990));
    shop.writes(ben, 'You were recommended by 447700900999 Hello');
    settle(shop);
    expect(shop.heard(ben).join()).toContain('Welcome back, Ben!');
    shop.whatsapp.changeNumber(ben.key, '447700900088');
    comes(shop, ben, anna);
    expectGoodEnd(shop, ben, anna);
    expect(shop.row(ben).Note).toBe('n'.repeat(49_990));
    expect(shop.rows('Problems')).toEqual([]);
  });

  test('a formula column down to the grid’s end: rows go below it, and everybody has one', () => {
    const { shop, anna, cleo, friends, sheet } = here();
    const { rows } = sheet.size('Clients');
    sheet.fill(
      'Clients',
      Array.from({ length: rows - 1 }, () => [...Array(12).fill(''), 'x']),
      2,
    );
    expect(shop.has(anna)).toBe(false);
    shop.writes(anna, 'Link');
    shop.whatsapp.delivery.batch = true;
    for (const friend of friends) comes(shop, friend, anna);
    shop.whatsapp.delivery.batch = false;
    shop.whatsapp.flush();
    comes(shop, cleo, anna);
    settle(shop);
    const people = shop.rows('Clients').filter((row) => row.Phone);
    expect(people).toHaveLength(7);
    for (const friend of [...friends, cleo]) {
      expect(shop.row(friend)['Invited by']).toBe(anna.phone);
      expect(shop.heard(anna).filter((text) => tellsOf(text, friend.name))).toHaveLength(1);
    }
  });
});

describe('what nobody knows of Google’s', () => {
  const quirks = [
    ...[
      ['appendRowKeepsText', true],
      ['apostropheShown', true],
      ['textFinderSkipsHidden', true],
    ],
    ...[
      ['textFinderSeesUnflushed', false],
      ['simpleTriggersMayUseProperties', false],
    ],
    ...[
      ['scientificFrom', 1e5],
      ['all as expected', null],
    ],
  ] as [string, unknown][];

  test.each(quirks)('%s: %s', (quirk, value) => {
    const { shop, anna, ben, cleo, friends, sheet } = here();
    if (value !== null) Object.assign(shop.script.quirks, { [quirk]: value });
    shop.writes(shop.person('=1+1', '447700900031'), 'Link');
    shop.writes(shop.person("'0507", '447700900032'), 'Link');
    sheet.type('Clients', 5, 'Phone', '447700900003');
    sheet.type('Clients', 5, 'Name', 'Cleo');
    shop.set({ 'Text: Link button': 'Mein Link' });
    comes(shop, ben, anna);
    comes(shop, cleo, ben);
    comes(shop, friends[0] as Cast['ben'], shop.known('=1+1'));
    shop.whatsapp.write(anna.key, { text: invitation(cleo) });
    sheet.sort('Clients', 'Name');
    settle(shop);
    expect(shop.writes(anna, 'Link')[0]?.link?.title).toBe('Mein Link');
    expectWhole(shop);
    expectEveryoneTold(shop);
    expect(
      shop
        .rows('Clients')
        .map(({ Name = '' }) => Name)
        .sort(),
    ).toEqual(["'0507", '=1+1', 'Anna', 'Ben', 'Cleo', 'Friend0'].sort());
    expect(shop.row(cleo)['Invited by']).toBe(ben.phone);
  });

  test('rows that the owner hides are found as long as the search finds them', () => {
    const { shop, anna, ben, sheet } = here();
    comes(shop, ben, anna);
    sheet.hideRow('Clients', 2);
    sheet.hideRow('Clients', 3);
    shop.writes(ben, 'Link');
    expect(shop.rows('Clients')).toHaveLength(2);
    expectGoodEnd(shop, ben, anna);
  });
});
