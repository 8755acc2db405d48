/** Jdbc: connections, statements and results as a script has them, and what is refused. */
import { ADDRESS, CANNOT_CONNECT, connected, given, refusal } from './connected';
import { finished, resultOf, scriptOf } from './script-of';

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

describe('a connection', () => {
  const script = scriptOf(`
    function go(url, user, password) { return user === undefined ? Jdbc.getConnection(url).isClosed() : Jdbc.getConnection(url, user, password).isClosed(); }
    function info(url, info) { return Jdbc.getConnection(url, info).isClosed(); }`);

  test('takes user and password in three ways', () => {
    const login = { user: 'shop', password: 'local-password' };
    expect(script.run('go', [ADDRESS, login.user, login.password]).result).toBe(false);
    expect(script.run('info', [ADDRESS, login]).result).toBe(false);
    const inUrl = `${ADDRESS}?user=shop&password=local-password&ssl=true`;
    expect(script.run('go', [inUrl]).result).toBe(false);
  });

  test.each([
    ['a wrong password', [ADDRESS, 'shop', 'wrong']],
    ['an unknown user', [ADDRESS, 'toString', 'x']],
    ['another port', [ADDRESS.replace('5432', '5433'), 'shop', 'local-password']],
    ['no port', [ADDRESS.replace(':5432', ''), 'shop', 'local-password']],
    ['another database', [`${ADDRESS}2`, 'shop', 'local-password']],
    ['the modern form', ['postgres://shop:local-password@db.example.com:5432/shop']],
  ])('%s fails, in Google’s words', (_, args) => {
    expect(script.run('go', args).error).toBe(CANNOT_CONNECT);
  });

  test('properties that Google does not take are an error; of ssl both is told', () => {
    const unsupported = 'The following connection properties are unsupported: ';
    const login = ['shop', 'local-password'];
    expect(script.run('go', [`${ADDRESS}?sslmode=require&ssl=true`, ...login]).error).toBe(
      `${unsupported}sslmode`,
    );
    script.quirks.jdbcTakesSsl = false;
    expect(script.run('go', [`${ADDRESS}?ssl=true`, ...login]).error).toBe(`${unsupported}ssl`);
  });

  test.each([
    'jdbc:mysql://db.example.com:3306/shop',
    'jdbc:google:mysql://project:region:name/shop',
  ])('no other database is here: %s', (url) => {
    expect(script.run('go', [url, 'shop', 'x']).error).toMatch(/mysql is not part of the local/);
  });

  test('other databases and users are the test’s to set', () => {
    const database = {
      address: '10.0.0.1:6543/crm',
      users: { ada: { password: 'x', rights: 'owner' as const } },
    };
    const url = 'jdbc:postgresql://10.0.0.1:6543/crm';
    const who = `const rows = Jdbc.getConnection('${url}', 'ada', 'x').createStatement().executeQuery('select current_user'); rows.next(); return rows.getString(1);`;
    expect(resultOf(who, { database })).toBe('ada');
  });

  test('closed, it does nothing any more, and neither does what it has made', () => {
    const closed = (more: string) =>
      refusal(
        `const it = connection.createStatement(); const rows = it.executeQuery('select 1'); connection.close(); connection.close(); ${more}`,
      );
    expect(closed('connection.createStatement()')).toBe('This connection has been closed.');
    expect(closed("it.execute('select 1')")).toBe('This statement has been closed.');
    expect(closed('rows.next()')).toBe('This ResultSet is closed.');
  });
});

describe('a statement', () => {
  test('execute tells whether there is a result; getResultSet gives it', () => {
    expect(
      given(`
        const it = connection.createStatement();
        const made = it.execute('create table t (n int)');
        const none = it.getResultSet();
        const asked = it.execute("select 'x'");
        it.getResultSet().next();
        return [made, none, asked, it.getResultSet().getString(1)];`),
    ).toEqual([false, null, true, 'x']);
  });

  test('executeUpdate counts rows; setMaxRows shortens; the next result closes the one before', () => {
    expect(
      given(`
        const it = connection.createStatement();
        it.execute('create table t (n int)');
        const count = it.executeUpdate('insert into t select generate_series(1, 5)');
        it.setMaxRows(2);
        const rest = it.executeQuery('select n from t');
        let rows = 0;
        while (rest.next()) rows++;
        it.executeQuery('select 1');
        try { rest.next(); } catch (error) { return [count, rows, error.name, error.message]; }`),
    ).toEqual([5, 2, 'Exception', 'This ResultSet is closed.']);
  });

  test.each([
    ['select 1', 'executeUpdate', 'A result was returned when none was expected.'],
    ['create table t (n int)', 'executeQuery', 'No results were returned by the query.'],
    ['select 1; select 2', 'execute', /several statements in one is not part of the local/],
    ['begin', 'execute', /begin as a statement .* is not part of the local/],
    [' /* so */ COMMIT;', 'execute', /commit as a statement/],
    ['select * from nobody', 'execute', 'ERROR: relation "nobody" does not exist\n  Position: 15'],
  ])('%s by %s: %s', (sql, method, message) => {
    const error = refusal(`connection.createStatement().${method}(${JSON.stringify(sql)})`);
    if (typeof message === 'string') expect(error).toBe(message);
    else expect(error).toMatch(message);
  });

  test('a semicolon at the end is fine', () => {
    expect(given("return read('select 1; -- one');")).toBe('1');
  });

  test('the server’s detail comes in the message, and its code nowhere', () => {
    expect(
      given(`
        const it = connection.createStatement();
        it.execute('create table t (n int primary key)');
        it.execute('insert into t values (1)');
        try { it.execute('insert into t values (1)'); } catch (error) { return [error.name, error.message, Object.keys(error)]; }`),
    ).toEqual([
      'Exception',
      'ERROR: duplicate key value violates unique constraint "t_pkey"\n  Detail: Key (n)=(1) already exists.',
      ['name'],
    ]);
  });
});

