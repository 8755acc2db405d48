/**
 * What moving a whole sheet into the tables needs: a place where rows arrive, in any order and as often as they like, and
 * one step that makes the tables out of what has arrived. Rows that the owner has typed go over as they are, also those
 * that the program would never have written: the constraints leave them out.
 */

const ARRIVING = `
create table sheet_referrals.arriving_clients (
  place bigint primary key,
  phone text, name text, invited_by text, inviter_name text, joined bigint, last_message bigint, notice text, note text,
  code text, ids text, stopped bigint, counts text, checked text, own jsonb,
  keys jsonb
);
create table sheet_referrals.arriving_rewards (
  place bigint primary key,
  key text, who text, name text, for_whom text, side text, reward text, state text, why text, since bigint,
  ready_on bigint, given_on bigint, coupon text, told text, known text, remark text, own jsonb
)`;

const ODD = `
alter table sheet_referrals.clients add odd boolean not null default false;
alter table sheet_referrals.clients drop constraint not_their_own_inviter;
alter table sheet_referrals.clients add constraint not_their_own_inviter check (
  odd or invited_by = '' or (invited_by <> phone and not invited_by = any (string_to_array(ids, ' ')))
);
drop index sheet_referrals.clients_code_idx;
create index on sheet_referrals.clients (code) where code <> '';
alter table sheet_referrals.rewards add odd boolean not null default false;
drop index sheet_referrals.rewards_key_idx;
drop index sheet_referrals.rewards_coupon_idx;
create index on sheet_referrals.rewards (key);
create unique index on sheet_referrals.rewards (key) where key <> '' and not odd;
create unique index on sheet_referrals.rewards (coupon) where coupon <> '' and not odd`;

const ARRIVE = `
create function sheet_referrals.arrive_clients(work jsonb) returns void language plpgsql as $$
begin
  delete from sheet_referrals.arriving_clients
    where place between (work->>'from')::bigint and (work->>'to')::bigint;
  insert into sheet_referrals.arriving_clients
    select * from jsonb_populate_recordset(null::sheet_referrals.arriving_clients, work->'rows');
end $$;
create function sheet_referrals.arrive_rewards(work jsonb) returns void language plpgsql as $$
begin
  delete from sheet_referrals.arriving_rewards
    where place between (work->>'from')::bigint and (work->>'to')::bigint;
  insert into sheet_referrals.arriving_rewards
    select * from jsonb_populate_recordset(null::sheet_referrals.arriving_rewards, work->'rows');
end $$`;

/** Of a number, an id, a key or a coupon that is there twice the first row has it, as the sheet's search finds the first. */
const TAKE_OVER = `
create function sheet_referrals.take_over() returns void language plpgsql as $$
begin
  truncate sheet_referrals.clients, sheet_referrals.client_keys, sheet_referrals.rewards;
  insert into sheet_referrals.clients
    (id, phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts, checked,
      own, odd)
    overriding system value
    select place, phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts,
      checked, own,
      invited_by <> '' and (invited_by = phone or invited_by = any (string_to_array(ids, ' ')))
    from sheet_referrals.arriving_clients order by place;
  insert into sheet_referrals.client_keys
    select distinct on (key) key, place
    from sheet_referrals.arriving_clients, jsonb_array_elements_text(keys) key order by key, place;
  insert into sheet_referrals.rewards
    (id, key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known, remark, own,
      odd)
    overriding system value
    select place, key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known,
      remark, own,
      (key <> '' and row_number() over (partition by key order by place) > 1)
        or (coupon <> '' and row_number() over (partition by coupon order by place) > 1)
    from sheet_referrals.arriving_rewards order by place;
  perform setval(pg_get_serial_sequence('sheet_referrals.clients', 'id'),
    coalesce((select max(id) from sheet_referrals.clients), 0) + 1, false);
  perform setval(pg_get_serial_sequence('sheet_referrals.rewards', 'id'),
    coalesce((select max(id) from sheet_referrals.rewards), 0) + 1, false);
end $$`;

/** The step of the schema. */
export const MOVING: readonly string[] = [ARRIVING, ODD, ARRIVE, TAKE_OVER];
