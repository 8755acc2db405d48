/** How long one execution asks, holds the lock, sends and tidies up, by how many updates it carries: from real executions. */
import type { Execution, Kind } from '../apps-script';
import { othersWrite } from '../others';
import { EVENTS, invitation } from './events';
import type { Shop } from './shop';

/** One execution that carries so many updates, in modelled milliseconds; each time counts from the one before. */
interface Carried {
  updates: number;
  /** From the lock to its release. */
  held: number;
  /** From the release to the provider's answers. */
  sent: number;
  /** From there to the end. */
  tidied: number;
}

/** What executions consist of, in modelled milliseconds. */
export interface Phases {
  /** From the start to the answer of the lock. */
  ask: number;
  /** Where the lock is not free: until the delivery is kept. */
  keep: number;
  /** Where patience is lost: until the end. */
  home: number;
  /** A whole delivery report. */
  report: number;
  /** By the number of updates, from one to as many as are carried at once. */
  carried: Carried[];
  /** Over a database, where nobody needs the lock unless many write. */
  alone?: Alone;
}

/** Somebody who handles what they have brought, in modelled milliseconds; each time counts from the one before. */
interface Alone {
  /** Until the journal is read, which tells whether it is a crowd. */
  read: number;
  /** Until the delivery is in it. */
  kept: number;
  /** Until the provider's answers. */
  answered: number;
  /** To the end. */
  tidied: number;
}

const A_DAY = 24 * 60 * 60_000;

/** One execution carries 25 updates at most. */
const SAMPLES = [1, 2, 5, 12, 25];

/** Plays new referrals in a shop, one alone and several that are carried together. */
export function measurePhases(shop: Shop): Phases {
  const carried = SAMPLES.map((updates) => carry(shop, updates));
  shop.rest();
  const home = keepOne(shop, 0);
  const [asked = 0, again = 0] = callsOf(home, 'lock');
  shop.rest();
  const report = EVENTS.report?.happens(shop)?.execution;
  return {
    ask: endOf(home, asked),
    keep: startOf(home, again) - endOf(home, asked),
    home: home.modelledMs - endOf(home, again),
    report: report?.modelledMs ?? 0,
    carried,
  };
}

/** Plays new referrals over a database, in a crowd and alone, where nobody takes others along. */
export function measureApart(shop: Shop): Phases {
  shop.rest();
  const alone = refer(shop, 0);
  const [read = 0, kept = 0] = callsOf(alone, 'properties').map((n) => endOf(alone, n));
  const answered = endOf(alone, callsOf(alone, 'fetch').at(-1) ?? 0);
  const carried = SAMPLES.map((updates) => inCrowd(shop, () => carry(shop, updates)));
  shop.rest();
  const home = inCrowd(shop, () => keepOne(shop, 0));
  const [readThere = 0, keptThere = 0] = callsOf(home, 'properties').map((n) => endOf(home, n));
  const asked = endOf(home, callsOf(home, 'lock')[0] ?? 0);
  shop.rest();
  const report = EVENTS.report?.happens(shop)?.execution;
  return {
    keep: keptThere - readThere,
    ask: asked - keptThere,
    home: home.modelledMs - asked,
    report: report?.modelledMs ?? 0,
    carried,
    alone: {
      read,
      kept: kept - read,
      answered: answered - kept,
      tidied: alone.modelledMs - answered,
    },
  };
}

/** What happens where many others write. */
function inCrowd<T>(shop: Shop, happens: () => T): T {
  shop.rest();
  const end = othersWrite(shop.script, shop.now + A_DAY);
  try {
    return happens();
  } finally {
    end();
  }
}

/** All but one have been kept by those who found the lock taken; the last one finds it free and takes them along. */
export function carryTogether(shop: Shop, updates: number): Execution {
  shop.rest();
  for (let n = 1; n < updates; n++) keepOne(shop, n);
  return refer(shop, 0);
}

function carry(shop: Shop, updates: number): Carried {
  const execution = carryTogether(shop, updates);
  const [locked = 0, released = 0] = callsOf(execution, 'lock');
  const fetched = callsOf(execution, 'fetch').at(-1) ?? 0;
  const look = execution.trace.slice(fetched).find(({ what }) => what.startsWith('getProperties'));
  const looks = look?.at ?? execution.modelledMs;
  return {
    updates,
    held: endOf(execution, released) - endOf(execution, locked),
    sent: endOf(execution, fetched) - endOf(execution, released),
    tidied: looks - endOf(execution, fetched),
  };
}

function keepOne(shop: Shop, n: number): Execution {
  shop.script.faults.lockRefused = true;
  try {
    return refer(shop, n);
  } finally {
    shop.script.faults.lockRefused = false;
  }
}

/** Somebody new comes by the link of the usual inviter, or of one of the others. */
function refer(shop: Shop, n: number): Execution {
  const inviter = shop.inviters[n] ?? shop.usual;
  const [post] = shop.deliver([invitation(shop, n === 0 ? shop.usual : inviter)]);
  if (!post || post.execution.error) throw new Error(`A referral failed: ${post?.execution.error}`);
  return post.execution;
}

function callsOf({ trace }: Execution, kind: Kind): number[] {
  return trace.flatMap((call, n) => (call.kind === kind ? n : []));
}

function startOf({ trace }: Execution, n: number): number {
  return trace[n]?.at ?? 0;
}

function endOf({ trace, modelledMs }: Execution, n: number): number {
  return trace[n + 1]?.at ?? modelledMs;
}
