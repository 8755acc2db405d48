/** The table of docs/rewards.md: what a purchase comes to. */
import { settlePurchase } from '../../../src/program/rewards/purchases';
import { ANNA, at, ben, client, purchase, reward, standing, terms } from './builders';

const NOW = at('2026-11-20');

const resultOf = (
  bought: Parameters<typeof purchase>[0],
  who: Parameters<typeof standing>[0] | null = {},
  given: Record<string, string> = {},
) => settlePurchase(purchase(bought), who && standing(who), terms(given), NOW).result;

test.each([
  ['a friend’s first purchase', {}, {}, {}, 'counts for Anna'],
  ['without an amount', { amount: '' }, {}, {}, 'counts for Anna'],
  ['an unreadable number', { phone: 'Ben' }, {}, {}, 'number not readable'],
  ['a buyer who was forgotten', { phone: 'forgotten:0a1b2c3d4e' }, {}, {}, 'forgotten'],
  ['an unreadable amount', { amount: 'much' }, {}, {}, 'amount not readable'],
  ['somebody who is not in the base', {}, null, {}, 'not a client'],
  ['somebody whom nobody invited', {}, { friend: ANNA }, {}, 'no inviter'],
  ['below the minimum', {}, {}, { 'Smallest purchase': '12.51' }, 'below the minimum'],
  ['just the minimum', {}, {}, { 'Smallest purchase': '12.50' }, 'counts for Anna'],
  ['a minimum and no amount', { amount: '' }, {}, { 'Smallest purchase': '1' }, 'amount missing'],
  [
    'the second one',
    {},
    { friend: ben({ counts: 'yes: bought 2026-11-02' }) },
    {},
    'counted before',
  ],
  ['before they joined', { date: Date.parse('2026-10-31') }, {}, {}, 'before they joined'],
  [
    'who joined in a pause',
    {},
    { friend: ben({ counts: 'no: the program was paused' }) },
    {},
    'does not count: the program was paused',
  ],
  [
    'who joined before the program ran',
    {},
    {},
    { 'Runs from': '2026-11-02' },
    'does not count: they joined outside the days of the program',
  ],
  ['who joined in time, after its end', {}, {}, { 'Runs until': '2026-11-01' }, 'counts for Anna'],
  ['a pause since they joined', {}, {}, { Paused: 'yes' }, 'counts for Anna'],
  [
    'where joining counts',
    {},
    {},
    { 'A referral counts when': 'joined' },
    'noted; the referral counts without a purchase',
  ],
  [
    'where the owner says so',
    {},
    {},
    { 'A referral counts when': 'I say so' },
    'noted; the referral waits for your word',
  ],
  ['money back for nothing', { amount: '-12.50' }, {}, {}, 'nothing to take back'],
  ['an inviter whose row is gone', {}, { inviter: null }, {}, 'counts for Anna'],
])('%s', (_, bought, who, given, result) => {
  expect(resultOf(bought, who, given as Record<string, string>)).toBe(result);
});

test('both sides get what was promised, and Why says what for', () => {
  const { added, set } = settlePurchase(purchase({ what: 'haircut' }), standing(), terms(), NOW);
  expect(set).toEqual({ counts: 'yes: bought 2026-11-20' });
  expect(added).toMatchObject([
    { key: 'friend:447700900002', who: '447700900002', for: 'Anna', reward: '10 % off' },
    { key: 'inviter:447700900002', who: '12025550123', for: 'Ben', reward: 'A coffee' },
  ]);
  for (const one of added) {
    expect(one).toMatchObject({
      state: 'ready',
      known: 'ready',
      told: `waits for ${one.who} to be told`,
    });
    expect(one.why).toBe('bought for 12.50 on 2026-11-20, haircut');
  }
});

test('quotation marks of a till are none of the owner’s', () => {
  const { added } = settlePurchase(purchase({ what: '"Deluxe" cut' }), standing(), terms(), NOW);
  expect(added[0]?.why).toBe("bought for 12.50 on 2026-11-20, 'Deluxe' cut");
});

test('days of waiting', () => {
  const { added } = settlePurchase(purchase(), standing(), terms({ 'Wait, days': '14' }), NOW);
  expect(added).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
  expect(new Date(added[0]?.readyOn ?? 0).toISOString()).toMatch(/^2026-12-04/);
});

test('a reward that is in the ledger is not written again', () => {
  const { added, changed } = settlePurchase(
    purchase(),
    standing({ rewards: [reward()] }),
    terms({ 'Friend gets': '' }),
    NOW,
  );
  expect({ added, changed }).toEqual({ added: [], changed: [] });
});

