/** Thirty executions at once on a real PostgreSQL, without any lock of the script: what must never happen does not. */
import type { Update } from '../../src/program/model';
import {
  comesBy,
  describeOnPostgres,
  newMessageId,
  newNumbers,
  rewardFor,
  TEST_POSTGRES,
  writes,
} from './jobs';
import type { Done, Job } from './shop-thread';
import { Thirty } from './thirty';

describeOnPostgres('thirty at once', () => {
  let thirty: Thirty;

  beforeAll(async () => {
    thirty = await Thirty.begin(TEST_POSTGRES);
  });

  afterAll(async () => {
    await thirty.endThreads();
    await thirty.database.remove();
  });

  /** They write for the first time, and are in the base. */
  async function clients(count: number): Promise<string[]> {
    const numbers = newNumbers(count);
    for (let from = 0; from < count; from += 30) {
      await thirty.atOnce(numbers.slice(from, from + 30).map((number) => writes(number, 'Link')));
    }
    return numbers;
  }

  /** Who stands as whose inviter, in as many rows as there are. */
  async function inviters(numbers: string[]): Promise<[phone: string, invitedBy: string][]> {
    const { rows } = await thirty.database.client.query(
      'select phone, invited_by from sheet_referrals.clients where phone = any ($1) order by id',
      [numbers],
    );
    return rows.map(({ phone, invited_by }) => [phone, invited_by]);
  }

  const toldIn = (done: Done[]) => done.flatMap(({ told }) => told);

  test('one friend, claimed by thirty inviters, fifty times: one inviter, who alone is told', async () => {
    const some = await clients(30);
    const friends = await clients(50);
    for (const friend of friends) {
      const done = await thirty.atOnce(some.map((inviter) => comesBy(inviter, friend)));
      const [[, inviter] = [], ...others] = await inviters([friend]);
      expect(others).toEqual([]);
      expect(some).toContain(inviter);
      expect(toldIn(done)).toEqual([inviter]);
    }
  });

  test('a new friend who arrives thirty times has one row', async () => {
    const some = await clients(30);
    for (const friend of newNumbers(10)) {
      const done = await thirty.atOnce(some.map((inviter) => comesBy(inviter, friend)));
      const rows = await inviters([friend]);
      expect(rows).toEqual([[friend, toldIn(done)[0]]]);
      expect(toldIn(done)).toHaveLength(1);
    }
  });

  test('two hundred times two invite each other: one stands, never a loop', async () => {
    for (let round = 0; round < 14; round++) {
      const pairs = await clients(30);
      const partner = (n: number) => pairs[n % 2 ? n - 1 : n + 1] as string;
      await thirty.atOnce(pairs.map((one, n) => comesBy(partner(n), one)));
      const rows = new Map(await inviters(pairs));
      for (let n = 0; n < 30; n += 2) {
        const [a, b] = [pairs[n] as string, pairs[n + 1] as string];
        expect([rows.get(a) === b, rows.get(b) === a].filter(Boolean)).toHaveLength(1);
      }
    }
  });

  test('a hundred times four invite each other in a ring: three stand, never a loop', async () => {
    for (let round = 0; round < 15; round++) {
      const rings = await clients(28);
      const next = (n: number) => rings[n % 4 === 3 ? n - 3 : n + 1] as string;
      await thirty.atOnce(rings.map((one, n) => comesBy(next(n), one)));
      const rows = await inviters(rings);
      for (let n = 0; n < 28; n += 4) {
        const ring = rings.slice(n, n + 4);
        expect(rows.filter(([phone, by]) => ring.includes(phone) && by === '')).toHaveLength(1);
      }
    }
  });

  test('thirty friends of one inviter have a row each', async () => {
    const [inviter = ''] = await clients(1);
    const rounds = 10;
    const began = performance.now();
    const friends = newNumbers(30 * rounds);
    for (let from = 0; from < friends.length; from += 30) {
      const some = friends.slice(from, from + 30);
      await thirty.atOnce(some.map((friend) => comesBy(inviter, friend)));
    }
    const seconds = (performance.now() - began) / 1000;
    expect(await inviters(friends)).toHaveLength(friends.length);
    expect(new Set(await inviters(friends))).toEqual(
      new Set(friends.map((friend) => [friend, inviter])),
    );
    console.log(`${Math.round(friends.length / seconds)} referrals a second, thirty at once.`);
  });

  test('friends who come while their inviter changes numbers are under the one that stands', async () => {
    for (let round = 0; round < 10; round++) {
      const [inviter = ''] = await clients(1);
      const [after = '', ...friends] = newNumbers(29);
      const moved: Update = {
        kind: 'moved',
        key: newMessageId(),
        at: Date.now(),
        from: { waId: inviter },
        to: { waId: after },
      };
      const coming = friends.map((friend) => comesBy(inviter, friend));
      await thirty.atOnce([...coming.slice(0, 14), { update: moved }, ...coming.slice(14)]);
      const rows = await inviters(friends);
      expect(rows).toHaveLength(friends.length);
      // Whoever comes after the change names a number that is nobody's any more.
      expect(rows.filter(([, by]) => by !== after && by !== '')).toEqual([]);
    }
  });

  test('a reward that thirty would give is given once', async () => {
    for (let round = 0; round < 50; round++) {
      const [friend = '', inviter = ''] = newNumbers(2);
      const job = rewardFor(inviter, friend);
      const done = await thirty.atOnce(Array<Job>(30).fill(job));
      expect(done.reduce((sum, { rewards }) => sum + rewards, 0)).toBe(1);
      const { rows } = await thirty.database.client.query(
        'select count(*)::int as count from sheet_referrals.rewards where key = $1',
        [`inviter:${friend}`],
      );
      expect(rows).toEqual([{ count: 1 }]);
    }
  });
});
