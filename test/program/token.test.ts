/** The end of a token, found alone, is that of the whole one: marks in sheets that are in use are compared with it. */
import { endOfToken, tokenOf } from '../../src/program/token';

test.each([1, 4])('the last %i letters and digits', (length) => {
  const keys = Array.from({ length: 2000 }, (_, n) => `${n} ${'äß€'.repeat(n % 3)}${n * n}`);
  for (const key of ['', ...keys]) {
    expect(endOfToken(key, length)).toBe(tokenOf(key).slice(-length).padStart(length, '0'));
  }
});
