/** The result as a text to pass on: without secrets, addresses and phone numbers. */
import type { Outcome } from './check';

const WORDS = { pass: 'OK', fail: 'FAIL', warn: 'NOTE', skip: '–' };

/** @param outcomes by the check's title */
export function report(outcomes: Map<string, Outcome>): string {
  return [...outcomes]
    .map(([title, { result, found, toDo, details = [] }]) =>
      [
        `[${WORDS[result]}] ${title}: ${found}`,
        ...(toDo ? [`    ${toDo}`] : []),
        ...details.map((line) => `    · ${line}`),
      ].join('\n'),
    )
    .map(withoutSecrets)
    .join('\n');
}

/** Times and the digits that the check itself writes are no secret; whatever else looks like a number or a token is. */
function withoutSecrets(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, '(address)')
    .replace(/\b[A-Za-z0-9_-]{24,}\b/g, '(secret)')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d|\+?\d[\d ()-]{6,}\d/g, (digits) =>
      TRIED.includes(digits.replace(/\D/g, '')) || digits.includes(':') ? digits : '(number)',
    );
}

const TRIED = ['4915112345678', '1234567890123456'];
