/** Amounts as people and tills write them. */
import fc from 'fast-check';
import { readAmount } from '../../../src/program/rewards/amount';

test.each([
  ['12', 12],
  ['12.50', 12.5],
  ['12,5', 12.5],
  ['1.200', 1200],
  ['1,200.50', 1200.5],
  ['1.200,50', 1200.5],
  ['1 200,50', 1200.5],
  ["1'200.50", 1200.5],
  ['€ 19.90', 19.9],
  ['19,90 €', 19.9],
  ['£12', 12],
  ['1200 руб.', 1200],
  ['Rs. 500', 500],
  ['-12', -12],
  ['−12,00', -12],
  ['- € 12', -12],
  ['€ -12', -12],
  ['12-', -12],
  ['(12.00)', -12],
  ['١٢٠٠', 1200],
  ['0', 0],
])('%s', (written, amount) => {
  expect(readAmount(written)).toBe(amount);
});

test.each(['', 'abc', '12.34.56', '1,2,3', '12 or 13', '1e5', '=1+1', '--5', '.', '€'])(
  '“%s” is no amount',
  (written) => {
    expect(readAmount(written)).toBeNull();
  },
);

test('whatever a till prints is read back', () => {
  const cents = fc.integer({ min: -100_000_000, max: 100_000_000 });
  fc.assert(
    fc.property(cents, fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH'), (amount, locale) => {
      const printed = (amount / 100).toLocaleString(locale, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      });
      expect(readAmount(printed)).toBeCloseTo(amount / 100, 5);
    }),
  );
});

test('nothing makes it throw, and what it gives is a number', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const amount = readAmount(text);
      expect(amount === null || Number.isFinite(amount)).toBe(true);
    }),
  );
});
