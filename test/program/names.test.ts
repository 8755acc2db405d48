import fc from 'fast-check';
import { cleanName, nameForOthers } from '../../src/program/names';

describe('real names stay as they are, for the sheet and for others', () => {
  it.each([
    'Anna Smith',
    'J. R. R. Tolkien',
    'A.R.Rahman',
    'Dr.Li',
    'Md.Ali',
    'Ma.Theresa',
    'Mr.T',
    'O’Neill',
    'Jean-Luc Ñandú-Müller',
    'İrem Şahin',
    'Müller GmbH & Co. KG',
    'Verein e.V.',
    'Anna 🌸 2',
    'Agent 007',
    'Max 1987',
    'M@tt',
    'Salon 24h',
    'Client 12345',
    'Nguyễn Thị Ánh',
    'Nguyễn Thị Ánh'.normalize('NFD'),
    'Ọláyẹmí'.normalize('NFD'),
    'Анна Й'.normalize('NFD'),
    'น้ำฝน กี่เพ้า',
    'श्रीमती ज़ीनत',
    'রাব্বি র‍্যাব',
    'രാജന്‍',
    'ශ්‍රී ලංකා',
    'தமிழ்ச்செல்வி',
    'علی‌رضا',
    'مُحَمَّدٌ رَّحْمٰن',
    'שָׁלוֹם בֶּן־דָּוִד',
    'ကြွေးကြော်',
    'བསྒྲུབས་རྒྱུད',
    'ស្រីមុំ',
    '李小龍',
    '葛\u{e0100}城',
    '김철수',
    '김철수'.normalize('NFD'),
    'ガブリエル'.normalize('NFD'),
    '让·雷诺',
    '👨‍👩‍👧‍👦',
    '👩🏽‍💻 Ana',
    '🏳️‍🌈',
    '🏴‍☠️',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '❤️‍🔥',
    '☎️ 1️⃣',
    '🇩🇪',
  ])('%s', (name) => {
    expect(cleanName(name)).toBe(name);
    expect(nameForOthers(name)).toBe(name);
  });
});

describe('cleanName', () => {
  it.each([
    ['  Anna\r\n\tSmith ', 'Anna Smith'],
    ['\u202eAnna\u202c', 'Anna'],
    ['A\u3164n\u115fn\u1160a\uffa0\u2800\u034f\u180e', 'Anna'],
    ['Anna\u{e0061}\u{e0062}\u{e007f}', 'Anna'],
    ['\u{1f3f4}\u{e0061}', '\u{1f3f4}'],
    ['A\ufe0fnna\ufe00\u{e0100}', 'Anna'],
    ['\u3164\u3164', ''],
    ['\u200d\u0301 \ufe0f', ''],
    ['e\u200dvil\u200c', 'evil'],
    ['👩\u200d', '👩'],
    [`A${'\u0335'.repeat(40)}nna${'\u0e47'.repeat(9)}`, 'A\u0335\u0335\u0335nna\u0e47\u0e47\u0e47'],
    ['e\u0301\u200d\u0301\u200d\u0301\u200d\u0301\u200d\u0301', 'e\u0301\u0301\u0301'],
    ['Anna\ud800', 'Anna'],
    ['\u0301Anna', 'Anna'],
  ])('%j → %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  const part = fc.oneof(
    fc.constantFrom(...'\u3164\u200d\u200c\u0301\ufe0f\u20e3\u2800 👩🏽🏴1éअ्ज़क葛ᠠ\u180b'),
    fc.constantFrom('\u{e0067}', '\u{e007f}', '\u{e0100}', '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const nasty = fc.array(part, { maxLength: 120 }).map((parts) => parts.join(''));

  it('cleans once and for all, in one short line, and leaves no more than it got', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const clean = cleanName(name);
        expect(cleanName(clean)).toBe(clean);
        expect(clean.length).toBeLessThanOrEqual(100);
        expect(clean).not.toMatch(/[\n\r\u2028\u2029\u202e\u3164\u2800]|^\s|\s$|\p{Cs}/u);
        expect(clean).not.toMatch(/\p{M}{7}/u);
        expect(clean === '' || /[\p{L}\p{N}\p{S}\p{P}]/u.test(clean)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('nameForOthers', () => {
  it.each([
    'Win €500 http://evil.example/x',
    'HTTPS://EVIL.EXAMPLE',
    'www.evil.example',
    'evil.com',
    'Evil.Com!',
    'Gift: bit.ly/2Xy',
    'T.ME/evil',
    't.me',
    'evil。com',
    'ｅｖｉｌ．ｃｏｍ',
    'ⓔⓥⓘⓛ.ⓒⓞⓜ',
    'ev\u200bil.c\u2060om',
    'é\u0301vil.co\u0301m',
    'evil . com',
    'evil(dot)com',
    'evil[.]com',
    'подарки.рф',
    'evil.xn--p1ai',
    'me@evil.example',
    'Write to @evil_help',
    'mailto:me',
    '10.0.0.1',
    'Call 0900123',
    'Call 0 9 0 0 1 2 3',
    'Call 09.00.12.3',
    'Call +44 (7700) 900-123',
    'Call ０９００１２３',
    'Call ٠٩٠٠١٢٣',
    'Call 0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣',
    'Call ⓪⑨⓪⓪①②',
    'Code 123456',
  ])('%s is not passed on', (name) => {
    expect(nameForOthers(name)).toBe('');
    expect(nameForOthers(cleanName(name))).toBe('');
  });

  it('cleans what the owner typed: a template takes no line breaks, and nobody a page', () => {
    expect(nameForOthers(' Anna\n(Tuesdays)')).toBe('Anna (Tuesdays)');
    expect(nameForOthers('x'.repeat(50_000))).toBe(`${'x'.repeat(99)}…`);
  });

  const around = fc.constantFrom('', 'Win ', 'Anna: ', '🎁', '(', 'Größe ', '你好 ');
  const host = fc.stringMatching(/^[a-z][a-z0-9-]{1,20}[a-z0-9]$/);
  const end = fc.constantFrom('com', 'net', 'ru', 'xyz', 'shop', 'de', 'рф', 'top', 'io', 'co.uk');
  const cased = (text: string) => fc.constantFrom(text, text.toUpperCase(), capital(text));

  it('passes on no domain, whatever stands around it', () => {
    const name = fc
      .tuple(around, host, end)
      .chain(([before, label, tld]) => cased(`${label}.${tld}`).map((domain) => before + domain));
    fc.assert(
      fc.property(name, around, (domain, after) => nameForOthers(`${domain} ${after}`) === ''),
    );
  });

  it('passes on no number to call, whatever stands between its digits', () => {
    const gaps = fc.array(
      fc.constantFrom('', ' ', '-', '.', ' – ', '/', '\u200b', '\u00a0', '🔥', '*'),
      {
        minLength: 14,
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(around, fc.stringMatching(/^\d{6,15}$/), gaps, (before, digits, between) => {
        const spread = [...digits].map((digit, at) => digit + (between[at] ?? '')).join('');
        return nameForOthers(before + spread) === '';
      }),
    );
  });
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
