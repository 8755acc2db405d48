/** Every row of *Purchases* is answered, however it came and wherever its columns are. */
import { MINUTE } from '../support/business';
import {
  addPurchases,
  BOTH,
  buys,
  friend,
  ledger,
  minutesPass,
  ownerTypes,
  results,
  rewardShop,
  states,
} from './shop';

test('each kind of row has its answer', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'Smallest purchase': '10' });
  shop.taps(ben, anna);
  minutesPass(shop);
  const phone = ben.phone ?? '';
  addPurchases(shop, [
    { Phone: '0123' },
    { Phone: phone, Amount: 'a lot' },
    { Phone: '447700900999', Amount: '20' },
    { Phone: anna.phone ?? '', Amount: '20' },
    { Phone: phone },
    { Phone: phone, Amount: '9.99' },
    { Phone: phone, Amount: '20', Date: '2026-05-01' },
    { Phone: phone, Amount: '-20' },
    { Phone: `+${phone}`, Amount: '1.200,50' },
    { Phone: phone, Amount: '30' },
    { Amount: '30' },
  ]);
  // A row without a number is found when everything is looked at.
  shop.wait(11 * MINUTE);
  expect(results(shop)).toEqual([
    'number not readable',
    'amount not readable',
    'not a client',
    'no inviter',
    'amount missing',
    'below the minimum',
    'before they joined',
    'nothing to take back',
    'counts for Anna',
    'counted before',
    'number not readable',
  ]);
});

test('typed by hand into moved columns, with blank rows in between', () => {
  const { shop, anna, ben } = rewardShop();
  const sheet = shop.script.spreadsheet;
  shop.taps(ben, anna);
  minutesPass(shop);
  sheet.moveColumn('Purchases', 'Result', 1);
  sheet.insertColumn('Purchases', 2);
  sheet.type('Purchases', 1, 2, 'Till');
  sheet.type('Purchases', 4, 'Phone', ben.phone ?? '');
  sheet.type('Purchases', 9, 'Phone', '447700900999');
  minutesPass(shop);
  expect(results(shop)).toEqual(['', '', 'counts for Anna', '', '', '', '', 'not a client']);
  expect(sheet.rows('Purchases')[0]?.slice(0, 3)).toEqual(['Result', 'Till', 'Phone']);
});

test('a till’s export of 120 rows, pasted at once', () => {
  const { shop, anna } = rewardShop();
  const friends = Array.from({ length: 6 }, (_, n) => friend(shop, n));
  for (const one of friends) {
    shop.sleeps(15 * MINUTE);
    shop.taps(one, anna);
  }
  const rows = Array.from({ length: 120 }, (_, n) => [friends[n % 6]?.phone ?? '', String(n + 1)]);
  shop.script.spreadsheet.paste('Purchases', 2, 1, rows);
  minutesPass(shop, 5);
  const counted = results(shop).filter((result) => result.startsWith('counts for Anna'));
  expect(results(shop)).toHaveLength(120);
  expect(results(shop).filter((result) => result === 'counted before')).toHaveLength(114);
  expect(counted).toHaveLength(6);
  expect(shop.rows('Rewards')).toHaveLength(12);
});

test('a row is answered within a minute wherever it is, also above others', () => {
  const { shop, anna, ben, cleo } = rewardShop();
  shop.taps(ben, anna);
  shop.sleeps(5 * MINUTE);
  shop.taps(cleo, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.script.spreadsheet.insertRow('Purchases', 2);
  shop.script.spreadsheet.type('Purchases', 2, 'Phone', cleo.phone ?? '');
  minutesPass(shop, 1);
  expect(results(shop)).toEqual(['counts for Anna', 'counts for Anna']);
});

test('a mistake that is corrected is counted again; what counts stays', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'Smallest purchase': '10' });
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  expect(results(shop)).toEqual(['amount missing']);
  ownerTypes(shop, 'Purchases', { Result: 'amount missing' }, 'Amount', '12');
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna']);
  ownerTypes(shop, 'Purchases', { Result: 'counts for Anna' }, 'Amount', '5');
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna']);
});

test('two purchases of one friend in the same minute: one reward for each side', () => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  buys(shop, ben, { Amount: '10' });
  buys(shop, ben, { Amount: '20' });
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna', 'counted before']);
  expect(Object.keys(states(shop))).toHaveLength(2);
});

test('bought and brought back in the same minute: nobody gets anything', () => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  buys(shop, ben, { Amount: '10' });
  buys(shop, ben, { Amount: '-10' });
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna', 'taken back; no reward']);
  expect(Object.values(states(shop))).toEqual(['refused', 'refused']);
});

test('texts stay texts: what somebody bought is no formula, and a number no date', () => {
  const { shop, anna } = rewardShop();
  const formula = shop.person('=1+1', '447711222333');
  shop.taps(formula, anna);
  buys(shop, formula, { What: 'May 5' });
  minutesPass(shop);
  expect(shop.formulas('Rewards')).toEqual([]);
  const names = Object.values(ledger(shop)).map((row) => row.Name);
  expect(names.map((name) => name?.replace(/^'/, ''))).toContain('=1+1');
});

test('a tab that the owner deletes is made again, empty, and nothing is given twice', () => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.script.spreadsheet.deleteSheet('Purchases');
  minutesPass(shop);
  expect(shop.script.spreadsheet.sheetNames()).toContain('Purchases');
  buys(shop, ben);
  minutesPass(shop);
  expect(results(shop)).toEqual(['counted before']);
  expect(shop.rows('Problems')).toEqual([]);
});
