/** Jdbc: what calls cost, what a day allows, what goes wrong with connections, and executions in the middle of each other. */
import { ADDRESS, CANNOT_CONNECT, CONNECT, connected, names, withPeople } from './connected';
import { finished, scriptOf } from './script-of';

const LOST = 'An I/O error occurred while sending to the backend.';
/** Three calls and two for its rows: connect, write, read, next, next, close. */
const ROUND = `
  connection.createStatement().executeUpdate("insert into people values (1, 'Anna'), (2, 'Bo')");
  const rows = connection.prepareStatement('select name from people order by id').executeQuery();
  const seen = [];
  while (rows.next()) seen.push(rows.getString(1));
  connection.close();
  return seen;`;

test('calls are counted and cost what was measured: a connection, reads, writes, each row', () => {
  const execution = finished(withPeople(ROUND).run('go'));
  expect(execution.result).toEqual(['Anna', 'Bo']);
  expect(execution.calls).toEqual({ jdbc: 6 });
  expect(execution.trace.map(({ what }) => what)).toEqual([
    'getConnection db.example.com:5432/shop as shop',
    "executeUpdate insert into people values (1, 'Anna'), (2, 'Bo')",
    'executeQuery select name from people order by id',
    'next (row 1)',
    'next (row 2)',
    'close',
  ]);
  expect(execution.modelledMs).toBe(248 + 116 + 120 + 51 + 51 + 5);
});

describe('a day', () => {
  const script = () =>
    scriptOf(`function go(password) { Jdbc.getConnection('${ADDRESS}', 'shop', password); }`);

  test('has so many connections', () => {
    const one = script();
    one.limits.connections = 1;
    finished(one.run('go', ['local-password']));
    expect(one.run('go', ['local-password']).error).toMatch(/^Service invoked too many times/);
    expect(one.usedToday.connections).toBe(1);
    one.clock.now += 86_400_000;
    finished(one.run('go', ['local-password']));
  });

  test('once too many have failed, none is tried any more', () => {
    const one = script();
    one.limits.failedConnections = 2;
    const said = ['x', 'x', 'local-password'].map((password) => one.run('go', [password]).error);
    expect(said).toEqual([CANNOT_CONNECT, CANNOT_CONNECT, expect.stringMatching(/too many times/)]);
    expect(one.usedToday).toMatchObject({ connections: 2, failedConnections: 2 });
  });
});

describe('death at every call', () => {
  test.each(
    [1, 2, 3, 4, 5, 6].flatMap((call) => [
      [call, 'before'],
      [call, 'after'],
    ]) as [number, 'before' | 'after'][],
  )('call %i, %s it took effect', (call, when) => {
    const script = withPeople(ROUND);
    script.faults.dieAt = { call, when };
    expect(script.run('go')).toMatchObject({ died: true });
    const isWritten = call > 2 || (call === 2 && when === 'after');
    expect(names(script)).toEqual(isWritten ? ['Anna', 'Bo'] : []);
  });

  test('takes an open transaction along', () => {
    const script = withPeople(`connection.setAutoCommit(false); ${ROUND}`);
    script.faults.dieAt = { call: 4, when: 'after' };
    script.run('go');
    expect(names(script)).toEqual([]);
    finished(script.run('go'));
  });
});

test('throwAt: an error that the script can catch, without effect', () => {
  const script = withPeople(
    'try { connection.createStatement().execute("insert into people values (1, \'Anna\')"); } catch (error) { return error.message; }',
  );
  script.faults.throwAt = { call: 2, message: 'busy' };
  expect(finished(script.run('go')).result).toBe('busy');
  expect(names(script)).toEqual([]);
});

describe('a transaction', () => {
  const write = (id: number) =>
    `connection.createStatement().execute("insert into people values (${id}, 'P${id}')");`;

  test('is kept by commit, and by switching auto-commit on; it is dropped by rollback and by the end', () => {
    const script = withPeople(`
      connection.setAutoCommit(false);
      ${write(1)} connection.commit();
      ${write(2)} connection.rollback();
      ${write(3)} connection.setAutoCommit(true);
      connection.setAutoCommit(false);
      ${write(4)}
      return connection.getAutoCommit();`);
    const execution = finished(script.run('go'));
    expect(execution.result).toBe(false);
    expect(names(script)).toEqual(['P1', 'P3']);
    expect(execution.calls.jdbc).toBe(1 + 4 + 3);
  });

  test('without one there is nothing to commit', () => {
    expect(connected('connection.commit()').run('go').error).toBe(
      'Cannot commit when autoCommit is enabled.',
    );
    expect(connected('connection.rollback()').run('go').error).toMatch(/^Cannot rollback/);
  });

  test('after an error it is spoilt, and its commit says so', () => {
    const script = withPeople(`
      connection.setAutoCommit(false);
      const tries = ["insert into people values (1, 'Anna')", 'select * from nobody', 'select 1'];
      const said = tries.map((sql) => { try { connection.createStatement().execute(sql); return 'fine'; } catch (error) { return error.message; } });
      try { connection.commit(); } catch (error) { return said.concat(error.message); }`);
    expect(finished(script.run('go')).result).toEqual([
      'fine',
      expect.stringMatching(/^ERROR: relation "nobody" does not exist/),
      'ERROR: current transaction is aborted, commands ignored until end of transaction block',
      expect.stringMatching(
        /^The database returned ROLLBACK, so the transaction cannot be committed/,
      ),
    ]);
    expect(names(script)).toEqual([]);
  });
});

