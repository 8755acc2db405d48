/** Takes an import back: its rows are deleted, but for those that have become more than a line of a list meanwhile. */
import type { Row } from '../program/base';
import { type Database, parsedOr } from './database';

/** Rows of one statement. */
const ROWS = 2000;

/** What became of some rows of an import. */
interface Deleted {
  deleted: number;
  kept: number;
  /** The rows from here on have been looked at. */
  above: Row;
  done: boolean;
}

/** Whoever writes in the same moment is looked at once more when their row is free: then they stay. */
const DELETE = `
with v as (select (j->>'below')::bigint below, j->>'tag' tag from (select ?::jsonb j) asked),
batch as (
  select c.id, c.phone from sheet_referrals.clients c, v
  where c.id < v.below and position(v.tag in c.note) > 0 and v.tag = any (regexp_split_to_array(c.note, '[\\s;]+'))
  order by c.id desc limit ${ROWS}
),
gone as (
  delete from sheet_referrals.clients c using batch
  where c.id = batch.id and c.last_message is null and c.stopped is null and c.counts = ''
    and not exists (
      select 1 from sheet_referrals.clients f, v where f.invited_by <> '' and f.invited_by = batch.phone
        and not v.tag = any (regexp_split_to_array(f.note, '[\\s;]+'))
    )
  returning c.id
)
select json_build_object('looked', (select count(*) from batch), 'deleted', (select count(*) from gone),
  'first', (select coalesce(min(id), 0) from batch))::text`;

/**
 * Deletes some of them, from the newest on.
 *
 * @param tag what their *Note* holds
 * @param above what stands from this row on has been looked at; 0 for the first call
 */
export function deleteImported(database: Database, tag: string, above: Row): Deleted {
  const below = above ? above - 1 : Number.MAX_SAFE_INTEGER;
  const { looked, deleted, first } = parsedOr(
    database.ask(DELETE, JSON.stringify({ tag, below })),
    { looked: 0, deleted: 0, first: 0 },
  );
  return { deleted, kept: looked - deleted, above: first + 1, done: looked < ROWS };
}
