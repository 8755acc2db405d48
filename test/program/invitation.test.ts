import fc from 'fast-check';
import { CATALOGUE } from '../../src/program/catalogue';
import { isSourceCode, newCode, newSourceCode } from '../../src/program/codes';
import {
  invitationProblem,
  readCodeAlone,
  readInvitation,
  referralLink,
  shareLink,
  writeInvitation,
} from '../../src/program/invitation';
import { fill } from '../../src/program/wording';

const USUAL = 'You were recommended by {phone} Hello';
const PHONE = '79991234567';

const read = (text: string, ...wordings: string[]) =>
  readInvitation(text, wordings.length ? wordings : [USUAL]);
const invitedBy = (phone: string) => ({ kind: 'phone', phone });
const malformed = { kind: 'malformed' };

describe('reading an invitation', () => {
  it.each([
    ['as the link filled it in', `You were recommended by ${PHONE} Hello`],
    ['in capitals, without punctuation', `YOU WERE RECOMMENDED BY ${PHONE} HELLO`],
    ['with other punctuation', `You were recommended by: *${PHONE}*. Hello!!!`],
    ['with typos', `You were recomended by ${PHONE} Helo`],
    ['the number as people write it', 'You were recommended by +7 (999) 123-45-67 Hello'],
    ['the number with dots and 00', 'You were recommended by 007.999.123.45.67 Hello'],
    ["the number in another script's digits", 'You were recommended by ٧٩٩٩١٢٣٤٥٦٧ Hello'],
    ['with direction marks', `\u200eYou were recommended by \u2066+${PHONE}\u2069 Hello\u200b`],
    ['with no-break spaces', `You\u00a0were\u00a0recommended\u00a0by\u00a0${PHONE}\u00a0Hello`],
    ['a sentence before', `Hi there! I have 2 questions. You were recommended by ${PHONE} Hello`],
    ['a sentence behind', `You were recommended by ${PHONE} Hello. Do you open at 10?`],
    [
      'another number behind',
      `You were recommended by ${PHONE} Hello, call me on +49 151 12345678`,
    ],
    ['the last word dropped', `You were recommended by ${PHONE}`],
    ['the first words dropped', `recommended by ${PHONE} Hello`],
    ['most words dropped', `Recommended by ${PHONE}`],
    ['a name added', `You were recommended by my friend Anna ${PHONE} Hello`],
    ['a word added', `You were warmly recommended by ${PHONE} Hello`],
    ['two numbers in a row', `You were recommended by ${PHONE} 4915112345678 Hello`],
    ['without spaces around the number', `You were recommended by${PHONE}Hello`],
    ['on several lines', `You were recommended by\n${PHONE}\nHello`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(invitedBy(PHONE));
  });

  it.each([
    ['Russian', 'Здравствуйте, я от {phone}', `здравствуйте я от +7 999 123-45-67 ещё вопрос`],
    ['Arabic', 'السلام عليكم، جئت من طرف {phone}', `السّلام عليكم جئت من طرف ‏٧٩٩٩١٢٣٤٥٦٧`],
    ['Hebrew', 'הגעתי דרך {phone} שלום', `הגעתי דרך \u202a+${PHONE}\u202c שלום, מה שלומך?`],
    ['Chinese', '您好，我是由{phone}推荐的', `您好我是由 +${PHONE} 推荐的，请问今天开门吗`],
    ['Japanese', '{phone}さんからの紹介です', `こんにちは。${PHONE}さんからの紹介です`],
    ['Thai', 'แนะนำโดย {phone} สวัสดี', `สวัสดีค่ะ แนะนำโดย${PHONE} สวัสดี`],
    ['emoji only', '🎁{phone}🎉', `hey 🎁 ${PHONE} 🎉`],
    ['digits of its own', '10% off, code 2024 {phone}', `10% off, code 2024 ${PHONE}`],
    ['digits behind', 'From {phone} 10% off', `from ${PHONE} 10% OFF`],
    ['a digit that its sender dropped', 'Promo 7 {phone}', 'promo +7 999 123-45-67'],
  ])('worded with %s', (_, wording, text) => {
    expect(read(text, wording)).toEqual(invitedBy(PHONE));
  });

  it.each([
    'My number is 79991234567, call me',
    '79991234567',
    '+7 999 123-45-67 hello',
    'Hello 79991234567',
    'Hello, I was recommended by Anna, my number is 79991234567',
    'Hello you can call me by 79991234567 hello',
    'My friend said you were great. Order 12345678, by the way, came late. Hello?',
    'Hello',
    'by 79991234567',
    '',
    '🎁',
  ])('is not done with free text: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ['Здравствуйте, я от {phone}', 'Здравствуйте, мой номер 79991234567'],
    ['Здравствуйте, я от {phone}', 'Здравствуйте! 79991234567'],
    ['السلام عليكم، جئت من طرف {phone}', 'السلام عليكم رقمي 79991234567'],
    ['您好，我是由{phone}推荐的', '您好，我的号码是79991234567'],
    ['Hi {phone}', 'Hi, my number is 79991234567'],
    ['Hi {phone}', 'Hi there'],
  ])('is not done with a greeting and a number: %s, %s', (wording, text) => {
    expect(read(text, wording)).toBeNull();
  });

  it.each([
    'You were recommended by 123 Hello',
    'You were recommended by Anna Hello',
    'You were recommended by  Hello',
    'You were recommended by {phone} Hello',
    'You were recommended by +0 000 000 000 Hello',
    'You were recommended by 12345678901234567890 Hello',
    'Hi! You were recommended by Anna Hello, my number is 79991234567',
  ])('says malformed when nobody possible is named: %s', (text) => {
    expect(read(text)).toEqual(malformed);
  });

  it('says so for a short wording only when all of it is there around digits', () => {
    expect(read('Hi 123', 'Hi {phone}')).toEqual(malformed);
    expect(read('Hi, 2 pizzas', 'Hi {phone}')).toBeNull();
  });

  it('knows the wordings that were in use before', () => {
    const wordings = ['Я от {phone}, здравствуйте', 'Hi from {code}!', USUAL];
    expect(read(`You were recommended by ${PHONE} Hello`, ...wordings)).toEqual(invitedBy(PHONE));
    expect(read('Hi from a2b3c4d5!', ...wordings)).toEqual({ kind: 'code', code: 'a2b3c4d5' });
    expect(read('You were recommended by Anna Hello', ...wordings)).toEqual(malformed);
  });

  it('prefers a wording that names somebody to one that is malformed', () => {
    const text = `You were recommended by ${PHONE} Hello`;
    expect(read(text, 'You were recommended by {code} Hello', USUAL)).toEqual(invitedBy(PHONE));
  });

  it('passes over wordings that cannot be used', () => {
    expect(read(`Hello ${PHONE}`, 'Hello', '{phone} {phone}', '{phone}')).toBeNull();
  });
});

