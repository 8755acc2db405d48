/**
 * The clients' leaderboard as it was half an hour ago, or a little more: kept in Script Properties, so that no message reads a
 * column. Where the owner has not switched it on nothing of this happens.
 */
import { masked } from '../program/masked';
import { type Brought, broughtSince, NAMED, type TopLine, topOf } from '../program/top';
import { textOf, timeOf } from '../sheet/cells';
import { bestSince } from '../sql/figures';
import { clientsSheet, readColumns } from './base';
import { databaseOf, isInDatabase } from './books';
import type { Script } from './program';
import { parsed, type Store, TOP } from './properties';

const RENEW_MS = 30 * 60 * 1000;

interface Kept {
  /** As `2026-11`: another month begins with nobody. */
  month: string;
  /** When it was made, in milliseconds. */
  at: number;
  lines: TopLine[];
}

type Clock = Script['program']['clock'];

/** Who is on it; nobody while the new month has not been looked at. */
export function topIn(store: Store, clock: Clock): TopLine[] {
  const kept = parsed<Kept>(store[TOP]);
  return kept?.month === monthOf(clock) ? kept.lines : [];
}

/**
 * Renews it where it is old: one look at three columns, or one statement.
 *
 * @param idle whether the trigger has had nothing else to do
 */
export function keepTop(script: Script, idle: boolean): void {
  const { program, services, store } = script;
  const { clock, settings } = program;
  if (!settings.leaderboard) return;
  const kept = parsed<Kept>(store[TOP]);
  const month = monthOf(clock);
  const age = kept?.month === month ? clock.now - kept.at : Number.POSITIVE_INFINITY;
  // Where there is always something to do it gets an hour old.
  if (age < (idle ? RENEW_MS : 2 * RENEW_MS)) return;
  try {
    const lines = topOf(broughtIn(beginOf(month, clock), script));
    services.properties.setProperty(TOP, JSON.stringify({ month, at: clock.now, lines }));
  } catch (error) {
    console.error(masked(String(error)));
  }
}

function broughtIn(since: number, script: Script): Brought[] {
  if (isInDatabase(script)) return bestSince(since, NAMED, databaseOf(script));
  const sheet = clientsSheet(script.services);
  const headings = ['Invited by', "Inviter's name", 'Joined'];
  const [by = [], names = [], joined = []] = readColumns(sheet, headings, 2, sheet.getLastRow());
  const referrals = by.map((inviter, index) => ({
    by: textOf(inviter),
    inviterName: textOf(names[index] ?? ''),
    joined: timeOf(joined[index]),
  }));
  return broughtSince(since, referrals);
}

/** Somebody was forgotten: their name goes at once, and the rest comes back with the next idle minute. */
export function forgetTop({ services, store }: Script): void {
  if (store[TOP]) services.properties.deleteProperty(TOP);
}

function monthOf(clock: Clock): string {
  return clock.minute(clock.now).slice(0, 7);
}

/** The moment at which the month began where the spreadsheet is. */
function beginOf(month: string, clock: Clock): number {
  const here = Date.parse(`${clock.minute(clock.now).replace(' ', 'T')}:00Z`);
  const ahead = here - Math.floor(clock.now / 60_000) * 60_000;
  return Date.parse(`${month}-01T00:00:00Z`) - ahead;
}
