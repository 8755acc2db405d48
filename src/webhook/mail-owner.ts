/**
 * The trigger's e-mails to the owner, where they want them: what keeps the program from working, at most once a day for
 * one thing and once an hour in all, and a summary on Mondays. It comes last, when no message waits.
 */

import { type Mail, problemMail, weeklyMail } from '../program/mails';
import { masked } from '../program/masked';
import { tokenOf } from '../program/token';
import { lacksPermission, MAIL_TO_DO, sendMail, sheetAddress } from '../script/mail';
import { tellOwner, waitingProblems } from '../script/problems';
import type { Script } from '../script/program';
import { MAILED, parsed } from '../script/properties';
import { sheetOf } from '../script/tabs';
import { recentProblems } from '../sheet/problems';
import { NOT_WATCHED, type Watched, watchWebApp } from './watch-web-app';
import { mondayOf, weekUntil } from './weekly';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So often one looks whether there is something to write. */
const LOOK_MS = 10 * MINUTE;

/** What was written, and when. Times are in milliseconds. */
interface Mailed {
  looked: number;
  sent: number;
  /** When each thing was last written about, by its token. */
  things: Record<string, number>;
  /** The Monday of the last summary. */
  week: string;
  webApp: Watched;
}

const NOTHING: Mailed = { looked: 0, sent: 0, things: {}, week: '', webApp: NOT_WATCHED };

/** Writes what there is to write; without an address it costs nothing. */
export function mailOwner(script: Script): void {
  const { settings, clock } = script.program;
  if (!settings.mailTo) return;
  const mailed = { ...NOTHING, ...parsed<Mailed>(script.store[MAILED]) };
  const now = script.services.now();
  if (now - mailed.looked < LOOK_MS) return;
  mailed.looked = now;
  mailed.things = Object.fromEntries(
    Object.entries(mailed.things).filter(([, at]) => now - at < DAY),
  );
  mailed.webApp = watchWebApp(mailed.webApp, script);
  const monday = mondayOf(clock);
  mailed.week ||= monday;
  try {
    if (now - mailed.sent >= HOUR) mailProblems(mailed, script);
    if (settings.weeklySummary && mailed.week !== monday) mailWeek(mailed, monday, script);
  } catch (error) {
    tellThatMailFails(error, mailed, script);
  }
  note(mailed, script);
}

function mailProblems(mailed: Mailed, script: Script): void {
  const now = script.services.now();
  const fresh = problemsSince(now - DAY, script).filter(
    ({ what }) => mailed.things[tokenOf(what)] === undefined,
  );
  if (!fresh.length) return;
  const before = { ...mailed, things: { ...mailed.things } };
  for (const { what } of fresh) mailed.things[tokenOf(what)] = now;
  mailed.sent = now;
  write(problemMail(fresh, sheetAddress(script.store)), mailed, before, script);
}

function mailWeek(mailed: Mailed, monday: string, script: Script): void {
  const before = { ...mailed };
  mailed.week = monday;
  const week = weekUntil(script.services.now(), script);
  if (!week.clients && !week.referrals && !week.toGive) return;
  write(weeklyMail(week, sheetAddress(script.store)), mailed, before, script);
}

/** Noted first: cut off in between, nobody is written to twice. What Google refuses is tried again. */
function write(mail: Mail, mailed: Mailed, before: Mailed, script: Script): void {
  note(mailed, script);
  try {
    sendMail(script.program.settings.mailTo, mail);
  } catch (error) {
    Object.assign(mailed, before);
    throw error;
  }
}

/** What stands in the tab, or waits for it, and happened since then; newest first. */
function problemsSince(since: number, script: Script) {
  const waiting = waitingProblems(script.store).filter(({ at }) => at > since);
  try {
    return [...recentProblems(sheetOf('Problems', script), since), ...waiting];
  } catch {
    return waiting;
  }
}

/** That cannot be mailed: the tab says it, once a day. */
function tellThatMailFails(error: unknown, mailed: Mailed, script: Script): void {
  const now = script.services.now();
  const isPermission = lacksPermission(error);
  const what = isPermission
    ? 'You cannot be written to by e-mail: Google has not been asked for the permission'
    : `You could not be written to by e-mail: ${masked(String(error))}`;
  const token = tokenOf(what);
  if (mailed.things[token] !== undefined) return;
  mailed.things[token] = now;
  const toDo = isPermission
    ? MAIL_TO_DO
    : 'It is tried again. Referrals → Check set-up has a test.';
  tellOwner({ what, toDo }, script);
}

function note(mailed: Mailed, { services, store }: Script): void {
  store[MAILED] = JSON.stringify(mailed);
  services.properties.setProperty(MAILED, store[MAILED]);
}
