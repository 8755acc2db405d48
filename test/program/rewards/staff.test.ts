/** Purchases that the staff write to the bot. */
import { readIntent } from '../../../src/program/intent';
import type { Message } from '../../../src/program/model';
import { readSale, saleAnswer } from '../../../src/program/rewards/staff';
import { settings } from './builders';

test.each([
  ['bought 79991234567 1200', '79991234567', '1200', ''],
  [
    'Bought +44 7700 900142 12.50 haircut and a comb',
    '447700900142',
    '12.50',
    'haircut and a comb',
  ],
  ['BOUGHT +7 (999) 123-45-67, 1 coffee', '79991234567', '1', 'coffee'],
  ['bought +7 999 123 45 67 1200', '79991234567', '1200', ''],
  ['bought +49 151 2345 6789 -20', '4915123456789', '-20', ''],
  ['sale 447700900142', '447700900142', '', ''],
  ['sale 447700900142 a haircut', '447700900142', '', 'a haircut'],
  ['  bought\n447700900142\n19,90 €', '447700900142', '19,90', '€'],
])('%s', (text, phone, amount, what) => {
  expect(readSale(text, ['bought', 'sale'])).toEqual({ phone, amount, what });
});

test.each(['bought', 'bought nothing', 'I bought 447700900142', 'boughts 447700900142', ''])(
  '“%s” is no sale',
  (text) => {
    expect(readSale(text, ['bought', 'sale'])).toBeNull();
  },
);

describe('who may', () => {
  const message = (waId: string): Message => ({
    kind: 'message',
    key: '1',
    at: 0,
    from: { waId },
    text: 'bought 447700900142 12',
    answerable: true,
  });
  const staff = { Staff: '+44 7700 900100\n+44 7700 900101', 'Inviter gets': 'A coffee' };

  test('somebody of the staff', () => {
    expect(readIntent(message('447700900101'), settings(staff)).kind).toBe('sale');
  });

  test('nobody else, and nobody where there are no rewards', () => {
    expect(readIntent(message('447700900142'), settings(staff)).kind).toBe('help');
    const without = settings({ ...staff, 'Inviter gets': '' });
    expect(readIntent(message('447700900101'), without).kind).toBe('help');
  });
});

test('the answer repeats what was understood', () => {
  const sale = { phone: '447700900142', amount: '12', what: '' };
  expect(saleAnswer(sale, 'counts for Anna')).toBe('+447700900142 · 12: counts for Anna');
});
