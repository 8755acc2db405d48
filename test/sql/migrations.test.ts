/** Each step of the schema is taken from the one before, with people and rewards in the tables: nobody is lost. */
import { LocalAppsScript } from '../../local/apps-script';
import { doorTo } from '../../local/on-database';
import { SqlClients } from '../../src/sql/clients';
import type { Database } from '../../src/sql/database';
import { tallyOf } from '../../src/sql/moving';
import { migrate, SCHEMA_VERSION, schemaVersion } from '../../src/sql/schema';
import { DIST, NOON } from '../support/business';

// PostgreSQL takes its time to begin.
jest.setTimeout(90_000);

/** What a new database is asked to do: the schema, the table of the version, and each step. */
function statements(): string[] {
  const done: string[] = [];
  migrate({ ask: () => '', run: (sql) => void done.push(sql) });
  return done;
}

/** Runs the steps up to one of them, and fills the tables as the program of that time would have. */
function shopAt(version: number): Database {
  const database = doorTo(new LocalAppsScript({ folder: DIST, now: NOON }));
  for (const sql of statements().slice(0, 2 + version)) database.run(sql);
  database.run(`insert into sheet_referrals.clients (phone, name, invited_by, code, ids, own, joined)
    select '4477009000' || n, 'Person ' || n, case when n > 10 then '447700900010' else '' end, 'code' || n, 'id' || n,
      '{"City": "Zürich"}', 1780000000000 + n from generate_series(10, 40) n`);
  database.run(`insert into sheet_referrals.client_keys
    select phone, id from sheet_referrals.clients union select ids, id from sheet_referrals.clients`);
  database.run(`insert into sheet_referrals.rewards (key, who, reward, coupon, state, known)
    select 'friend:4477009000' || n, '4477009000' || n, 'coupon', 'C' || n, 'given', 'given' from generate_series(10, 20) n`);
  return database;
}

/** Everything in the columns that every version has. */
function contents(database: Database): string {
  return database.ask(`select json_build_array(
    (select json_agg(json_build_array(id, version, phone, name, invited_by, code, ids, own, joined) order by id)
      from sheet_referrals.clients),
    (select json_agg(json_build_array(key, client) order by key) from sheet_referrals.client_keys),
    (select json_agg(json_build_array(id, version, key, who, reward, coupon, state, known) order by id)
      from sheet_referrals.rewards))::text`);
}

/** Names of everything that there is in the schema, with what it is made of. */
function shape(database: Database): string[] {
  const text = database.ask(`select json_agg(one order by one)::text from (
    select table_name || '.' || column_name || ' ' || data_type one from information_schema.columns
      where table_schema = 'sheet_referrals'
    union select indexdef from pg_indexes where schemaname = 'sheet_referrals'
    union select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'sheet_referrals'::regnamespace
    union select pg_get_functiondef(oid) from pg_proc where pronamespace = 'sheet_referrals'::regnamespace) all_of_it`);
  return JSON.parse(text);
}

const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);

test.each(versions)('from version %i, with people and rewards', (version) => {
  const database = shopAt(version);
  expect(schemaVersion(database)).toBe(version);
  const before = contents(database);
  for (const sql of statements().slice(2 + version, 3 + version)) database.run(sql);
  expect(schemaVersion(database)).toBe(Math.min(version + 1, SCHEMA_VERSION));
  expect(contents(database)).toBe(before);
  migrate(database);
  expect(schemaVersion(database)).toBe(SCHEMA_VERSION);
  expect(contents(database)).toBe(before);
  expect(tallyOf(database)).toEqual({ people: 31, referrals: 30, rewards: 11 });
  const book = new SqlClients(database);
  const { people } = book.find([{ key: '447700900012' }]);
  const [client] = book.readMany(people);
  expect(client).toMatchObject({ name: 'Person 12', ids: ['id12'] });
  if (client) book.change(client, { note: 'written' });
  book.save();
  expect(database.ask("select note from sheet_referrals.clients where code = 'code12'")).toBe(
    'written',
  );
  const fresh = doorTo(new LocalAppsScript({ folder: DIST, now: NOON }));
  migrate(fresh);
  expect(shape(database)).toEqual(shape(fresh));
});
