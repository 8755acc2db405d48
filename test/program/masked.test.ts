import fc from 'fast-check';
import { masked } from '../../src/program/masked';

describe('masked', () => {
  it.each([
    ['+44 7700 900123', '+44···23'],
    ['4477-0090-0001', '44···01'],
    ['+44 (0) 7700 900 123', '+44···23'],
    ['8(999)123-45-67', '89···67'],
    ['49.151.1234.5678', '49···78'],
    ['49/151/12345678', '49···78'],
    ['44\u00a07700\u202f900\u2009123', '44···23'],
    ['44\u200b7700\u2060900123', '44···23'],
    ['44–7700—900−123', '44···23'],
    ['٤٤٧٧٠٠٩٠٠١٢٣', '٤٤···٢٣'],
    ['447700900123@c.us', '44···23@c.us'],
    ['no row for 447700900123, nor 447700900124.', 'no row for 44···23, nor 44···24.'],
    ['23:04 447700900123 2026-11-24 23:05:06', '23:04 44···23 2026-11-24 23:05:06'],
    ['2026-11-24 +44 7700 900123', '2026-11-24 +44···23'],
  ])('%s → %s', (text, shown) => {
    expect(masked(text)).toBe(shown);
  });

  it.each([
    '2026-11-24',
    '2026-11-24 23:04',
    '2026-11-24T23:04:05.678Z',
    '24.11.2026, 23:04:05',
    '11/24/2026 9:05',
    '24.11.26 23:04',
    'Tue Nov 24 2026 23:04:05 GMT+0100',
    'from 2026-11-24 to 2026-11-25',
    '2026-11-24 – 2026-11-25',
    '131047: the window is closed',
    'Meta refuses the message: 21655 (HTTP 400)',
    'HTTP 400 (131047)',
    'error 400 131026',
    '(#131047) too late. 15 were sent',
    'row 20000',
    '€ 1 234 567,89',
    '1.234.567 €',
    'EUR 1500000',
    'v26.0',
  ])('%s stays', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('leaves everything with less than seven digits', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123 456-789.:/()+€aé\u200b\n') });
    fc.assert(
      fc.property(text, (some) => {
        fc.pre(some.replace(/\D/g, '').length < 7);
        expect(masked(some)).toBe(some);
      }),
    );
  });

  it('shows at most four digits of any phone, whatever stands between its groups', () => {
    const groups = fc.stringMatching(/^[1-9]\d{6,14}$/).chain((digits) =>
      fc
        .array(fc.constantFrom('', '', ' ', '-', ' - ', '.', '/', '(', ') ', '\u00a0', '·'), {
          minLength: digits.length - 1,
          maxLength: digits.length - 1,
        })
        .map((gaps) => [...digits].map((digit, at) => digit + (gaps[at] ?? '')).join('')),
    );
    fc.assert(
      fc.property(groups, fc.constantFrom('+', 'from ', ''), (phone, before) => {
        fc.pre(!isDate(phone));
        expect(masked(`${before}${phone} wrote`).replace(/\D/g, '').length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

/** "20.1.2024" could be either. */
function isDate(text: string): boolean {
  return /^\d{1,4}([-./])\d{1,2}\1\d{2,4}\b/.test(text);
}
