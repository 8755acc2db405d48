/** The codes that stand for an inviter: how they are made and told from other words. */

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const DIGITS = 8;

/** A new code of eight characters that cannot be mistaken for each other. `random` gives 0 ≤ n < 1. */
export function newCode(random: () => number): string {
  // A letter in the middle: seven digits in a row would be read as a phone.
  return codeOf(random, 3);
}

/** A new code of a source: with a digit where people's codes have a letter, so that one is never the other. */
export function newSourceCode(random: () => number): string {
  return codeOf(random, 4, 3);
}

/** Whether it can be a code of ours. */
export function isCode(text: string): boolean {
  return /^[2-9a-hjkmnp-z]{8}$/.test(text);
}

/** A source's code, as JavaScript and PostgreSQL read it alike. */
export const SOURCE_CODE = '^[2-9a-hjkmnp-z]{3}[2-9][a-hjkmnp-z][2-9a-hjkmnp-z]{3}$';

/** Whether a code, or what a row names an inviter by, can be a source's. */
export function isSourceCode(text: string): boolean {
  return new RegExp(SOURCE_CODE).test(text);
}

/** @param letter where there is no digit @param digit where there is nothing else */
function codeOf(random: () => number, letter: number, digit?: number): string {
  return Array.from({ length: 8 }, (_, index) => {
    if (index === letter) return oneOf(LETTERS.slice(DIGITS), random);
    return oneOf(index === digit ? LETTERS.slice(0, DIGITS) : LETTERS, random);
  }).join('');
}

function oneOf(letters: string, random: () => number): string {
  return letters[Math.floor(random() * letters.length)] ?? '';
}
