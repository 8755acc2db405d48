/** A reward on its way from state to state. */
import fc from 'fast-check';
import { handOut, MAY_BECOME, ownersChange, passTime } from '../../../src/program/rewards/changes';
import { type Coupon, type Reward, STATES, type State } from '../../../src/program/rewards/model';
import { at, ben, on, reward, terms } from './builders';

const NOW = at('2026-11-20');
const FLAGS = terms().flags;
const in14Days = { 'Wait, days': '14' };

/** A reward in a state that the program wrote, which the owner has changed into another. */
const changed = (from: State, to: string, set: Partial<Reward> = {}) =>
  reward({ why: 'because', ...set, known: from, state: to });

describe('the owner’s hand', () => {
  test.each(
    STATES.flatMap((from) => STATES.filter((to) => to !== from).map((to) => [from, to] as const)),
  )('%s → %s', (from, to) => {
    const change = ownersChange(changed(from, to), NOW);
    if (MAY_BECOME[from].includes(to)) {
      expect(change).toMatchObject({ set: { state: to, known: to }, note: '' });
    } else {
      expect(change).toEqual({
        set: { state: from },
        note: `A reward that is ${from} cannot become ${to}.`,
      });
    }
  });

  test('what was given stays given, all else can still be given or refused', () => {
    expect(MAY_BECOME.given).toEqual([]);
    for (const state of STATES) {
      if (state !== 'given') expect(MAY_BECOME[state]).toContain('given');
    }
  });

  test('nothing was changed', () => {
    expect(ownersChange(reward(), NOW)).toBeNull();
  });

  test('written otherwise, meant alike', () => {
    expect(ownersChange(changed('ready', ' Given '), NOW)).toMatchObject({
      set: { state: 'given' },
    });
  });

  test('a word that is no state is put back, with the states that there are', () => {
    expect(ownersChange(changed('ready', 'paid'), NOW)).toEqual({
      set: { state: 'ready' },
      note: '“paid” is not a state. Use one of: waiting, ready, given, flagged, refused, expired.',
    });
  });

  test.each([
    '',
    ' ',
    'joined',
    'you said so',
    'bought on 2026-11-20',
    'bought for 12,50 € on 2026-11-20, haircut, and a comb',
  ])('refusing needs a reason: “%s” is none', (why) => {
    expect(ownersChange(changed('ready', 'refused', { why }), NOW)).toEqual({
      set: {},
      note: 'Write the reason into Why, in front of what is there or instead of it: until then it is not refused.',
    });
  });

  test.each([
    'fake',
    'fake, bought on 2026-11-20',
    'joined; look: hidden number',
    'bought on 2026-11-20; taken back 2026-11-21, after it was given',
  ])('“%s” is one', (why) => {
    const change = ownersChange(changed('ready', 'refused', { why }), NOW);
    expect(change?.set).toMatchObject({ state: 'refused' });
  });

  test('given: the day is noted; who has not heard that it was ready need not hear it any more', () => {
    const { set } = ownersChange(changed('ready', 'given'), NOW) ?? {};
    expect(set).toMatchObject({ givenOn: NOW.now, told: '' });
  });

  test('a refusal is told to whoever had heard of the reward', () => {
    const told = 'sent 2026-11-20 12:00 #abc.r0';
    const heard = ownersChange(changed('ready', 'refused', { told }), NOW);
    expect(heard?.set.told).toBe('waits for 12025550123 to be told that it is off');
    expect(ownersChange(changed('ready', 'refused'), NOW)?.set.told).toBe('');
  });
});

