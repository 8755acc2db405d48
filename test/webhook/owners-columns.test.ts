/** Columns of the owner's go on below the last person: check-boxes and formulas in every row of the tab. New rows do not follow them. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { ownerOf } from '../owner/owner';
import { BOTH, ledger, minutesPass, rewardShop } from '../rewards/shop';
import { Business, callsOf } from '../support/business';

/** The rows that a new tab has. */
const ROWS = 1000;

type Cells = (row: number) => string;

const UNTICKED: Cells = () => 'FALSE';
const FORMULA: Cells = (row) => `=IF(A${row}="","",LEN(A${row}))`;

/** The owner gives a tab a column of their own, filled down to its last row; before another one, or behind all. */
function ownColumn(
  shop: Business,
  heading: string,
  cells: Cells,
  { tab = 'Clients', before }: { tab?: string; before?: string } = {},
): void {
  const sheet = shop.script.spreadsheet;
  const [headings = []] = sheet.rows(tab);
  const column = before ? sheet.columnOf(tab, before) : headings.length + 1;
  if (before) sheet.insertColumn(tab, column);
  sheet.type(tab, 1, column, heading);
  const rows = Array.from({ length: ROWS - 1 }, (_, n) => [cells(n + 2)]);
  sheet.paste(tab, 2, column, rows);
}

/** So many strangers ask for a link in one webhook. */
function strangersWrite(shop: Business, count: number, after = 0) {
  const at = shop.script.clock.now;
  const messages = Array.from({ length: count }, (_, n) => {
    const from = String(447_800_000_000 + after + n);
    return textMessage({ from, name: `Guest ${after + n}`, text: 'Link', at });
  });
  shop.post(JSON.stringify(metaWebhook(messages)));
  shop.script.clock.now += 1000;
  return callsOf(shop.last());
}

/** The rows in which somebody stands. */
const people = (shop: Business) =>
  shop.rows('Clients').flatMap(({ Phone }, index) => (Phone ? index + 2 : []));

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 2);

describe.each<[string, Cells]>([
  ['check-boxes', UNTICKED],
  ['formulas', FORMULA],
])('a column of %s in every row', (_, cells) => {
  test('people who come alone and together go below the last person', () => {
    const shop = new Business();
    ownColumn(shop, 'Member', cells);
    for (let n = 0; n < 3; n++) strangersWrite(shop, 1, n);
    strangersWrite(shop, 5, 3);
    strangersWrite(shop, 1, 8);
    expect(people(shop)).toEqual(upTo(9));
  });

  test('in between ours it stays as it is, and all that is ours is written', () => {
    const shop = new Business();
    ownColumn(shop, 'Member', cells, { before: 'Notice' });
    ownColumn(shop, 'Card', cells, { before: 'Messenger id' });
    const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
    const sheet = shop.script.spreadsheet;
    const member = sheet.columnOf('Clients', 'Member');
    const before = upTo(ROWS - 1).map((row) => sheet.formula('Clients', row, member));
    shop.invites(anna, ben);
    strangersWrite(shop, 3);
    expect(people(shop)).toEqual(upTo(5));
    expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone, "Inviter's name": 'Anna' });
    expect(shop.row(ben).Notice).toMatch(/^told /);
    expect(shop.row(ben)['Messenger id']).toContain(ben.phone);
    expect(upTo(ROWS - 1).map((row) => sheet.formula('Clients', row, member))).toEqual(before);
  });
});

test('a row in which only a name or a remark of the owner’s stands is not written over', () => {
  const shop = new Business();
  ownColumn(shop, 'Member', UNTICKED);
  strangersWrite(shop, 2);
  shop.script.spreadsheet.type('Clients', 6, 'Name', 'Grandmother');
  strangersWrite(shop, 1, 2);
  expect(people(shop)).toEqual([2, 3, 7]);
  expect(shop.cell('Clients', 6, 'Name')).toBe('Grandmother');
});

test('a tab that is full grows by a thousand rows', () => {
  const shop = new Business();
  const rows = Array.from({ length: ROWS - 1 }, (_, n) => ({ Phone: String(447_100_000_000 + n) }));
  shop.script.spreadsheet.fill('Clients', rows, 2);
  ownColumn(shop, 'Member', UNTICKED);
  strangersWrite(shop, 3);
  strangersWrite(shop, 1, 3);
  expect(people(shop)).toEqual(upTo(ROWS - 1 + 4));
  expect(shop.script.spreadsheet.size('Clients').rows).toBe(ROWS + 3 + 1000);
});

test('people whose rows are far above the end are found by looking further up', () => {
  const shop = new Business();
  shop.script.spreadsheet.type('Clients', 1, 12, 'Member');
  strangersWrite(shop, 2);
  shop.script.spreadsheet.type('Clients', 30_000, 'Member', 'FALSE');
  strangersWrite(shop, 1, 2);
  expect(people(shop)).toEqual(upTo(3));
});

test('who is added by hand is found below the last person at once', () => {
  const shop = new Business();
  ownColumn(shop, 'Member', UNTICKED);
  strangersWrite(shop, 1);
  const made = ownerOf(shop).addClients([
    { key: '447700900001', name: 'Anna' },
    { key: '447700900002', name: 'Ben' },
  ]);
  expect(made.map(({ client, added }) => [client[0], added])).toEqual([
    [3, true],
    [4, true],
  ]);
});

describe('service calls', () => {
  /** What somebody new costs who comes alone, and what three cost who come together. */
  function costs(arrange: (shop: Business) => void) {
    const shop = new Business();
    arrange(shop);
    strangersWrite(shop, 1);
    return { alone: strangersWrite(shop, 1, 1), together: strangersWrite(shop, 3, 2) };
  }

  const plain = costs(() => {});

  test('one more for somebody who comes alone, where the owner has a column', () => {
    const { alone, together } = costs((shop) => ownColumn(shop, 'Member', UNTICKED));
    expect(alone.all - plain.alone.all).toBe(1);
    expect(together.all - plain.together.all).toBe(0);
  });

  test('none more for the column that our own page makes', () => {
    const { alone } = costs((shop) => shop.script.spreadsheet.type('Clients', 1, 12, 'Link'));
    expect(alone.all).toBe(plain.alone.all);
  });

  test('one write more for each place where the owner’s columns part ours', () => {
    const { alone } = costs((shop) =>
      ownColumn(shop, 'Member', UNTICKED, { before: 'Messenger id' }),
    );
    expect(alone.all - plain.alone.all).toBe(2);
  });
});

test('rewards and purchases go below the last one as well', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, Staff: '447700900900' });
  const staff = shop.person('Eve', '447700900900');
  ownColumn(shop, 'Paid out', UNTICKED, { tab: 'Rewards', before: 'State' });
  ownColumn(shop, 'Seen', UNTICKED, { tab: 'Purchases' });
  shop.taps(ben, anna);
  shop.writes(staff, `bought ${ben.phone} 12`);
  minutesPass(shop);
  expect(shop.cell('Purchases', 2, 'Phone')).toBe(ben.phone);
  expect(shop.cell('Purchases', 2, 'Result')).toMatch(/^counts for Anna/);
  expect([2, 3].map((row) => shop.cell('Rewards', row, 'State'))).toEqual(['ready', 'ready']);
  expect(ledger(shop)[`friend:${ben.phone}`]?.['Paid out']).toBe('FALSE');
});
