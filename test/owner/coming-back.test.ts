/** The way back by hand: what the statements of *When a sheet is full* give fills an empty sheet, which goes on from there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buys, minutesPass, rewardShop } from '../rewards/shop';
import type { Business } from '../support/business';
import { connect, inSheet, inTable, moveOver } from './moving';

type Row = Record<string, string>;

const DOC = readFileSync(join(__dirname, '../../docs/outgrowing-the-sheet.md'), 'utf8');

/** The page's statements: that of people, and that of rewards. */
const [PEOPLE = '', REWARDS = ''] = [...DOC.matchAll(/```sql\n([^`]*)```/g)].map(
  ([, sql]) => sql ?? '',
);

function taken(shop: Business, sql: string): Row[] {
  const rows = shop.script.database.query(sql);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([heading, text]) => [heading, text ?? ''])),
  );
}

test('what is taken out of a database by hand is the same in an empty sheet, and goes on there', () => {
  const { shop, anna, ben, cleo } = rewardShop();
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.writes(ben, 'Stop');
  connect(shop);
  moveOver(shop);
  shop.taps(cleo, anna);
  const tabs = { Clients: taken(shop, PEOPLE), Rewards: taken(shop, REWARDS) };
  expect([tabs.Clients.length, tabs.Rewards.length]).toEqual([3, 2]);

  const copy = rewardShop();
  const { spreadsheet } = copy.shop.script;
  for (const tab of ['Clients', 'Rewards'] as const) {
    for (let row = spreadsheet.rows(tab).length; row > 1; row--) spreadsheet.deleteRow(tab, row);
    const [headings = []] = spreadsheet.rows(tab);
    expect(headings.filter(Boolean)).toEqual(Object.keys(tabs[tab][0] ?? {}));
    tabs[tab].forEach((cells, index) => {
      headings.forEach((heading, at) => {
        spreadsheet.type(tab, index + 2, at + 1, cells[heading] ?? '');
      });
    });
    expect(inSheet(copy.shop, tab)).toEqual(inTable(shop, tab));
  }
  const before = shop.row(ben);
  expect(before.Stopped).toMatch(/^2\d{3}-/);
  expect(copy.shop.row(ben)).toMatchObject({ Joined: before.Joined, Stopped: before.Stopped });

  copy.shop.sleeps(30 * 60_000);
  copy.shop.writes(anna, 'My referrals');
  expect(copy.shop.rows('Clients')).toHaveLength(3);
  expect(copy.shop.heard(anna).join('\n')).toContain(cleo.name);
});
