/**
 * The schema, as the steps that lead to it: each is done once, in its order, and never changed afterwards. What must never
 * break stands in constraints: one row for each number and id, one reward for each key, nobody their own inviter. No rule
 * of the program stands here.
 */
import { BY_INDEX, type Database } from './database';
import { FOLDING } from './folding-schema';
import { MOVING } from './moving-schema';
import { WINDOW_STEP } from './window';

const CLIENTS = `
create table sheet_referrals.clients (
  id bigint generated always as identity primary key,
  version int not null default 1,
  changed bigint not null default nextval('sheet_referrals.changes'),
  phone text not null default '',
  name text not null default '',
  invited_by text not null default '',
  inviter_name text not null default '',
  joined bigint,
  last_message bigint,
  notice text not null default '',
  note text not null default '',
  code text not null default '',
  ids text not null default '',
  stopped bigint,
  counts text not null default '',
  checked text not null default '',
  own jsonb not null default '{}',
  waits_for text generated always as (substring(notice from '^waits for (\\S+) to ')) stored,
  notice_ref text generated always as (substring(notice from ' #([0-9a-z]+\\.[nr][0-9]+)$')) stored,
  notice_token text generated always as (substring(notice from ' #([0-9a-z]+)\\.n[0-9]+$')) stored,
  constraint not_their_own_inviter check (
    invited_by = '' or (invited_by <> phone and not invited_by = any (string_to_array(ids, ' ')))
  )
);
create unique index on sheet_referrals.clients (code) where code <> '';
create index on sheet_referrals.clients (phone text_pattern_ops) where phone <> '';
create index on sheet_referrals.clients (reverse(phone) text_pattern_ops) where phone <> '';
create index on sheet_referrals.clients using gin (to_tsvector('simple', name));
create index on sheet_referrals.clients (invited_by) where invited_by <> '';
create index on sheet_referrals.clients (waits_for) where waits_for is not null;
create index on sheet_referrals.clients (notice_ref) where notice_ref is not null;
create index on sheet_referrals.clients (notice_token) where notice_token is not null;
create index on sheet_referrals.clients (counts) where counts <> '' and counts !~ '^(yes: |no: |not yet$)';
create index on sheet_referrals.clients (changed);
create table sheet_referrals.client_keys (
  key text primary key,
  client bigint not null references sheet_referrals.clients on delete cascade
);
create index on sheet_referrals.client_keys (client)`;

const REWARDS = `
create table sheet_referrals.rewards (
  id bigint generated always as identity primary key,
  version int not null default 1,
  changed bigint not null default nextval('sheet_referrals.changes'),
  key text not null default '',
  who text not null default '',
  name text not null default '',
  for_whom text not null default '',
  side text not null default '',
  reward text not null default '',
  state text not null default '',
  why text not null default '',
  since bigint,
  ready_on bigint,
  given_on bigint,
  coupon text not null default '',
  told text not null default '',
  known text not null default '',
  remark text not null default '',
  own jsonb not null default '{}',
  waits_for text generated always as (substring(told from '^waits for (\\S+) to ')) stored,
  told_ref text generated always as (substring(told from ' #([0-9a-z]+\\.[nr][0-9]+)$')) stored
);
create unique index on sheet_referrals.rewards (key) where key <> '';
create unique index on sheet_referrals.rewards (coupon) where coupon <> '';
create index on sheet_referrals.rewards (who);
create index on sheet_referrals.rewards (waits_for) where waits_for is not null;
create index on sheet_referrals.rewards (told_ref) where told_ref is not null;
create index on sheet_referrals.rewards (known) where known in ('waiting', 'ready', 'flagged');
create index on sheet_referrals.rewards (id) where known <> '' and lower(trim(state)) <> known;
create index on sheet_referrals.rewards (id) where lower(trim(state)) in ('ready', 'flagged');
create index on sheet_referrals.rewards (changed)`;

/** Answers a statement, whose `$1` is what it is asked, by indexes alone. */
const ASK = `
create function sheet_referrals.ask(statement text, asked jsonb) returns text language plpgsql ${BY_INDEX} as $$
declare
  answer text;
begin
  execute statement into answer using asked;
  return answer;
end $$`;

/**
 * Writes clients, all or nothing. First it looks whether what was decided still stands on what is there: the rows that were
 * read (`seen`: their ids and versions), and that certain people have invited nobody (`childless`).
 */
