/** Scripts with a connection to the local database, for tests of Jdbc. */
import type { LocalAppsScript, LocalAppsScriptOptions } from '../../local/apps-script';
import { finished, scriptOf } from './script-of';

export const ADDRESS = 'jdbc:postgresql://db.example.com:5432/shop';
export const CONNECT = `Jdbc.getConnection('${ADDRESS}', 'shop', 'local-password')`;
export const CANNOT_CONNECT =
  'Failed to establish a database connection. Check connection string, username and password.';
const PEOPLE = 'create table people (id int primary key, name text)';

/** A script whose function `go` has this body, with an open `connection` and a function that reads one value. */
export function connected(
  body: string,
  options: Partial<LocalAppsScriptOptions> = {},
): LocalAppsScript {
  return scriptOf(
    `function go(first) {
      const connection = ${CONNECT};
      const read = (sql, how) => { const rows = connection.createStatement().executeQuery(sql); rows.next(); return rows[how || 'getString'](1); };
      ${body}
    }`,
    options,
  );
}

/** What the body returns. Fails when it throws. */
export function given(body: string): unknown {
  return finished(connected(body).run('go')).result;
}

/** The message of the error that the body dies of. */
export function refusal(body: string, options: Partial<LocalAppsScriptOptions> = {}): string {
  return connected(body, options).run('go').error ?? 'no error';
}

/** A script as of `connected`, its database with an empty table `people (id, name)` of the user's. */
export function withPeople(body: string): LocalAppsScript {
  const script = connected(body);
  script.database.query(PEOPLE);
  script.database.query('alter table people owner to shop');
  return script;
}

/** The names in the table, by id. */
export function names(script: LocalAppsScript): (string | null | undefined)[] {
  return script.database.query('select name from people order by id').map(({ name }) => name);
}
