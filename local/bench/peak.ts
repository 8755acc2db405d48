/** What a shop gets through: thirty referrals at once, and the rate that can go on and on. */
import { chanceFrom } from '../apps-script/chance';
import { crowd, type Outcome } from './crowd';
import type { Phases } from './phases';

/** A cold start at Google's, when things go well and when they do not. */
const STARTS_MS = [500, 1500];
const BURST = 30;
const LASTS_MS = 10 * 60_000;
/** An answer that takes longer is a sign of a queue that grows. */
const ANSWERED_MS = 60_000;
const SEEDS = [1, 2, 3];
const FASTEST = 20;

export interface Peak {
  startMs: number;
  /** Thirty referrals at once, with their delivery reports. */
  burst: Outcome;
  /** Referrals a second. */
  sustained: Rates;
}

/** The highest rates, in tenths a second, at which everybody is answered within a minute. */
interface Rates {
  /** Were there no delivery reports: nothing is turned away. */
  withoutReports: number;
  /** No message is turned away, though reports may be. */
  messages: number;
  /** Nothing is turned away. */
  all: number;
}

export function peaks(phases: Phases): Peak[] {
  const burst = Array.from({ length: BURST }, () => 0);
  return STARTS_MS.map((startMs) => {
    const rate = (goesOn: (outcome: Outcome) => boolean, reports = true) =>
      highest((tenths) =>
        SEEDS.every((seed) => {
          const outcome = crowd(arrivals(tenths / 10, seed), phases, startMs, reports);
          const { longest = Infinity, turnedAway } = outcome;
          return longest < ANSWERED_MS && turnedAway.messages === 0 && goesOn(outcome);
        }),
      );
    return {
      startMs,
      burst: crowd(burst, phases, startMs),
      sustained: {
        withoutReports: rate(() => true, false),
        messages: rate(() => true),
        all: rate(({ turnedAway }) => turnedAway.reports === 0),
      },
    };
  });
}

function highest(goesOn: (tenths: number) => boolean): number {
  let [low, high] = [0, FASTEST * 10];
  while (high - low > 1) {
    const tenths = (low + high) >> 1;
    if (goesOn(tenths)) low = tenths;
    else high = tenths;
  }
  return low / 10;
}

/** As people come: independently of each other. */
function arrivals(rate: number, seed: number): number[] {
  const chance = chanceFrom(seed);
  const all: number[] = [];
  for (let at = 0; at < LASTS_MS; at += (-Math.log(1 - chance()) / rate) * 1000) all.push(at);
  return all;
}