describe('a prepared statement', () => {
  const prepared = (sql: string, more: string) =>
    `const it = connection.prepareStatement(${JSON.stringify(sql)}); ${more}`;

  test('a question mark is a parameter only where one may stand', () => {
    const sql =
      "select '?' || ?, 1 as \"?\" /* ? /* ? */ ? */, $a$?$a$, E'\\'?', '{\"k\": 1}'::jsonb ?? 'k' -- ?";
    expect(
      given(
        prepared(
          sql,
          "it.setString(1, 'x'); const rows = it.executeQuery(); rows.next(); return [1, 3, 4, 5].map((i) => rows.getString(i)).concat(rows.getInt('?'));",
        ),
      ),
    ).toEqual(['?x', '?', "'?", 't', 1]);
  });

  test('in a plain statement a question mark is what it is', () => {
    expect(given(`return read("select '{\\"k\\": 1}'::jsonb ? 'k'");`)).toBe('t');
  });

  test('text is text: another type needs a cast', () => {
    const make = "connection.createStatement().execute('create table t (id uuid, data jsonb)');";
    const insert = (sql: string) =>
      `${make} ${prepared(sql, "it.setString(1, '{\"a\": 1}'); it.executeUpdate(); return read('select data::text from t');")}`;
    expect(refusal(insert('insert into t (data) values (?)'))).toBe(
      'ERROR: column "data" is of type jsonb but expression is of type character varying\n  Hint: You will need to rewrite or cast the expression.\n  Position: 30',
    );
    expect(given(insert('insert into t (data) values (?::jsonb)'))).toBe('{"a": 1}');
  });

  test.each([
    ['it.setInt(1, 1); it.executeQuery();', 'No value specified for parameter 2.'],
    ['it.setInt(3, 1);', 'The column index is out of range: 3, number of columns: 2.'],
    ["it.executeQuery('select 1')", /^Can't use query methods that take a query string/],
    ['it.setInt(1, 1.5);', /setInt of 1.5, which is no int, is not part of the local/],
    ['it.setLong(1, 1e300);', /setLong of 1e\+300/],
    ['it.setNull(1, 77);', /setNull with the type 77/],
    ['it.setQueryTimeout(-1);', /^Query timeout must be/],
    ['it.setMaxRows(-1);', /^Maximum number of rows/],
    ['it.close(); it.setInt(1, 1);', 'This statement has been closed.'],
    ['it.addBatch();', /addBatch is not part of the local/],
    ['it.setString(1, null);', /^The parameters \(number,null\) don't match/],
  ])('%s is refused', (code, message) => {
    const error = refusal(prepared('select ?, ?', code));
    if (typeof message === 'string') expect(error).toBe(message);
    else expect(error).toMatch(message);
  });

  test('is done again with other values', () => {
    expect(
      given(
        prepared(
          'select ?::int + 1',
          'return [1, 2].map((n) => { it.setInt(1, n); it.execute(); const rows = it.getResultSet(); rows.next(); return rows.getInt(1); });',
        ),
      ),
    ).toEqual([2, 3]);
  });
});

describe('a result', () => {
  const row = (columns: string, more: string) =>
    `const rows = connection.createStatement().executeQuery(${JSON.stringify(`select ${columns}`)}); rows.next(); return ${more};`;

  test('null is 0, false and null by turns', () => {
    const all =
      '[rows.getInt(1), rows.getLong(1), rows.getBoolean(1), rows.getString(1), rows.wasNull()]';
    expect(given(row('null::int', all))).toEqual([0, 0, false, null, true]);
  });

  test('values are read as the driver reads them', () => {
    const all =
      '[rows.getInt(1), rows.getString(1), rows.getString(2), rows.getBoolean(2), rows.getString(3), rows.getLong("big")]';
    expect(
      given(row("12.75, true, '2026-06-01 12:00+02'::timestamptz, 2::bigint ^ 40 as big", all)),
    ).toEqual([12, '12.75', 't', true, '2026-06-01 10:00:00+00', 2 ** 40]);
  });

  test.each([
    ["'x'", 'rows.getInt(1)', 'Bad value for type int : x'],
    ['3000000000', 'rows.getInt(1)', 'Bad value for type int : 3000000000'],
    ["'maybe'", 'rows.getBoolean(1)', 'Cannot cast to boolean: "maybe"'],
    ['1', 'rows.getInt(2)', 'The column index is out of range: 2, number of columns: 1.'],
    ['1', "rows.getInt('b')", 'The column name b was not found in this ResultSet.'],
    ['1', 'rows.next(), rows.getInt(1)', /^ResultSet not positioned properly/],
    ['1', 'rows.close(), rows.getInt(1)', 'This ResultSet is closed.'],
    ['1', 'rows.getDate(1)', /getDate is not part of the local Apps Script/],
    ['gen_random_uuid()', 'rows.getString(1)', /^Unexpected error while getting the method/],
    ["'{}'::jsonb", 'rows.getString(1)', /^Unexpected error while getting the method/],
    ['array[1]', 'rows.getString(1)', /^Unexpected error while getting the method/],
  ])('select %s: %s', (columns, code, message) => {
    const error = refusal(row(columns, code));
    if (typeof message === 'string') expect(error).toBe(message);
    else expect(error).toMatch(message);
  });

  test('uuid and jsonb cast to text can be read', () => {
    expect(given(row('\'{"a": 1}\'::jsonb::text', 'rows.getString(1)'))).toBe('{"a": 1}');
  });
});