describe('reading an invitation with a code', () => {
  const WORDING = 'You were recommended by {code} Hello';

  it.each([
    'You were recommended by a2b3c4d5 Hello',
    'YOU WERE RECOMMENDED BY A2B3C4D5 HELLO',
    'Good morning! You were recommended by *a2b3c4d5*, hello. Anyone there?',
    'recommended by A2b3c4d5 hello',
  ])('%s', (text) => {
    expect(read(text, WORDING)).toEqual({ kind: 'code', code: 'a2b3c4d5' });
  });

  it('stands between letters of another script', () => {
    expect(read('您好，我是由a2b3c4d5推荐的', '您好，我是由{code}推荐的')).toEqual({
      kind: 'code',
      code: 'a2b3c4d5',
    });
  });

  it.each(['a2b3c4d', 'a2b3c4d55', 'a2b3c4d0', 'Anna', '79991234567'])('refuses %s', (word) => {
    expect(read(`You were recommended by ${word} Hello`, WORDING)).toEqual(malformed);
  });

  it('is not done with a code in free text', () => {
    expect(read('My parcel is a2b3c4d5, hello', WORDING)).toBeNull();
  });
});

const WORDS = [
  ...['you', 'were', 'recommended', 'by', 'hello', 'Größe', 'año', "I'm", '10%', '2024', '18+'],
  ...['привет', 'от', 'друга', 'مرحبا', 'من', 'صديق', 'שלום', 'חבר', 'नमस्ते', '친구', 'ΦΙΛΟΣ'],
  ...[
    '您好',
    '由',
    '推荐',
    'ありがとう',
    'สวัสดี',
    'จาก',
    '🎁',
    '👋🏽',
    '❤️',
    '👨‍👩‍👧',
    '🇺🇦',
    '(',
    '—',
    '...',
  ],
];
const someWords = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((all) => all.join(' '));

