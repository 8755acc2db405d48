/** What a shop gets through: thirty referrals at once, and the rate that can go on and on. */
import { chanceFrom } from '../apps-script/chance';
import { crowd, type Outcome } from './crowd';
import type { Phases } from './phases';

/** A cold start at Google's, when things go well and when they do not. */
export const STARTS_MS = [500, 1500];
export const BURST = 30;
const LASTS_MS = 10 * 60_000;
/** An answer that takes longer is a sign of a queue that grows. */
const ANSWERED_MS = 60_000;
const SEEDS = [1, 2, 3];
const FASTEST = 20;

export interface Peak {
  startMs: number;
  burst: Outcome;
  /** Referrals a second. */
  sustained: number;
}

export function peaks(phases: Phases): Peak[] {
  return STARTS_MS.map((startMs) => ({
    startMs,
    burst: crowd(
      Array.from({ length: BURST }, () => 0),
      phases,
      startMs,
    ),
    sustained: sustained(phases, startMs),
  }));
}

/** The highest rate, in tenths a second, at which nobody is turned away or waits for long. */
function sustained(phases: Phases, startMs: number): number {
  let [low, high] = [0, FASTEST * 10];
  while (high - low > 1) {
    const tenths = (low + high) >> 1;
    if (SEEDS.every((seed) => goesOn(tenths / 10, seed, phases, startMs))) low = tenths;
    else high = tenths;
  }
  return low / 10;
}

function goesOn(rate: number, seed: number, phases: Phases, startMs: number): boolean {
  const { turnedAway, longest = Infinity } = crowd(arrivals(rate, seed), phases, startMs, true);
  return turnedAway === 0 && longest < ANSWERED_MS;
}

/** As people come: independently of each other. */
function arrivals(rate: number, seed: number): number[] {
  const chance = chanceFrom(seed);
  const all: number[] = [];
  for (let at = 0; at < LASTS_MS; at += (-Math.log(1 - chance()) / rate) * 1000) all.push(at);
  return all;
}
