/** After the move the tabs are windows: each row belongs to exactly one row of its table, however odd it is. */
import { BOTH, rewardShop } from '../rewards/shop';
import { rowOf, shown, types } from '../script/window-shop';
import { type Business, MINUTE } from '../support/business';
import { inPart } from '../support/part';
import { connect, moveAll, moveOver } from './moving';
import { ownerOf } from './owner';

// PostgreSQL takes its time to begin.
jest.setTimeout(process.env.ALL_CASES ? 600_000 : 120_000);

const TABLES = ['clients', 'rewards'] as const;
const TABS = { clients: 'Clients', rewards: 'Rewards' } as const;

/** People and rewards as nobody but an owner would write them: without a key, twice, and half of them empty. */
function oddShop(): Business {
  const { shop, anna, ben } = rewardShop(BOTH);
  shop.taps(ben, anna);
  shop.wait(2 * MINUTE);
  const { spreadsheet } = shop.script;
  const [first = {}] = shop.rows('Clients');
  const { Joined: _, 'Last message': __, ...again } = first;
  spreadsheet.fill('Clients', [
    again,
    { ...again, Name: 'Anna once more' },
    { Name: 'No number', Note: 'calls on Fridays' },
    { Name: 'No number', Note: 'calls on Fridays' },
    { Note: 'nobody at all' },
    { Phone: '447700900555', Name: 'Themselves', 'Invited by': '447700900555' },
  ]);
  const [reward = {}] = shop.rows('Rewards');
  const { Since: ___, 'Ready on': ____, 'Given on': _____, ...doubled } = reward;
  spreadsheet.fill('Rewards', [
    { Who: '447700900001', Name: 'Anna', Reward: 'A mug', State: 'given' },
    { Who: '447700900001', Name: 'Anna', Reward: 'A mug', State: 'given' },
    { Who: '447700900777', Reward: 'A cup', State: 'ready' },
    doubled,
  ]);
  return shop;
}

/** What stands in the cells of a tab, but for the column of the marks. */
function cells(shop: Business, tab: string): string[][] {
  const [headings = [], ...rows] = shop.script.spreadsheet.rows(tab);
  const at = headings.indexOf('Database');
  return rows.map((row) => row.filter((_, index) => index !== at));
}

/** Whose each row of a tab is. */
function owners(shop: Business, tab: string): number[] {
  return shop.script.spreadsheet
    .column(tab, 'Database')
    .map((mark) => Number(/^r(\d+)\./.exec(mark)?.[1] ?? 0));
}

function ids(shop: Business, table: string): number[] {
  return shop.script.database
    .query(`select id from sheet_referrals.${table} order by id`)
    .map(({ id }) => Number(id));
}

function expectOneForEach(shop: Business): void {
  for (const table of TABLES) {
    const marked = owners(shop, TABS[table]).sort((a, b) => a - b);
    expect([table, marked]).toEqual([table, ids(shop, table)]);
  }
}

test('odd rows are adopted, each once: nothing is doubled, nothing is taken for an edit', () => {
  const shop = oddShop();
  connect(shop);
  moveOver(shop);
  const before = TABLES.map((table) => [cells(shop, TABS[table]), ids(shop, table)]);
  shop.wait(15 * MINUTE);
  expectOneForEach(shop);
  expect(TABLES.map((table) => [cells(shop, TABS[table]), ids(shop, table)])).toEqual(before);
  const versions =
    'select version from sheet_referrals.clients union select version from sheet_referrals.rewards';
  expect(shop.script.database.query(versions)).toEqual([{ version: '1' }]);
});

