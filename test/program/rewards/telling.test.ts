/** What clients hear of their rewards. */
import { listOfRewards, tellRewards } from '../../../src/program/rewards/telling';
import { ANNA, at, on, reward, settings } from './builders';

const NOW = at('2026-11-20');
const LIMITS = { window: 24 * 60 * 60 * 1000, text: 4096, card: 1024, button: 20 };
const anna = { ...ANNA, lastMessage: on('2026-11-20') };

const told = (person: typeof anna | null, rewards = [reward()], given = {}) =>
  tellRewards(person, rewards, { clock: NOW, limits: LIMITS }, settings(given));

test('everything in one message, each by its state', () => {
  const rewards = [
    reward({ state: 'waiting', readyOn: on('2026-12-02') }),
    reward({ for: 'Cleo' }),
    reward({ state: 'given', reward: 'coupon', coupon: 'XY-1', for: 'Dan' }),
    reward({ state: 'refused', why: 'looks odd, “The purchase was returned.”', for: 'Eve' }),
    reward({ key: 'milestone:12025550123:3', side: 'milestone', reward: 'A cake' }),
  ];
  const { body, told: cell } = told(anna, rewards);
  expect(body).toEqual({
    kind: 'text',
    text: [
      'You get A coffee for Ben. It is ready on 2026-12-02.',
      'Your reward for Cleo is ready: A coffee. Show this message at the counter.',
      'Here is your coupon for Dan: XY-1',
      'We are sorry: there is no reward for Eve this time. The purchase was returned.',
      'Your reward for 3 friends is ready: A cake. Show this message at the counter.',
    ].join('\n'),
  });
  expect(cell).toBe('told 2026-11-20 12:00');
});

test('what the owner wrote for themselves stays with the owner', () => {
  const { body } = told(anna, [reward({ state: 'refused', why: 'fake account' })]);
  expect(body).toMatchObject({
    text: 'We are sorry: there is no reward for Ben this time.',
  });
});

test('a friend without a name is shown by a masked number', () => {
  const { body } = told(anna, [reward({ for: '447700900002' })]);
  expect(JSON.stringify(body)).not.toContain('447700900002');
  expect(body).toMatchObject({ text: expect.stringContaining('+44 770 ··· 00 02') });
});

test.each([
  ['whoever is gone', null, 'not sent: they are not in the base any more'],
  ['whoever wrote Stop', { ...anna, stopped: 1 }, 'not sent: they asked for no messages'],
  [
    'whoever has not written',
    { ...anna, lastMessage: on('2026-11-18') },
    'waits for 12025550123 to write',
  ],
])('not told: %s', (_, person, cell) => {
  expect(told(person)).toEqual({ body: null, told: cell });
});

test('after 24 hours the template goes, where the owner has one', () => {
  const late = { ...anna, lastMessage: on('2026-11-18') };
  const rewards = [reward(), reward({ reward: 'coupon', coupon: 'XY-1' })];
  const { body } = told(late, rewards, { 'Reward template': 'reward_ready' });
  expect(body).toMatchObject({
    kind: 'template',
    name: 'reward_ready',
    values: ['A coffee, XY-1'],
  });
});

describe('My rewards', () => {
  const list = (...rewards: ReturnType<typeof reward>[]) =>
    listOfRewards(rewards, { clock: NOW, limits: LIMITS }, settings());

  test('newest first, each with its state', () => {
    expect(
      list(
        reward({ state: 'waiting', readyOn: on('2026-12-02'), since: 1 }),
        reward({ state: 'given', givenOn: on('2026-11-19'), coupon: 'XY-1', since: 2 }),
        reward({ state: 'flagged', since: 3 }),
        reward({ since: 4 }),
        reward({ reward: 'coupon', since: 5 }),
      ),
    ).toBe(
      [
        'Your rewards:',
        'coupon · Ben · on its way',
        'A coffee · Ben · ready',
        'A coffee · Ben · on its way',
        'XY-1 · Ben · given on 2026-11-19',
        'A coffee · Ben · ready on 2026-12-02',
      ].join('\n'),
    );
  });

  test('none; and those that were refused are not shown', () => {
    expect(list(reward({ state: 'refused' }))).toMatch(/^You have no rewards yet/);
  });

  test('more than a message holds', () => {
    const text = list(...Array.from({ length: 33 }, (_, since) => reward({ since })));
    expect(text.split('\n')).toHaveLength(32);
    expect(text).toMatch(/and 3 more$/);
  });
});
