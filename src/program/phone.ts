/** Phone numbers: one key per person, the forms in which a number is written, and the form that others may see. */
import { pattern } from './pattern';
import { plainText } from './text';

/**
 * The digits by which one person is compared, whatever form WhatsApp shows. Brazil's mobiles get
 * their ninth digit, Mexico loses the 1 and Argentina the 9 after the country code: WhatsApp still
 * shows ids made before these countries changed their numbering. Anything else stays as it is.
 */
export function canonicalPhone(digits: string): string {
  return digits
    .replace(/^55([1-9]{2})([6-9]\d{7})$/, '55$19$2')
    .replace(/^521(\d{10})$/, '52$1')
    .replace(/^549(\d{10})$/, '54$1');
}

/** Every form under which the same person may be in a sheet or arrive, the canonical one first. */
export function phoneForms(digits: string): string[] {
  const canonical = canonicalPhone(digits);
  const other = canonical
    .replace(/^55([1-9]{2})9([6-9]\d{7})$/, '55$1$2')
    .replace(/^52(\d{10})$/, '521$1')
    .replace(/^54(\d{10})$/, '549$1');
  return other === canonical ? [canonical] : [canonical, other];
}

/** Whether a key, which is a number or an id of WhatsApp's, is a number: digits only. */
export function isPhone(key: string): boolean {
  return /^\d+$/.test(key);
}

/**
 * Reads a number as people write it internationally: "+7 (999) 123-45-67", "00 49 151 …", the digits
 * of any script. Gives its digits, or null when it is no possible phone: 7–15 digits (E.164), no
 * leading zero, nothing else around.
 */
export function readPhone(text: string): string | null {
  const plain = plainText(text).trim().replace(/^'/, '');
  // "+49 (0) 151 …": the zero is for callers from within the country.
  const compact = withoutPhonePunctuation(plain.replace(/^((?:\+|00) ?\d{2,3} ?)\(0\)/, '$1'));
  return /^(?:\+|00)?([1-9]\d{6,14})$/.exec(compact)?.[1] ?? null;
}

/** Whether a key is a Telegram user's: the program's `tg:` and the number that Telegram has for them. */
export function isTelegramId(key: string): boolean {
  return /^tg:\d{1,16}$/.test(key);
}

/** Whom a text names: a number's canonical digits, or a Telegram user's key; null when it is neither. */
export function readWho(text: string): string | null {
  const id = text.trim().toLowerCase();
  const phone = readPhone(text);
  return isTelegramId(id) ? id : phone && canonicalPhone(phone);
}

const PUNCTUATION = pattern(String.raw`[ \t()[\]./\u00b7\p{Pd}\u2212]`, 'gu');

/** The plain text without the spaces, dashes, dots, brackets and slashes that people put into a number. */
export function withoutPhonePunctuation(plain: string): string {
  return plain.replace(PUNCTUATION(), '');
}

/** A key as the base has it: a number by its canonical digits, an id as it is. */
export function canonicalKey(text: string): string {
  const phone = isPhone(text) ? text : readPhone(text);
  return phone ? canonicalPhone(phone) : text;
}

/**
 * A regular expression's source, for Java and JavaScript alike, that matches a whole cell holding
 * this number, also when it was typed with a plus or 00 in front, an apostrophe, spaces, dashes,
 * dots, brackets, or pasted with direction marks. Throws when `digits` is not all digits.
 */
export function phonePattern(digits: string): string {
  if (!isPhone(digits)) {
    throw new Error('A phone is searched for by its digits only; read it with readPhone first.');
  }
  // \W means the same in both dialects: everything but Latin letters, digits and the underscore.
  return `^\\W*(?:0\\W*0\\W*)?${[...digits, '$'].join('\\W*')}`;
}

/**
 * A number as others may see it: "+7 999 ··· 45 67", enough to recognise a friend, not enough to
 * call. At least three digits stay hidden; short numbers show fewer.
 */
export function maskPhone(digits: string): string {
  if (!/^\d{7,}$/.test(digits)) return '···';
  const country =
    /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/.exec(digits)?.[0] ?? '';
  const national = digits.slice(country.length);
  const shownLast = national.length < 7 ? Math.min(2, national.length - 3) : 4;
  const shownFirst = Math.min(3, national.length - shownLast - 3);
  const end = national.slice(-shownLast).replace(/^(\d\d)(\d\d)$/, '$1 $2');
  return [`+${country}`, national.slice(0, shownFirst), '···', end].filter(Boolean).join(' ');
}
