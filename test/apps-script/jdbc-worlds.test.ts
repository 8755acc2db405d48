/** The database behind Jdbc: each world has its own, users have rights, and a test looks into it. */
import { LocalAppsScript } from '../../local/apps-script';
import { ADDRESS, connected, names, withPeople } from './connected';
import { finished, scriptOf } from './script-of';

const ADD = 'connection.createStatement().execute("insert into people values (1, \'Anna\')");';

test('each world has its own, whatever its schemas are called', () => {
  const one = withPeople(`
    const it = connection.createStatement();
    it.execute('create schema if not exists extra');
    it.execute('create table extra.things (n int)'); ${ADD}`);
  const other = withPeople(ADD);
  finished(one.run('go'));
  expect(names(other)).toEqual([]);
  finished(other.run('go'));
  expect(() => other.database.query('select * from extra.things')).toThrow(/does not exist/);
  expect(names(one)).toEqual(['Anna']);
  expect(one.database.query('select count(*) as n from extra.things')).toEqual([{ n: '0' }]);
});

test('an open transaction of one world leaves the other one be, or says that it cannot', () => {
  const other = withPeople(ADD);
  const one = withPeople(`connection.setAutoCommit(false); ${ADD} connection.commit();`);
  one.faults.interruptAt = { call: 3, run: () => finished(other.run('go')) };
  if (process.env.TEST_POSTGRES === undefined) {
    expect(() => one.run('go')).toThrow(/one session/);
  } else {
    finished(one.run('go'));
    expect(names(other)).toEqual(['Anna']);
  }
});

test('reset empties it, and nothing else', () => {
  const one = withPeople(ADD);
  const other = withPeople(ADD);
  for (const script of [one, other]) finished(script.run('go'));
  one.database.reset();
  expect(() => names(one)).toThrow('ERROR: relation "people" does not exist');
  expect(names(other)).toEqual(['Anna']);
  const again = new LocalAppsScript({ folder: other.folder });
  expect(() => names(again)).toThrow(/does not exist/);
});

test('what a session has set ends with it, and keeps others out until then', () => {
  const script = connected(`
    connection.createStatement().execute("set application_name to 'mine'");
    const name = read('show application_name');
    connection.close();
    return name;`);
  const looks = () => script.database.query('show application_name')[0]?.application_name;
  expect(finished(script.run('go')).result).toBe('mine');
  expect(looks()).not.toBe('mine');
  script.faults.interruptAt = { call: 3, run: looks };
  if (process.env.TEST_POSTGRES === undefined) {
    expect(() => script.run('go')).toThrow(/another connection has settings of its own/);
  }
});

describe('rights', () => {
  const users = {
    shop: { password: 'a', rights: 'owner' },
    clerk: { password: 'b', rights: 'tables' },
    guest: { password: 'c', rights: 'connect' },
  } as const;
  const script = scriptOf(
    `function go(user, password, sql) { Jdbc.getConnection('${ADDRESS}', user, password).createStatement().execute(sql); }`,
    { database: { users } },
  );
  const errorOf = (user: keyof typeof users, sql: string) =>
    script.run('go', [user, users[user].password, sql]).error ?? 'fine';

  test.each([
    ['shop', 'create schema a', 'fine'],
    ['shop', 'create table b (n int)', 'fine'],
    ['shop', 'create role admin', 'ERROR: permission denied to create role'],
    ['clerk', 'create schema c', 'ERROR: permission denied for database'],
    ['clerk', 'create table d (n int)', 'fine'],
    ['guest', 'create table e (n int)', 'ERROR: permission denied for schema public'],
    ['guest', 'select * from b', 'ERROR: permission denied for table b'],
  ] as const)('%s: %s', (user, sql, said) => {
    expect(errorOf(user, sql)).toContain(said);
  });

  test('what the owner grants is allowed', () => {
    expect(errorOf('shop', 'create table f (n int)')).toBe('fine');
    expect(errorOf('shop', 'grant select on f to guest')).toBe('fine');
    expect(errorOf('guest', 'select * from f')).toBe('fine');
  });
});