describe('what the owner does in the middle of the switch', () => {
  const { shop } = rewardShop(BOTH);
  const { spreadsheet, properties } = shop.script;
  connect(shop);
  spreadsheet.type('Clients', 1, (spreadsheet.rows('Clients', 1)[0]?.length ?? 0) + 1, 'City');
  let round = 0;

  const number = (who: number) => String(447_700_910_000 + round * 10 + who);

  /** Everybody is in the sheet again, and some more. */
  function stage(): void {
    round++;
    const address = properties.script.get('database');
    if (address) properties.script.set('database.next', address);
    properties.script.delete('database');
    spreadsheet.fill(
      'Clients',
      ['Renamed', 'Moved', 'Gone', 'Renumbered', 'Same'].map((name, who) => ({
        Phone: number(who),
        Name: `${name} ${round}`,
        Code: `code${round}${who}`,
      })),
    );
    spreadsheet.fill('Clients', [{ Name: `No number ${round}`, Note: 'calls' }]);
    moveAll(shop);
  }

  function edits(): void {
    spreadsheet.sort('Clients', 'Name', round % 2 === 0);
    types(shop, rowOf(shop, `Renamed ${round}`), 'Note', 'by the owner');
    types(shop, rowOf(shop, `Moved ${round}`), 'City', 'Zürich');
    types(shop, rowOf(shop, `Renumbered ${round}`), 'Phone', number(9));
    types(shop, rowOf(shop, `No number ${round}`), 'Note', 'calls on Fridays');
    spreadsheet.deleteRow('Clients', rowOf(shop, `Gone ${round}`));
    const below = shown(shop).length + 2;
    types(shop, below, 'Name', `Typed ${round}`);
    types(shop, below, 'Phone', number(8));
  }

  /** Of this round everybody, as they are in the database. */
  function people() {
    return shop.script.database
      .query("select name, phone, note, own->>'City' city from sheet_referrals.clients")
      .filter(({ name }) => name?.endsWith(` ${round}`))
      .map(({ name, phone, note, city }) =>
        [name?.split(' ')[0], phone, note, city].join(' ').trim(),
      )
      .sort();
  }

  function expectEdits(): void {
    const expected = [
      `Moved ${number(1)}  Zürich`,
      'No  calls on Fridays',
      `Renamed ${number(0)} by the owner`,
      `Renumbered ${number(9)}`,
      `Same ${number(4)}`,
      `Typed ${number(8)}`,
    ];
    expect([round, ...people()]).toEqual([round, ...expected]);
    expectOneForEach(shop);
    const keys = shop.script.database.query(
      'select key from sheet_referrals.client_keys join sheet_referrals.clients c on c.id = client where c.phone = $1',
      [number(9)],
    );
    expect(keys).toEqual([{ key: number(9) }]);
  }

  test('stands in the database when the trigger has run, at whatever call it was done', () => {
    const owner = ownerOf(shop);
    // The first time the tabs get a column for the marks.
    stage();
    owner.switchOver();
    shop.wait(3 * MINUTE);
    stage();
    const before = shop.script.executions.length;
    owner.switchOver();
    const calls = Math.max(
      ...shop.script.executions.slice(before).map(({ trace }) => trace.length),
    );
    shop.wait(3 * MINUTE);
    for (const call of inPart(Array.from({ length: calls }, (_, index) => index + 1))) {
      stage();
      shop.script.faults = { interruptAt: { call, run: edits } };
      expect([call, owner.switchOver().switched]).toEqual([call, true]);
      shop.wait(3 * MINUTE);
      expectEdits();
    }
  });

  test('stands there too when the first run of the trigger dies at whatever call, and the second with it', () => {
    const moveAndEdit = () => {
      stage();
      ownerOf(shop).switchOver();
      edits();
    };
    moveAndEdit();
    const calls = shop.triggerRuns().trace.length;
    shop.wait(3 * MINUTE);
    expectEdits();
    const deaths = Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
      (['before', 'after'] as const).map((when) => ({ call, when })),
    );
    for (const death of inPart(deaths)) {
      moveAndEdit();
      for (const _ of death.call % 2 ? [1] : [1, 2]) {
        shop.script.faults = { dieAt: death };
        shop.triggerRuns();
        shop.script.faults = {};
      }
      shop.wait(4 * MINUTE);
      expectEdits();
      expect([death, shop.rows('Problems')]).toEqual([death, []]);
    }
  });
});
