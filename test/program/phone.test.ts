import fc from 'fast-check';
import {
  canonicalPhone,
  maskPhone,
  phoneForms,
  phonePattern,
  readPhone,
} from '../../src/program/phone';

const phone = fc.stringMatching(/^[1-9][0-9]{6,14}$/);

/** Numbers of the three countries whose numbering WhatsApp still shows in two forms, and any others. */
const anyPhone = fc.oneof(
  phone,
  fc.stringMatching(/^55[1-9]{2}9?[2-9][0-9]{7}$/),
  fc.stringMatching(/^521?[2-9][0-9]{9}$/),
  fc.stringMatching(/^549?[1-9][0-9]{9}$/),
);

describe('canonicalPhone', () => {
  it.each([
    ["a Brazilian mobile's old form", '551187654321', '5511987654321'],
    ["a Brazilian mobile's new form", '5511987654321', '5511987654321'],
    ['a Brazilian landline', '551133334444', '551133334444'],
    ['Mexico with the old 1', '5215512345678', '525512345678'],
    ['Mexico today', '525512345678', '525512345678'],
    ['Argentina with the 9', '5491123456789', '541123456789'],
    ['Argentina without it', '541123456789', '541123456789'],
    ['another country', '79991234567', '79991234567'],
    ['a business-scoped id', 'US.13491208655302741918', 'US.13491208655302741918'],
  ])('%s', (_, shown, key) => {
    expect(canonicalPhone(shown)).toBe(key);
  });

  it('is the same for every form of a person, and for itself', () => {
    fc.assert(
      fc.property(anyPhone, (digits) => {
        const forms = phoneForms(digits);
        expect(forms[0]).toBe(canonicalPhone(digits));
        expect(forms).toContain(digits);
        expect(new Set(forms.map(canonicalPhone))).toEqual(new Set([canonicalPhone(digits)]));
      }),
    );
  });
});

describe('phoneForms', () => {
  it('gives the canonical form first', () => {
    expect(phoneForms('551187654321')).toEqual(['5511987654321', '551187654321']);
    expect(phoneForms('5215512345678')).toEqual(['525512345678', '5215512345678']);
    expect(phoneForms('541123456789')).toEqual(['541123456789', '5491123456789']);
    expect(phoneForms('4915112345678')).toEqual(['4915112345678']);
  });
});

describe('readPhone', () => {
  it.each([
    ['+7 (999) 123-45-67', '79991234567'],
    ['00 49 151 12345678', '4915112345678'],
    ['+49 (0) 151 12345678', '4915112345678'],
    ["'+1.415.555.2671", '14155552671'],
    ['\u202a+972 50\u2011123\u20114567\u202c', '972501234567'],
    ['+٩٧١ ٥٠ ١٢٣ ٤٥٦٧', '971501234567'],
    ['+९१ ९८७६५ ४३२१०', '919876543210'],
    ['＋８１　９０－１２３４－５６７８', '819012345678'],
    ['1234567', '1234567'],
  ])('%s', (typed, digits) => {
    expect(readPhone(typed)).toBe(digits);
  });

  it.each([
    ['nothing', ''],
    ['too short', '123456'],
    ['too long', '1234567890123456'],
    ['a leading zero', '0501234567'],
    ['letters', '+7 999 CALL ME'],
    ['two numbers', '+79991234567 +79991234568'],
    ['two lines', '1234567\n1234567'],
    ['a business-scoped id', 'US.13491208655'],
    ['a decimal in scientific form', '9.88E+11'],
  ])('refuses %s', (_, typed) => {
    expect(readPhone(typed)).toBeNull();
  });
});

/** The ways in which an owner types a number into a cell. */
const typedForm = fc
  .tuple(
    phone,
    fc.constantFrom('', '+', '00', "'", "'+", '\u202a+', ' +'),
    fc.array(fc.constantFrom('', '', '', ' ', '-', '.', ' (', ') ', '\u00a0', '\u2011'), {
      minLength: 15,
      maxLength: 15,
    }),
    fc.constantFrom('', ' ', '\u202c'),
  )
  .map(([digits, start, between, end]) => ({
    digits,
    typed: start + [...digits].map((digit, at) => (at ? between[at] : '') + digit).join('') + end,
  }))
  // A zero alone in brackets is another way of writing, not a digit of the number.
  .filter(({ typed }) => !typed.includes('(0)'));

describe('phonePattern', () => {
  const finds = (digits: string, cell: string) => new RegExp(phonePattern(digits)).test(cell);

  it('finds the number however it was typed, and reads it too', () => {
    fc.assert(
      fc.property(typedForm, ({ digits, typed }) => {
        expect(finds(digits, typed)).toBe(true);
        expect(readPhone(typed)).toBe(digits);
      }),
    );
  });

  it('finds no other number', () => {
    fc.assert(
      fc.property(phone, typedForm, (wanted, { digits, typed }) => {
        expect(finds(wanted, typed)).toBe(wanted === digits);
      }),
    );
  });

  it('finds neither a part of a longer number nor a number within words', () => {
    expect(finds('79991234567', '799912345678')).toBe(false);
    expect(finds('79991234567', '179991234567')).toBe(false);
    expect(finds('79991234567', 'Anna 79991234567')).toBe(false);
    expect(finds('79991234567', '')).toBe(false);
  });

  it('refuses what is not all digits, so that nobody can search with a pattern of their own', () => {
    expect(() => phonePattern('7999.*')).toThrow('digits only');
    expect(() => phonePattern('')).toThrow('digits only');
  });
});

describe('maskPhone', () => {
  it.each([
    ['79991234567', '+7 999 ··· 45 67'],
    ['14155552671', '+1 415 ··· 26 71'],
    ['4915112345678', '+49 151 ··· 56 78'],
    ['380501234567', '+380 50 ··· 45 67'],
    ['3725123456', '+372 ··· 34 56'],
    ['29081234', '+290 ··· 34'],
    ['2908123', '+290 ··· 3'],
    ['12345', '···'],
    ['US.13491208655302741918', '···'],
  ])('%s → %s', (digits, shown) => {
    expect(maskPhone(digits)).toBe(shown);
  });

  it('hides at least three digits and shows at most half of them in a row', () => {
    fc.assert(
      fc.property(phone, (digits) => {
        const shown = maskPhone(digits)
          .split('···')
          .map((part) => part.replace(/\D/g, ''));
        expect(shown.join('').length).toBeLessThanOrEqual(digits.length - 3);
        for (const row of shown) expect(row.length).toBeLessThanOrEqual(digits.length / 2);
        expect(digits.startsWith(shown[0]!)).toBe(true);
        expect(digits.endsWith(shown[1]!)).toBe(true);
      }),
    );
  });
});
