/** Fills the stand-in's database with people as the benchmark's base has them, by one statement for any number. */
import type { LocalAppsScript } from '../apps-script';

/** The known client has invited the first so many, and was invited by the next one. */
const INVITED_BY_KNOWN = 3;
/** Below them every second one was invited by the one before. */
const REGULARS = 31;

interface People {
  people: number;
  /** The number of the first one; the others follow. */
  first: number;
  known: number | undefined;
  /** Whoever has invited nobody, and was invited by nobody. */
  usual: number | undefined;
  /** Milliseconds. */
  now: number;
}

const FILL = `insert into sheet_referrals.clients (phone, ids, name, code, joined, last_message, invited_by, notice)
select ($1::bigint + n)::text, ($1::bigint + n)::text, 'Client ' || n, 'c' || n, $2::bigint - n * 1000,
  $2::bigint - 3600000,
  case when $1::bigint + n = $3::bigint then ($1::bigint + ${INVITED_BY_KNOWN})::text
    when n < ${INVITED_BY_KNOWN} then $3::text
    when n % 2 = 1 and n > ${REGULARS} then ($1::bigint + n - 1)::text else '' end,
  case when n < ${INVITED_BY_KNOWN} or n % 2 = 1 then 'told 2026-05-01 10:00 #abc.n0' else '' end
from generate_series(0, $4::int - 1) n where $1::bigint + n <> $5::bigint
union all select $5::text, $5::text, 'Usual', 'usual', $2::bigint, $2::bigint - 3600000, '', ''`;

export function fillDatabase(
  { database }: LocalAppsScript,
  { people, first, known, usual, now }: People,
): void {
  database.query(FILL, [first, now, known, people, usual].map(String));
  database.query(
    'insert into sheet_referrals.client_keys select phone, id from sheet_referrals.clients',
  );
}
