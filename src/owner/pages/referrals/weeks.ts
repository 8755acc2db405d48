/** Weeks as the owner counts them: from Monday, in the spreadsheet's time zone. */

/**
 * The beginnings of the last weeks, oldest first; the last one is the week of `now`.
 *
 * @param timeZone the spreadsheet's, such as `Europe/Berlin`
 */
export function weekStarts(now: number, count: number, timeZone: string): number[] {
  const local = new Date(now + offsetAt(now, timeZone));
  const sinceMonday = (local.getUTCDay() + 6) % 7;
  return Array.from({ length: count }, (_, index) => {
    const days = sinceMonday + 7 * (count - 1 - index);
    const { year, month, day } = partsOf(local);
    return midnight(Date.UTC(year, month, day - days), timeZone);
  });
}

/** A day for the eye, in the spreadsheet's time zone. */
export function dayFormat(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(undefined, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return (at) => format.format(at);
}

function partsOf(date: Date) {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** The moment at which a day begins; the offset is looked up twice, since it may change in that night. */
function midnight(asUtc: number, timeZone: string): number {
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
