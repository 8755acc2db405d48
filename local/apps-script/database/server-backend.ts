/** A real PostgreSQL server: each world has a database of its own there, each connection a session of its own. */
import { Client, type QueryArrayConfig } from 'pg';
import {
  type Backend,
  grants,
  type Outcome,
  quoted,
  type Session,
  type Statement,
  type Users,
} from './backend';

/** Executions run inside each other: a lock that an outer one holds is never let go of while somebody waits for it. */
const LOCK_TIMEOUT_MS = 4999;
const WAITS_FOREVER =
  'This statement waits for a lock that a transaction of another connection holds, which cannot go on meanwhile. Commit there before another execution runs into it.';
const LOCK_NOT_AVAILABLE = '55P03';
const OURS = 'local_apps_script_';

export class ServerBackend implements Backend {
  readonly #url: URL;
  readonly #admin: Promise<Client>;
  readonly #sessions = new Map<number, { client: Client; database: string }>();
  readonly #made = new Set<string>();

  constructor(url: string) {
    this.#url = new URL(url);
    this.#admin = this.#begin();
  }

  async connect({ id, database, users, user }: Session): Promise<void> {
    if (!this.#made.has(database)) await this.#make(database, users);
    const client = await this.#client(this.#name(database));
    if (user !== undefined) await client.query(`set session authorization ${quoted(user)}`);
    this.#sessions.set(id, { client, database });
  }

  async run(id: number, { sql, values, types }: Statement): Promise<Outcome> {
    const session = this.#sessions.get(id);
    if (!session) throw new Error('This session of the local database is closed.');
    // The driver takes the types of parameters and the readers of values from the same option.
    const readers = { getTypeParser: () => (value: string) => value };
    const query = { text: sql, values, rowMode: 'array', types: Object.assign(types, readers) };
    try {
      const { fields, rows, rowCount, command } = await session.client.query(
        query as unknown as QueryArrayConfig,
      );
      return {
        columns: fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows,
        count: fields.length > 0 && command === 'SELECT' ? 0 : (rowCount ?? 0),
        command: command ?? '',
      };
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      throw new Error(WAITS_FOREVER);
    }
  }

  async close(id: number): Promise<void> {
    const session = this.#sessions.get(id);
    this.#sessions.delete(id);
    await session?.client.end();
  }

  async drop(database: string): Promise<void> {
    for (const [id, session] of this.#sessions)
      if (session.database === database) await this.close(id);
    if (!this.#made.delete(database)) return;
    await this.#dropNamed(this.#name(database));
  }

  #name(database: string): string {
    return `${OURS}${process.pid}_${database}`;
  }

  async #dropNamed(name: string): Promise<void> {
    const admin = await this.#admin;
    await admin.query(`drop database if exists ${quoted(name)} with (force)`);
  }

  async #make(database: string, users: Users): Promise<void> {
    const admin = await this.#admin;
    const name = this.#name(database);
    for (const user of Object.keys(users)) {
      // Another process may make the same role at the same time.
      await admin.query(`create role ${quoted(user)}`).catch(() => undefined);
    }
    await admin.query(`create database ${quoted(name)} template template0`);
    this.#made.add(database);
    const within = await this.#client(name);
    await within.query(grants(name, users));
    await within.end();
  }

  async #client(database: string): Promise<Client> {
    const url = new URL(this.#url);
    url.pathname = `/${database}`;
    const options = `-c lock_timeout=${LOCK_TIMEOUT_MS} -c TimeZone=UTC`;
    const client = new Client({ connectionString: url.href, options });
    // A session that is ended by the server says so at its next statement.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Removes what processes that are gone have left behind. */
  async #begin(): Promise<Client> {
    const admin = await this.#client(this.#url.pathname.slice(1) || 'postgres');
    const { rows } = await admin.query<{ name: string }>(
      `select datname::text as name from pg_database where datname like '${OURS}%'`,
    );
    for (const { name } of rows) {
      const pid = Number(name.slice(OURS.length).split('_')[0]);
      if (isRunning(pid)) continue;
      await admin
        .query(`drop database if exists ${quoted(name)} with (force)`)
        .catch(() => undefined);
    }
    return admin;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
