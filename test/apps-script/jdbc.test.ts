/** Jdbc: connections, statements and results as a script has them, and what is refused. */
import type { LocalAppsScriptOptions } from '../../local/apps-script';
import { finished, going, scriptOf } from './script-of';

const URL = 'jdbc:postgresql://db.example.com:5432/shop';
const CONNECT = `const connection = Jdbc.getConnection('${URL}?ssl=true', 'shop', 'local-password');`;
const FAILED =
  'Failed to establish a database connection. Check connection string, username and password.';

/** A script whose function `go` has this body, with an open `connection`. */
const connected = (body: string, options: Partial<LocalAppsScriptOptions> = {}) =>
  going(`${CONNECT} ${body}`, options);

test('rows are written and read', () => {
  const script = connected(`
    const plain = connection.createStatement();
    plain.executeUpdate('create table clients (id int primary key, name text, paid boolean, sum bigint)');
    const insert = connection.prepareStatement('insert into clients values (?, ?, ?, ?)');
    const add = (id, name, paid, sum) => {
      insert.setInt(1, id);
      insert.setString(2, name);
      paid === null ? insert.setNull(3, 16) : insert.setBoolean(3, paid);
      insert.setLong(4, sum);
      return insert.executeUpdate();
    };
    const counts = [add(1, 'Anna', true, 9007199254740991), add(2, "O'Bo ?", null, -5)];
    const rows = connection.createStatement().executeQuery('select * from clients order by id');
    const seen = [];
    while (rows.next()) {
      const paid = rows.getBoolean('PAID');
      const isNull = rows.wasNull();
      seen.push([rows.getInt(1), rows.getString('name'), paid, isNull, rows.getLong(4), rows.getString(4)]);
    }
    connection.close();
    return [counts, seen, connection.isClosed()];`);
  expect(finished(script.run('go')).result).toEqual([
    [1, 1],
    [
      [1, 'Anna', true, false, 9007199254740991, '9007199254740991'],
      [2, "O'Bo ?", false, true, -5, '-5'],
    ],
    true,
  ]);
  expect(script.database.query('select name from clients where id = $1', ['1'])).toEqual([
    { name: 'Anna' },
  ]);
});

test('the server’s errors come in its own words, and a failed connection in Google’s', () => {
  const script = scriptOf(`
    function go(url, user, password) { Jdbc.getConnection(url, user, password).createStatement().execute('select * from nobody'); }`);
  const errorOf = (...args: string[]) => script.run('go', args).error;
  expect(errorOf(URL, 'shop', 'local-password')).toBe(
    'ERROR: relation "nobody" does not exist\n  Position: 15',
  );
  expect(errorOf(URL, 'shop', 'wrong')).toBe(FAILED);
  expect(errorOf(URL.replace('5432', '5433'), 'shop', 'local-password')).toBe(FAILED);
  expect(errorOf(`${URL}?sslmode=require`, 'shop', 'local-password')).toBe(
    'The following connection properties are unsupported: sslmode',
  );
});
