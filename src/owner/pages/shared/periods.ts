/** The periods that the owner chooses from. Days are texts, `2026-12-31`, as the spreadsheet's time zone has them. */

const DAY_MS = 24 * 60 * 60 * 1000;

export const PERIODS = {
  all: 'All the time',
  month: 'This month',
  days: 'The last 30 days',
  year: 'This year',
  between: 'From … to …',
} as const;

export type Period = keyof typeof PERIODS;

/** A period; `from` and `to` are days that belong to it, '' for open, and only matter between two days. */
export interface Span {
  period: Period;
  from: string;
  to: string;
}

export const ALWAYS: Span = { period: 'all', from: '', to: '' };

/** Gives a time's day. */
export type DayOf = (at: number) => string;

/** @param timeZone the spreadsheet's, such as `Europe/Berlin` */
export function dayOfIn(timeZone: string): DayOf {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  // Sweden writes days as the program does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts });
  return (at) => format.format(at);
}

/** Whether a day falls into a period; one that is not known falls into all the time only. */
export function isIn(day: string, { period, from, to }: Span, today: string): boolean {
  switch (period) {
    case 'all':
      return true;
    case 'month':
      return day.slice(0, 7) === today.slice(0, 7);
    case 'year':
      return day.slice(0, 4) === today.slice(0, 4);
    case 'days':
      return day > daysBefore(today, 30) && day <= today;
    case 'between':
      return day !== '' && day >= from && (to === '' || day <= to);
  }
}

/** The first and the last day of a period; '' for open. @param today as `2026-12-31` */
export function daysOf({ period, from, to }: Span, today: string): { from: string; to: string } {
  switch (period) {
    case 'all':
      return { from: '', to: '' };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: '' };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: '' };
    case 'days':
      return { from: daysBefore(today, 29), to: today };
    case 'between':
      return { from, to };
  }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}
