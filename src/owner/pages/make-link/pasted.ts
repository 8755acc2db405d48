/** Takes a pasted column apart: one person a line, the number and perhaps a name beside it. */
import { type CountryCode, readTyped, type Typed } from '../shared/number';

export interface PastedLine {
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
    .map((line) => readLine(line, country))
    .filter((line) => line !== null)
    .filter(({ typed }) => {
      if ('problem' in typed) return true;
      if (seen.has(typed.digits)) return false;
      seen.add(typed.digits);
      return true;
    });
}

function readLine(line: string, country: CountryCode): PastedLine | null {
  const cells = line
    .split(/[\t,;]/)
    .map((cell) => cell.trim().replace(/^'/, ''))
    .filter(Boolean);
  const text = cells.find((cell) => cell.replace(/\D/g, '').length >= 5) ?? cells[0];
  if (!text) return null;
  const name = cells.filter((cell) => cell !== text).join(' ');
  return { text, name, typed: readTyped(text, country) };
}
