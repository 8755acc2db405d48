/** What a day's quotas of a free account suffice for: referrals that come alone, and referrals that come in bursts. */
import { type Daily, FREE_ACCOUNT, type Used } from '../apps-script/limits';
import { invitation, text } from './events';
import { carryTogether } from './phases';
import type { Shop } from './shop';

/** What the day allows, what the trigger takes of it when nothing happens, and what a referral with its reports takes. */
export interface Quota {
  name: Daily;
  /** The same properties, where Google counts each key that a call reads or writes: it does not say. */
  eachKey?: true;
  allowed: number;
  idle: number;
  /** While the day has blue ticks, and from then on. */
  withTick: number;
  referral: number;
  /** One of many that come in bursts, without blue ticks. */
  inBurst: number;
  /** For so many referrals the day suffices: were there blue ticks for all of them, as it is, and in bursts. */
  suffices: { withTicks: Referrals; alone: Referrals; bursts: Referrals };
}

/** null: they take nothing of it. */
export type Referrals = number | null;

/** Welcome and notice: sent, delivered and read, each in a webhook of its own. */
const REPORTS = 6;
/** Every ten minutes the trigger does a little more. */
const MINUTES = 10;
const MINUTES_A_DAY = 24 * 60;
/** As many as one execution carries. */
const BURST = 25;
/** More batches than the day has ticks for. */
const MOST_BATCHES = 40;

export function day(shop: Shop): Quota[] {
  const { quirks } = shop.script;
  const before = quirks.getPropertiesCounts;
  const calls = measure(shop, true);
  quirks.getPropertiesCounts = 'each key';
  const keys = measure(shop, false);
  quirks.getPropertiesCounts = before;
  const quota = (name: Daily, of: Measured): Quota => {
    const numbers = {
      allowed: FREE_ACCOUNT[name],
      idle: of.idle[name],
      withTick: of.withTick[name],
      referral: of.referral[name],
      inBurst: of.inBurst[name],
    };
    return { name, ...numbers, suffices: suffices(numbers, calls.ticks) };
  };
  return [
    quota('fetches', calls),
    quota('properties', calls),
    { ...quota('properties', keys), eachKey: true },
    quota('triggerMs', calls),
  ];
}

interface Measured {
  idle: Used;
  withTick: Used;
  referral: Used;
  inBurst: Used;
  /** Blue ticks that the day has. */
  ticks: number;
}

/** @param hasTicks whether they have to be used up before a referral is one without */
function measure(shop: Shop, hasTicks: boolean): Measured {
  // The next day's first minute, when there are ticks again and nothing is used up.
  shop.wait(2 * MINUTES_A_DAY - ((shop.now / 60_000) % MINUTES_A_DAY) + 1);
  shop.rest();
  shop.minutes(0);
  const minutes = used(shop, () => {
    for (let minute = 0; minute < MINUTES; minute++) shop.minutes(1);
  });
  const aMinute = times(minutes, 1 / MINUTES);
  const withTick = alone(shop);
  shop.wait(MINUTES_A_DAY);
  const ticks = hasTicks ? useUpTicks(shop) : 0;
  shop.minutes(1);
  return {
    idle: times(aMinute, MINUTES_A_DAY),
    withTick,
    referral: alone(shop),
    inBurst: inBurst(shop, aMinute),
    ticks,
  };
}

function suffices(
  { allowed, idle, withTick, referral, inBurst }: Omit<Quota, 'name' | 'suffices'>,
  ticks: number,
): Quota['suffices'] {
  const free = allowed - idle;
  const most = (each: number, first = 0): Referrals =>
    each === 0 ? null : Math.max(Math.floor((free - first * withTick) / each) + first, 0);
  return {
    withTicks: most(withTick),
    alone: most(referral, Math.min(ticks, most(withTick) ?? ticks)),
    bursts: most(inBurst),
  };
}

/** A referral that comes alone, with its reports. */
function alone(shop: Shop): Used {
  shop.rest();
  shop.minutes(1);
  const referral = used(shop, () => shop.deliver([invitation(shop, shop.usual)]));
  let posts = 0;
  const reports = used(shop, () => {
    posts = shop.reports().length;
  });
  if (!posts) throw new Error('A referral was followed by no report.');
  return plus(referral, times(reports, REPORTS / posts));
}

/** One of those that come together, with what is tidied up after them. */
function inBurst(shop: Shop, aMinute: Used): Used {
  const all = used(shop, () => {
    carryTogether(shop, BURST);
    for (let minute = 0; minute < MINUTES; minute++) shop.minutes(1);
    shop.reports();
  });
  return times(plus(all, times(aMinute, -MINUTES)), 1 / BURST);
}

/** Strangers say hello until there are no blue ticks any more; how many got one. */
function useUpTicks(shop: Shop): number {
  let ticks = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const updates = Array.from({ length: BURST }, () => text(shop, shop.newcomer(), 'Hello'));
    const { fetches } = used(shop, () => shop.deliver(updates, { batch: true }));
    if (fetches === BURST) return ticks;
    ticks += fetches - BURST;
    shop.wait(1 / 60);
  }
  throw new Error('Blue ticks do not end.');
}

function used(shop: Shop, action: () => void): Used {
  const before = { ...shop.script.usedToday };
  action();
  return plus(shop.script.usedToday, times(before, -1));
}

function times(used: Used, factor: number): Used {
  return each(used, (name) => used[name] * factor);
}

function plus(one: Used, other: Used): Used {
  return each(one, (name) => one[name] + other[name]);
}

function each(used: Used, value: (name: Daily) => number): Used {
  const names = Object.keys(used) as Daily[];
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Used;
}
