/** Dates as spreadsheets count them: days since 30 December 1899 in the spreadsheet's time zone. */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const EPOCH = Date.UTC(1899, 11, 30);

export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 is Sunday. */
  weekday: number;
}

/** The day number of a date; months from 1. */
export function serialOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return (date.getTime() - EPOCH) / DAY_MS;
}

type Calendar = Pick<WallClock, 'year' | 'month' | 'day' | 'weekday'>;

/** Days that were looked up: a sheet has many cells, and few days. */
const days = new Map<number, Calendar>();
const REMEMBERED = 10_000;

/** The calendar and clock that a serial number stands for. */
export function wallClock(serial: number): WallClock {
  const ms = Math.round(serial * DAY_MS);
  const number = Math.floor(ms / DAY_MS);
  const { year, month, day, weekday } = days.get(number) ?? calendarOf(number);
  const rest = ms - number * DAY_MS;
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / HOUR_MS),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
    weekday,
  };
}

function calendarOf(number: number): Calendar {
  const date = new Date(number * DAY_MS + EPOCH);
  const found = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
  if (days.size >= REMEMBERED) days.clear();
  days.set(number, found);
  return found;
}

/** The serial number of a moment, as clocks in the time zone show it. */
export function serialOfMoment(ms: number, timeZone: string): number {
  return (ms + offset(ms, timeZone) - EPOCH) / DAY_MS;
}

/** The moment at which clocks in the time zone show what the serial number stands for. */
export function momentOfSerial(serial: number, timeZone: string): number {
  const wall = Math.round(serial * DAY_MS) + EPOCH;
  const guess = wall - offset(wall, timeZone);
  return wall - offset(guess, timeZone);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/**
 * How far clocks in the time zone are ahead of UTC at a moment, in milliseconds.
 *
 * @throws RangeError for a time zone that does not exist
 */
export function offset(ms: number, timeZone: string): number {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC' || timeZone === 'Etc/GMT') return 0;
  const quarter = Math.floor(ms / (HOUR_MS / 4)) * (HOUR_MS / 4);
  let zone = offsets.get(timeZone);
  if (!zone) {
    zone = new Map();
    offsets.set(timeZone, zone);
  }
  const known = zone.get(quarter);
  if (known !== undefined) return known;
  const parts: Record<string, number> = {};
  for (const part of formatter(timeZone).formatToParts(quarter)) parts[part.type] = +part.value;
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const found = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
  zone.set(quarter, found);
  return found;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, found);
  }
  return found;
}
