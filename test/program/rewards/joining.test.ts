/** What joining looks like where rewards are promised: what is said, and what is written beside the referral. */
import { decide } from '../../../src/program/decide';
import type { Facts } from '../../../src/program/facts';
import { readIntent } from '../../../src/program/intent';
import type { Body, Client, Message } from '../../../src/program/model';
import { settleReferral } from '../../../src/program/rewards/counting';
import { ANNA, at, ben, client, on, settings, standing, terms } from './builders';

const NOW = at('2026-11-20');

const FACTS: Facts = {
  clock: NOW,
  limits: { window: 24 * 60 * 60 * 1000, text: 4096, card: 1024, button: 20 },
  sender: null,
  inviter: { ...ANNA, lastMessage: on('2026-11-20') - 3_600_000 },
  inviterForgotten: false,
  top: [],
  senderIsAncestor: false,
  waiting: { count: 0, rows: [] },
  toldLately: false,
  referrals: { count: 0, rows: [] },
  rewards: [],
  saleResult: '',
  helpedLately: false,
  personTalks: false,
  shown: () => '',
  newCode: 'abcd2345',
};

/** Ben writes what Anna's link filled in. */
function join(given: Record<string, string>, facts: Partial<Facts> = {}) {
  const read = settings({ 'WhatsApp number': '447700900000', ...given });
  const message: Message = {
    kind: 'message',
    key: '1',
    at: NOW.now,
    from: { waId: '447700900002', name: 'Ben' },
    text: 'You were recommended by 12025550123 Hello',
    answerable: true,
  };
  const decision = decide(message, readIntent(message, read), { ...FACTS, ...facts }, read);
  const textOf = (kind: string) => {
    const body = decision.messages.find((one) => one.kind === kind)?.body as Body & {
      text: string;
    };
    return body?.text ?? '';
  };
  return { row: decision.added as Client, welcome: textOf('answer'), notice: textOf('notice') };
}

const BOTH = { 'Friend gets': '10 % off', 'Inviter gets': 'A coffee', 'Say who invited': 'yes' };

test('without rewards nothing is said of them, and nothing written', () => {
  const { row, welcome, notice } = join({ 'Say who invited': 'yes' });
  expect(row).toMatchObject({ counts: '', check: '' });
  expect(`${welcome}${notice}`).not.toContain('\n');
});

test('both hear what they get, and when', () => {
  const { row, welcome, notice } = join({ ...BOTH, 'A referral counts when': 'bought' });
  expect(row).toMatchObject({ counts: 'new', invitedBy: ANNA.phone });
  expect(welcome).toMatch(/\n\nWith your first purchase you get 10 % off\.$/);
  expect(notice).toMatch(/\n\nWhen Ben buys something, you get A coffee\.$/);
});

test('where joining is enough', () => {
  const { welcome, notice } = join(BOTH);
  expect(welcome).toMatch(
    /There is something for you: 10 % off\. We will write as soon as it is ready\.$/,
  );
  expect(notice).toMatch(/You get A coffee for it\. We will write as soon as it is ready\.$/);
});

test('a pause: a text of its own, no promise, and the row says why it does not count', () => {
  const { row, welcome, notice } = join({ ...BOTH, Paused: 'yes' });
  expect(welcome).toMatch(
    /^Welcome, Ben! Anna recommended you to us\. Our rewards are taking a break/,
  );
  expect(notice).not.toContain('A coffee');
  expect(row.counts).toBe('no: the program was paused');
});

test.each([[{ 'Runs from': '2026-11-21' }], [{ 'Runs until': '2026-11-19' }]])(
  'outside its days: %j',
  (days) => {
    expect(join({ ...BOTH, ...days }).row.counts).toBe('no: outside the days of the program');
  },
);

test.each([[{ 'Runs from': '2026-11-20' }], [{ 'Runs until': '2026-11-20' }]])(
  'on its first and last day: %j',
  (days) => {
    expect(join({ ...BOTH, ...days }).row.counts).toBe('new');
  },
);

describe('where it is not told who is a client', () => {
  const given = { ...BOTH, 'Say who invited': 'no', 'A referral counts when': 'bought' };

  test('a number of nobody is answered like a client’s', () => {
    const stranger = join(given, { inviter: null });
    expect(stranger.welcome).toBe(join(given).welcome);
    expect(stranger.welcome).toMatch(
      /If a client of ours recommended you: With your first purchase you get 10 % off\.$/,
    );
  });

  test('in a pause, too', () => {
    const paused = { ...given, Paused: 'yes' };
    expect(join(paused, { inviter: null }).welcome).toBe(join(paused).welcome);
  });
});

