/** *Print a poster…*: what the page asks for is a source, made once for each name. */
import { Business } from '../support/business';
import { ownerOf } from './owner';

test('a name makes a source with code and link; the same name gives the same one', () => {
  const shop = new Business();
  const made = ownerOf(shop).makeSource(' Poster at the door\n');
  expect(shop.rows('Sources')).toEqual([
    { Name: 'Poster at the door', Code: made.code, Link: made.link, Referrals: '0' },
  ]);
  expect(made.link).toContain(made.code);
  expect(ownerOf(shop).makeSource('poster AT the door')).toEqual(made);
  expect(ownerOf(shop).makeSource('Flyer').code).not.toBe(made.code);
  expect(shop.rows('Sources')).toHaveLength(2);
});

test('a name never becomes a formula', () => {
  const shop = new Business();
  ownerOf(shop).makeSource('=1+1');
  expect(shop.formulas('Sources')).toEqual([]);
  expect(() => ownerOf(shop).makeSource(' ')).toThrow('Give the poster a name first');
});
