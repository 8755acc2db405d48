/** Fills a database with people: every second one was invited by the one 1,000 before, so that chains are long. */
import type { Business } from '../support/business';

export function fillPeople({ script }: Business, count: number): void {
  script.database.query(
    `with added as (
      insert into sheet_referrals.clients (phone, ids, code, name, joined, invited_by, inviter_name, notice)
      select phone, phone, 'c' || n, 'Client ' || n, $1::bigint - ($2::int - n) * 1000,
        case when invited then (447100000000 + n - 1000)::text else '' end,
        case when invited then 'Client ' || n - 1000 else '' end,
        case when invited then 'told 2026-05-01 10:00 #abc.n0' else '' end
      from (
        select n, (447100000000 + n)::text phone, n > 1000 and n % 2 = 0 invited from generate_series(1, $2::int) n
      ) people
      returning phone, id
    )
    insert into sheet_referrals.client_keys select phone, id from added`,
    [String(script.clock.now), String(count)],
  );
}
