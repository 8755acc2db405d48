/** The tab Numbers: formulas and charts that come out right wherever the owner moves things, and stay the owner's. */
import type { PersonOnPhone as Phone } from '../../local/whatsapp/standin';
import { BOTH, buys, friend, minutesPass, rewardShop } from '../rewards/shop';
import { Business } from '../support/business';
import { ownerOf } from './owner';

const NUMBERS = 'Numbers';

/** A shop of two inviters, one of whom brought two; computed. */
function shopWith(settings: Record<string, string> = {}) {
  const cast = rewardShop(settings, { formulas: true });
  const { shop, anna, ben } = cast;
  const [first, second, third] = [1, 2, 3].map((n) => friend(shop, n)) as [Phone, Phone, Phone];
  // The notice of the second one waits a little, to be told together with others.
  shop.invites(anna, first, second);
  shop.invites(ben, third);
  return { ...cast, first, second, third, sheet: shop.script.spreadsheet };
}

/** What stands beside a word in column A. */
function beside(shop: Business, word: string): string | undefined {
  return shop.script.spreadsheet.rows(NUMBERS).find(([name]) => name === word)?.[1];
}

/** The filled cells below a heading of the tables. */
function below(shop: Business, heading: string): string[] {
  const rows = shop.script.spreadsheet.rows(NUMBERS);
  const top = 19;
  const column = rows[top]?.indexOf(heading) ?? -1;
  return rows.slice(top + 1).flatMap((cells) => cells[column] || []);
}

test('an empty shop has numbers without an error', () => {
  const shop = new Business({ formulas: true, settings: BOTH });
  minutesPass(shop);
  const cells = shop.script.spreadsheet.rows(NUMBERS).flat();
  expect(cells.filter((cell) => cell.startsWith('#'))).toEqual([]);
  expect(beside(shop, 'Clients')).toBe('0');
  expect(below(shop, 'Best inviters')).toEqual([]);
  expect(below(shop, 'Week from')).toHaveLength(12);
});

test('clients, referrals and the best inviters, with nothing promised', () => {
  const { shop, anna, ben } = shopWith();
  expect(
    ['Clients', 'Referrals', 'Referrals this month', 'Notices that wait'].map((word) =>
      beside(shop, word),
    ),
  ).toEqual(['5', '3', '3', '1']);
  expect(below(shop, 'Best inviters')).toEqual(['Anna', 'Ben']);
  expect(below(shop, 'Number')).toEqual([anna, ben].map((one) => shop.keyOf(one)));
  // The first column that is called so is that of the weeks.
  expect(below(shop, 'Referrals')).toEqual([...new Array(11).fill('0'), '3']);
  expect(beside(shop, 'Rewards')).toBeUndefined();
});

test('what is bought, given and waits, as soon as something is promised', () => {
  const { shop, first, second, sheet } = shopWith();
  shop.set(BOTH);
  minutesPass(shop);
  buys(shop, first);
  buys(shop, second);
  buys(shop, shop.person('Nobody we know', '447700900999'));
  minutesPass(shop);
  const row = shop.rows('Rewards').findIndex(({ Name }) => Name === 'Anna') + 2;
  sheet.type('Rewards', row, 'State', 'given');
  minutesPass(shop);
  expect(beside(shop, 'Bought')).toBe('2');
  expect(beside(shop, 'Share of referrals: bought')).toBe('67%');
  expect(beside(shop, 'Rewards to give')).toBe('3');
  expect(below(shop, 'Bought')).toEqual(['2', '0']);
  expect(below(shop, 'Given')).toEqual(['1', '0']);
});

test('the numbers stay right when columns and rows are moved, and the tab is renamed', () => {
  const { shop, sheet } = shopWith(BOTH);
  const before = sheet.rows(NUMBERS);
  sheet.moveColumn('Clients', 'Invited by', 1);
  sheet.moveColumn('Clients', 'Joined', 9);
  sheet.insertColumn('Clients', 'Notice');
  sheet.insertRow('Clients', 2);
  sheet.deleteRow('Clients', 2);
  sheet.sort('Clients', 'Name');
  sheet.rename('Clients', 'My people');
  expect(sheet.rows(NUMBERS)).toEqual(before);
  shop.writes(friend(shop, 4), shop.invitation(shop.known('Anna')));
  expect(beside(shop, 'Referrals')).toBe('4');
});

test('two charts show the weeks and the best inviters', () => {
  const charts = new Business().script.spreadsheet.charts(NUMBERS);
  expect(charts.map(({ title, shows }) => [title, shows])).toEqual([
    ['Referrals by week', ['Numbers!A20:A32', 'Numbers!B20:B32']],
    ['Best inviters', ['Numbers!D20:D30', 'Numbers!F20:F30']],
  ]);
});

test('set-up writes nothing over what the owner has changed', () => {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  sheet.type(NUMBERS, 1, 1, 'So sieht es aus');
  sheet.type(NUMBERS, 3, 2, '=1+1');
  sheet.type(NUMBERS, 30, 1, 'mine');
  shop.run('setUp');
  expect(sheet.shown(NUMBERS, 1, 1)).toBe('So sieht es aus');
  expect(sheet.formula(NUMBERS, 3, 2)).toBe('=1+1');
  expect(sheet.charts(NUMBERS)).toHaveLength(2);
});

test('where the owner has put something, the numbers of the rewards are left out', () => {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  sheet.type(NUMBERS, 8, 1, 'my own line');
  shop.set(BOTH);
  minutesPass(shop);
  expect(sheet.rows(NUMBERS)[6]?.[0]).toBe('');
  expect(sheet.shown(NUMBERS, 8, 1)).toBe('my own line');
});

test('a tab that was renamed gets what is new; one that was deleted stays away', () => {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  sheet.rename(NUMBERS, 'Zahlen');
  shop.set(BOTH);
  minutesPass(shop);
  expect(sheet.rows('Zahlen')[6]?.[0]).toBe('Rewards');
  sheet.deleteSheet('Zahlen');
  shop.run('setUp');
  expect(sheet.sheetNames()).not.toContain(NUMBERS);
  const owner = ownerOf(shop);
  expect(owner.areNumbersDeleted()).toBe(true);
  owner.makeNumbers();
  expect(owner.areNumbersDeleted()).toBe(false);
  expect(sheet.rows(NUMBERS)[6]?.[0]).toBe('Rewards');
});

test('a tab of the owner’s that is called Numbers is theirs', () => {
  const shop = new Business();
  const sheet = shop.script.spreadsheet;
  sheet.deleteSheet(NUMBERS);
  shop.script.properties.script.delete('tabIds');
  sheet.addSheet(NUMBERS);
  sheet.type(NUMBERS, 1, 1, 'mine');
  shop.run('setUp');
  expect(sheet.rows(NUMBERS)).toEqual([['mine']]);
});
