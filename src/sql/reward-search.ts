/** What the owner searches for in a ledger that no page can hold: one statement, which looks at every reward. */
import type { Row } from '../program/base';
import type { Reward } from '../program/rewards/model';
import { plainText } from '../program/text';
import { type Database, parsedOr } from './database';
import { type Cells, GIVEN } from './rewards';

/** So many of those that are found come along, the newest. */
const MOST = 500;

/** What the owner wants to see. */
interface RewardsWanted {
  typed: string;
  /** '' for every state. */
  state: string;
  /** Days as `2026-12-31`; '' for open. */
  from: string;
  to: string;
  timeZone: string;
}

interface Found {
  /** How many there are. */
  all: number;
  rewards: { reward: Reward; row: Row }[];
}

const SEARCH = `
with v as (select j->>'state' state, array(select jsonb_array_elements_text(j->'words')) words, j->>'digits' digits,
  extract(epoch from (nullif(j->>'from', '')::timestamp at time zone (j->>'timeZone'))) * 1000 since,
  extract(epoch from ((nullif(j->>'to', '')::timestamp + interval '1 day') at time zone (j->>'timeZone'))) * 1000 until
  from (select ?::jsonb j) asked),
dated as (
  select id, key, who, name, reward, searched, lower(trim(state)) is_now,
    case when lower(trim(state)) = 'given' then coalesce(given_on, since) else since end moment
  from sheet_referrals.rewards
),
found as (
  select id, moment from dated, v
  where (v.state = '' or is_now = v.state)
    and (v.since is null or moment >= v.since) and (v.until is null or moment < v.until)
    and (searched like all (v.words) or searched like v.digits)
    and not (key = '' and who = '' and name = '' and reward = '')
)
select json_build_object('all', (select count(*) from found), 'rewards', (
  select coalesce(json_agg(one order by moment desc nulls last, id desc), '[]') from (
    select ${GIVEN} one, newest.moment, id from (select id, moment from found order by moment desc nulls last, id desc limit ${MOST}) newest
    join sheet_referrals.rewards using (id)
  ) rows
))::text`;

/** Looks for rewards as the page does in a ledger that it holds: by parts of name, number, reward or coupon. */
export function findRewardsIn(database: Database, { typed, ...wanted }: RewardsWanted): Found {
  const words = plainText(typed).split(/\s+/).filter(Boolean).map(anywhere);
  const digits = /^[\d\s+().-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
  const asked = { ...wanted, words, digits: digits ? anywhere(digits) : null };
  const { all, rewards } = parsedOr<{ all: number; rewards: Cells[] }>(
    database.ask(SEARCH, JSON.stringify(asked)),
    { all: 0, rewards: [] },
  );
  return {
    all,
    rewards: rewards.map(({ id, version: _, ...reward }) => ({ reward, row: id + 1 })),
  };
}

/** A text anywhere in another one, for `like`. */
function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
