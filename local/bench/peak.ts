/** What a shop gets through: thirty referrals at once, and the rate that can go on and on. */
import { chanceFrom } from '../apps-script/chance';
import { crowd, type Outcome } from './crowd';
import type { TurnedAway, World } from './door';
import type { Phases } from './phases';

/** A cold start at Google's, when things go well and when they do not. */
const STARTS_MS = [500, 1500];
const BURST = 30;
const LASTS_MS = 10 * 60_000;
/** An answer that takes longer is a sign of a queue that grows. */
const ANSWERED_MS = 60_000;
/** So many crowds by chance each rate has to stand. */
const CROWDS = 3;
const FASTEST = 60;

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
  /** What is turned away is delivered again by the provider; with the reports, and were there none. */
  again: number;
  againWithoutReports: number;
}

/** @param crowds how many by chance each rate has to stand: fewer are quicker, and say less */
export function peaks(phases: Phases, crowds = CROWDS): Peak[] {
  const seeds = Array.from({ length: crowds }, (_, n) => n + 1);
  const burst = Array.from({ length: BURST }, () => 0);
  return STARTS_MS.map((startMs) => {
    const rate = (world: Partial<World>, isTooMuch: (turnedAway: TurnedAway) => boolean) => {
      const enough = { turnedAway: isTooMuch, waited: ANSWERED_MS };
      return highest((tenths) =>
        seeds.every((seed) => {
          const all = arrivals(tenths / 10, seed);
          const { longest = Infinity, turnedAway } = crowd(all, phases, startMs, {
            ...world,
            enough,
          });
          return longest < ANSWERED_MS && !isTooMuch(turnedAway);
        }),
      );
    };
    const message = ({ messages }: TurnedAway) => messages > 0;
    const anything = ({ messages, reports }: TurnedAway) => messages + reports > 0;
    const nothing = () => false;
    return {
      startMs,
      burst: crowd(burst, phases, startMs),
      sustained: {
        withoutReports: rate({ reports: false }, message),
        messages: rate({}, message),
        all: rate({}, anything),
        again: rate({ again: true }, nothing),
        againWithoutReports: rate({ again: true, reports: false }, nothing),
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
