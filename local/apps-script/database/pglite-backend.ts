/** PostgreSQL in WebAssembly: one session for everybody, so that databases take turns, and transactions keep others out. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import {
  type Backend,
  grants,
  type Outcome,
  quoted,
  type Session,
  type Statement,
  type Users,
} from './backend';

const ONE_SESSION =
  'The local database has one session, and another connection has %s. Close that connection first, or run the test against a real PostgreSQL: TEST_POSTGRES=postgres://user:password@127.0.0.1:5432/postgres.';

/** Its own measure, 128MB, is more than all tables of a test. */
const BUFFERS = '16MB';

export class PgliteBackend implements Backend {
  readonly #started = start();
  readonly #sessions = new Map<number, Session>();
  readonly #roles = new Set<string>();
  readonly #parked = new Set<string>();
  /** Whose schemas have their own names now. */
  #present: string | undefined;
  /** As whom statements run now. */
  #user = 'postgres';
  /** The session that others have to wait for, and why. */
  #keeper: { id: number; has: 'a transaction open' | 'settings of its own' } | undefined;

  async connect(session: Session): Promise<void> {
    await this.#started;
    this.#sessions.set(session.id, session);
  }

  async run(id: number, statement: Statement): Promise<Outcome> {
    const session = this.#sessions.get(id);
    if (!session) throw new Error('This session of the local database is closed.');
    if (this.#keeper && this.#keeper.id !== id) {
      throw new Error(ONE_SESSION.replace('%s', this.#keeper.has));
    }
    await this.#enter(session);
    const outcome = await this.#query(statement);
    this.#note(id, outcome.command, statement.sql);
    return outcome;
  }

  async close(id: number): Promise<void> {
    if (this.#keeper?.id === id) {
      this.#keeper = undefined;
      await (await this.#started).exec('rollback');
      await this.#as('postgres');
      await (await this.#started).exec('discard all');
      this.#user = '';
    }
    this.#sessions.delete(id);
  }

  async drop(database: string): Promise<void> {
    for (const [id, session] of this.#sessions)
      if (session.database === database) await this.close(id);
    if (this.#keeper) throw new Error(ONE_SESSION.replace('%s', this.#keeper.has));
    const isPresent = this.#present === database;
    if (!isPresent && !this.#parked.has(database)) return;
    await this.#as('postgres');
    const names = isPresent ? await this.#schemas() : await this.#schemas(database);
    for (const name of names) await this.#exec(`drop schema ${quoted(name)} cascade`);
    if (isPresent) this.#present = undefined;
    this.#parked.delete(database);
  }

  /** Puts the session's database and user in force. */
  async #enter({ database, users, user = 'postgres' }: Session): Promise<void> {
    if (this.#present !== database) {
      await this.#as('postgres');
      await this.#park();
      await this.#bring(database, users);
    }
    await this.#as(user);
  }

  async #as(user: string): Promise<void> {
    if (this.#user === user) return;
    await this.#exec(`set session authorization ${quoted(user)}`);
    this.#user = user;
  }

  /** The schemas of the database that is present get names under which they wait. */
  async #park(): Promise<void> {
    const database = this.#present;
    if (database === undefined) return;
    for (const name of await this.#schemas()) {
      await this.#exec(`alter schema ${quoted(name)} rename to ${quoted(`${database}:${name}`)}`);
    }
    this.#parked.add(database);
    this.#present = undefined;
  }

  async #bring(database: string, users: Users): Promise<void> {
    for (const name of Object.keys(users).filter((one) => !this.#roles.has(one))) {
      await this.#exec(`create role ${quoted(name)}`);
      this.#roles.add(name);
    }
    if (this.#parked.delete(database)) {
      for (const name of await this.#schemas(database)) {
        const own = name.slice(database.length + 1);
        await this.#exec(`alter schema ${quoted(name)} rename to ${quoted(own)}`);
      }
    } else {
      await this.#exec(
        'drop schema if exists public; create schema public authorization pg_database_owner; grant usage on schema public to public',
      );
    }
    await this.#exec(grants('postgres', users));
    this.#present = database;
  }

  /** The schemas of the present database, or of a parked one, which have its name in front. */
  async #schemas(parked?: string): Promise<string[]> {
    const { rows } = await (await this.#started).query<{ name: string }>(
      "select nspname::text as name from pg_namespace where nspname !~ '^(pg_|information_schema$)'",
    );
    const names = rows.map(({ name }) => name);
    return names.filter((name) =>
      parked === undefined ? !/^db\d+:/.test(name) : name.startsWith(`${parked}:`),
    );
  }

  async #exec(sql: string): Promise<void> {
    await (await this.#started).exec(sql);
  }

  async #query({ sql, values, types }: Statement): Promise<Outcome> {
    const db = await this.#started;
    const asText = (oids: Iterable<string | number>) =>
      Object.fromEntries([...oids].map((oid) => [oid, (value: string) => value]));
    const { rows, fields, affectedRows, command } = await db.query<(string | null)[]>(sql, values, {
      rowMode: 'array',
      paramTypes: types,
      parsers: asText(Object.keys(db.parsers)),
      serializers: asText(types),
    });
    return {
      columns: fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
      rows,
      count: affectedRows ?? 0,
      command: command ?? '',
    };
  }

  /** Remembers what keeps other sessions out. */
  #note(id: number, command: string, sql: string): void {
    if (/^(?:BEGIN|START)/.test(command)) this.#keeper = { id, has: 'a transaction open' };
    else if (/^(?:COMMIT|ROLLBACK)/.test(command) && !/^\s*rollback\s+to\b/i.test(sql)) {
      if (this.#keeper?.has === 'a transaction open') this.#keeper = undefined;
    } else if (!this.#keeper && keepsSettings(command, sql)) {
      this.#keeper = { id, has: 'settings of its own' };
    }
  }
}

/** Whether a statement leaves something behind that belongs to its session alone. */
function keepsSettings(command: string, sql: string): boolean {
  if (/^(?:SET|LISTEN|PREPARE)$/.test(command)) return !/^\s*set\s+local\b/i.test(sql);
  return /\b(?:create\s+(?:local\s+)?temp(?:orary)?|set_config|pg_(?:try_)?advisory_lock)\b/i.test(
    sql,
  );
}

/** Making a data folder takes seconds: it is made once, and its copy lies with the temporary files. */
async function start(): Promise<PGlite> {
  // Code that is made better while it runs pays off after minutes: until then it costs more than it saves.
  v8.setFlagsFromString('--liftoff-only');
  const manifest = path.resolve(require.resolve('@electric-sql/pglite'), '../../package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const file = path.join(os.tmpdir(), `local-apps-script-pglite-${version}-small.tar`);
  const kept = await readFile(file).catch(() => undefined);
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`];
  if (kept) return prepared(await PGlite.create({ startParams, loadDataDir: inOnePiece(kept) }));
  const db = await PGlite.create({ startParams, initDbStartParams: ['--wal-segsize=1'] });
  await makeSmall(db);
  const copy = Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer());
  const own = `${file}.${process.pid}`;
  await writeFile(own, copy)
    .then(() => rename(own, file))
    .catch(() => undefined);
  return prepared(db);
}

/** Without what databases are made from, as big as the one that is used. */
async function makeSmall(db: PGlite): Promise<void> {
  await db.exec('update pg_database set datistemplate = false');
  for (const name of ['template0', 'template1']) await db.exec(`drop database ${name}`);
  await db.exec('checkpoint');
}

/** Node's own Blob gives what it has in thousands of pieces, which takes as long as all the rest of the start. */
function inOnePiece(bytes: Buffer<ArrayBuffer>): Blob {
  const { buffer, byteOffset, length } = bytes;
  return Object.assign(new Blob([]), {
    arrayBuffer: async () => buffer.slice(byteOffset, byteOffset + length),
  });
}

async function prepared(db: PGlite): Promise<PGlite> {
  await db.exec("set time zone 'UTC'");
  return db;
}