const SAVE_CLIENTS = `
create function sheet_referrals.save_clients(work jsonb) returns void language plpgsql ${BY_INDEX} as $$
declare
  one jsonb;
  added bigint;
  seen bigint[] := array(select (pair->>0)::bigint from jsonb_array_elements(work->'seen') pair);
begin
  if work->'changed' = '[]' then
    perform 1 from sheet_referrals.clients where id = any (seen) order by id for share;
  else
    perform 1 from sheet_referrals.clients where id = any (seen) order by id for no key update;
  end if;
  if exists (
    select 1 from jsonb_array_elements(work->'seen') pair
    left join sheet_referrals.clients c on c.id = (pair->>0)::bigint
    where c.version is distinct from (pair->>1)::int
  ) or exists (
    select 1 from sheet_referrals.clients
    where invited_by <> '' and invited_by = any (array(select jsonb_array_elements_text(work->'childless')))
  ) then
    raise exception 'conflict';
  end if;
  for one in select jsonb_array_elements(work->'renamed') loop
    update sheet_referrals.clients
      set invited_by = one->>1, version = version + 1, changed = nextval('sheet_referrals.changes')
      where invited_by <> '' and invited_by = one->>0;
    update sheet_referrals.clients
      set notice = 'waits for ' || (one->>1) || substr(notice, 11 + length(one->>0)),
        version = version + 1, changed = nextval('sheet_referrals.changes')
      where waits_for = one->>0;
  end loop;
  for one in select jsonb_array_elements(work->'told') loop
    update sheet_referrals.clients
      set notice = one->>'notice', version = version + 1, changed = nextval('sheet_referrals.changes')
      where id <= (one->>'upTo')::bigint and (
        notice_ref = one->>'ref'
        or waits_for = any (array(select jsonb_array_elements_text(one->'waitingFor')))
      );
  end loop;
  for one in select jsonb_array_elements((work->'changed') || (work->'heard')) loop
    update sheet_referrals.clients c set
      (phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts, checked, own)
      = (select r.phone, r.name, r.invited_by, r.inviter_name, r.joined, r.last_message, r.notice, r.note, r.code, r.ids,
          r.stopped, r.counts, r.checked, r.own from jsonb_populate_record(c, one->'set') r),
      version = version + (one->>'step')::int,
      changed = nextval('sheet_referrals.changes')
      where id = (one->>'id')::bigint;
    if one ? 'keys' then
      delete from sheet_referrals.client_keys
        where client = (one->>'id')::bigint
        and key <> all (array(select jsonb_array_elements_text(one->'keys')));
      insert into sheet_referrals.client_keys
        select jsonb_array_elements_text(one->'keys'), (one->>'id')::bigint on conflict do nothing;
    end if;
  end loop;
  for one in select jsonb_array_elements(work->'added') loop
    insert into sheet_referrals.clients
      (phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts, checked, own)
      select phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts, checked,
        coalesce(own, '{}')
      from jsonb_populate_record(null::sheet_referrals.clients, one->'set') returning id into added;
    insert into sheet_referrals.client_keys select jsonb_array_elements_text(one->'keys'), added;
  end loop;
end $$`;

/** Writes rewards, all or nothing; one whose row was changed meanwhile is a conflict. */
const SAVE_REWARDS = `
create function sheet_referrals.save_rewards(work jsonb) returns void language plpgsql ${BY_INDEX} as $$
declare
  one jsonb;
begin
  for one in select jsonb_array_elements(work->'changed') loop
    update sheet_referrals.rewards c set
      (key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known, remark, own)
      = (select r.key, r.who, r.name, r.for_whom, r.side, r.reward, r.state, r.why, r.since, r.ready_on, r.given_on,
          r.coupon, r.told, r.known, r.remark, r.own from jsonb_populate_record(c, one->'set') r),
      version = version + 1,
      changed = nextval('sheet_referrals.changes')
      where id = (one->>'id')::bigint and version = (one->>'version')::int;
    if not found then
      raise exception 'conflict';
    end if;
  end loop;
  insert into sheet_referrals.rewards
    (key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known, remark, own)
    select key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known,
      coalesce(remark, ''), coalesce(own, '{}')
    from jsonb_populate_recordset(null::sheet_referrals.rewards, work->'added');
end $$`;

/** A step and its statements. */
const MIGRATIONS: readonly (readonly string[])[] = [
  ['create sequence sheet_referrals.changes', CLIENTS, REWARDS, ASK, SAVE_CLIENTS, SAVE_REWARDS],
  MOVING,
  WINDOW_STEP,
  FOLDING,
];

/** The form of the schema that this program works with. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** How far the schema is; 0 where there is none. */
export function schemaVersion(database: Database): number {
  const isThere = database.ask("select to_regclass('sheet_referrals.shop')::text");
  if (!isThere) return 0;
  return Number(database.ask("select value from sheet_referrals.shop where name = 'version'"));
}

/**
 * Brings the schema to this program's form.
 *
 * @throws Error when the database's schema is of a later version of the program
 */
export function migrate(database: Database): void {
  const version = schemaVersion(database);
  if (version > SCHEMA_VERSION) {
    throw new Error(
      'This database was made by a newer version of the program. Install that version here first.',
    );
  }
  if (!version) {
    database.run('create schema if not exists sheet_referrals');
    database.run(
      'create table if not exists sheet_referrals.shop (name text primary key, value text not null)',
    );
  }
  MIGRATIONS.slice(version).forEach((steps, index) => {
    // One block is one statement: a step is done as a whole, or not at all.
    const done = `insert into sheet_referrals.shop values ('version', '${version + index + 1}')
      on conflict (name) do update set value = excluded.value`;
    database.run(`do $step$ begin\n${[...steps, done].join(';\n')};\nend $step$`);
  });
}
