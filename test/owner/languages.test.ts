/** Every language that is ready: whole, within the limits, and understood when clients write in it. */
import fc from 'fast-check';
import { type Language, valuesOf } from '../../src/owner/pages/languages/language';
import {
  LANGUAGES,
  languageFor,
  languageOf,
  switchTo,
} from '../../src/owner/pages/languages/languages';
import { privacyText } from '../../src/owner/pages/privacy/texts';
import { templateProblem } from '../../src/owner/pages/shared/template-text';
import { CATALOGUE } from '../../src/program/catalogue';
import { type Command, readCommand } from '../../src/program/commands';
import { invitationWordings } from '../../src/program/intent';
import {
  invitationProblem,
  readInvitation,
  referralLink,
  writeInvitation,
} from '../../src/program/invitation';
import type { SettingEntry } from '../../src/program/setting-entry';
import { readSettings, type Settings } from '../../src/program/settings';
import { plainText } from '../../src/program/text';
import { placeholdersIn } from '../../src/program/wording';

const ENTRIES: readonly SettingEntry[] = CATALOGUE.settings;
const DEFAULTS = Object.fromEntries(ENTRIES.map(({ name, value }) => [name, value]));
const TEXTS = ENTRIES.filter(({ key }) => key.startsWith('text.'));

/** Opposites that differ by two letters: each is understood as it is written, for an exact word wins. */
const OPPOSITES: Record<string, [string, string][]> = {
  en: [['unsubscribe', 'subscribe']],
  ru: [['отписаться', 'подписаться']],
};

const settingsIn = (language: Language): Settings =>
  readSettings({ ...DEFAULTS, ...valuesOf(language) }, CATALOGUE).settings;

/** What means each command in a language: the words and the buttons. */
function wordsOf(language: Language): [Command, string][] {
  const { words, texts } = settingsIn(language);
  const buttons: [Command, string][] = [
    ['link', texts.buttonLink],
    ['referrals', texts.buttonReferrals],
    ['top', texts.buttonTop],
    ['inviter', texts.buttonInviter],
    ['rewards', texts.buttonRewards],
    ['delete', texts.buttonDelete],
  ];
  const all = Object.entries(words) as [Command, string[]][];
  return [
    ...all.flatMap(([command, some]) => some.map((word): [Command, string] => [command, word])),
    ...buttons,
  ];
}

function synonymsOf(language: Language): Record<Command, string[]> {
  const synonyms: Record<Command, string[]> = {
    ...{ link: [], referrals: [], top: [], inviter: [], rewards: [] },
    ...{ stop: [], start: [], data: [], delete: [] },
  };
  for (const [command, word] of wordsOf(language)) synonyms[command].push(word);
  return synonyms;
}

