/** What the tab Numbers shows, counted over everybody: one statement. */
import { SOURCE_CODE } from '../program/codes';
import { type Database, parsedOr } from './database';
import { THEIRS } from './figures';

/** What is counted. */
export interface Numbers {
  /** The newest change that is in it. */
  newest: number;
  clients: number;
  referrals: number;
  thisMonth: number;
  /** Notices that wait. */
  waiting: number;
  /** Referrals of each week, in the order of the moments. */
  weeks: number[];
  /** The best first. */
  best: { name: string; by: string; count: number; counted: number; given: number }[];
  sources: { name: string; count: number }[];
  /** Referrals that count for rewards. */
  counted: number;
  rewards: { ready: number; flagged: number; waiting: number };
}

/** What is asked. */
interface Asked {
  /** What was counted last, where that may still be right; then nothing is counted unless something has changed. */
  seen: number;
  /** When the month began, and each week; the last moment is the end of the last one. */
  month: number;
  weeks: number[];
  /** So many inviters and sources are named. */
  most: number;
}

/** Each table is gone through once, however much is counted: of few inviters more is asked by an index. */
function statementFor({ month, weeks, most }: Asked): string {
  const came = (from: number, to?: number) =>
    `count(*) filter (where invited_by <> '' and joined >= ${from}${to === undefined ? '' : ` and joined < ${to}`})`;
  const perWeek = weeks.slice(1).map((end, n) => came(weeks[n] ?? end, end));
  const named = (is: string) => `
  select * from (select by, count, (select max(inviter_name) ${THEIRS}) as name
    from inviters where by ${is} '${SOURCE_CODE}' order by count desc limit ${most}) one order by count desc, name`;
  return `with
totals as (
  select count(*) filter (where phone <> '' or ids <> '') as clients,
    count(*) filter (where invited_by <> '') as referrals,
    ${came(month)} as this_month,
    json_build_array(${perWeek.join(', ')}) as weeks,
    count(*) filter (where notice like 'waits for %' or notice like 'not yet: %') as waiting,
    count(*) filter (where invited_by <> '' and counts like 'yes:%') as counted
  from sheet_referrals.clients),
inviters as materialized (
  select invited_by as by, count(*) from sheet_referrals.clients where invited_by <> '' group by invited_by),
best as (${named('!~')}),
sources as (${named('~')})
select case when (select last_value from sheet_referrals.changes) <> ?::bigint then (
  select json_build_object(
    'newest', (select last_value from sheet_referrals.changes),
    'clients', clients, 'referrals', referrals, 'thisMonth', this_month,
    'waiting', waiting, 'weeks', weeks, 'counted', counted,
    'best', (select coalesce(json_agg(json_build_object('name', name, 'by', by, 'count', count,
      'counted', (select count(*) ${THEIRS} and counts like 'yes:%'),
      'given', (select count(*) from sheet_referrals.rewards where who = by and state = 'given'))), '[]') from best),
    'sources', (select coalesce(json_agg(json_build_object('name', name, 'count', count)), '[]') from sources),
    'rewards', (select json_build_object(
      'ready', count(*) filter (where state = 'ready'),
      'flagged', count(*) filter (where state = 'flagged'),
      'waiting', count(*) filter (where state = 'waiting')) from sheet_referrals.rewards where known in ('waiting', 'ready', 'flagged'))
  ) from totals)::text end`;
}

/** Counts; null where nothing has changed. */
export function numbersIn(asked: Asked, database: Database): Numbers | null {
  const text = database.ask(statementFor(asked), String(asked.seen));
  return parsedOr<Numbers | null>(text, null);
}
