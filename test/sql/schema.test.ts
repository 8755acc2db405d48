/** The schema: its steps are done once, in their order, and a newer program's is left alone. */
import type { Database } from '../../src/sql/database';
import { migrate, SCHEMA_VERSION } from '../../src/sql/schema';

/** A database that only remembers what it was asked to do. */
function notebook(version: string): Database & { done: string[] } {
  const done: string[] = [];
  return {
    done,
    ask: (sql) => (sql.includes('to_regclass') ? version && 'shop' : version),
    run: (sql) => done.push(sql),
  };
}

test('an empty database gets everything, and says how far it is in the same breath', () => {
  const database = notebook('');
  migrate(database);
  expect(database.done[0]).toBe('create schema if not exists sheet_referrals');
  expect(database.done[2]).toContain('create table sheet_referrals.clients');
  expect(database.done[2]).toContain("values ('version', '1')");
  expect(database.done.at(-1)).toContain(`values ('version', '${SCHEMA_VERSION}')`);
});

test('a database that is up to date stays as it is', () => {
  const database = notebook(String(SCHEMA_VERSION));
  migrate(database);
  expect(database.done).toEqual([]);
});

test('a database of a newer program is refused', () => {
  const database = notebook('99');
  expect(() => migrate(database)).toThrow(/newer version of the program/);
  expect(database.done).toEqual([]);
});