describe.each(LANGUAGES.map((language) => [language.english, language] as const))(
  '%s',
  (_, language) => {
    const values = valuesOf(language);

    test('has every text, the words of every command, and an invitation', () => {
      const wanted = ENTRIES.filter(({ key }) => /^(text\.|words|invitation$)/.test(key));
      for (const { name } of wanted) expect([name, values[name]?.trim()]).not.toContain('');
      expect(Object.keys(values)).toEqual(expect.arrayContaining(wanted.map(({ name }) => name)));
    });

    test('has words for commands that somebody would write: short, with nothing to fill in', () => {
      const words = Object.values(settingsIn(language).words).flat();
      for (const word of words) expect(word).not.toMatch(/[{}.!]/);
      for (const word of words) expect(word.split(' ').length).toBeLessThanOrEqual(6);
    });

    test('is taken by the settings without a complaint, a remark, or a change', () => {
      const read = readSettings({ ...DEFAULTS, ...values }, CATALOGUE);
      expect(read.problems).toEqual({});
      expect(read.remarks).toEqual({});
      for (const { key, name } of TEXTS) {
        expect(read.settings.texts[key.slice(5) as keyof Settings['texts']]).toBe(values[name]);
      }
    });

    test('uses the placeholders of the default and no others', () => {
      const sorted = (text = '') => placeholdersIn(text).sort();
      for (const { name, value } of TEXTS) {
        expect([name, ...sorted(values[name])]).toEqual([name, ...sorted(value)]);
      }
    });

    test('keeps to the limits, of buttons above all', () => {
      for (const { name, limit = Number.POSITIVE_INFINITY } of TEXTS) {
        expect(`${name}: ${Math.max(values[name]?.length ?? 0, limit)}`).toBe(`${name}: ${limit}`);
      }
    });

    test('is no English left over', () => {
      if (language.id === 'en') return;
      const same = TEXTS.filter(({ name, value }) => values[name] === value);
      expect(same.map(({ name }) => name)).toEqual([]);
    });

    test('links are read back, with any number and any code, whatever else is written', () => {
      expect(invitationProblem(language.invitation)).toBeNull();
      const wordings = invitationWordings(settingsIn(language));
      const phone = fc.stringMatching(/^[1-9][0-9]{6,14}$/);
      const code = fc.stringMatching(/^[2-9a-hjkmnp-z]{8}$/).filter((one) => /[a-z]/.test(one));
      const around = fc.constantFrom('', '\n', ' 🙂', '\u200f');
      const [byPhone = '', byCode = ''] = wordings;
      const read = (text: string) => {
        const link = referralLink('12025550143', text);
        return readInvitation(new URL(link).searchParams.get('text') ?? '', wordings);
      };
      fc.assert(
        fc.property(phone, around, (digits, more) => {
          const text = writeInvitation(byPhone, { phone: digits }) + more;
          expect(read(text)).toEqual({ kind: 'phone', phone: digits });
        }),
      );
      fc.assert(
        fc.property(code, around, (one, more) => {
          const text = writeInvitation(byCode, { code: one }) + more;
          expect(read(text)).toEqual({ kind: 'code', code: one });
        }),
      );
    });

    test('every word means its command, and none comes near another command', () => {
      const synonyms = synonymsOf(language);
      const opposites = (OPPOSITES[language.id] ?? []).flat();
      for (const [command, word] of wordsOf(language)) {
        expect([word, readCommand(word, synonyms)]).toEqual([word, command]);
        if (opposites.includes(word)) continue;
        const { [command]: own, ...others } = synonyms;
        expect([word, readCommand(word, others)]).toEqual([word, null]);
      }
    });

    test('a slip of the finger never makes one command of another', () => {
      const synonyms = synonymsOf(language);
      const typed = fc
        .tuple(fc.constantFrom(...wordsOf(language)), fc.nat(), fc.nat(3))
        .map(([[command, word], at, how]) => ({ command, text: slipped(word, at, how) }));
      fc.assert(
        fc.property(typed, ({ command, text }) => {
          expect([command, null]).toContain(readCommand(text, synonyms));
        }),
        { numRuns: 500 },
      );
    });

    test('nothing else comes near Stop: no word of the texts, no word for a purchase', () => {
      const { words, wordsBought, texts, invitation } = settingsIn(language);
      const { stop } = words;
      const plain = stop.map(plainText);
      const whole = [...wordsBought, invitation, ...Object.values(texts)];
      const single = whole.flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}’'-]+/u));
      for (const word of [...whole, ...single]) {
        if (plain.includes(plainText(word))) continue;
        expect([word, readCommand(word, { stop })]).toEqual([word, null]);
      }
    });

    test('the word that brings messages back is one that is understood', () => {
      const { texts, words } = settingsIn(language);
      const quoted = /[“„«]\s*([^”“»]+?)\s*[”“»]/.exec(texts.stopped)?.[1] ?? '';
      expect(readCommand(quoted, words)).toBe('start');
    });

    test('has the text of templates as Meta takes it', () => {
      const { language: code, notice, reward } = language.templates;
      expect(code).toMatch(/^[a-z]{2}(_[A-Z]{2})?$/);
      for (const text of [notice, reward]) {
        expect(text.match(/\{\{\d+\}\}/g)).toEqual(['{{1}}']);
        expect(text).not.toMatch(/^\{\{|\}\}$|\n\n|\t| {4}/);
        expect(text.length).toBeLessThanOrEqual(550);
      }
    });

    if (language.direction === 'rtl') {
      test('numbers and Latin names keep their order, and a link stands alone on its line', () => {
        for (const { name } of TEXTS) {
          const text = values[name] ?? '';
          const bare = text.replace(/\u2068\{\w+\}\u2069/g, '').replace(/^\{link\}$/m, '');
          expect([name, placeholdersIn(bare)]).toEqual([name, []]);
        }
      });
    }
  },
);

/** A word with one letter dropped, doubled, swapped with its neighbour, or of somewhere else in it. */
function slipped(word: string, place: number, how: number): string {
  const letters = [...word];
  const at = place % letters.length;
  const letter = letters[at] ?? '';
  if (how === 0) letters.splice(at, 1);
  if (how === 1) letters.splice(at, 0, letter);
  if (how === 2) letters.splice(at, 2, letters[at + 1] ?? '', letter);
  if (how === 3) letters[at] = letters[(place * 7 + 3) % letters.length] ?? '';
  return letters.join('');
}

