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

describe('over a database', () => {
  const apart: Phases = {
    ...phases,
    alone: { read: 70, kept: 40, answered: 800, tidied: 80 },
  };
  const steady = (everyMs: number) => Array.from({ length: 600 }, (_, n) => n * everyMs);
  const quiet = { reports: false };

  test('one alone takes no lock, and as long as alone', () => {
    expect(crowd([0], apart, START, quiet).lastAnswered).toBe(START + 70 + 40 + 800);
  });

  test('thirty at the same moment do not see each other: all are alone', () => {
    expect(crowd(at(30), apart, START, quiet)).toMatchObject({
      lastAnswered: START + 70 + 40 + 800,
      turnedAway: NOBODY,
    });
  });

  test('three a second are alone; of many a second some are carried, and fewer are at work', () => {
    const three = crowd(steady(333), apart, START, quiet);
    expect(three.longest).toBe(START + 70 + 40 + 800);
    const sixteen = crowd(steady(62), apart, START, quiet);
    expect(sixteen.turnedAway).toEqual(NOBODY);
    expect(sixteen.longest).toBeGreaterThan(START + 70 + 40 + 800);
    expect(sixteen.atOnce).toBeLessThan(16 * 1.5);
  });

  test('what is turned away is lost, or comes again', () => {
    const many = steady(20);
    expect(crowd(many, apart, START, quiet).lastAnswered).toBeUndefined();
    const { lastAnswered, turnedAway } = crowd(many, apart, START, { ...quiet, again: true });
    expect(turnedAway.messages).toBeGreaterThan(0);
    expect(lastAnswered).toEqual(expect.any(Number));
  });
});
