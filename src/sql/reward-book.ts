/** The table of rewards as the owner looks at it: rows one after the other, what waits for them, and forgetting. */
import type { Row, ShownRows, Traces } from '../program/base';
import type { RewardBook, Waiting } from '../program/rewards/book';
import { NO_COUPON } from '../program/rewards/changes';
import type { Reward } from '../program/rewards/model';
import { parsedOr } from './database';
import { postgresPattern } from './pattern';
import { IS_COUPON, SqlRewards } from './rewards';
import { REWARDS_SHOWN, shownIn } from './shown';

/** As the index has it. */
const OPEN = "lower(trim(state)) in ('ready', 'flagged')";

const READY = "lower(trim(state)) = 'ready'";

const NOTHING: Waiting = { toGive: 0, oldest: null, flagged: 0, lackCoupon: 0 };

export class SqlRewardBook extends SqlRewards implements RewardBook {
  lastRow(): Row {
    const last = this.database.ask(
      'select coalesce(max(id), 0)::text from sheet_referrals.rewards',
    );
    return Number(last) + 1;
  }

  readFrom(row: Row, count: number): Reward[] {
    const [from, to] = [row - 1, row - 1 + count].map(String) as [string, string];
    return this.select('id >= ?::bigint and id < ?::bigint order by id', from, to);
  }

  findOpen(most: number): { rewards: Reward[]; all: number } {
    const rewards = this.select(`${OPEN} order by id desc limit ?::int`, String(most)).reverse();
    if (rewards.length < most) return { rewards, all: rewards.length };
    const all = this.database.ask(
      `select count(*)::text from sheet_referrals.rewards where ${OPEN}`,
    );
    return { rewards, all: Number(all) };
  }

  waiting(): Waiting {
    const text = this.database.ask(
      `select json_build_object(
        'toGive', count(*) filter (where ${READY} and not ${IS_COUPON}),
        'oldest', min(ready_on) filter (where ${READY} and not ${IS_COUPON}),
        'flagged', count(*) filter (where not ${READY}),
        'lackCoupon', count(*) filter (where ${READY} and ${IS_COUPON} and position(?::text in why) > 0)
      )::text from sheet_referrals.rewards where ${OPEN}`,
      NO_COUPON,
    );
    return parsedOr(text, NOTHING);
  }

  asShown(pattern: string, timeZone: string): ShownRows {
    const where = 'who ~* ?';
    return shownIn(this.database, REWARDS_SHOWN, timeZone, where, postgresPattern(pattern));
  }

  naming(pattern: string, names: string[]): Reward[] {
    const traces = JSON.stringify({ pattern: postgresPattern(pattern), names });
    return this.select(
      `id in (
        select r.id from sheet_referrals.rewards r, (select ?::jsonb j) v
        where r.key ~* (j->>'pattern') or r.who ~* (j->>'pattern') or r.for_whom ~* (j->>'pattern')
          or r.for_whom = any (array(select jsonb_array_elements_text(j->'names')))
      ) order by id`,
      traces,
    );
  }

  takeOut({ pattern, by }: Pick<Traces, 'pattern' | 'by'>): void {
    const text = this.database.ask(
      `with done as (
        update sheet_referrals.rewards r set
          why = regexp_replace(r.why, v.p, v.by, 'gi'),
          version = r.version + 1, changed = nextval('sheet_referrals.changes')
        from (select ?::text p, ?::text by) v where r.why ~* v.p
        returning r.id, r.version
      )
      select json_agg(json_build_array(id, version))::text from done`,
      postgresPattern(pattern),
      by,
    );
    for (const [id, version] of parsedOr<[number, number][]>(text, [])) {
      const reward = this.rows.get(id + 1);
      const place = reward && this.places.get(reward);
      if (place) place.version = version;
    }
  }
}