describe('from one language to another', () => {
  const sheet = (language: Language) => ({ ...DEFAULTS, ...valuesOf(language) });
  const pairs = LANGUAGES.flatMap((one) => LANGUAGES.map((other) => [one, other] as const));

  test('every sheet is known by its language', () => {
    for (const language of LANGUAGES) expect(languageOf(sheet(language)).id).toBe(language.id);
    expect(languageOf({}).id).toBe('en');
  });

  test('all that holds a default changes, and back again', () => {
    for (const [one, other] of pairs) {
      const { changes, kept } = switchTo(other, sheet(one));
      expect(kept).toEqual([]);
      const after = { ...sheet(one) } as Record<string, string>;
      for (const [name, { from, to }] of Object.entries(changes)) {
        expect(after[name]).toBe(from);
        after[name] = to;
      }
      expect(after).toEqual(sheet(other));
    }
  });

  test('the owner’s own words stay, and so does the language of a template that is named', () => {
    const german = LANGUAGES.find(({ id }) => id === 'de') as Language;
    const { changes, kept } = switchTo(german, {
      ...DEFAULTS,
      'Text: Help': 'Moin!',
      'Text: Link button': ' Open my link\r\n',
      'Reward template': 'reward_ready',
    });
    expect(kept).toEqual(['Text: Help']);
    expect(changes['Text: Link button']).toEqual({
      from: ' Open my link\r\n',
      to: 'Meinen Link öffnen',
    });
    expect(changes['Notice template language']).toBeUndefined();
  });

  test('links of every earlier language are read back', () => {
    for (const [one, other] of pairs) {
      const given = { ...sheet(one), 'Earlier invitations': other.invitation };
      const wordings = invitationWordings(readSettings(given, CATALOGUE).settings);
      const byPhone = writeInvitation(other.invitation, { phone: '447700900123' });
      const byCode = byPhone.replace('447700900123', 'abcd2345');
      expect(readInvitation(byPhone, wordings)).toEqual({ kind: 'phone', phone: '447700900123' });
      expect(readInvitation(byCode, wordings)).toEqual({ kind: 'code', code: 'abcd2345' });
    }
  });

  test.each([
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['pt_PT', 'pt-BR'],
    ['es-419', 'es'],
    ['nl', 'en'],
    ['', 'en'],
  ])('the nearest to %s is %s', (locale, id) => {
    expect(languageFor(locale).id).toBe(id);
  });
});

describe.each(LANGUAGES)('$english', (language) => {
  const { words } = language;
  const owner = { business: 'Corner Bakery', contact: 'hello@example.com' };

  test('the privacy page says who keeps what, and what to write', () => {
    const text = privacyText(language, owner, words);
    expect(text).toContain('Corner Bakery');
    expect(text.split('hello@example.com')).toHaveLength(3);
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeGreaterThan(900);
    const synonyms = synonymsOf(language);
    for (const command of ['stop', 'data', 'delete'] as const) {
      const word = words[command].split(',')[0]?.trim() ?? '';
      expect(text.toLowerCase()).toContain(word.toLowerCase());
      expect(readCommand(word, synonyms)).toBe(command);
    }
  });

  test('the templates are such as Meta takes', () => {
    expect(templateProblem(language.templates.notice)).toBe('');
    expect(templateProblem(language.templates.reward)).toBe('');
  });
});

test('privacy pages differ from language to language', () => {
  const owner = { business: 'B', contact: 'C' };
  const words = { stop: 'x', data: 'y', delete: 'z' };
  const texts = LANGUAGES.map((language) => privacyText(language, owner, words));
  expect(new Set(texts).size).toBe(LANGUAGES.length);
});

test('where links show a code they do so in another language too', () => {
  const [en, de] = ['en', 'de'].map(languageFor) as [Language, Language];
  const settings = {
    ...DEFAULTS,
    ...valuesOf(en),
    Invitation: 'You were recommended by {code} Hello',
  };
  const { changes, kept } = switchTo(de, settings);
  expect(kept).toEqual([]);
  expect(changes.Invitation?.to).toBe(de.invitation.replace('{phone}', '{code}'));
});

test.each([
  ['', 'Write the text first'],
  ['Good news, thank you very much!', 'needs {{1}}'],
  ['Good news: {{1}} and {{2}} came to us.', 'no other variable'],
  ['{{1}} came to us today, thank you!', 'begins or ends'],
  ['Good news, somebody came: {{1}}', 'begins or ends'],
  ['Hey {{1}}!', 'too short'],
  [`Good news: {{1}} came. ${'x'.repeat(1024)}`, 'At most 1024'],
])('a template that Meta would refuse is told: %j', (text, says) => {
  expect(templateProblem(text)).toContain(says);
});