describe('looking at it', () => {
  const joined = { 'A referral counts when': 'joined' };
  const fresh = ben({ counts: 'new', joined: on('2026-11-20') });

  test('where a purchase counts, or the owner’s word, it waits', () => {
    for (const when of ['bought', 'I say so']) {
      const settled = settleReferral(
        standing({ friend: fresh }),
        terms({ 'A referral counts when': when }),
        NOW,
      );
      expect(settled).toEqual({ result: '', set: { counts: 'not yet' }, added: [], changed: [] });
    }
  });

  test('where joining counts, the rewards are there at once', () => {
    const settled = settleReferral(standing({ friend: fresh }), terms(joined), NOW);
    expect(settled.set).toEqual({ counts: 'yes: joined 2026-11-20' });
    expect(settled.added.map(({ side, state }) => [side, state])).toEqual([
      ['friend', 'ready'],
      ['inviter', 'ready'],
    ]);
  });

  test.each(['yes', 'Yes', 'x', 'TRUE', '1'])('the owner writes %s', (counts) => {
    const settled = settleReferral(
      standing({ friend: ben({ counts }) }),
      terms({ 'A referral counts when': 'I say so' }),
      NOW,
    );
    expect(settled.set).toEqual({ counts: 'yes: you said so 2026-11-20' });
    expect(settled.added).toHaveLength(2);
  });

  test('the owner’s word about somebody whom nobody invited', () => {
    const friend = client('447700900009', 'Zoe', { counts: 'yes' });
    const settled = settleReferral(standing({ friend, inviter: null }), terms(), NOW);
    expect(settled).toMatchObject({ set: { counts: 'no: nobody invited them' }, added: [] });
  });

  const sibling = (phone: string, name: string, hours: number) =>
    client(phone, name, { joined: (fresh.joined ?? 0) - hours * 3_600_000 });
  const crowd = (count: number, hours: number) =>
    Array.from({ length: count }, (_, index) =>
      sibling(`4915100000${index}00`, `N${index}`, hours),
    );

  test.each([
    ['hidden number', { friend: { ...fresh, phone: '', ids: ['US.1'] } }],
    ['6 friends of one inviter within an hour', { siblings: crowd(5, 0.5) }],
    ['21 friends of one inviter within a day', { siblings: crowd(20, 5) }],
    ['a number next to the inviter’s', { inviter: { ...ANNA, phone: '447700900017' } }],
    [
      'a number next to 447700900077',
      { inviter: null, siblings: [sibling('447700900077', 'X', 90)] },
    ],
    ['the same name as the inviter', { inviter: client('15550001111', ' bén ') }],
    ['joined within a minute', { friend: { ...fresh, check: 'joined within a minute' } }],
  ])('unusual: %s', (check, found) => {
    const who = { friend: fresh, inviter: client('15550001111', 'Anna'), ...found };
    const settled = settleReferral(standing(who), terms(joined), NOW);
    expect(settled.set.check).toBe(check);
    for (const { state, told } of settled.added)
      expect({ state, told }).toEqual({ state: 'flagged', told: '' });
  });

  test('nothing unusual', () => {
    const who = { friend: fresh, inviter: client('15550001111', 'Anna'), siblings: crowd(4, 0.5) };
    expect(settleReferral(standing(who), terms(joined), NOW).set.check).toBeUndefined();
  });
});

describe('what the owner does not find unusual', () => {
  const fresh = ben({ counts: 'new', joined: on('2026-11-20') });
  const checkOf = (given: Record<string, string>, who: Parameters<typeof standing>[0]) =>
    settleReferral(standing({ friend: fresh, ...who }), terms(given), NOW).set.check;

  test.each(['0', ''])('neighbouring numbers: %j', (none) => {
    const inviter = { ...ANNA, phone: '447700900017' };
    expect(checkOf({ 'Look at neighbouring numbers': none }, { inviter })).toBeUndefined();
  });

  test('more or fewer digits of them', () => {
    const inviter = { ...ANNA, phone: '447700900172' };
    expect(checkOf({}, { inviter })).toBeUndefined();
    expect(checkOf({ 'Look at neighbouring numbers': '3' }, { inviter })).toMatch(/^a number next/);
    const next = { ...ANNA, phone: '447700900012' };
    expect(checkOf({}, { inviter: next })).toMatch(/^a number next/);
    expect(checkOf({ 'Look at neighbouring numbers': '1' }, { inviter: next })).toBeUndefined();
  });

  test.each(['no', ''])('names and hidden numbers: %j', (none) => {
    const friend = { ...fresh, phone: '', ids: ['US.1'] };
    const inviter = client('15550001111', 'Ben');
    const given = { 'Look at the same name': none, 'Look at hidden numbers': none };
    expect(checkOf(given, { friend, inviter })).toBeUndefined();
  });

  test.each([
    ['0', 0, ''],
    ['', 0, ''],
    ['20', 30_000, ''],
    ['90', 80_000, 'joined within 90 seconds of a message of the inviter'],
  ])('joining within %j seconds, after %d ms', (seconds, after, check) => {
    const inviter = { ...ANNA, lastMessage: NOW.now - after };
    const given = { ...BOTH, 'Look at joining within, seconds': seconds };
    expect(join(given, { inviter }).row.check).toBe(check);
  });
});

test('whoever joins right after their inviter wrote', () => {
  const inviter = { ...ANNA, lastMessage: NOW.now - 30_000 };
  expect(join(BOTH, { inviter }).row.check).toBe(
    'joined within a minute of a message of the inviter',
  );
});
