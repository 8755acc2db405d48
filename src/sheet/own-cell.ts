/** What the owner had in a column of their own, ready to be written once more: kept is what the cell showed. */
import type { Cell } from './blocks';
import { textCell } from './cells';

/** Numbers and boxes, however their column shows them. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:[.,]\d+)?$|^(?:true|false)$/i;

/** A format of numbers, and not one of days or of texts. */
const NUMERIC = /^[^@ymdhs]*[0#][^@ymdhs]*$/i;

/** Whether a text says the same whatever it is shown as. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** @param format of the column's numbers */
export function ownCell(text: string, format: string): Cell | number {
  if (format === '@' || /^(?:true|false)?$/i.test(text)) return textCell(text);
  if (PLAIN.test(text)) return Number(text.replace(',', '.'));
  if (!NUMERIC.test(withoutWords(format)) || !/\d/.test(text)) return textCell(text);
  return numberIn(text, format) ?? textCell(text);
}

/** What was shown as a number, without its currency and the marks of thousands; null where that is none. */
function numberIn(text: string, format: string): number | null {
  const digits = text.replace(/[^\d.,-]/g, '');
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const decimals = at < 0 ? 0 : digits.length - at - 1;
  const isGrouped = /,/.test(withoutWords(format)) && decimals === 3;
  const whole = at < 0 || isGrouped ? digits : digits.slice(0, at);
  const rest = at < 0 || isGrouped ? '' : digits.slice(at + 1);
  const number = Number(`${whole.replace(/[.,]/g, '')}.${rest || '0'}`);
  return Number.isFinite(number) ? number / (text.includes('%') ? 100 : 1) : null;
}

/** A format without what it shows as it stands. */
function withoutWords(format: string): string {
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
}
