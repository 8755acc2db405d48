/** Looks at a database: what the account may do there, and what of ours is there already. */
import type { Database } from '../../sql/database';
import { parsedOr } from '../../sql/database';
import { SCHEMA_VERSION, schemaVersion } from '../../sql/schema';
import type { DatabaseFound } from '../wire-database';

/** Columns that are computed and stored came with it. */
const OLDEST_SERVER = 12;

/** In the table `shop`: the spreadsheet whose clients stand there, and its name. */
const SPREADSHEET = 'spreadsheet';
const TITLE = 'title';

/** What has to be possible, done and taken away again, in one statement. */
const TRIAL = `do $trial$ begin
create schema sheet_referrals_trial;
create table sheet_referrals_trial.one (id int primary key);
create function sheet_referrals_trial.two() returns void language plpgsql as $$ begin return; end $$;
drop schema sheet_referrals_trial cascade;
end $trial$`;

/**
 * @param id of this spreadsheet
 * @throws {DatabaseDown} when it cannot be reached
 */
export function lookAt(database: Database, id: string): DatabaseFound {
  const { server, encoding } = parsedOr(
    database.ask(
      "select json_build_object('server', current_setting('server_version'), 'encoding', current_setting('server_encoding'))::text",
    ),
    { server: '', encoding: '' },
  );
  const found: DatabaseFound = {
    server: server.split(' ')[0] ?? '',
    tooOld: Number.parseInt(server, 10) < OLDEST_SERVER,
    unicode: encoding === 'UTF8',
    hindrance: '',
    schema: 0,
    newest: SCHEMA_VERSION,
    whose: 'nobody',
    title: '',
    people: 0,
    rewards: 0,
  };
  try {
    found.schema = schemaVersion(database);
    if (found.schema) Object.assign(found, whatIsThere(database, id));
    else database.run(TRIAL);
  } catch (error) {
    if (isDown(error)) throw error;
    found.hindrance = saidBy(error);
  }
  return found;
}

function whatIsThere(database: Database, id: string) {
  const { spreadsheet, title, people, rewards } = parsedOr(
    database.ask(
      `select json_build_object(
        'spreadsheet', (select value from sheet_referrals.shop where name = '${SPREADSHEET}'),
        'title', (select value from sheet_referrals.shop where name = '${TITLE}'),
        'people', (select count(*) from sheet_referrals.clients),
        'rewards', (select count(*) from sheet_referrals.rewards))::text`,
    ),
    { spreadsheet: null as string | null, title: '' as string | null, people: 0, rewards: 0 },
  );
  const whose = spreadsheet === null ? 'nobody' : spreadsheet === id ? 'ours' : 'another';
  return { whose, title: title ?? '', people, rewards } as const;
}

/** Writes into the database whose it is. What another spreadsheet has written there stays. */
export function sign(database: Database, id: string, title: string): void {
  database.run(
    `insert into sheet_referrals.shop values ('${SPREADSHEET}', ?), ('${TITLE}', ?) on conflict do nothing`,
    id,
    title,
  );
}

function isDown(error: unknown): boolean {
  return (error as { cause?: { code?: string } }).cause?.code === 'databaseDown';
}

/** What PostgreSQL says, in its first line. */
function saidBy(error: unknown): string {
  return (
    String((error as Error).message)
      .replace(/^ERROR: /, '')
      .split('\n')[0] ?? ''
  );
}
