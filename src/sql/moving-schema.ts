/**
 * What moving a whole sheet into the tables needs: a place where rows arrive, in any order and as often as they like. As
 * long as nobody uses the tables (`filling` stands in `shop`) they are filled along, so that little is left to do while
 * messages wait. Rows that the owner has typed go over as they are, also those that the program would never have written:
 * the constraints leave them out.
 */
import { BY_INDEX } from './database';

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
);
create table sheet_referrals.arriving_doubled (sign text primary key)`;

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

/** The tables are filled along from now on, from the beginning. Whoever calls it knows that nobody uses them. */
const FILLING = `
create function sheet_referrals.begin_filling() returns void language plpgsql as $$
begin
  truncate sheet_referrals.clients, sheet_referrals.client_keys, sheet_referrals.rewards,
    sheet_referrals.arriving_clients, sheet_referrals.arriving_rewards, sheet_referrals.arriving_doubled;
  insert into sheet_referrals.shop values ('filling', 'yes') on conflict do nothing;
end $$;
create function sheet_referrals.is_filling() returns boolean language plpgsql as $$
begin
  perform 1 from sheet_referrals.shop where name = 'filling' for share;
  return found;
end $$`;

/** Rows of some places as they have arrived, into the tables. A number, an id, a key or a coupon that is there already is noted. */
const FILL = `
create function sheet_referrals.fill_clients(first bigint, last bigint) returns void language plpgsql ${BY_INDEX} as $$
begin
  delete from sheet_referrals.clients where id between first and last;
  insert into sheet_referrals.clients
    (id, phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts, checked,
      own, odd)
    overriding system value
    select place, phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts,
      checked, own,
      invited_by <> '' and (invited_by = phone or invited_by = any (string_to_array(ids, ' ')))
    from sheet_referrals.arriving_clients where place between first and last order by place;
  with given as (
    select key, place from sheet_referrals.arriving_clients, jsonb_array_elements_text(keys) key
    where place between first and last order by place
  ), added as (
    insert into sheet_referrals.client_keys select key, place from given on conflict do nothing returning key, client
  )
  insert into sheet_referrals.arriving_doubled
    select distinct key from given where not exists (select 1 from added where added.key = given.key and client = place)
    on conflict do nothing;
end $$;
create function sheet_referrals.fill_rewards(first bigint, last bigint) returns void language plpgsql ${BY_INDEX} as $$
begin
  delete from sheet_referrals.rewards where id between first and last;
  with given as (
    select a.*,
      key <> '' and (row_number() over (partition by key order by place) > 1
        or exists (select 1 from sheet_referrals.rewards r where r.key = a.key and r.key <> '' and not r.odd)) odd_key,
      coupon <> '' and (row_number() over (partition by coupon order by place) > 1
        or exists (select 1 from sheet_referrals.rewards r where r.coupon = a.coupon and r.coupon <> '' and not r.odd))
        odd_coupon
    from sheet_referrals.arriving_rewards a where place between first and last
  ), added as (
    insert into sheet_referrals.rewards
      (id, key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known, remark, own,
        odd)
      overriding system value
      select place, key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known,
        remark, own, odd_key or odd_coupon
      from given order by place
  )
  insert into sheet_referrals.arriving_doubled
    select 'key ' || key from given where odd_key union select 'coupon ' || coupon from given where odd_coupon
    on conflict do nothing;
end $$`;

const ARRIVE = `
create function sheet_referrals.arrive_clients(work jsonb) returns void language plpgsql as $$
declare
  first bigint := work->>'from';
  last bigint := work->>'to';
begin
  delete from sheet_referrals.arriving_clients where place between first and last;
  insert into sheet_referrals.arriving_clients
    select * from jsonb_populate_recordset(null::sheet_referrals.arriving_clients, work->'rows');
  if sheet_referrals.is_filling() then
    perform sheet_referrals.fill_clients(first, last);
  end if;
end $$;
create function sheet_referrals.arrive_rewards(work jsonb) returns void language plpgsql as $$
declare
  first bigint := work->>'from';
  last bigint := work->>'to';
begin
  delete from sheet_referrals.arriving_rewards where place between first and last;
  insert into sheet_referrals.arriving_rewards
    select * from jsonb_populate_recordset(null::sheet_referrals.arriving_rewards, work->'rows');
  if sheet_referrals.is_filling() then
    perform sheet_referrals.fill_rewards(first, last);
  end if;
end $$;
create function sheet_referrals.end_arriving(clients bigint, rewards bigint) returns void language plpgsql as $$
begin
  delete from sheet_referrals.arriving_clients where place > clients;
  delete from sheet_referrals.arriving_rewards where place > rewards;
  if sheet_referrals.is_filling() then
    delete from sheet_referrals.clients where id > end_arriving.clients;
    delete from sheet_referrals.rewards where id > end_arriving.rewards;
  end if;
end $$`;

const RANKED = `
    select id, (key <> '' and row_number() over (partition by key order by id) > 1)
      or (coupon <> '' and row_number() over (partition by coupon order by id) > 1) odd
    from sheet_referrals.rewards`;

/** Of a number, an id, a key or a coupon that is there twice the first row has it, as the sheet's search finds the first. */
const FIRST_HAS_IT = `
create function sheet_referrals.settle_doubled() returns void language plpgsql as $$
begin
  if not exists (select 1 from sheet_referrals.arriving_doubled) then
    return;
  end if;
  insert into sheet_referrals.client_keys
    select key, min(place) from sheet_referrals.arriving_clients, jsonb_array_elements_text(keys) key
    where key in (select sign from sheet_referrals.arriving_doubled) group by key
    on conflict (key) do update set client = excluded.client;
  update sheet_referrals.rewards r set odd = true from (${RANKED}) ranked
    where ranked.id = r.id and ranked.odd and not r.odd;
  update sheet_referrals.rewards r set odd = false from (${RANKED}) ranked
    where ranked.id = r.id and not ranked.odd and r.odd;
end $$`;

/** Has the tables as everything has arrived; nobody fills them any more. */
const TAKE_OVER = `
create function sheet_referrals.take_over() returns void language plpgsql as $$
begin
  delete from sheet_referrals.shop where name = 'filling';
  if not found then
    truncate sheet_referrals.clients, sheet_referrals.client_keys, sheet_referrals.rewards;
    perform sheet_referrals.fill_clients(1, (select max(place) from sheet_referrals.arriving_clients));
    perform sheet_referrals.fill_rewards(1, (select max(place) from sheet_referrals.arriving_rewards));
  end if;
  perform sheet_referrals.settle_doubled();
  truncate sheet_referrals.arriving_doubled;
  insert into sheet_referrals.shop values ('adopting.clients', 'begun'), ('adopting.rewards', 'begun')
    on conflict (name) do update set value = excluded.value;
  perform setval(pg_get_serial_sequence('sheet_referrals.clients', 'id'),
    coalesce((select max(id) from sheet_referrals.clients), 0) + 1, false);
  perform setval(pg_get_serial_sequence('sheet_referrals.rewards', 'id'),
    coalesce((select max(id) from sheet_referrals.rewards), 0) + 1, false);
end $$`;

/** The step of the schema. */
export const MOVING: readonly string[] = [
  ARRIVING,
  ODD,
  FILLING,
  FILL,
  ARRIVE,
  FIRST_HAS_IT,
  TAKE_OVER,
];
