/** Hides phone numbers in a text for a log, however they are grouped; dates, times, amounts and error codes stay. */
import { pattern } from './pattern';

/** With fewer digits than this it is no phone: an error code, a row, a count. */
const LEAST_DIGITS = 7;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?!\d)`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const DATE = [
  String.raw`(?:19|20)\d\d([-./])${MONTH_NUMBER}\1${DAY}`,
  String.raw`${DAY}([-./])${DAY}\2(?:(?:19|20)\d\d|\d\d)`,
  String.raw`${MONTH} \d{1,2},? \d{4}`,
]
  .map((form) => `${form}(?:(?:T|,? )${TIME}|(?![-./ ]*\\d))`)
  .join('|');
const STATUS = String.raw`(?:HTTP|status|error|code)[ :#]+[1-5]\d\d(?:[ :(#]+\d{5,6})?(?![-. ]?\d)`;
const CURRENCY = String.raw`(?:\p{Sc}|EUR|USD|GBP|RUB)`;
const AMOUNT = String.raw`(?:\d{1,3}(?:[\p{Zs}.,'\u2019]\d{3}){1,3}|\d{1,9})(?:[.,]\d\d)?(?!\d)`;
const MONEY = String.raw`${CURRENCY}\p{Zs}?${AMOUNT}|(?<!\d)${AMOUNT}\p{Zs}?${CURRENCY}`;

/** What people put between the groups of a number; a full stop with a space ends a sentence. */
const BETWEEN = String.raw`(?!\.\p{Zs})[\p{Zs}\p{Cf}\t()[\]./\u00b7\p{Pd}\u2212]{1,4}`;
const NUMBER = String.raw`\p{Nd}+(?:${BETWEEN}(?!${TIME}|(?:19|20)\d\d-\d\d-\d\d)\p{Nd}+)*`;

const PARTS = pattern(
  String.raw`(?<!\d)(?:${DATE}|${TIME})|${STATUS}|${MONEY}|(?<phone>${NUMBER})`,
  'gu',
);

const DIGIT = pattern(String.raw`\p{Nd}`, 'gu');

/** The secret of a Telegram bot, which stands in its addresses. */
const BOT_TOKEN = /\b(?:bot)?\d{5,16}:[\w-]{30,64}/g;

/** The text with two digits at each end of every possible phone number, and nothing between them. */
export function masked(text: string): string {
  return text.replace(BOT_TOKEN, '•••').replace(PARTS(), (part: string, ...rest: unknown[]) => {
    const { phone } = rest[rest.length - 1] as { phone?: string };
    const digits = phone?.match(DIGIT()) ?? [];
    if (digits.length < LEAST_DIGITS) return part;
    return `${digits.slice(0, 2).join('')}···${digits.slice(-2).join('')}`;
  });
}
