/** Takes a pasted column apart: one person a line, the number and perhaps a name beside it. */
import { type CountryCode, readTyped, type Typed } from '../shared/number';

export interface PastedLine {
  /** Which line it was, counted from 1. */
  line: number;
  /** What stood there for the number. */
  text: string;
  name: string;
  typed: Typed;
}

/** Every line that holds something; a number that came before is left out. */
export function readPasted(text: string, country: CountryCode): PastedLine[] {
  const seen = new Set<string>();
  return text
    .split(/\r?\n/)
    .map((line, index) => readLine(line, index + 1, country))
    .filter((line) => line !== null)
    .filter(({ typed }) => {
      if ('problem' in typed) return true;
      if (seen.has(typed.digits)) return false;
      seen.add(typed.digits);
      return true;
    });
}

function readLine(text: string, line: number, country: CountryCode): PastedLine | null {
  const cells = text
    .split(/[\t,;]/)
    .map((cell) => cell.trim().replace(/^'/, ''))
    .filter(Boolean);
  const number = cells.find((cell) => cell.replace(/\D/g, '').length >= 5) ?? cells[0];
  if (!number) return null;
  const name = cells.filter((cell) => cell !== number).join(' ');
  return { line, text: number, name, typed: readTyped(number, country) };
}
