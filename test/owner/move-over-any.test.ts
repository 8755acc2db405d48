/** Any shop moves over: the database has what the sheet said, the windows show it as before, and nothing is taken for an edit. */
import fc from 'fast-check';
import { rewardShop } from '../rewards/shop';
import { MINUTE } from '../support/business';
import { connect, inSheet, inTable, moveOver } from './moving';

// PostgreSQL takes its time to begin.
jest.setTimeout(120_000);

const RUNS = 12;

const { shop } = rewardShop();
const { spreadsheet, properties, database } = shop.script;
connect(shop);
['City', 'Paid', 'Twice'].forEach((heading) => {
  const width = spreadsheet.rows('Clients', 1)[0]?.length ?? 0;
  spreadsheet.type('Clients', 1, width + 1, heading);
});

const text = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'Zoë',
    'O\'Neil "Bo"',
    'a\\b',
    'two\nlines',
    '👩‍👧 Ida',
    'told',
    'NULL',
    '{}',
  ),
  fc.string({ maxLength: 8 }).map((one) => one.replace(/^[=+\-@']+/, '').trim()),
);
/** Few enough that some are there twice. */
const phone = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 100, max: 140 }).map((n) => `447700900${n}`),
);
const time = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1_700_000_000, max: 1_780_000_000 }).map((at) => new Date(at * 1000)),
);
const client = fc.record({
  Phone: phone,
  Name: text,
  'Invited by': phone,
  Joined: time,
  Note: text,
  Code: fc.constantFrom('', 'codeone1', 'codetwo2', 'codesix6'),
  City: text,
  Paid: fc.constantFrom('', 'TRUE', '12.50'),
});
const reward = fc.record({
  Key: fc.constantFrom('', '', 'friend:1', 'friend:2', 'inviter:3'),
  Who: phone,
  Name: text,
  Reward: text,
  State: fc.constantFrom('', 'given', 'ready'),
  Coupon: fc.constantFrom('', 'CUP', 'MUG'),
  Since: time,
});
const anyShop = fc.record({
  clients: fc.array(client, { maxLength: 60 }),
  rewards: fc.array(reward, { maxLength: 30 }),
});

/** The base is the sheet again, and nobody is in it. */
function empty(): void {
  const address = properties.script.get('database');
  if (address) properties.script.set('database.next', address);
  properties.script.delete('database');
  for (const tab of ['Clients', 'Rewards']) {
    for (let row = spreadsheet.rows(tab).length; row > 1; row--) spreadsheet.deleteRow(tab, row);
  }
}

function cells(tab: string): string[][] {
  const [headings = [], ...rows] = spreadsheet.rows(tab);
  const at = headings.indexOf('Database');
  return rows.map((row) => row.filter((_, index) => index !== at));
}

const isAnybody = (row: object) =>
  Object.entries(row).some(([name, value]) => value && name !== 'City' && name !== 'Paid');

function both() {
  return [inSheet(shop, 'Clients'), inSheet(shop, 'Rewards')];
}

test('any shop', () => {
  fc.assert(
    fc.property(anyShop, ({ clients, rewards }) => {
      empty();
      spreadsheet.fill('Clients', clients.filter(isAnybody));
      spreadsheet.fill('Rewards', rewards.filter(isAnybody));
      const said = both();
      const seen = [cells('Clients'), cells('Rewards')].map((rows) =>
        rows.map((row) => row.join('|')),
      );
      expect(moveOver(shop).switched).toBe(true);
      const counts = () =>
        database.query(
          'select (select count(*) from sheet_referrals.clients) people, (select count(*) from sheet_referrals.rewards) rewards',
        )[0];
      const before = counts();
      shop.wait(2 * MINUTE);
      const marks = ['Clients', 'Rewards'].map((tab) =>
        spreadsheet.column(tab, 'Database').map((mark) => /^r(\d+)\./.exec(mark)?.[1] ?? 'none'),
      );
      for (const all of marks) expect(new Set(all).size).toBe(all.length);
      expect(marks.map((all) => String(all.length))).toEqual([before?.people, before?.rewards]);
      expect(counts()).toEqual(before);
      const now = [cells('Clients'), cells('Rewards')].map((rows) =>
        rows.map((row) => row.join('|')),
      );
      expect(now).toEqual(seen);
      const stored = [inTable(shop, 'Clients'), inTable(shop, 'Rewards')];
      expect(stored.map((rows) => rows.filter((row) => Object.values(row).some(Boolean)))).toEqual(
        said,
      );
      const edited = database.query(
        'select name, version, own::text from sheet_referrals.clients where version > 1',
      );
      expect(edited).toEqual([]);
    }),
    {
      numRuns: Number(process.env.RUNS ?? RUNS),
      seed: Number(process.env.SEED ?? 1),
      endOnFailure: true,
    },
  );
});
