/** A large base that nothing has looked through yet: what a message needs comes by indexes, no table is read whole. */
import { comesBy, describeOnPostgres, newNumbers, rewardFor, TEST_POSTGRES, writes } from './jobs';
import { Thirty } from './thirty';

const CLIENTS = `
with added as (
  insert into sheet_referrals.clients (phone, code, invited_by, notice)
  select n::text, 'c' || n, case when n % 2 = 1 then (n - 1)::text else '' end, 'told 2026-05-01 10:00 #' || n || '.n0'
  from generate_series(447100000000, 447100049999) n returning phone, id
)
insert into sheet_referrals.client_keys select phone, id from added`;

const REWARDS = `
insert into sheet_referrals.rewards (key, who, state, known)
select 'inviter:' || n, (n - 1)::text, 'ready', 'ready' from generate_series(447100000000, 447100049999) n`;

describeOnPostgres('a base of 50,000', () => {
  let one: Thirty;

  beforeAll(async () => {
    one = await Thirty.begin(TEST_POSTGRES, 1);
    const { client } = one.database;
    for (const table of ['clients', 'client_keys', 'rewards']) {
      await client.query(`alter table sheet_referrals.${table} set (autovacuum_enabled = off)`);
    }
    await client.query(CLIENTS);
    await client.query(REWARDS);
  });

  afterAll(() => one.database.remove());

  test('is never read whole', async () => {
    const [friend = '', another = ''] = newNumbers(2);
    const jobs = [
      writes(friend, 'Link'),
      comesBy('447100000000', friend),
      comesBy('447100000001', another),
      writes('447100000002', 'My referrals'),
      // Somebody with an inviter above and a friend below: nobody may become their own ancestor.
      comesBy('447100000001', '447100000000'),
      {
        update: {
          kind: 'moved',
          key: 'm',
          at: Date.now(),
          from: { waId: friend },
          to: { waId: '447100900000' },
        },
      },
      rewardFor('447100000000', friend),
    ] as const;
    for (const job of jobs) await one.atOnce([job]);
    // A session counts for certain when it ends.
    await one.endThreads();
    const { rows } = await one.database.client.query(
      "select relname from pg_stat_user_tables where relname <> 'shop' and seq_tup_read > 0",
    );
    expect(rows).toEqual([]);
  });
});
