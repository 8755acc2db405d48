/** Puts a shop of the stand-in onto its database, past the owner's page: for tests and for the benchmark. */

import type { Database } from '../src/sql/database';
import { migrate } from '../src/sql/schema';
import type { LocalAppsScript } from './apps-script';

/** Moves a business that has nobody yet onto the stand-in's database. */
export function connectDatabase(script: LocalAppsScript): void {
  const { options } = script.database;
  const [[user, { password }] = ['', { password: '' }]] = Object.entries(options.users);
  const door = doorTo(script);
  migrate(door);
  door.run(givenTo(user));
  const url = `jdbc:postgresql://${options.address}?ssl=true`;
  script.properties.script.set('database', JSON.stringify({ url, user, password }));
}

/** Gives everything that the superuser has made to the user of the program. */
export function givenTo(user: string): string {
  return `do $$ declare name text; begin
    alter schema sheet_referrals owner to ${user};
    for name in select relname from pg_class where relnamespace = 'sheet_referrals'::regnamespace and relkind = 'r' loop
      execute format('alter table sheet_referrals.%I owner to ${user}', name);
    end loop;
    alter sequence sheet_referrals.changes owner to ${user};
    for name in select oid::regprocedure::text from pg_proc where pronamespace = 'sheet_referrals'::regnamespace loop
      execute format('alter function %s owner to ${user}', name);
    end loop;
  end $$`;
}

/** The database as the program's own code uses it, past Jdbc. */
export function doorTo({ database }: LocalAppsScript): Database {
  const numbered = (sql: string) => {
    let n = 0;
    return sql.replaceAll('?', () => `$${++n}`);
  };
  return {
    ask: (sql, ...values) =>
      Object.values(database.query(values.length ? numbered(sql) : sql, values)[0] ?? {})[0] ?? '',
    run: (sql, ...values) => void database.query(values.length ? numbered(sql) : sql, values),
  };
}

/** How many people are in it. */
export function peopleIn({ database }: LocalAppsScript): number {
  const [row] = database.query('select count(*) from sheet_referrals.clients');
  return Number(row?.count);
}
