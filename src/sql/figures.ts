/** What is counted over everybody, each time by one statement: for the leaderboard, the week, the sources, and who waits. */
import { SOURCE_CODE } from '../program/codes';
import type { Brought } from '../program/top';
import { type Database, parsedOr } from './database';

/** Those of an inviter named `by`. */
export const THEIRS = "from sheet_referrals.clients where invited_by = by and invited_by <> ''";

/** The name that the first of an inviter's friends has for them; asked of few. */
const INVITER_NAME = `coalesce((select inviter_name ${THEIRS} and inviter_name <> '' order by id limit 1), '') as "inviterName"`;

/** The best inviters since a moment; sources are none. The best first, of two the one who was there earlier. */
export function bestSince(since: number, most: number, database: Database): Brought[] {
  const text = database.ask(
    `with best as (
      select invited_by as by, count(*) as count, max(joined) as last from sheet_referrals.clients
      where joined >= ?::bigint and invited_by <> ''
      group by invited_by having invited_by !~ ? order by count desc, last limit ?::int
    )
    select json_agg(one)::text from (select by, count, last, ${INVITER_NAME} from best order by count desc, last) one`,
    String(since),
    SOURCE_CODE,
    String(most),
  );
  return parsedOr<Brought[]>(text, []);
}

/** How many came by each of these sources. */
export function countedBy(codes: string[], database: Database): Map<string, number> {
  const text = database.ask(
    `select json_object_agg(invited_by, count)::text from (
      select invited_by, count(*) from sheet_referrals.clients
      where invited_by = any (array(select jsonb_array_elements_text(?::jsonb))) and invited_by <> ''
      group by invited_by) one`,
    JSON.stringify(codes),
  );
  return new Map(Object.entries(parsedOr<Record<string, number>>(text, {})));
}

/** What came since a moment. */
interface Came {
  clients: number;
  referrals: number;
  /** The best first. */
  best: { by: string; inviterName: string; count: number }[];
  /** Rewards that are ready, whenever they arose. */
  ready: number;
}

/** @param most so many inviters are named */
export function cameSince(since: number, most: number, database: Database): Came {
  const text = database.ask(
    `with came as (select id, invited_by from sheet_referrals.clients where joined > ?::bigint),
    best as (
      select invited_by as by, count(*) as count, min(id) as first from came where invited_by <> ''
      group by invited_by order by count desc, first limit ?::int
    )
    select json_build_object(
      'clients', (select count(*) from came),
      'referrals', (select count(*) from came where invited_by <> ''),
      'best', (select coalesce(json_agg(one), '[]') from (
        select by, count, ${INVITER_NAME} from best order by count desc, first) one),
      'ready', (select count(*) from sheet_referrals.rewards where known = 'ready' and state = 'ready')
    )::text`,
    String(since),
    String(most),
  );
  return JSON.parse(text) as Came;
}

/** Whom something waits for, once for each notice and each reward. */
export function awaitedIn(database: Database): { notices: string[]; rewards: string[] } {
  const text = database.ask(
    `select json_build_object(
      'notices', (select coalesce(json_agg(waits_for), '[]') from sheet_referrals.clients where waits_for is not null),
      'rewards', (select coalesce(json_agg(waits_for), '[]') from sheet_referrals.rewards where waits_for is not null)
    )::text`,
  );
  return JSON.parse(text) as { notices: string[]; rewards: string[] };
}
