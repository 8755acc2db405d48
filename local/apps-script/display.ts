/** How a cell's value is shown: number formats as Sheets applies them, for the patterns in common use. */
import { type CellValue, FORMULA_SHOWN } from './cell';
import { type WallClock, wallClock } from './serial';

/** The format of a date that a script or the owner puts into a cell without one. */
export const DATE_TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';
export const DATE_FORMAT = 'yyyy-mm-dd';
export const TEXT_FORMAT = '@';
/** What getNumberFormat answers for a cell that was given none. */
export const AUTOMATIC_FORMAT = '0.###############';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const dateFormats = new Map<string, boolean>();

/** Whether a number in this format is a date or a time. */
export function isDateFormat(format: string | undefined): boolean {
  if (!format || format === TEXT_FORMAT) return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    known = /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));
    dateFormats.set(format, known);
  }
  return known;
}

/** The text that the grid shows. `scientificFrom`: see Quirks. */
export function display(
  value: CellValue,
  format: string | undefined,
  scientificFrom: number,
): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return FORMULA_SHOWN;
  if (!format || format === AUTOMATIC_FORMAT || /^general$/i.test(format)) {
    return automatic(value, scientificFrom);
  }
  if (format === TEXT_FORMAT) return plain(value);
  return isDateFormat(format) ? displayDate(value, format) : displayNumber(value, format);
}

function automatic(value: number, scientificFrom: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < Math.min(1e15, scientificFrom)) return String(value);
  if (size >= scientificFrom || (size > 0 && size < 1e-9)) return scientific(value, 5, false);
  return String(Number(value.toPrecision(15)));
}

/** Digits without an exponent. */
function plain(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

function scientific(value: number, places: number, fixed: boolean): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(places).split('e');
  const shown = fixed ? mantissa : String(Number(mantissa));
  const power = Math.abs(Number(exponent)).toString().padStart(2, '0');
  return `${shown}E${exponent.startsWith('-') ? '-' : '+'}${power}`;
}

/** Literal text, zeros, grouping, percent and exponent; a second section is for negative numbers. */
function displayNumber(value: number, format: string): string {
  const [positive = '', negative] = format.split(';');
  const section = value < 0 && negative !== undefined ? negative : positive;
  const pattern = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E\+0+)?/.exec(section.replace(/"[^"]*"/g, ''));
  const literal = (text: string) => text.replace(/"([^"]*)"|\\(.)/g, '$1$2').replace(/_./g, ' ');
  if (!pattern) return literal(section).replace('@', String(value));
  const at = section.indexOf(pattern[0]);
  const percent = section.includes('%');
  const sign = value < 0 && negative === undefined ? '-' : '';
  const digits = digitsFor(Math.abs(percent ? value * 100 : value), pattern[0]);
  return (
    sign + literal(section.slice(0, at)) + digits + literal(section.slice(at + pattern[0].length))
  );
}

const formatters = new Map<string, Intl.NumberFormat>();

function digitsFor(size: number, pattern: string): string {
  const [number = '', exponent] = pattern.split('E+');
  const [whole = '', fraction = ''] = number.split('.');
  if (exponent !== undefined) return scientific(size, fraction.length, true);
  let formatter = formatters.get(number);
  if (!formatter) {
    formatter = formatterOf(whole, fraction);
    formatters.set(number, formatter);
  }
  return formatter.format(size);
}

function formatterOf(whole: string, fraction: string): Intl.NumberFormat {
  const least = fraction.replace(/[^0]/g, '').length;
  return new Intl.NumberFormat('en-US', {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.max(1, whole.replace(/[^0]/g, '').length),
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, Math.min(fraction.length, 20)),
  });
}

type Writer = (at: WallClock, serial: number) => string;

const writers = new Map<string, Writer[]>();

function displayDate(serial: number, format: string): string {
  let parts = writers.get(format);
  if (!parts) {
    parts = dateWriters(format);
    writers.set(format, parts);
  }
  const at = wallClock(serial);
  let text = '';
  for (const write of parts) text += write(at, serial);
  return text;
}

function dateWriters(format: string): Writer[] {
  const halfDay = /am\/pm/i.test(format);
  const tokens = format.match(/"[^"]*"|\\.|am\/pm|\[[hms]+\]|y+|m+|d+|h+|s+(?:\.0+)?|./gi) ?? [];
  return tokens.map((token, i) => {
    if (/^m+$/i.test(token) && isMinutes(tokens, i)) return (at) => pad(at.minute, token.length);
    return dateWriter(token, halfDay);
  });
}

/** `m` means minutes right after hours and right before seconds. */
function isMinutes(tokens: string[], index: number): boolean {
  const letter = (token: string) => /^\[?[ymdhs]/i.test(token);
  const before = tokens.slice(0, index).reverse().find(letter) ?? '';
  const after = tokens.slice(index + 1).find(letter) ?? '';
  return /^\[?h/i.test(before) || /^s/i.test(after);
}

function dateWriter(token: string, halfDay: boolean): Writer {
  const size = token.length;
  const short = size === 3 ? 3 : undefined;
  switch (token[0]?.toLowerCase()) {
    case '"':
      return () => token.slice(1, -1);
    case '\\':
      return () => token.slice(1);
    case 'y':
      return size <= 2 ? (at) => pad(at.year % 100, 2) : (at) => pad(at.year, 4);
    case 'm':
      if (size >= 3) return (at) => (MONTHS[at.month - 1] ?? '').slice(0, short);
      return (at) => pad(at.month, size);
    case 'd':
      if (size >= 3) return (at) => (DAYS[at.weekday] ?? '').slice(0, short);
      return (at) => pad(at.day, size);
    case 'h':
      return (at) => pad(halfDay ? at.hour % 12 || 12 : at.hour, size);
    case 's':
      return (at) => secondToken(token, at);
    case 'a':
      return (at) => (at.hour < 12 ? 'AM' : 'PM');
    case '[':
      return (_, serial) => pad(Math.floor(serial * 24 + 1e-9), size - 2);
    default:
      return () => token;
  }
}

function secondToken(token: string, at: WallClock): string {
  const [whole = '', fraction] = token.split('.');
  const seconds = pad(at.second, whole.length);
  return fraction ? `${seconds}.${pad(at.millisecond, 3).slice(0, fraction.length)}` : seconds;
}

function pad(value: number, width: number): string {
  if (width === 2 && value >= 0) return value < 10 ? `0${value}` : `${value}`;
  return String(value).padStart(width, '0');
}