describe('the day', () => {
  const waiting = reward({}, in14Days);

  test.each([
    ['2026-12-03', false],
    ['2026-12-04', true],
    ['2026-12-05', true],
  ])('%s', (day, isReady) => {
    const change = passTime(waiting, null, FLAGS, at(day));
    if (isReady) expect(change).toMatchObject({ state: 'ready', known: 'ready' });
    else expect(change).toBeNull();
  });

  test('what the owner has just changed is left to that', () => {
    expect(passTime({ ...waiting, state: 'refused' }, null, FLAGS, at('2026-12-05'))).toBeNull();
  });

  test('who joined and never wrote again is looked at first; who bought was there', () => {
    const joined = { ...waiting, why: 'joined' };
    const silent = ben({ lastMessage: on('2026-11-01') });
    const talked = ben({ lastMessage: on('2026-11-03') });
    const later = at('2026-12-05');
    expect(passTime(joined, silent, FLAGS, later)).toMatchObject({
      state: 'flagged',
      why: 'joined; look: never wrote again',
    });
    expect(passTime(joined, talked, FLAGS, later)).toMatchObject({ state: 'ready' });
    expect(passTime(waiting, silent, FLAGS, later)).toMatchObject({ state: 'ready' });
    const patient = terms({ 'Look at silence, days': '40' }).flags;
    expect(passTime(joined, silent, patient, later)).toMatchObject({ state: 'ready' });
    const never = terms({ 'Look at silence, days': '' }).flags;
    expect(passTime(joined, silent, never, later)).toMatchObject({ state: 'ready' });
  });
});

describe('coupons', () => {
  const wants = (key: string, since = 0) => reward({ key, reward: 'coupon', since, told: '' });
  const coupon = (code: string, set: Partial<Coupon> = {}): Coupon => ({
    code,
    for: '',
    usedBy: '',
    when: null,
    ...set,
  });

  test('the oldest reward gets the first code, and its person hears of it', () => {
    const given = handOut(
      [wants('inviter:2', 2), wants('inviter:1', 1)],
      [coupon('A'), coupon('B')],
      NOW,
    );
    expect(
      given.map(({ reward: { key }, set, coupon: used }) => [key, set.coupon, used?.code]),
    ).toEqual([
      ['inviter:1', 'A', 'A'],
      ['inviter:2', 'B', 'B'],
    ]);
    expect(given[0]?.set).toMatchObject({
      state: 'given',
      givenOn: NOW.now,
      told: expect.stringMatching(/^waits for /),
    });
  });

  test('an empty stock is said once, and forgotten when codes are there', () => {
    const [empty] = handOut([wants('inviter:1')], [coupon('A', { for: 'inviter:0' })], NOW);
    const why = 'bought on 2026-11-20; no coupon left: add codes to the tab Coupons';
    expect(empty).toMatchObject({ set: { why }, coupon: null });
    const waiting = { ...wants('inviter:1'), why };
    expect(handOut([waiting], [], NOW)).toEqual([]);
    expect(handOut([waiting], [coupon('B')], NOW)[0]?.set).toMatchObject({
      coupon: 'B',
      why: 'bought on 2026-11-20',
    });
  });

  test('a code that was marked and did not reach its reward is that reward’s', () => {
    const codes = [coupon('A'), coupon('B', { for: 'inviter:1' })];
    expect(handOut([wants('inviter:1')], codes, NOW)[0]?.set.coupon).toBe('B');
  });

  test('never one code for two rewards, nor two codes for one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(9), { maxLength: 8 }),
        fc.uniqueArray(fc.record({ code: fc.nat(20), taken: fc.option(fc.nat(9), { nil: -1 }) }), {
          selector: ({ code }) => code,
          maxLength: 8,
        }),
        (rewards, stock) => {
          const taken = new Set<number>();
          const codes = stock.map(({ code, taken: by }) => {
            const first = by >= 0 && !taken.has(by);
            if (by >= 0) taken.add(by);
            return coupon(`C${code}`, { for: first ? `inviter:${by}` : '' });
          });
          const given = handOut(
            rewards.map((one) => wants(`inviter:${one}`, one)),
            codes,
            NOW,
          );
          const used = given.flatMap(({ coupon: one }) => one?.code ?? []);
          expect(new Set(used).size).toBe(used.length);
          expect(new Set(given.map(({ reward: { key } }) => key)).size).toBe(given.length);
          for (const {
            coupon: one,
            reward: { key },
          } of given) {
            if (one) expect(['', key]).toContain(one.for);
          }
        },
      ),
    );
  });
});
