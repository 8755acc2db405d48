/** Amounts as people write them and as tills export them: "1 200", "1.200,50", "€ 19.90", "-12", "(12.00)". */
import { pattern } from '../pattern';
import { plainText } from '../text';

/** Digits in groups of three, or in one; then decimals. */
const AMOUNT = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/;

/** A currency, or words. */
const AROUND = pattern(String.raw`^[\p{Sc}\p{L}\s.]+|[\p{Sc}\p{L}\s.]+$`, 'gu');
const DASH = pattern(String.raw`[\p{Pd}\u2212]`, 'gu');
const SIGN = pattern(String.raw`^[-+][\p{Sc}\p{L}]*`, 'u');
const BEHIND_WORDS = pattern(String.raw`^[\p{Sc}\p{L}\s]*-`, 'u');

/**
 * Reads an amount. A comma or a dot with one or two digits behind it divides the decimals, with three the thousands.
 *
 * @returns the number, or null when it is none
 */
export function readAmount(text: string): number | null {
  const plain = plainText(text).replace(DASH(), '-');
  const bare = plain.replace(AROUND(), '').replace(/[\s'\u2019]/g, '');
  const inside = /^\((.+)\)$/.exec(bare)?.[1] ?? /^(.+)-$/.exec(bare)?.[1];
  const unsigned = (inside ?? bare).replace(SIGN(), '');
  const [, whole, decimals = '0'] = AMOUNT.exec(unsigned) ?? [];
  if (!whole) return null;
  const sign = inside || bare.startsWith('-') || BEHIND_WORDS().test(plain) ? -1 : 1;
  return sign * Number(`${whole.replace(/[.,]/g, '')}.${decimals}`);
}
