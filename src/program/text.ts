/** Makes texts of any language comparable: one form for letters and digits, their words, and the distance between words. */
import { pattern } from './pattern';

/** A word of a plain text, where it stands, and how much it says (1–8). */
export type Word = {
  text: string;
  start: number;
  end: number;
  weight: number;
  /** A character of a script that writes no spaces between words, or an emoji. */
  single: boolean;
};

const INVISIBLE = pattern(String.raw`\p{Cf}|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]`, 'gu');
const DIGIT = pattern(String.raw`\p{Nd}`, 'u');
const OTHER_DIGIT = pattern(String.raw`[^\P{Nd}0-9]`, 'gu');

/**
 * The text without what a keyboard, a phone or a copy-and-paste changes: lower case, one form for
 * compatibility characters, ASCII digits, no accents, no direction marks, no zero-width characters.
 * Punctuation and spaces stay.
 */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Upper case first: it writes out ß and joins the Greek and the dotless letters.
      .toUpperCase()
      .toLowerCase()
      // Accents of Latin, Hebrew and Arabic, the keycap, Arabic stretching; what is invisible; skin tones.
      .replace(/[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u20d0-\u20ff]|\u0640/g, '')
      .replace(INVISIBLE(), '')
      .replace(OTHER_DIGIT(), asciiDigit)
      .replaceAll('ς', 'σ')
      .normalize('NFC')
  );
}

/** Unicode keeps the ten digits of a script side by side, so a digit's value is its distance from the first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (DIGIT().test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Scripts without spaces. */
const SINGLES = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const WORDS = pattern(
  String.raw`([${SINGLES}]\p{M}*|[^\P{S}\0-\x7f])|\+?\d+|\p{sc=Latn}+|(?:(?![\p{sc=Latn}${SINGLES}])[\p{L}\p{M}])+`,
  'gu',
);

/**
 * The words of a plain text: runs of letters (Latin ones apart from others), runs of digits (a plus
 * in front belongs to them), single characters of scripts without spaces, and single symbols.
 * Punctuation separates and is left out.
 */
export function readWords(plain: string): Word[] {
  return [...plain.matchAll(WORDS())].map((match) => {
    const text = match[0];
    const start = match.index ?? 0;
    const single = match[1] !== undefined;
    const weight = single ? 2 : Math.min(text.length, 8);
    return { text, start, end: start + text.length, weight, single };
  });
}

/**
 * How many letters have to be replaced, added, dropped or swapped with their neighbour to get from
 * one text to the other (Damerau–Levenshtein, no letter edited twice). Anything above `limit` is
 * told as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) least = Math.min(least, beforeLast[column - 2]! + 1);
      current.push(least);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length]!, limit + 1);
}
