/** The benchmark's crowd: executions side by side in simulated time. */
import { crowd } from '../../local/bench/crowd';
import type { Phases } from '../../local/bench/phases';

const START = 500;

/** The lock is held for a second, however many are carried. */
const phases: Phases = {
  ask: 100,
  keep: 40,
  home: 30,
  report: 40,
  carried: [1, 25].map((updates) => ({ updates, held: 1000, sent: 250, tidied: 70 })),
};

const at = (count: number, time = 0) => Array.from({ length: count }, () => time);
const NOBODY = { messages: 0, reports: 0 };

test('one alone is answered after its start, its turn at the lock and its sending', () => {
  expect(crowd([7000], phases, START)).toEqual({
    lastAnswered: START + 100 + 1000 + 250,
    longest: START + 100 + 1000 + 250,
    turnedAway: NOBODY,
    triggerMs: 0,
    atOnce: expect.any(Number),
  });
});

test('ten at once: the first goes alone, the second carries all the others', () => {
  const { lastAnswered, turnedAway } = crowd(at(10), phases, START);
  expect(lastAnswered).toBe(START + 100 + 1000 + 20 + 1000 + 250);
  expect(turnedAway).toEqual(NOBODY);
});

test('whoever loses patience goes home and is carried by somebody who looks for more', () => {
  const slow = { ...phases, carried: phases.carried.map((one) => ({ ...one, held: 5000 })) };
  const { lastAnswered, triggerMs } = crowd(at(10), slow, START);
  expect(lastAnswered).toBeLessThan(2 * 6000);
  expect(triggerMs).toBeLessThan(5000);
});

test('thirty executions run at once: the next one is turned away', () => {
  expect(crowd(at(30), phases, START, { reports: false })).toMatchObject({
    turnedAway: NOBODY,
    atOnce: 30,
  });
  const { turnedAway, lastAnswered } = crowd(at(31), phases, START, { reports: false });
  expect(turnedAway).toEqual({ messages: 1, reports: 0 });
  expect(lastAnswered).toBeUndefined();
});

test('delivery reports need executions too', () => {
  const quiet = crowd([0], phases, START, { reports: false });
  const withReports = crowd([0], phases, START);
  expect(quiet.atOnce).toBe(1);
  expect(withReports.atOnce).toBeGreaterThan(1);
});
