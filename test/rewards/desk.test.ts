/** A purchase that the owner notes at the counter. */
import { ownerOf } from '../owner/owner';
import { minutesPass, results, rewardShop } from './shop';

test('a purchase at the counter: the result at once, and whoever gets something hears of it', () => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  minutesPass(shop);
  const owner = ownerOf(shop);
  expect(owner.notePurchase('+44 (0) 7700 901111', '12.50', 'haircut')).toBe('counts for Anna');
  expect(owner.notePurchase(ben.phone ?? '', '', '')).toBe('counted before');
  expect(owner.notePurchase('none', '', '')).toBe('number not readable');
  expect(results(shop)).toEqual(['counts for Anna', 'counted before']);
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toContain('is ready: Free coffee');
});
