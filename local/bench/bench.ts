/** The benchmark: every event at every size, in the script that would be pushed and in the plain one, then crowds. */
import { readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Kind } from '../apps-script';
import { type OverDatabase, overDatabase } from './database';
import { day, type Quota } from './day';
import { type BenchEvent, EVENTS } from './events';
import type { Measured } from './meter';
import { type OneInviter, oneInviter } from './one-inviter';
import { type Peak, peaks } from './peak';
import { measurePhases, type Phases } from './phases';
import { makeBase, Shop } from './shop';

/** One line of the result. Times are medians of the runs, in milliseconds. */
export interface Row {
  size: number;
  event: string;
  script: ScriptName;
  runs: number;
  calls: Partial<Record<Kind, number>>;
  callsInAll: number;
  /** Of them to the spreadsheet. */
  sheetCalls: number;
  /** Cells of the spreadsheet that were read or searched. */
  cells: number;
  /** What the calls would take at Google's. */
  modelledMs: number;
  loadMs: number;
  runMs: number;
}

export interface Report {
  machine: { node: string; system: string; processor: string; cores: number };
  /** Bytes of server code. */
  bundles: Record<ScriptName, number>;
  rows: Row[];
  /** New referrals by the crowd, at each size; nothing when only some events were asked for. */
  crowds: { size: number; phases: Phases; peaks: Peak[] }[];
  /** What a day's quotas suffice for, at the first size. */
  day: Quota[];
  /** One inviter's referrals, one a second, at the first size. */
  oneInviter?: OneInviter;
  /** So many people a new spreadsheet has room for. */
  room?: number;
  /** The same with people in a database; nothing when only some events were asked for. */
  database?: OverDatabase;
}

type ScriptName = 'ours' | 'plain';

interface BenchOptions {
  sizes: number[];
  /** Keys of `EVENTS`. */
  events: string[];
  /** Whether crowds and a day's quotas are looked at too. */
  crowds: boolean;
  /** So many runs for each line, unless they take too long. One more warms the stand-in up, unless runs are slow. */
  runs: number;
  /** Told before each size. */
  onSize?: (size: number) => void;
  /** Told within a size what is measured next. */
  onStep?: (what: string) => void;
}

/** No line takes much longer than this; for the first three runs there is more time. */
const LINE_MS = 400;
const FEWEST_RUNS = 3;
const FEWEST_RUNS_MS = 1200;

const PLAIN = path.join(__dirname, 'plain');

/**
 * Runs the benchmark.
 *
 * @param folder the built script
 * @throws Error when an event does not come to what it should: what does nothing is fast
 */
export function bench(
  folder: string,
  { sizes, events, crowds, runs, onSize, onStep }: BenchOptions,
): Report {
  const scripts: [ScriptName, string][] = [
    ['ours', folder],
    ['plain', PLAIN],
  ];
  const report: Report = {
    machine: machine(),
    bundles: { ours: codeSize(folder), plain: codeSize(PLAIN) },
    rows: [],
    crowds: [],
    day: [],
  };
  for (const size of sizes) {
    onSize?.(size);
    onStep?.('making the base');
    const base = makeBase(folder, size);
    const shops = scripts.map(([script, code]) => ({ script, shop: new Shop(code, base) }));
    for (const [index, event] of events.entries()) {
      const kind = EVENTS[event] as BenchEvent;
      onStep?.(`${index + 1} of ${events.length}: ${kind.title}`);
      for (const { script, shop } of shops) {
        if (script === 'plain' && !kind.plain) continue;
        report.rows.push({ size, event, script, ...measure(shop, kind, runs) });
      }
    }
    const ours = shops[0]?.shop;
    if (!crowds || !ours) continue;
    onStep?.('crowds');
    const phases = measurePhases(ours);
    report.crowds.push({ size, phases, peaks: peaks(phases, Math.min(runs, 3)) });
    if (report.day.length) continue;
    report.day = day(ours);
    report.oneInviter = oneInviter(ours, runs < FEWEST_RUNS ? 100 : 300);
    report.room = ours.room;
  }
  if (crowds) report.database = overDatabase(folder, Math.max(...sizes), runs, onStep);
  return report;
}

function measure(shop: Shop, event: BenchEvent, runs: number) {
  const start = Date.now();
  const spent = () => Date.now() - start;
  const first = once(shop, event);
  const all = spent() > LINE_MS ? [first] : [];
  const hasTime = () => spent() < (all.length < FEWEST_RUNS ? FEWEST_RUNS_MS : LINE_MS);
  while (all.length < runs && (!all.length || hasTime())) all.push(once(shop, event));
  const { calls, cells } = (all.at(-1) as Measured).execution;
  const counts = Object.entries(calls);
  const sum = (some: typeof counts) => some.reduce((all, [, count]) => all + count, 0);
  return {
    runs: all.length,
    calls,
    callsInAll: sum(counts),
    sheetCalls: sum(counts.filter(([kind]) => kind.startsWith('spreadsheet.'))),
    cells,
    modelledMs: median(all.map(({ execution }) => execution.modelledMs)),
    loadMs: median(all.map(({ loadMs }) => loadMs)),
    runMs: median(all.map(({ runMs }) => runMs)),
  };
}

/** One such event, checked for what has to come of it. */
function once(shop: Shop, event: BenchEvent): Measured {
  shop.rest();
  const sentBefore = shop.sent;
  const measured = event.happens(shop);
  if (!measured) throw new Error(`${event.title}: nothing ran.`);
  const { error, stack } = measured.execution;
  if (error) throw new Error(`${event.title}: ${error}\n${stack}`);
  const [sent, added] = [shop.sent - sentBefore, shop.rowsAdded()];
  if (sent < event.sends || added !== event.adds) {
    throw new Error(
      `${event.title} in ${shop.script.folder}: ${sent} messages were sent and ${added} rows added instead of ${event.sends} and ${event.adds}.`,
    );
  }
  return measured;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

function codeSize(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function machine(): Report['machine'] {
  const cores = os.cpus();
  return {
    node: process.version,
    system: `${os.type()} ${os.arch()}`,
    processor: cores[0]?.model.trim() || 'unknown processor',
    cores: cores.length,
  };
}
