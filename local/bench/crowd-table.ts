/** Crowds, and what a day's quotas suffice for, as text. */
import { aligned } from './aligned';
import type { Report } from './bench';
import type { Quota, Referrals } from './day';

const CROWD_NOTES = `Simulated from the modelled times of single executions: how long they hold the lock with 1 to 25 referrals.
start: what Google takes to begin each execution; nobody has published it, so a good and a bad one are played.
last answered: the last of 30 who write at the same moment. The trigger runs at the worst moment, eleven seconds later.
a second: referrals that come independently of each other for ten minutes, each answered within a minute. Welcome and
notice bring six delivery reports, spread over a minute, each in an execution of its own: of the thirty that Google
runs at once they take the greater part. “nothing”: no message and no report is turned away; “no message”: reports may
be; “no reports”: were there none. “again”: what is turned away is delivered again by the provider, as is assumed after
a second, then twice as long each time and a minute at most, a half more or less by chance; with the reports, and were
there none. Who waits longest for the lock is next.`;

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
    'again',
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
      sustained.again.toFixed(1),
      sustained.againWithoutReports.toFixed(1),
    ]),
  );
  return `\nNew referrals: 30 at once, and so many a second\n${aligned([head, ...body], 0)}\n\n${CROWD_NOTES}`;
}

const TITLES: Record<Quota['name'], string> = {
  fetches: 'fetches',
  properties: 'properties, each call counted',
  mails: 'mails',
  connections: 'connections of Jdbc',
  failedConnections: 'failed connections of Jdbc',
  triggerMs: 'minutes of the trigger',
};

const DAY_NOTES = `A free account's day, with the six reports of a referral. tick: what one of the day's first messages takes, with its
blue tick; referral: any later one that comes alone; burst: one of 25 that come together. Referrals a day: as it is
(alone), in bursts, and were every message to have a blue tick. Google does not say whether a call that reads or
writes all properties counts once or once for each key.`;

export function dayAsText(quotas: Quota[]): string {
  const head = ['quota', 'a day', 'idle', 'tick', 'referral', 'burst', 'alone', 'bursts', 'ticks'];
  const body = quotas.map((quota) => {
    const each = quota.name === 'triggerMs' ? 60_000 : 1;
    const { allowed, idle, withTick, referral, inBurst, suffices } = quota;
    return [
      titleOf(quota),
      ...[allowed, idle, withTick, referral, inBurst].map((used) => number(used / each)),
      ...[suffices.alone, suffices.bursts, suffices.withTicks].map(most),
    ];
  });
  const counted = quotas.filter(({ eachKey }) => !eachKey);
  const enough = ({ suffices }: Quota) => suffices.alone ?? Infinity;
  const binds = counted.reduce((least, quota) => (enough(quota) < enough(least) ? quota : least));
  const byKey = quotas.find(({ eachKey }) => eachKey);
  const sentence = `A free account's day suffices for ${most(binds.suffices.alone)} referrals: ${titleOf(binds)} bind.`;
  const otherwise = byKey ? ` Were each key counted: ${most(byKey.suffices.alone)}.` : '';
  return `\nA day\n${aligned([head, ...body], 1)}\n\n${DAY_NOTES}\n${sentence}${otherwise}`;
}

function titleOf({ name, eachKey }: Quota): string {
  return eachKey ? 'properties, each key counted' : TITLES[name];
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
}

function most(referrals: Referrals): string {
  return referrals === null ? '·' : number(referrals);
}

export function oneInviterAsText({ oneInviter, room }: Report): string {
  if (!oneInviter || !room) return '';
  const { referrals, calls, notices, toldAfterMs } = oneInviter;
  return [
    `\nOne inviter, ${referrals} referrals, one a second: ${calls.first} calls for the first, ${calls.median} for the median message, ${calls.most} for one`,
    `that tells along of those before; ${notices} notices, the last of them ${seconds(toldAfterMs)} s after the last referral.`,
    `A new spreadsheet has room for ${number(room)} people.`,
  ].join('\n');
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'never' : (ms / 1000).toFixed(1);
}