const usable = (placeholder: string) =>
  fc
    .tuple(
      someWords,
      fc.constantFrom(' ', ' ', ': ', '\n'),
      fc.constantFrom(' ', ' ', ', '),
      someWords,
    )
    .map(([before, left, right, after]) => before + left + placeholder + right + after)
    .filter((wording) => invitationProblem(wording) === null);

const phone = fc.stringMatching(/^[1-9][0-9]{6,14}$/);
const code = fc.stringMatching(/^[2-9a-hjkmnp-z]{8}$/);

/** The same number as its sender may have rewritten it. */
const rewritten = fc
  .tuple(
    phone,
    fc.constantFrom('', '+', '00'),
    fc.array(fc.constantFrom('', '', ' ', '-', '.', ' (', ') ', '\u2011'), {
      minLength: 15,
      maxLength: 15,
    }),
    fc.constantFrom('0', '٠', '०', '０'),
  )
  .map(([digits, start, between, zero]) => ({
    digits,
    typed: [...`${start}${digits}`]
      .map((sign, at) => (at > start.length ? between[at - start.length - 1] : '') + sign)
      .join('')
      .replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit))),
  }))
  // A zero alone in brackets is another way of writing, not a digit of the number.
  .filter(({ typed }) => !/\([0٠०０]\)/.test(typed));

/** Sentences of words that no wording above has, numbers and codes among them. */
const freeText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'pizza',
        'tomorrow',
        'номер',
        'телефон',
        'رقم',
        'הזמנה',
        '电话',
        'ピザ',
        'ราคา',
        '🍕',
        '!',
        '?',
        '\n',
      ),
      phone,
      phone.map((digits) => `+${digits}`),
      code,
    ),
    { maxLength: 12 },
  )
  .map((all) => all.join(' '));

