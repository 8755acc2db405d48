/** Jdbc and a PostgreSQL database: how the program connects, asks, and knows what went wrong. */
import { type Case, figure, oneOf, threw } from '../case';
import { type DatabaseAddress, suiteDatabase } from '../script/database';

const REACH = 'Nobody could connect a database, or only without being sure of TLS.';
const WORDS = 'What went wrong would be told to the owner in words that are not true.';
const READ = 'What comes from a database would have to be read in another way.';
const GIVE = 'What is written into a database would have to be handed over in another way.';
const OTHERS =
  'What others have changed meanwhile would be taken for a fault, and not be decided anew.';

type Connection = GoogleAppsScript.JDBC.JdbcConnection;

/** @throws where there is no database: then none of these cases is asked */
function database(): DatabaseAddress {
  const known = suiteDatabase();
  if (!known) throw new Error('There is no database');
  return known;
}

function connected<T>(
  work: (connection: Connection) => T,
  change: Partial<DatabaseAddress> = {},
): T {
  const { url, user, password } = { ...database(), ...change };
  const connection = Jdbc.getConnection(url, user, password);
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

/** The first cell of the first row. */
function cell(sql: string, ...values: string[]) {
  return connected((connection) => {
    const statement = connection.prepareStatement(sql);
    values.forEach((value, index) => {
      statement.setString(index + 1, value);
    });
    const rows = statement.executeQuery();
    return rows.next() ? rows.getString(1) : 'no row';
  });
}

const withOption = (option: string) => database().url.replace(/\?.*$/, `?${option}`);

const LETS_IN: Case[] = [
  {
    name: 'ssl=true in the address of a PostgreSQL database is taken',
    run: () => connected(() => 'connected', { url: withOption('ssl=true') }),
    expected: 'connected',
    sure: 'measured by others',
    means: REACH,
    settles: 'jdbcTakesSsl',
  },
  {
    name: 'sslmode=require in the address is refused, in these words',
    run: () => connected(() => 'connected', { url: withOption('sslmode=require') }),
    expected: threw(/The following connection properties are unsupported: sslmode/),
    ...{ sure: 'measured by others', means: WORDS },
  },
  {
    name: 'a wrong password ends in these words',
    run: () => connected(() => 'connected', { password: 'certainly not this one' }),
    expected: threw(
      /Failed to establish a database connection\. Check connection string, username and password\./,
    ),
    ...{ sure: 'measured by others', means: WORDS },
  },
  {
    name: 'a host that nobody is at ends in the same words',
    run: () => connected(() => 'connected', { url: 'jdbc:postgresql://nobody.invalid:5432/none' }),
    expected: threw(
      /Failed to establish a database connection\. Check connection string, username and password\./,
    ),
    ...{ sure: 'assumed', means: WORDS },
  },
];

const STATEMENTS: Case[] = [
  {
    name: 'texts become json and numbers by casts in the statement',
    run: () => cell("select ((?::jsonb->>'n')::bigint + ?::int)::text", '{"n": 40}', '2'),
    ...{ expected: '42', sure: 'assumed', means: GIVE },
  },
  {
    name: 'getString of null',
    run: () => cell('select null::text'),
    ...{ expected: null, sure: 'documented', means: READ },
  },
  {
    name: 'a million letters come in one cell',
    run: () => cell("select repeat('é', 1000000)")?.length,
    ...{ expected: 1_000_000, sure: 'assumed', means: READ },
  },
  {
    name: 'letters of any script come back as they went',
    run: () => cell('select ?::text', 'Zoë Иван 김 😀'),
    ...{ expected: 'Zoë Иван 김 😀', sure: 'documented', means: READ },
  },
  {
    name: 'a question mark is left alone where nothing is prepared',
    run: () =>
      connected((connection) => {
        const rows = connection
          .createStatement()
          .executeQuery("select ('{\"a\": 1}'::jsonb ? 'a')::text");
        return rows.next() && rows.getString(1);
      }),
    ...{ expected: oneOf('true', 't'), sure: 'documented', means: GIVE },
  },
  {
    name: 'what a statement raises is said in its own words',
    run: () => cell("do $$ begin raise exception 'conflict'; end $$"),
    ...{ expected: threw(/\bconflict\b/), sure: 'assumed', means: OTHERS },
  },
  {
    name: 'after an error the same connection goes on',
    run: () =>
      connected((connection) => {
        try {
          connection.createStatement().execute('select 1/0');
        } catch {
          // It is what comes next that is asked.
        }
        return connection.createStatement().executeQuery('select 1').next();
      }),
    ...{ expected: true, sure: 'documented', means: 'Each failure would cost a connection more.' },
  },
];

const FIGURE: Case = {
  name: 'milliseconds of Jdbc: connecting, a statement, a row more over the bridge',
  run: (it) => {
    let connection: Connection | undefined;
    const { url, user, password } = database();
    const connecting = it.took(() => {
      connection = Jdbc.getConnection(url, user, password);
    });
    const reading = (count: number) =>
      it.took(() => {
        const statement = connection?.prepareStatement(`select generate_series(1, ${count})`);
        const rows = statement?.executeQuery();
        while (rows?.next()) rows.getString(1);
      });
    const one = reading(1);
    const eleven = reading(11);
    connection?.close();
    return { connecting, statement: one, row: Math.round((eleven - one) / 10) };
  },
  expected: figure('what the 51 ms of a row are the reason for: everything comes as one cell'),
  sure: 'measured by others',
  means: 'The cost model of the stand-in is corrected, and with it what the program avoids.',
};

/** All of them need a database. */
export const DATABASE: Case[] = [...LETS_IN, ...STATEMENTS, FIGURE].map((one) => ({
  ...one,
  needs: 'database',
}));
