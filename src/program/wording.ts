/** Fills the owner's texts and keeps them within a provider's limits. */
import { pattern } from './pattern';

/**
 * Puts values into a text's placeholders, once: a value that looks like a placeholder stays as it is.
 *
 * @param text for example `Welcome {name}!`
 * @param values by placeholder; a placeholder without a value is left standing, so that the owner sees it
 */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : whole,
  );
}

/** Words of ours for a placeholder, with a capital where it begins a sentence: “A friend recommended you”. */
export function begins(text: string, placeholder: string, words: string): string {
  const atStart = new RegExp(`(?:^|[.!?…]\\s+)[¡¿"“„«]?\\{${placeholder}\\}`).test(text);
  return atStart ? words.replace(/^./u, (first) => first.toUpperCase()) : words;
}

/** The placeholders that a text uses, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}\n]*)\}/g)].map((match) => match[1] ?? '');
}

/** Cuts a text to `length` UTF-16 units with an ellipsis, never through the middle of a character. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const RIGHT_TO_LEFT = pattern(String.raw`[\p{sc=Arab}\p{sc=Hebr}]`, 'u');

/**
 * A line of a list: “Ben · +44 770 ··· 00 02 · 2026-06-01”. Where a part of it is written from right to left, each part
 * is kept apart: the groups of a number would else stand in the wrong order.
 *
 * @param parts empty ones are left out
 */
export function listLine(parts: (string | false)[]): string {
  const given = parts.flatMap((part) => part || []);
  const rightToLeft = given.some((part) => RIGHT_TO_LEFT().test(part));
  return given.map((part) => (rightToLeft ? `\u2068${part}\u2069` : part)).join(' · ');
}

/** The lines of what the owner wrote; empty ones are left out. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