describe('any wording, anybody', () => {
  it('gives back the phone that was written, in any case and with any marks', () => {
    fc.assert(
      fc.property(
        usable('{phone}'),
        phone,
        fc.constantFrom('', '\u200f', '\u202b', '\u200b'),
        (wording, digits, mark) => {
          const text = writeInvitation(wording, { phone: digits });
          expect(read(mark + text.toUpperCase() + mark, wording)).toEqual(invitedBy(digits));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives back a number that its sender wrote in another way', () => {
    fc.assert(
      fc.property(usable('{phone}'), rewritten, (wording, { digits, typed }) => {
        fc.pre(!/\d/.test(wording));
        expect(read(writeInvitation(wording, { phone: typed }), wording)).toEqual(
          invitedBy(digits),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the code that was written', () => {
    fc.assert(
      fc.property(usable('{code}'), code, fc.boolean(), (wording, value, capitals) => {
        const text = writeInvitation(wording, { code: value });
        expect(read(capitals ? text.toUpperCase() : text, wording)).toEqual({
          kind: 'code',
          code: value,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps it when sentences are added around', () => {
    fc.assert(
      fc.property(
        usable('{phone}'),
        phone,
        freeText,
        freeText,
        (wording, digits, before, after) => {
          const text = `${before}. ${writeInvitation(wording, { phone: digits })}. ${after}`;
          expect(read(text, wording)).toEqual(invitedBy(digits));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never takes free text for an invitation', () => {
    fc.assert(
      fc.property(fc.oneof(usable('{phone}'), usable('{code}')), freeText, (wording, text) => {
        expect(read(text, wording)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text without throwing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('\ud800', '\udc00', '+', '1', 'by ') }),
    );
    fc.assert(
      fc.property(text, usable('{phone}'), (given, wording) => {
        expect(() => read(given, wording)).not.toThrow();
      }),
    );
  });

  it.each([
    '1',
    '1 ',
    '1234567 ',
    '+',
    '+1 ',
    '(',
    ' ',
    'a',
    'by ',
    'recommended ',
    '由',
    '🎁',
    'ﷺ',
    '\u0301',
    '\ud800',
    '1-(',
  ])('is found behind 4,000 characters of %j', (piece) => {
    const text = `${piece.repeat(4096).slice(0, 4000)}. You were recommended by ${PHONE} Hello`;
    const wordings = [
      `${'由'.repeat(200)}{phone}`,
      `${'a '.repeat(900)}{phone}`,
      'Hello {code} by',
      USUAL,
    ];
    expect(read(text, ...wordings)).toEqual(invitedBy(PHONE));
  });
});

describe('invitationProblem', () => {
  it.each([
    USUAL,
    'Hi {code}',
    '🎁{phone}',
    '由{phone}推荐',
    'от{code}',
    'code 2024 {phone}',
    '→ {phone}',
  ])('has nothing against %s', (wording) => {
    expect(invitationProblem(wording)).toBeNull();
  });

  it.each([
    ['no placeholder', 'Hello', 'does not say who invites'],
    ['nothing at all', '', 'does not say who invites'],
    ['two placeholders', '{phone} and {code}', 'more than once'],
    ['the same twice', '{phone} or {phone}', 'more than once'],
    ['an unknown one', 'Hello {name} {phone}', '{name} is not known'],
    ['no word besides', ' — {phone} (...)', 'Add a word or an emoji'],
    ['digits only', '2024 {phone}', 'Add a word or an emoji'],
    ['a digit before it', 'code 5{phone}', 'touches a digit'],
    ['a digit of another script behind it', 'code {phone}٥', 'touches a digit'],
    ['a plus before it', 'from +{phone}', 'touches a digit or a plus sign'],
    ['an invisible mark between it and a digit', 'code 5\u200b{phone}', 'touches a digit'],
    ['a letter before a code', 'id{code}', 'or a letter'],
    ['a letter behind a code', '{code}ü', 'or a letter'],
    ['two thousand characters', `${'я'.repeat(330)} {phone}`, 'too long for a link'],
  ])('tells of %s', (_, wording, told) => {
    const { key, values } = invitationProblem(wording) ?? { key: 'nobody', values: {} };
    expect(fill(CATALOGUE.problems[key as keyof typeof CATALOGUE.problems], values)).toContain(
      told,
    );
    expect(invitationProblem(wording)).not.toBeNull();
  });
});

describe('writing', () => {
  it('fills in the inviter as it is', () => {
    expect(writeInvitation(USUAL, { phone: PHONE })).toBe(`You were recommended by ${PHONE} Hello`);
    expect(writeInvitation('Hi $& {code}', { code: 'a2b3c4d5' })).toBe('Hi $& a2b3c4d5');
    expect(() => writeInvitation('Hi {code}', { phone: PHONE })).toThrow('no code');
  });

  it('makes links that carry the text whole', () => {
    expect(referralLink('4915112345678', 'Hi & 100% “you”')).toBe(
      'https://wa.me/4915112345678?text=Hi%20%26%20100%25%20%E2%80%9Cyou%E2%80%9D',
    );
    expect(shareLink('See https://wa.me/1?text=a%20b')).toBe(
      'https://wa.me/?text=See%20https%3A%2F%2Fwa.me%2F1%3Ftext%3Da%2520b',
    );
    expect(referralLink('1', 'cut \ud83c')).toBe('https://wa.me/1?text=cut%20%EF%BF%BD');
  });

  it('makes codes of letters that cannot be mistaken for each other', () => {
    // With a letter in the middle: seven digits in a row are a phone.
    expect(newCode(() => 0)).toBe('222a2222');
    expect(newCode(() => 0.9999999)).toBe('zzzzzzzz');
    const letters = Array.from({ length: 31 }, (_, at) => newCode(() => at / 31 + 0.001)[0]);
    expect(letters.join('')).toBe('23456789abcdefghjkmnpqrstuvwxyz');
  });

  it('makes codes of sources that no person can have', () => {
    const random = fc.infiniteStream(fc.double({ min: 0, max: 0.9999999, noNaN: true }));
    fc.assert(
      fc.property(random, (numbers) => {
        const next = () => numbers.next().value as number;
        expect(isSourceCode(newCode(next))).toBe(false);
        const code = newSourceCode(next);
        expect(isSourceCode(code)).toBe(true);
        expect(readCodeAlone(code)).toEqual({ kind: 'code', code });
      }),
    );
  });
});
