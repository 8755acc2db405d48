/** Crowds, and what a day's quotas suffice for, as text. */
import { aligned } from './aligned';
import type { Report } from './bench';
import type { Quota } from './day';

const CROWD_NOTES = `Simulated from the modelled times of single executions: how long they hold the lock with 1 to 25 referrals.
start: what Google takes to begin each execution; nobody has published it, so a good and a bad one are played.
last answered: the last of 30 who write at the same moment. The trigger runs at the worst moment, eleven seconds later.
a second: referrals that come independently of each other for ten minutes, each answered within a minute. Welcome and
notice bring six delivery reports, spread over a minute, each in an execution of its own: of the thirty that Google
runs at once they take the greater part. “nothing”: no message and no report is turned away; “no message”: reports may
be; “no reports”: were there none. Who waits longest for the lock is next.`;

export function crowdsAsText(crowds: Report['crowds']): string {
  const head = [
    'rows',
    'start s',
    'last answered s',
    'trigger s',
    'turned away',
    'reports turned away',
    'a second, nothing',
    'no message',
    'no reports',
  ];
  const body = crowds.flatMap(({ size, peaks }) =>
    peaks.map(({ startMs, burst, sustained }) => [
      size.toLocaleString('en'),
      seconds(startMs),
      seconds(burst.lastAnswered),
      seconds(burst.triggerMs),
      String(burst.turnedAway.messages),
      String(burst.turnedAway.reports),
      sustained.all.toFixed(1),
      sustained.messages.toFixed(1),
      sustained.withoutReports.toFixed(1),
    ]),
  );
  return `\nNew referrals: 30 at once, and so many a second\n${aligned([head, ...body], 0)}\n\n${CROWD_NOTES}`;
}

const UNITS: Record<Quota['name'], [title: string, each: number]> = {
  fetches: ['fetches', 1],
  properties: ['properties read or written', 1],
  triggerMs: ['minutes of the trigger', 60_000],
};

export function dayAsText(quotas: Quota[]): string {
  const head = ['quota', 'a day', 'idle trigger', 'a referral', 'referrals a day'];
  const number = (value: number) =>
    value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
  const body = quotas.map(({ name, allowed, idle, referral, suffices }) => {
    const [title, each] = UNITS[name];
    const most = suffices === Infinity ? '·' : number(suffices);
    return [title, number(allowed / each), number(idle / each), number(referral / each), most];
  });
  const binds = quotas.reduce((least, quota) => (quota.suffices < least.suffices ? quota : least));
  const sentence = `A free account's day suffices for ${number(binds.suffices)} referrals with their six reports: ${UNITS[binds.name][0]} bind.`;
  return `\n${aligned([head, ...body], 1)}\n${sentence}`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'never' : (ms / 1000).toFixed(1);
}
