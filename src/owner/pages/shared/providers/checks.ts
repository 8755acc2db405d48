/** What can be wrong with a value before anybody is asked: each check gives a sentence, or '' when nothing is. */
import { readPhone } from '../../../../program/phone';

/** A value's check. */
export type Check = (value: string) => string;

/** Meta's ids have fifteen digits or so; a phone number has fewer, or a plus, or spaces. */
const SHORTEST_ID = 14;

/** @param other what the owner may have taken it for */
export function metaId(other: string): Check {
  return (value) => {
    const text = value.trim();
    const looksDialled = /^\+|^00|\d[ ()./-]+\d/.test(text) && readPhone(text);
    const digits = /^\d+$/.test(text);
    if (looksDialled || (digits && text.length < SHORTEST_ID)) {
      return `This is the number, not its id: ${other} has about fifteen digits, and is below the number on Meta’s page.`;
    }
    return digits ? '' : `Digits only: ${other} has no letters and no spaces.`;
  };
}

export const phoneNumber: Check = (value) =>
  readPhone(value)
    ? ''
    : 'This is not a phone number with its country code, such as +44 7700 900123.';

export const digitsOnly: Check = (value) => (/^\d+$/.test(value.trim()) ? '' : 'Digits only.');

/** @param wrong what is said when the value is another */
export function looksLike(pattern: RegExp, wrong: string): Check {
  return (value) => (pattern.test(value.trim()) ? '' : wrong);
}
