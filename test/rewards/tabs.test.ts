/** The tabs of the rewards: made when a reward is set, repaired by Check set-up, in new sheets and in old ones. */
import { ownerOf } from '../owner/owner';
import { Business, MINUTE } from '../support/business';
import { BOTH, buys, minutesPass, results, rewardShop, states } from './shop';

test('they are there as soon as the owner has set a reward', () => {
  const shop = new Business();
  expect(shop.script.spreadsheet.sheetNames()).not.toContain('Rewards');
  shop.set({ 'Inviter gets': 'Free coffee' });
  const sheet = shop.script.spreadsheet;
  expect(sheet.sheetNames()).toEqual(expect.arrayContaining(['Purchases', 'Rewards']));
  expect(sheet.sheetNames()).not.toContain('Coupons');
  expect(sheet.rows('Purchases')).toEqual([['Phone', 'Amount', 'Date', 'What', 'Result']]);
  expect(sheet.rows('Rewards')[0]).toHaveLength(14);
  expect(sheet.rows('Clients')[0]?.slice(-2)).toEqual(['Counts', 'Check']);
  shop.set({ Milestones: '3 = coupon' });
  expect(sheet.rows('Coupons')).toEqual([['Code', 'For', 'Used by', 'When']]);
});

test('texts are texts, days are days, and a state is chosen from a list', () => {
  const { shop } = rewardShop();
  const sheet = shop.script.spreadsheet;
  expect(sheet.format('Rewards', 5, 'Key')).toBe('@');
  expect(sheet.format('Rewards', 5, 'Ready on')).toBe('yyyy-mm-dd hh:mm');
  expect(sheet.format('Purchases', 5, 'Phone')).toBe('@');
  expect(sheet.format('Purchases', 5, 'Date')).toBe('yyyy-mm-dd hh:mm');
  expect(sheet.format('Clients', 5, 'Counts')).toBe('@');
});

test('an amount is shown with its decimals, unless the owner has chosen another format', () => {
  const { shop } = rewardShop();
  const sheet = shop.script.spreadsheet;
  sheet.type('Purchases', 2, 'Amount', '12.50');
  expect(shop.rows('Purchases')[0]?.Amount).toBe('12.50');
  sheet.setFormat('Purchases', 'B2:B', '0 "kr"');
  shop.run('setUp');
  expect(shop.rows('Purchases')[0]?.Amount).toBe('13 kr');
  sheet.setFormat('Purchases', 'B2:B', 'General');
  shop.run('setUp');
  expect(shop.rows('Purchases')[0]?.Amount).toBe('12.50');
});

test('where an edit cannot tell, the trigger makes them; a heading that is missing comes back', () => {
  const { shop, anna, ben } = rewardShop();
  const sheet = shop.script.spreadsheet;
  shop.taps(ben, anna);
  sheet.deleteSheet('Rewards');
  sheet.deleteColumn('Clients', 'Check');
  buys(shop, ben);
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna']);
  expect(Object.values(states(shop))).toHaveLength(2);
  expect(shop.row(ben)).toHaveProperty('Check');
});

test('Check set-up makes what is missing', () => {
  const { shop } = rewardShop({ ...BOTH, 'Friend gets': 'coupon' });
  const sheet = shop.script.spreadsheet;
  sheet.deleteSheet('Coupons');
  const owner = ownerOf(shop);
  expect(owner.tabs()).toMatchObject({ Coupons: null, Rewards: expect.any(Array) });
  owner.setUp();
  expect(owner.tabs()).toMatchObject({ Coupons: ['Code', 'For', 'Used by', 'When'] });
});

test('a tab that the owner has renamed is found', () => {
  const { shop, anna, ben } = rewardShop();
  const sheet = shop.script.spreadsheet;
  sheet.rename('Purchases', 'Till');
  sheet.rename('Rewards', 'Who gets what');
  shop.taps(ben, anna);
  sheet.type('Till', 2, 'Phone', ben.phone ?? '');
  minutesPass(shop, 5);
  expect(shop.rows('Till')[0]?.Result).toBe('counts for Anna');
  expect(shop.rows('Who gets what')).toHaveLength(2);
});

test('a heading that is there twice stops the counting, and Problems says what to do', () => {
  const { shop, anna, ben } = rewardShop();
  const sheet = shop.script.spreadsheet;
  shop.taps(ben, anna);
  minutesPass(shop);
  sheet.insertColumn('Purchases', 1);
  sheet.type('Purchases', 1, 1, 'Phone');
  buys(shop, ben);
  minutesPass(shop);
  expect(shop.rows('Problems')[0]?.Problem).toContain('two columns called “Phone”');
  sheet.deleteColumn('Purchases', 1);
  buys(shop, ben);
  shop.wait(12 * MINUTE);
  expect(results(shop).filter(Boolean)).toContain('counts for Anna');
});
