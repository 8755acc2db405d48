/** What a language pack is: everything that clients read and write, in one language. */
import { CATALOGUE } from '../../../program/catalogue';
import type { TextKey } from '../../../program/settings';

/** The settings *Words for …* by what they are for. */
const WORDS = {
  link: 'wordsLink',
  referrals: 'wordsReferrals',
  top: 'wordsTop',
  inviter: 'wordsInviter',
  rewards: 'wordsRewards',
  stop: 'wordsStop',
  start: 'wordsStart',
  data: 'wordsData',
  delete: 'wordsDelete',
  bought: 'wordsBought',
} as const;

type WordsKey = keyof typeof WORDS;

export interface Language {
  /** As browsers name it: `pt-BR`. */
  id: string;
  /** As those call it who speak it. */
  name: string;
  english: string;
  direction: 'ltr' | 'rtl';
  invitation: string;
  dateFormat: string;
  /** What a client, or for `bought` the staff, may write, separated by commas. */
  words: Record<WordsKey, string>;
  texts: Record<TextKey, string>;
  /** What stands on a poster, above and below the code, before the owner writes something better. */
  poster: { headline: string; line: string };
  /** For the templates that the owner has approved by Meta: its code of the language, and texts with `{{1}}`. */
  templates: { language: string; notice: string; reward: string };
}

const FIRST_STRONG_ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** The pack's values by the names of their settings. */
export function valuesOf(language: Language): Record<string, string> {
  const { words, texts, templates, invitation, dateFormat } = language;
  const byKey: Record<string, string> = {
    invitation,
    dateFormat,
    templateLanguage: templates.language,
    ...Object.fromEntries(
      Object.entries(WORDS).map(([key, setting]) => [setting, words[key as WordsKey]]),
    ),
    ...Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [`text.${key}`, inDirection(text, language)]),
    ),
  };
  return Object.fromEntries(
    CATALOGUE.settings.flatMap(({ key, name }) => {
      const value = byKey[key];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/**
 * A text from right to left keeps apart what is filled in: a phone number would else show its groups in the wrong order,
 * and a Latin name would move the words around it. A link stands on a line of its own, where nothing has to keep it
 * apart: a mark right behind it would become part of it.
 */
function inDirection(text: string, { direction }: Language): string {
  if (direction === 'ltr') return text;
  return text.replace(/\{(?!link\})\w+\}/g, (placeholder) =>
    [FIRST_STRONG_ISOLATE, placeholder, END_OF_ISOLATE].join(''),
  );
}