describe('milestones', () => {
  const given = {
    'Friend gets': '',
    'Inviter gets': '',
    Milestones: '3 = Free coffee\n5 = Free cake',
  };

  test.each([
    [1, []],
    [2, ['milestone:12025550123:3']],
    [3, []],
    [4, ['milestone:12025550123:5']],
  ])('after %d friends', (countedBefore, keys) => {
    const { added } = settlePurchase(purchase(), standing({ countedBefore }), terms(given), NOW);
    expect(added.map(({ key }) => key)).toEqual(keys);
  });
});

describe('limits', () => {
  const earlier = (count: number, since: string) =>
    Array.from({ length: count }, (_, index) =>
      reward({ key: `inviter:${index}`, since: Date.parse(since) }),
    );

  test.each([
    [
      2,
      '2026-11-02',
      { 'At most a month': '2' },
      'counts for Anna; over the limit: at most 2 a month',
    ],
    [2, '2026-10-02', { 'At most a month': '2' }, 'counts for Anna'],
    [
      2,
      '2026-10-02',
      { 'At most in all': '2' },
      'counts for Anna; over the limit: at most 2 in all',
    ],
    [1, '2026-11-02', { 'At most in all': '2' }, 'counts for Anna'],
  ])('%d before, since %s', (count, since, given, result) => {
    const rewards = earlier(count, since);
    expect(resultOf({}, { rewards }, given as Record<string, string>)).toBe(result);
  });

  test('what goes over it is refused in the ledger, and the friend gets theirs', () => {
    const rewards = earlier(1, '2026-11-02');
    const given = terms({ 'At most in all': '1' });
    const { added } = settlePurchase(purchase(), standing({ rewards }), given, NOW);
    expect(added).toMatchObject([
      { side: 'friend', state: 'ready' },
      { side: 'inviter', state: 'refused', why: 'over the limit: at most 1 in all', told: '' },
    ]);
  });
});

test('what looks unusual is flagged, and its person hears nothing of it', () => {
  const friend = ben({ check: 'hidden number' });
  const { added, result } = settlePurchase(purchase(), standing({ friend }), terms(), NOW);
  expect(result).toBe('counts for Anna; flagged: look at Rewards');
  for (const one of added) expect(one).toMatchObject({ state: 'flagged', told: '' });
  expect(added[0]?.why).toContain('look: hidden number');
});

describe('taken back', () => {
  const counted = ben({ counts: 'yes: bought 2026-11-10' });
  const back = (rewards: ReturnType<typeof reward>[]) =>
    settlePurchase(
      purchase({ amount: '-12.50' }),
      standing({ friend: counted, rewards }),
      terms(),
      NOW,
    );

  test('what was not given is refused', () => {
    const { result, changed, set } = back([reward()]);
    expect(result).toBe('taken back; no reward');
    expect(set).toEqual({ counts: 'taken back 2026-11-20' });
    expect(changed[0]?.set).toMatchObject({ state: 'refused', why: 'taken back 2026-11-20' });
  });

  test('what was given stays, and says so', () => {
    const { result, changed } = back([reward({ state: 'given', known: 'given' })]);
    expect(result).toBe('taken back; a reward had been given already');
    expect(changed[0]?.set).toEqual({
      why: 'bought on 2026-11-20; taken back 2026-11-20, after it was given',
    });
  });

  test('bought again: the same row once more', () => {
    const taken = { ...reward(), state: 'refused', known: 'refused', why: 'taken back 2026-11-20' };
    const friend = ben({ counts: 'taken back 2026-11-20' });
    const given = terms({ 'Friend gets': '' });
    const { added, changed, result } = settlePurchase(
      purchase(),
      standing({ friend, rewards: [taken] }),
      given,
      NOW,
    );
    expect(result).toBe('counts for Anna');
    expect(added).toEqual([]);
    expect(changed[0]?.set).toMatchObject({ state: 'ready', key: taken.key });
  });

  test('the milestone that it had reached is refused, too', () => {
    const milestone = reward({ key: 'milestone:12025550123:3', side: 'milestone' });
    const { changed } = settlePurchase(
      purchase({ amount: '-1' }),
      standing({ friend: counted, rewards: [milestone], countedBefore: 2 }),
      terms(),
      NOW,
    );
    expect(changed).toMatchObject([{ set: { state: 'refused' } }]);
  });
});

test('somebody without a visible number is named by their id', () => {
  const friend = client('', 'Ben', { ids: ['US.1'], invitedBy: ANNA.phone, counts: 'not yet' });
  const { added } = settlePurchase(purchase(), standing({ friend }), terms(), NOW);
  expect(added.map(({ key }) => key)).toEqual(['friend:US.1', 'inviter:US.1']);
});
