/** Reads numbers as people type them, in the owner's country, and says why something is none. */
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';

export type { CountryCode };

/** A number in WhatsApp's form, or the reason why it is none. */
export type Typed = { digits: string; shown: string; country: string; doubt: string } | Problem;

/** Why something is no number, as the rest of a sentence. */
interface Problem {
  problem: string;
}

const PROBLEMS: Record<string, string> = {
  TOO_SHORT: 'has too few digits',
  TOO_LONG: 'has too many digits',
  INVALID_LENGTH: 'has the wrong number of digits',
  INVALID_COUNTRY: 'begins with no known country code',
  NOT_A_NUMBER: 'is not a phone number',
};

/** Reads one number. @param country for numbers without a country code */
export function readTyped(text: string, country: CountryCode): Typed {
  const read = readNumber(text, country);
  if ('problem' in read) return read;
  return {
    digits: read.number.slice(1),
    shown: read.formatInternational(),
    country: read.country ? countryName(read.country) : '',
    // Countries open new ranges all the time: a full number is the owner's word against the list's.
    doubt: read.isValid() ? '' : 'looks unusual: please check it',
  };
}

/**
 * Reads one number of a list, which nobody looks at number by number.
 *
 * @returns its digits, or the reason why it is none; without a plus it has to be one beyond doubt
 */
export function readListed(text: string, country: CountryCode): { digits: string } | Problem {
  const read = readTyped(text, country);
  if ('problem' in read || !read.doubt || /^\s*(\+|00)/.test(text)) return read;
  return { problem: `${read.doubt}, and begin with + and the country code` };
}

/** As it is dialled in the country, else with the plus that sheets and other programs often leave away. */
function readNumber(text: string, country: CountryCode): PhoneNumber | Problem {
  const read = readDialled(text, country);
  const digits = text.replace(/[\s().-]/g, '');
  if (!('problem' in read) || !/^[1-9]\d{9,14}$/.test(digits)) return read;
  const full = parsePhoneNumberFromString(`+${digits}`);
  return full?.isPossible() ? full : read;
}

function readDialled(text: string, country: CountryCode): PhoneNumber | Problem {
  // 00 is the plus of a telephone; libphonenumber knows that for some countries only.
  const typed = text.trim().replace(/^00(?=[1-9])/, '+');
  const reason = validatePhoneNumberLength(typed, country);
  if (reason) return { problem: PROBLEMS[reason] ?? 'is not a phone number' };
  const number = parsePhoneNumberFromString(typed, country);
  if (!number) return { problem: 'is not a phone number' };
  if (!number.isValid() && !typed.startsWith('+')) {
    return {
      problem: `is not a number in ${countryName(country)}: begin with + and the country code`,
    };
  }
  return number;
}

/** Every country with its code, sorted by name. */
export function countries(): { code: CountryCode; label: string }[] {
  return getCountries()
    .map((code) => ({ code, label: `${countryName(code)} +${getCountryCallingCode(code)}` }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** The country of a number in digits; the United States when it tells none. */
export function countryOf(digits: string): CountryCode {
  return parsePhoneNumberFromString(`+${digits}`)?.country ?? 'US';
}

function countryName(code: string): string {
  names ??= new Intl.DisplayNames(undefined, { type: 'region' });
  return names.of(code) ?? code;
}

let names: Intl.DisplayNames | undefined;
