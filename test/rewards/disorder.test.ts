/**
 * Disorder: random histories of joining, buying, bringing back, coupons, deaths, redeliveries and an owner who judges,
 * sorts, moves and changes the terms, compared with a small model after every step.
 */
import { byChance } from '../reliability/by-chance';
import { expectWhole, settle } from '../reliability/invariants';
import { MINUTE } from '../support/business';
import { tellCases } from '../support/part';
import { history, inWords, type Step } from './histories';
import { minutesPass } from './shop';
import { Till } from './till';
import { FRIENDS, INVITERS } from './till-model';

type Row = Record<string, string>;

let histories = 0;
let steps = 0;
afterAll(() => tellCases(`disorder, rewards: ${histories} histories, ${steps} steps`));

function play(story: Step[]): void {
  histories++;
  const till = new Till();
  const given = new Set<string>();
  for (const step of story) {
    steps++;
    till.takes(step);
    expectLedger(till);
    expectCoupons(till);
    expectAnswers(till);
    expectNews(till);
    expectGivenStays(till, given);
  }
  expectEnd(till);
}

/** One reward for each key, those of the model and no others, where the model says. */
function expectLedger(till: Till): void {
  const { shop, model } = till;
  const rows = shop.rows('Rewards');
  expect(rows.map(({ Key }) => Key).sort()).toEqual(
    [...model.rewards.keys()].map((key) => till.inSheet(key)).sort(),
  );
  for (const [key, { is }] of model.rewards) {
    const { State = '', Known } = till.rowOf(key);
    const open = ['waiting', 'ready', 'flagged'];
    expect([key, Known]).toEqual([key, State]);
    expect([key, open.includes(State) ? 'open' : State]).toEqual([key, is]);
  }
}

/** Never one code for two, never two for one; a code that is marked is the one in the reward's row. */
function expectCoupons({ shop }: Till): void {
  const rewards = shop.rows('Rewards').filter(({ Coupon }) => Coupon);
  const codes = rewards.map(({ Coupon }) => Coupon);
  expect(new Set(codes).size).toBe(codes.length);
  const used = shop.rows('Coupons').filter((row) => /:/.test(row.For ?? ''));
  const pairs = (rows: Row[], one: string, other: string) =>
    rows.map((row) => `${row[one]} ${row[other]}`).sort();
  expect(pairs(used, 'For', 'Code')).toEqual(pairs(rewards, 'Key', 'Coupon'));
}

/** Every purchase is answered, once, as the rules say. */
function expectAnswers({ shop, answers }: Till): void {
  const rows = shop.rows('Purchases').filter(({ What }) => What);
  expect(rows.map(({ What }) => What).sort()).toEqual([...answers.keys()].sort());
  for (const { What = '', Result = '' } of rows) {
    const answer = answers.get(What) ?? '';
    expect([What, Result.slice(0, answer.length)]).toEqual([What, answer]);
  }
}

/** Nothing is told that is not in the ledger, and nothing twice. */
function expectNews(till: Till): void {
  const { shop } = till;
  for (const name of [...INVITERS, ...FRIENDS]) {
    const theirs = shop.rows('Rewards').filter(({ Who }) => Who === till.phoneOf(name));
    const lines = shop.heard(shop.known(name)).flatMap((text) => text.split('\n'));
    const codes = lines.flatMap((line) => /^Here is your coupon .*: (\S+)$/.exec(line)?.[1] ?? []);
    for (const code of codes) expect(theirs.map(({ Coupon }) => Coupon)).toContain(code);
    expect(new Set(codes).size).toBe(codes.length);
    const ready = lines.filter((line) => /^Your reward for .* is ready/.test(line));
    const keys = [...till.model.rewards].filter(([, { who }]) => who === name);
    if (keys.some(([key]) => till.judged.has(key) || till.model.onceTakenBack.has(key))) continue;
    expect(new Set(ready).size).toBe(ready.length);
    expect(ready.length).toBeLessThanOrEqual(theirs.length);
  }
}

function expectGivenStays({ shop }: Till, given: Set<string>): void {
  for (const { Key = '', State } of shop.rows('Rewards')) {
    if (given.has(Key)) expect([Key, State]).toEqual([Key, 'given']);
    if (State === 'given') given.add(Key);
  }
}

/** Everybody writes once more: then whatever was to be told is told, unless they wanted no messages. */
function expectEnd(till: Till): void {
  const { shop } = till;
  settle(shop);
  shop.wait(12 * MINUTE);
  for (const name of [...INVITERS, ...FRIENDS]) {
    const person = shop.known(name);
    if (shop.has(person)) shop.writes(person, 'Hello');
  }
  minutesPass(shop);
  settle(shop);
  expectWhole(shop);
  for (const [key, { who }] of till.model.rewards) {
    const { State, Coupon, Told = '' } = till.rowOf(key);
    expect([key, Told]).toEqual([key, expect.not.stringMatching(/^(waits for|not yet)/)]);
    const isNews = State === 'ready' ? !/coupon/.test(till.rowOf(key).Reward ?? '') : Coupon;
    if (isNews && !till.everStopped.has(who)) {
      expect([key, Told]).toEqual([key, expect.stringMatching(/^told /)]);
    }
  }
}

test('whatever happens in whatever order, the ledger is as the rules say', () => {
  byChance({
    cases: history,
    runs: 100,
    check: play,
    tell: (story) => story.map((step, n) => `${n + 1}. ${inWords(step)}`).join('\n'),
    file: 'test/rewards/disorder',
  });
});
