/** What rewards cost where they are in a database: calls of Jdbc, and calls in all. */

import { addPurchases, BOTH, minutesPass, results, rewardShop } from '../rewards/shop';
import type { Business } from '../support/business';
import { callsOf, MINUTE } from '../support/business';
import { PARTS } from '../support/part';
import { fillPeople } from './people';

// PostgreSQL takes its time to take them in.
jest.setTimeout(120_000);

function fillLedger({ script }: Business, count: number): void {
  script.database.query(
    `insert into sheet_referrals.rewards
      (key, who, name, for_whom, side, reward, state, known, since, ready_on, given_on, told)
    select 'inviter:' || 447200000000 + n, '447300000000', 'Eve', 'Client ' || n, 'inviter', 'Free coffee', 'given',
      'given', $1::bigint, $1::bigint, $1::bigint, 'told 2026-05-01 12:00 #abc.r0' from generate_series(1, $2::int) n`,
    [String(script.clock.now - 30 * 24 * 60 * MINUTE), String(count)],
  );
}

/** A window of many takes long to fill: where all cases are played more are tried than it shows. */
const SIZES = PARTS === 1 ? [0, 1000, 10_000] : [0, 1000];

describe.each(SIZES)('at %d rewards', (size) => {
  const { shop, anna, ben } = rewardShop(
    { ...BOTH, 'At most a month': '1000' },
    { base: 'database' },
  );
  fillPeople(shop, 1150);
  fillLedger(shop, size);
  // Until the window shows the newest of them, five hundred rows at a time, and in between two looks at everything.
  shop.wait((size > 1000 ? 30 : 12) * MINUTE);

  const costs = (act: () => void) => {
    const before = shop.script.executions.length;
    act();
    return shop.script.executions
      .slice(before)
      .map((one) => ({ jdbc: one.calls.jdbc ?? 0, all: callsOf(one).all }));
  };
  test('a new referral costs what it does without rewards', () => {
    const [first] = costs(() => void shop.taps(ben, anna));
    expect(first?.jdbc).toBeLessThanOrEqual(5);
    expect(first?.all).toBeLessThanOrEqual(12);
  });

  test('fifty purchases in one minute', () => {
    minutesPass(shop, 3);
    const phones = Array.from({ length: 50 }, (_, n) => String(447_100_001_002 + 2 * n));
    addPurchases(
      shop,
      phones.map((Phone) => ({ Phone, Amount: '10' })),
    );
    const [counting] = costs(() => shop.sleeps(MINUTE));
    const counted = results(shop).slice(-50);
    expect(counted.filter((result) => result.startsWith('counts for Client'))).toHaveLength(50);
    expect(counting?.jdbc).toBeLessThanOrEqual(10);
    expect(counting?.all).toBeLessThanOrEqual(28);
  });

  test('most minutes ask no database anything', () => {
    shop.wait(12 * MINUTE);
    const minutes = costs(() => shop.wait(10 * MINUTE));
    const idle = minutes.filter(({ jdbc }) => !jdbc);
    expect(idle.length).toBeGreaterThanOrEqual(7);
    for (const { jdbc } of minutes) expect(jdbc).toBeLessThanOrEqual(16);
  });
});
