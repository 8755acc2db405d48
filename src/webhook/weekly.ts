/** How the last seven days went, out of the tabs or the database: read once a week, when no message waits. */
import type { Clock } from '../program/facts';
import type { Week } from '../program/mails';
import { maskPhone } from '../program/phone';
import { hasRewards } from '../program/rewards/terms';
import { clientsSheet, readColumns } from '../script/base';
import { databaseOf, isInDatabase } from '../script/books';
import type { Script } from '../script/program';
import { sheetOf } from '../script/tabs';
import { textOf, timeOf } from '../sheet/cells';
import { cameSince } from '../sql/figures';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** The summary goes out at this hour. */
const AT_HOUR = 8;

/** So many inviters are named. */
const NAMED = 5;

/** The Monday on whose morning the newest summary is due, as `2026-11-23`, where the spreadsheet is. */
export function mondayOf({ now, minute }: Pick<Clock, 'now' | 'minute'>): string {
  const here = Date.parse(`${minute(now).replace(' ', 'T')}:00Z`) - AT_HOUR * 60 * 60 * 1000;
  const sinceMonday = (new Date(here).getUTCDay() + 6) % 7;
  return new Date(here - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

export function weekUntil(now: number, script: Script): Week {
  if (isInDatabase(script)) return weekOf(cameSince(now - WEEK_MS, NAMED, databaseOf(script)));
  const sheet = clientsSheet(script.services);
  const columns = ['Joined', 'Invited by', "Inviter's name"];
  const [joined = [], inviters = [], names = []] = readColumns(
    sheet,
    columns,
    2,
    sheet.getLastRow(),
  );
  const counts = new Map<string, { name: string; count: number }>();
  const week: Week = { clients: 0, referrals: 0, best: [], toGive: toGive(script) };
  joined.forEach((cell, index) => {
    const at = timeOf(cell);
    if (at === null || at <= now - WEEK_MS) return;
    week.clients++;
    const key = textOf(inviters[index] ?? '');
    if (!key) return;
    week.referrals++;
    const name = textOf(names[index] ?? '') || maskPhone(key);
    counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 });
  });
  week.best = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, NAMED);
  return week;
}

function weekOf({ clients, referrals, best, ready }: ReturnType<typeof cameSince>): Week {
  const named = best.map(({ by, inviterName, count }) => ({
    name: inviterName || maskPhone(by),
    count,
  }));
  return { clients, referrals, best: named, toGive: ready };
}

function toGive(script: Script): number {
  if (!hasRewards(script.program.settings.terms)) return 0;
  const sheet = sheetOf('Rewards', script);
  const [states = []] = readColumns(sheet, ['State'], 2, sheet.getLastRow());
  return states.filter((state) => textOf(state) === 'ready').length;
}
