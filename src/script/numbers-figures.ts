/** Keeps the tab Numbers up to date where the base is a database, which the sheet's own formulas cannot see. */

import type { Clock } from '../program/facts';
import { masked } from '../program/masked';
import { dayIn } from '../program/rewards/ledger';
import { rewriteFormulas } from '../sheet/numbers';
import { LINES, WEEKS } from '../sheet/numbers-parts';
import { type Figures, ourRegions, type Written, writeFigures } from '../sheet/numbers-values';
import { type Numbers, numbersIn } from '../sql/numbers';
import { databaseOf } from './books';
import { isMoving } from './columns-move';
import { wordFor } from './numbers';
import type { Script } from './program';
import { NUMBERS_SEEN, parsed, tabIdsIn } from './properties';

const RENEW_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Seen {
  /** When one looked, in milliseconds, and the newest change that was counted then. */
  at: number;
  newest: number;
  written: Written;
}

/** Renews the figures every ten minutes, where something has changed: one statement. */
export function keepNumbers(script: Script): void {
  const { services, store, program } = script;
  // Whoever moves back has formulas written in the place of figures.
  if (isMoving(store, services.now())) return;
  const seen = parsed<Seen>(store[NUMBERS_SEEN]) ?? { at: 0, newest: -1, written: {} };
  const { clock } = program;
  const now = services.now();
  const id = tabIdsIn(store).Numbers;
  if (id === undefined || now - seen.at < RENEW_MS) return;
  try {
    const isSameDay = dayIn(seen.at, clock) === dayIn(now, clock);
    const asked = { ...momentsOf(clock), seen: isSameDay ? seen.newest : -1, most: LINES };
    const numbers = numbersIn(asked, databaseOf(script));
    const sheet =
      numbers && services.spreadsheet.getSheets().find((one) => one.getSheetId() === id);
    const written = sheet ? writeFigures(sheet, figuresOf(numbers), seen.written) : seen.written;
    const noted: Seen = { at: now, newest: numbers?.newest ?? seen.newest, written };
    store[NUMBERS_SEEN] = JSON.stringify(noted);
    services.properties.setProperty(NUMBERS_SEEN, store[NUMBERS_SEEN]);
  } catch (error) {
    console.error(masked(String(error)));
  }
}

/** The base is in the sheet again: formulas of the sheet's own count it, wherever our figures stand still. */
export function endFigures({ services, store, program }: Script): void {
  const seen = parsed<Seen>(store[NUMBERS_SEEN]);
  const id = tabIdsIn(store).Numbers;
  const sheet = services.spreadsheet.getSheets().find((one) => one.getSheetId() === id);
  if (seen && sheet) {
    const regions = ourRegions(sheet, seen.written);
    const word = wordFor(program.settings.terms);
    rewriteFormulas(sheet, services.spreadsheet, tabIdsIn(store), regions, word);
  }
  delete store[NUMBERS_SEEN];
  services.properties.deleteProperty(NUMBERS_SEEN);
}

/** The next run of the trigger renews them, whatever the time. */
export function renewNumbersSoon({ services, store }: Pick<Script, 'services' | 'store'>): void {
  const seen = parsed<Seen>(store[NUMBERS_SEEN]);
  if (!seen) return;
  store[NUMBERS_SEEN] = JSON.stringify({ ...seen, at: 0 });
  services.properties.setProperty(NUMBERS_SEEN, store[NUMBERS_SEEN]);
}

function figuresOf({ best, sources, rewards, ...all }: Numbers): Figures {
  return {
    glance: [[all.clients], [all.referrals], [all.thisMonth], [all.waiting]],
    rewards: [[all.counted], [rewards.ready], [rewards.flagged], [rewards.waiting]],
    weeks: all.weeks.map((count) => [count]),
    best: best.map(({ name, by, count }) => [name, by, count]),
    counted: best.map(({ counted, given }) => [counted, given]),
    sources: sources.map(({ name, count }) => [name, count]),
  };
}

/** When the month began where the spreadsheet is, and each of the weeks, the last one with its end. */
function momentsOf(clock: Clock): { month: number; weeks: number[] } {
  const here = Date.parse(`${clock.minute(clock.now).slice(0, 10)}T00:00:00Z`);
  const monday = here - ((new Date(here).getUTCDay() + 6) % 7) * DAY_MS;
  const mondays = Array.from(
    { length: WEEKS + 1 },
    (_, n) => monday - (WEEKS - 1 - n) * 7 * DAY_MS,
  );
  const first = Date.parse(`${clock.minute(clock.now).slice(0, 7)}-01T00:00:00Z`);
  return { month: momentAt(first, clock), weeks: mondays.map((one) => momentAt(one, clock)) };
}

/** The moment at which clocks show a time where the spreadsheet is. @param local that time as if it were UTC */
function momentAt(local: number, { minute }: Clock): number {
  const shown = Date.parse(`${minute(local).replace(' ', 'T')}:00Z`);
  return local - (shown - local);
}