describe('the connection drops', () => {
  const WRITE = `
    try { connection.createStatement().execute("insert into people values (1, 'Anna')"); }
    catch (error) { return [error.message, connection.isClosed()]; }
    return 'fine';`;

  test.each([
    ['before', []],
    ['after', ['Anna']],
  ] as const)('%s a statement takes effect', (when, kept) => {
    const script = withPeople(WRITE);
    script.faults.connectionDrops = { statement: 1, when };
    expect(finished(script.run('go')).result).toEqual([LOST, true]);
    expect(names(script)).toEqual(kept);
    expect(script.faults.connectionDrops).toBeUndefined();
  });

  test.each([
    ['before', []],
    ['after', ['Anna']],
  ] as const)('%s a commit, which is counted like any statement', (when, kept) => {
    const script = withPeople(
      `connection.setAutoCommit(false); ${WRITE.replace("return 'fine'", 'connection.commit()')}`,
    );
    script.faults.connectionDrops = { statement: 2, when };
    expect(script.run('go').error).toBe(LOST);
    expect(names(script)).toEqual(kept);
  });

  test('the database is down: no connection, and open ones break', () => {
    const script = withPeople(WRITE);
    script.faults.databaseDown = true;
    expect(script.run('go').error).toBe(CANNOT_CONNECT);
    script.faults = { interruptAt: { call: 2, run: () => (script.faults.databaseDown = true) } };
    expect(finished(script.run('go')).result).toEqual([LOST, true]);
    script.faults = {};
    expect(finished(script.run('go')).result).toBe('fine');
  });

  test('it is slow: statements take longer, and one with a shorter time-out is cancelled without effect', () => {
    const slow = (body: string) => {
      const script = withPeople(body);
      script.faults.databaseSlowMs = 3000;
      return script;
    };
    expect(finished(slow(WRITE).run('go')).modelledMs).toBe(248 + 116 + 3000);
    const impatient = slow(
      'const it = connection.createStatement(); it.setQueryTimeout(2); it.execute("insert into people values (1, \'Anna\')");',
    );
    const { error, modelledMs } = impatient.run('go');
    expect(error).toBe('ERROR: canceling statement due to user request');
    expect(modelledMs).toBe(248 + 116 + 2000);
    expect(names(impatient)).toEqual([]);
  });
});

describe('in the middle of each other', () => {
  const ADD = `
    function add(id) { ${CONNECT}.createStatement().execute("insert into people values (" + id + ", 'P" + id + "')"); }`;

  test('statements that are committed at once interleave', () => {
    const script = withPeople(`${ADD} add(1); add(2);`);
    script.faults.interruptAt = { call: 3, run: () => script.run('go') };
    const outer = script.run('go');
    expect(outer.error).toMatch(/^ERROR: duplicate key value/);
    expect(names(script)).toEqual(['P1', 'P2']);
  });

  test('beside an open transaction the local database, which has one session, says that it cannot', () => {
    const script = scriptOf(`${ADD}
      function go() { const connection = ${CONNECT}; connection.setAutoCommit(false);
        connection.createStatement().execute("insert into people values (1, 'P1')"); connection.commit(); }`);
    script.database.query('create table people (id int primary key, name text)');
    script.database.query('alter table people owner to shop');
    script.faults.interruptAt = { call: 3, run: () => script.run('add', [2]) };
    const isServer = process.env.TEST_POSTGRES !== undefined;
    if (!isServer)
      expect(() => script.run('go')).toThrow(/has one session, and another connection/);
    else expect(finished(script.run('go')).calls.jdbc).toBe(3);
    expect(names(script)).toEqual(isServer ? ['P1', 'P2'] : []);
  });

  test('an execution that waits for a lock goes on with the connection, rows and transaction that it had', () => {
    const script = scriptOf(`
      function go() {
        const connection = ${CONNECT};
        connection.createStatement().execute("insert into people values (1, 'Anna')");
        const rows = connection.createStatement().executeQuery('select name from people');
        rows.next();
        LockService.getScriptLock().waitLock(10000);
        connection.createStatement().execute("insert into people values (2, 'Bo')");
        return [rows.getString(1), connection.isClosed()];
      }
      function hold() { LockService.getScriptLock().waitLock(1000); CacheService.getScriptCache().get('x'); }`);
    script.database.query('create table people (id int primary key, name text)');
    script.database.query('alter table people owner to shop');
    script.faults.interruptAt = { call: 2, run: () => script.run('go') };
    finished(script.run('hold'));
    const go = script.executions.find(({ function: name }) => name === 'go');
    expect(go).toMatchObject({ result: ['Anna', false], calls: { jdbc: 5, lock: 1 } });
    expect(names(script)).toEqual(['Anna', 'Bo']);
    expect(script.usedToday.connections).toBe(1);
  });
});
