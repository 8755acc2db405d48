/** *Print a poster…*: what the page asks for is a source, made once for each name. */
import { Business } from '../support/business';
import { ownerOf } from './owner';

const LOOK = { headline: 'Say hello', line: 'Scan it', colour: '#1a7f4b' };

test('a name makes a source with code and link; the same name gives the same one', () => {
  const shop = new Business();
  const made = ownerOf(shop).makePoster(' Poster at the door\n', LOOK);
  expect(shop.rows('Sources')).toEqual([
    { Name: 'Poster at the door', Code: made.code, Link: made.link, Referrals: '0' },
  ]);
  expect(made.link).toContain(made.code);
  expect(ownerOf(shop).makePoster('poster AT the door', LOOK)).toEqual(made);
  expect(ownerOf(shop).makePoster('Flyer', LOOK).code).not.toBe(made.code);
  expect(shop.rows('Sources')).toHaveLength(2);
});

test('a name never becomes a formula', () => {
  const shop = new Business();
  ownerOf(shop).makePoster('=1+1', LOOK);
  expect(shop.formulas('Sources')).toEqual([]);
  expect(() => ownerOf(shop).makePoster(' ', LOOK)).toThrow('Give the poster a name first');
});

test('words and colour of the last poster are there for the next one, each no longer than a poster', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  expect(owner.state().poster).toBeNull();
  owner.makePoster('Door', LOOK);
  expect(owner.state().poster).toEqual(LOOK);
  owner.makePoster('Flyer', { ...LOOK, line: '-'.repeat(20_000) });
  expect(owner.state().poster).toEqual({ ...LOOK, line: '-'.repeat(300) });
});
