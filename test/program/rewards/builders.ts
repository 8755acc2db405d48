/** People, terms and rewards for the rules of the rewards, each with what a test does not care about filled in. */
import { CATALOGUE } from '../../../src/program/catalogue';
import type { Clock } from '../../../src/program/facts';
import type { Client } from '../../../src/program/model';
import { clientFrom } from '../../../src/program/people';
import { newReward } from '../../../src/program/rewards/ledger';
import type { Purchase, Reward, Standing, Terms } from '../../../src/program/rewards/model';
import { readSettings, type Settings } from '../../../src/program/settings';

/** Noon of a day in UTC. */
export const on = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** A clock that stands at noon. */
export const at = (day: string): Clock => ({
  now: on(day),
  day: (time) => new Date(time).toISOString().slice(0, 10),
  minute: (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' '),
});

/** The settings as an owner has written them, by their names. */
export function settings(given: Record<string, string> = {}): Settings {
  const { settings: read, problems } = readSettings(given, CATALOGUE);
  if (Object.keys(problems).length) throw new Error(JSON.stringify(problems));
  return read;
}

export const terms = (given: Record<string, string> = {}): Terms =>
  settings({
    'A referral counts when': 'bought',
    'Friend gets': '10 % off',
    'Inviter gets': 'A coffee',
    ...given,
  }).terms;

export function client(phone: string, name: string, set: Partial<Client> = {}): Client {
  return { ...clientFrom({ waId: phone, name }, on('2026-11-01'), ''), ...set };
}

export const ANNA = client('12025550123', 'Anna');

/** Ben, whom Anna invited, on the first of November. */
export const ben = (set: Partial<Client> = {}): Client =>
  client('447700900002', 'Ben', {
    invitedBy: ANNA.phone,
    inviterName: 'Anna',
    counts: 'not yet',
    ...set,
  });

export const standing = (set: Partial<Standing> = {}): Standing => ({
  friend: ben(),
  inviter: ANNA,
  rewards: [],
  countedBefore: 0,
  siblings: [],
  ...set,
});

export const purchase = (set: Partial<Purchase> = {}): Purchase => ({
  phone: '+44 7700 900002',
  amount: '12.50',
  date: null,
  what: '',
  result: '',
  ...set,
});

/** Anna's reward for Ben. */
export function reward(set: Partial<Reward> = {}, given: Record<string, string> = {}): Reward {
  const promised = {
    key: 'inviter:447700900002',
    who: ANNA.phone,
    name: 'Anna',
    for: 'Ben',
    side: 'inviter' as const,
    reward: 'A coffee',
  };
  return {
    ...newReward(promised, 'bought on 2026-11-20', false, terms(given), at('2026-11-20')),
    ...set,
  };
}
