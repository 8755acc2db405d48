/** What the sidebar says of a base that no page can hold: each figure by one statement. */
import { type Database, parsedOr } from './database';

/** So many inviters are named. */
const NAMED = 100;

/** How many people there are, and how many of them came by somebody's link. */
export function countsIn(database: Database): { clients: number; referrals: number } {
  const text = database.ask(
    `select json_build_object('clients', count(*), 'referrals', count(*) filter (where invited_by <> ''))::text
    from sheet_referrals.clients`,
  );
  return parsedOr(text, { clients: 0, referrals: 0 });
}

/** How many referrals came in each of some weeks. @param starts their beginnings in milliseconds, the oldest first */
export function weeksIn(database: Database, starts: number[]): number[] {
  const weeks = parsedOr<[week: number, count: number][]>(
    database.ask(
      `with v as (select array(select jsonb_array_elements_text(?::jsonb)::bigint) starts)
      select json_agg(json_build_array(week, count))::text from (
        select width_bucket(joined, (select starts from v)) week, count(*) count from sheet_referrals.clients
        where invited_by <> '' and joined >= (select starts[1] from v) group by 1
      ) found`,
      JSON.stringify(starts),
    ),
    [],
  );
  const counts = new Map(weeks);
  return starts.map((_, index) => counts.get(index + 1) ?? 0);
}

/** Whoever has brought most. */
interface TopInviters {
  /** All of them together. */
  referrals: number;
  inviters: { key: string; name: string; count: number }[];
}

/**
 * Whoever has brought most in some days.
 *
 * @param from the first of them, as `2026-12-31`; '' for open
 * @param to the last of them; '' for open
 */
export function topInvitersIn(
  database: Database,
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): TopInviters {
  const text = database.ask(
    `with v as (select
      extract(epoch from (nullif(j->>'from', '')::timestamp at time zone (j->>'timeZone'))) * 1000 since,
      extract(epoch from ((nullif(j->>'to', '')::timestamp + interval '1 day') at time zone (j->>'timeZone'))) * 1000 until
      from (select ?::jsonb j) asked),
    brought as (
      select invited_by key, count(*) count, max(inviter_name) name from sheet_referrals.clients, v
      where invited_by <> '' and (v.since is null or joined >= v.since) and (v.until is null or joined < v.until)
      group by invited_by
    )
    select json_build_object('referrals', (select coalesce(sum(count), 0) from brought), 'inviters', (
      select coalesce(json_agg(json_build_object('key', key, 'name', coalesce(c.name, most.name), 'count', count)
        order by count desc, key), '[]')
      from (select * from brought order by count desc, key limit ${NAMED}) most
      left join sheet_referrals.client_keys k using (key) left join sheet_referrals.clients c on c.id = k.client
    ))::text`,
    JSON.stringify({ from, to, timeZone }),
  );
  return parsedOr(text, { referrals: 0, inviters: [] });
}

/** How many notices wait for their inviters, and are to be tried again; how many people have written since. */
export function waitingIn(
  database: Database,
  since: number,
): { waits: number; late: number; today: number; written: boolean } {
  const text = database.ask(
    `select json_build_object('waits', count(*) filter (where waits_for is not null),
      'late', count(*) filter (where notice like 'not yet: %'),
      'today', count(*) filter (where last_message > ?::bigint),
      'written', coalesce(bool_or(ids <> ''), false))::text from sheet_referrals.clients`,
    String(since),
  );
  return parsedOr(text, { waits: 0, late: 0, today: 0, written: false });
}
