/** Finds where in a text an inviter's phone or code may stand. */
import { isCode } from './codes';
import { pattern } from './pattern';
import { readPhone, withoutPhonePunctuation } from './phone';
import type { Word } from './text';

/** Words of the text (from the first to behind the last) that could be the inviter. */
type Place = {
  from: number;
  to: number;
  value: string;
  /** More digits stand right before or behind, as if they belonged to it. */
  cutBefore: boolean;
  cutAfter: boolean;
};

/** Every possible phone in the text; of those that begin alike the longest first. */
export function phonePlaces(plain: string, words: Word[]): Place[] {
  const places: Place[] = [];
  for (const [start, end] of digitRows(plain, words)) {
    const read = (from: number, to: number) =>
      readPhone(plain.slice(words[from]!.start, words[to - 1]!.end));
    const isPhone = read(start, end) !== null;
    for (let from = start; from < end; from++) {
      // 15 digits, "00" and a "(0)" make at most 18 groups.
      for (let to = Math.min(end, from + 18); to > from; to--) {
        const phone = read(from, to);
        if (!phone) continue;
        // Two numbers in a row are no phone together; each alone is one.
        const alone = !isPhone && to === from + 1 && phone.length >= 10;
        places.push({
          from,
          to,
          value: phone,
          cutBefore: from > start && !alone,
          cutAfter: to < end && !alone,
        });
      }
    }
  }
  return places;
}

/** Groups of digits with nothing but a phone's punctuation between them, as [first, behind the last]. */
function digitRows(plain: string, words: Word[]): [number, number][] {
  const rows: [number, number][] = [];
  for (const [index, word] of words.entries()) {
    if (!/\d/.test(word.text)) continue;
    const last = rows[rows.length - 1];
    const gap = plain.slice(words[index - 1]?.end ?? 0, word.start);
    // A full stop with a space ends a sentence.
    const close = gap.length <= 4 && !gap.includes('. ') && !withoutPhonePunctuation(gap);
    if (last?.[1] === index && close && word.text[0] !== '+') last[1] = index + 1;
    else rows.push([index, index + 1]);
  }
  return rows;
}

/** Every whole word of Latin letters and digits that is a possible code. */
export function codePlaces(plain: string, words: Word[]): Place[] {
  const places: Place[] = [];
  let to = 0;
  while (to < words.length) {
    const from = to++;
    if (!isCodePart(words[from]!)) continue;
    while (words[to]?.start === words[to - 1]!.end && isCodePart(words[to]!)) to++;
    const code = plain.slice(words[from]!.start, words[to - 1]!.end);
    if (isCode(code)) {
      places.push({ from, to, value: code, cutBefore: false, cutAfter: false });
    }
  }
  return places;
}

const LATIN_OR_DIGIT = pattern(String.raw`^[\p{sc=Latn}\d]`, 'u');

function isCodePart(word: Word): boolean {
  return LATIN_OR_DIGIT().test(word.text);
}
