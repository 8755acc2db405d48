/** The same shop with its people in a database: what events cost, what a crowd gets through, what a day's connections allow. */
import { FREE_ACCOUNT } from '../apps-script/limits';
import { aligned } from './aligned';
import { EVENTS } from './events';
import { type Peak, peaks } from './peak';
import { measureApart } from './phases';
import { makeBase, Shop } from './shop';

/** The events that are measured: all ask the database. */
const ASKED = ['link', 'stranger', 'list', 'referral', 'chain', 'batch'];

/** What the local PostgreSQL, which is WebAssembly, holds here; a real one gets the last one as well. */
const SIZES = [10_000, 100_000];
const LARGE = 1_000_000;
/** Of fewer somebody would be missing who writes in the events. */
const FEWEST = 1000;

/** One event at one size. */
interface DatabaseRow {
  people: number;
  event: string;
  calls: number;
  /** Of them to Jdbc. */
  jdbc: number;
  /** What the calls would take at Google's. */
  modelledMs: number;
  /** The whole execution here, the database's real time in it. */
  realMs: number;
}

export interface OverDatabase {
  rows: DatabaseRow[];
  peaks: Peak[];
  /** So many connections a free account has a day, and a referral takes. */
  connections: { allowed: number; each: number };
}

/** So many people, where sheets up to this size are measured. */
function sizesUpTo(most: number): number[] {
  const sizes = SIZES.filter((size) => size <= most);
  if (!sizes.length) return [Math.max(most, FEWEST)];
  return process.env.TEST_POSTGRES ? [...sizes, LARGE] : sizes;
}

/**
 * @param most the largest sheet that is measured beside it
 * @param runs of so many crowds at most a rate is found
 * @param onStep told what is measured next
 */
export function overDatabase(
  folder: string,
  most: number,
  runs: number,
  onStep?: (what: string) => void,
): OverDatabase {
  const base = makeBase(folder, 0);
  const report: OverDatabase = {
    rows: [],
    peaks: [],
    connections: { allowed: FREE_ACCOUNT.connections, each: 1 },
  };
  for (const people of sizesUpTo(most)) {
    onStep?.(`${people.toLocaleString('en')} people in a database`);
    const shop = new Shop(folder, base);
    shop.moveToDatabase(people);
    for (const event of ASKED) report.rows.push(rowOf(shop, people, event));
    if (report.peaks.length) continue;
    report.peaks = peaks(measureApart(shop), Math.min(runs, 3));
  }
  return report;
}

function rowOf(shop: Shop, people: number, name: string): DatabaseRow {
  const event = EVENTS[name];
  shop.rest();
  const sent = shop.sent;
  shop.rowsAdded();
  const began = Date.now();
  const measured = event?.happens(shop);
  const realMs = Date.now() - began;
  const { execution } = measured ?? {};
  const added = shop.rowsAdded();
  if (!event || !execution || execution.error || shop.sent - sent < event.sends) {
    throw new Error(`${name} over a database: ${execution?.error ?? 'too little was sent'}`);
  }
  if (added !== event.adds) {
    throw new Error(`${name} over a database: ${added} people came instead of ${event.adds}`);
  }
  const calls = Object.values(execution.calls).reduce((sum, count) => sum + count, 0);
  return {
    people,
    event: event.title,
    calls,
    jdbc: execution.calls.jdbc ?? 0,
    modelledMs: execution.modelledMs,
    realMs,
  };
}

/** As text. */
export function databaseAsText({ rows, peaks: some, connections }: OverDatabase): string {
  const head = ['people', 'event', 'calls', 'jdbc', 'modelled ms', 'here ms'];
  const body = rows.map(({ people, event, calls, jdbc, modelledMs, realMs }) => [
    people.toLocaleString('en'),
    event,
    ...[calls, jdbc, Math.round(modelledMs), realMs].map(String),
  ]);
  const second = (ms: number | undefined) =>
    ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;
  const crowds = some.map(({ startMs, burst, sustained }) =>
    [
      `Where a start takes ${second(startMs)}: the last of 30 at once is answered after ${second(burst.lastAnswered)};`,
      `${sustained.withoutReports} referrals a second go on and on without delivery reports, ${sustained.messages} with them,`,
      `${sustained.all} if no report either is ever turned away;`,
      `${sustained.againWithoutReports} without reports, ${sustained.again} with them, if what is turned away is delivered again by the provider.`,
    ].join(' '),
  );
  const { allowed, each } = connections;
  return [
    '\nPeople in a database',
    aligned([head, ...body], 2),
    ...crowds,
    `A free account may connect ${allowed.toLocaleString('en')} times a day: that many messages that ask or change something, ${each} connection each.`,
  ].join('\n');
}
