/** Reads what is typed into a cell (or written by a script, which comes to the same) as Sheets does. */
import type { CellLook, CellValue } from './cell';
import { serialOf } from './serial';

/** What the text turned into, with the number format that the cell takes on when it has none. */
export interface Typed {
  value: CellValue;
  look?: CellLook;
}

/** How a locale writes numbers and dates. */
interface LocaleMarks {
  decimal: string;
  group: string;
  dayFirst: boolean;
  /** Digits as this locale groups and divides them, with an exponent perhaps. */
  number: RegExp;
}

const marksOfLocale = new Map<string, LocaleMarks>();

/** The marks of a spreadsheet locale such as `en_US`. */
export function localeMarks(locale: string): LocaleMarks {
  const known = marksOfLocale.get(locale);
  if (known) return known;
  const tag = locale.replace('_', '-');
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1234567.5);
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? '';
  const order = new Intl.DateTimeFormat(tag).formatToParts(0).map((entry) => entry.type);
  const decimal = part('decimal') || '.';
  const group = part('group').replace(/\s/, ' ');
  const marks = {
    decimal,
    group,
    number: numberShape(decimal, group),
    dayFirst: order.indexOf('day') < order.indexOf('month'),
  };
  marksOfLocale.set(locale, marks);
  return marks;
}

/** Anything that is neither a number, a date, a truth value nor a formula begins otherwise. */
const MAY_BE_MORE_THAN_TEXT = /^[\s'=+\-.,($€£\d]|^(?:true|false)\s*$|^[a-z]{3,9}\.? \d/i;

/** Whether a text is certain to stay text. */
export function staysText(text: string): boolean {
  return !MAY_BE_MORE_THAN_TEXT.test(text);
}

/** Takes a typed text apart. Text stays what it is; a leading apostrophe makes text of anything; a date without a year is one of `thisYear`. */
export function parseTyped(text: string, marks: LocaleMarks, thisYear: number): Typed {
  if (staysText(text)) return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1), look: { quoted: true } };
  if (text.startsWith('=') && text.length > 1) return { value: { formula: text } };
  const trimmed = text.trim();
  if (/^(?:true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  return (
    parseNumber(trimmed, marks) ??
    parseDateAndTime(trimmed, marks, thisYear) ??
    // A sign that begins no number begins a formula.
    (/^[+-]./.test(text) ? { value: { formula: `=${text}` } } : { value: text })
  );
}

function parseNumber(text: string, marks: LocaleMarks): Typed | null {
  const accounting = /^\((.*)\)$/.exec(text);
  let body = accounting?.[1] ?? text;
  const sign = accounting ? '-' : (/^[+-]/.exec(body)?.[0] ?? '');
  if (!accounting) body = body.slice(sign.length);
  const currency = /^([$€£])\s?/.exec(body);
  if (currency) body = body.slice(currency[0].length);
  const percent = /\s?%$/.exec(body);
  if (percent) body = body.slice(0, -percent[0].length);
  const digits = plainDigits(body, marks);
  if (digits === null) return null;
  const value = Number(sign.replace('+', '') + digits) / (percent ? 100 : 1);
  const places = digits.includes('.') ? '.00' : '';
  const look = (numberFormat: string) => ({ value, look: { numberFormat } });
  if (percent) return look(`0${places}%`);
  if (currency) return look(`"${currency[1]}"#,##0${places}`);
  if (/e/i.test(digits)) return look('0.00E+00');
  if (marks.group && body.includes(marks.group)) return look(`#,##0${places}`);
  return { value };
}

/** Digits with a point for the decimal mark and no grouping, or null. */
function plainDigits(body: string, { group, number }: LocaleMarks): string | null {
  const match = number.exec(body.replace(/\u00a0|\u202f/g, ' '));
  if (!match) return null;
  const [, whole = '', fraction, exponent = ''] = match;
  const joined = group ? whole.split(group).join('') : whole;
  return `${joined || '0'}${fraction ? `.${fraction}` : ''}${exponent}`;
}

function numberShape(decimal: string, group: string): RegExp {
  const whole = `\\d*|\\d{1,3}(?:${escaped(group)}\\d{3})+`;
  return new RegExp(`^(?=.*\\d)(${whole})(?:${escaped(decimal)}(\\d*))?(e[+-]?\\d+)?$`, 'i');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') || '(?!)';
}

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?([ap])m)?$/i;

function parseDateAndTime(text: string, marks: LocaleMarks, thisYear: number): Typed | null {
  const time = parseTime(text);
  if (time) return time;
  const date = parseDate(text, marks, thisYear);
  if (date) return date;
  const both = /^(\S.*?)[ T](\d{1,2}:\d{2}.*)$/.exec(text);
  const day = both && parseDate(both[1] ?? '', marks, thisYear);
  const clock = both && parseTime(both[2] ?? '');
  if (!day || !clock) return null;
  const numberFormat = `${day.look?.numberFormat} ${clock.look?.numberFormat}`;
  return { value: (day.value as number) + (clock.value as number), look: { numberFormat } };
}

function parseTime(text: string): Typed | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, h = '', m = '', s, half] = match;
  let hour = Number(h);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (Number(m) > 59 || Number(s ?? 0) > 59) return null;
  const numberFormat = `h:mm${s === undefined ? '' : ':ss'}${half ? ' am/pm' : ''}`;
  return { value: (hour * 3600 + Number(m) * 60 + Number(s ?? 0)) / 86400, look: { numberFormat } };
}

function parseDate(text: string, { dayFirst }: LocaleMarks, thisYear: number): Typed | null {
  const dated = (year: string | undefined, month = '', day = '', numberFormat = '') =>
    existingDay(year === undefined ? thisYear : fullYear(year), +month, +day, numberFormat);
  let match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match) return dated(match[1], match[3], match[4], 'yyyy-mm-dd');
  match = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (match && (match[2] !== '.' || dayFirst)) {
    const [, first, mark, second, year] = match;
    const pattern = (dayFirst ? ['d', 'm'] : ['m', 'd']).join(mark);
    const [month, day] = dayFirst ? [second, first] : [first, second];
    return dated(year, month, day, year === undefined ? pattern : `${pattern}${mark}yyyy`);
  }
  match = new RegExp(`^(\\d{1,2})[ -]${MONTH}\\.?(?:[ ,-]+(\\d{4}|\\d{2}))?$`, 'i').exec(text);
  if (match) return dated(match[3], monthNumber(match[2]), match[1], 'd mmm yyyy');
  match = new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:,? (\\d{4}))?$`, 'i').exec(text);
  if (match) return dated(match[3], monthNumber(match[1]), match[2], 'mmm d, yyyy');
  match = new RegExp(`^${MONTH}\\.? (\\d{4})$`, 'i').exec(text);
  return match && dated(match[2], monthNumber(match[1]), '1', 'mmm yyyy');
}

function monthNumber(name = ''): string {
  return String(MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** Two digits from 30 on mean the last century. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

function existingDay(year: number, month: number, day: number, numberFormat: string): Typed | null {
  const exists = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12 || day < 1 || exists.getUTCDate() !== day) return null;
  return { value: serialOf(year, month, day), look: { numberFormat } };
}
