/** The PostgreSQL database of one world: who may connect, its sessions, the faults that strike them, and a test's own door. */
import type { Outcome, Rights, Statement } from './database/backend';
import { close, connect, drop, newId, runStatement, type Told } from './database/engine';
import type { Faults } from './types';

/** The database that Jdbc reaches. */
export interface DatabaseOptions {
  /** Host, port and name: `db.example.com:5432/shop`. */
  address: string;
  /** Who may connect, by name. The first `owner` owns the database. */
  users: Record<string, { password: string; rights: Rights }>;
}

export const DEFAULT_DATABASE: DatabaseOptions = {
  address: 'db.example.com:5432/shop',
  users: { shop: { password: 'local-password', rights: 'owner' } },
};

const CANNOT_CONNECT =
  'Failed to establish a database connection. Check connection string, username and password.';
const CONNECTION_LOST = 'An I/O error occurred while sending to the backend.';
const CONNECTION_CLOSED = 'This connection has been closed.';
const CANCELLED = 'ERROR: canceling statement due to user request';

/** What a statement came to for the script. Plain, so that it can be kept. */
export interface Ran {
  outcome?: Outcome;
  fault?: string;
  /** The connection is gone. */
  isBroken?: boolean;
  /** What faults add to its time. */
  slowMs: number;
}

/** One statement, as its connection has it done. */
export interface Order extends Statement {
  /** In a transaction, which begins with its first statement. */
  inTransaction: boolean;
  /** In seconds; 0: none. */
  timeout: number;
}

interface Session {
  execution: number;
  inTransaction: boolean;
}

/** What no world has any more is cleared away when there is time; while another world is busy, it stays. */
const forgotten = new FinalizationRegistry((name: string) => {
  try {
    drop(name);
  } catch {}
});

export class WorldDatabase {
  #name: string | undefined;
  #isOver = false;
  /** The session of {@link query}: to open one takes longer than most of what is asked. */
  #ownSession: number | undefined;
  readonly #sessions = new Map<number, Session>();

  constructor(
    readonly options: DatabaseOptions,
    private readonly faults: () => Faults,
  ) {}

  /** Opens a connection of an execution: its number, or Google's words for why not. */
  connect(
    execution: number,
    { address, user, password }: { address: string; user: string; password: string },
  ): { session: number } | { fault: string } {
    const known = new Map(Object.entries(this.options.users)).get(user);
    const isKnown = address === this.options.address && known?.password === password;
    if (this.faults().databaseDown || !isKnown) return { fault: CANNOT_CONNECT };
    const session = this.#open(user);
    this.#sessions.set(session, { execution, inTransaction: false });
    return { session };
  }

  /** Does a statement for a script. */
  run(id: number, order: Order): Ran {
    const session = this.#sessions.get(id);
    if (!session) return { fault: CONNECTION_CLOSED, isBroken: true, slowMs: 0 };
    const { databaseDown, databaseSlowMs = 0 } = this.faults();
    const drops = this.#dropsNow();
    if (databaseDown || drops === 'before') return this.#broken(id);
    if (order.inTransaction && !session.inTransaction) {
      session.inTransaction = true;
      told(runStatement(id, plain('begin')));
    }
    if (order.timeout > 0 && databaseSlowMs > order.timeout * 1000) {
      // The transaction is spoilt, as by any error.
      if (session.inTransaction) runStatement(id, plain('select 1 / 0'));
      return { fault: CANCELLED, slowMs: order.timeout * 1000 };
    }
    const answer = runStatement(id, order);
    if (drops === 'after') return this.#broken(id);
    return { ...told(answer), slowMs: databaseSlowMs };
  }

  /** Commits or rolls back what a connection has done since its last end of a transaction. */
  endTransaction(id: number, how: 'commit' | 'rollback'): Ran {
    const session = this.#sessions.get(id);
    if (!session) return { fault: CONNECTION_CLOSED, isBroken: true, slowMs: 0 };
    const { databaseDown, databaseSlowMs = 0 } = this.faults();
    const drops = this.#dropsNow();
    if (databaseDown || drops === 'before') return this.#broken(id);
    const answer = session.inTransaction ? told(runStatement(id, plain(how))) : {};
    session.inTransaction = false;
    if (drops === 'after') return this.#broken(id);
    return { ...answer, slowMs: databaseSlowMs };
  }

  /** Closes a connection; one that is closed already stays so. */
  close(id: number): void {
    if (this.#sessions.delete(id)) close(id);
  }

  /** A connection ends with its execution. */
  endExecution(execution: number): void {
    for (const [id, session] of this.#sessions) if (session.execution === execution) this.close(id);
  }

  /**
   * Asks the database from outside any script, as its superuser.
   *
   * @param values for `$1`, `$2` …, as text
   * @returns the rows, by column, as text
   * @throws Error with the server's words
   */
  query(sql: string, values: (string | null)[] = []): Record<string, string | null>[] {
    this.#ownSession ??= this.#open(undefined);
    const statement = { sql, values, types: values.map(() => 0) };
    const answer = told(runStatement(this.#ownSession, statement));
    if (answer.fault !== undefined) throw new Error(answer.fault);
    const { columns = [], rows = [] } = answer.outcome ?? {};
    return rows.map((row) =>
      Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])),
    );
  }

  /** Empties the database; its connections break. */
  reset(): void {
    this.#closeAll();
    if (this.#name !== undefined) drop(this.#name);
  }

  /** Goes on with the database of a world that is over, instead of a new one: making the same tables again takes long. */
  inherit(from: WorldDatabase): void {
    from.#closeAll();
    if (from.#name === undefined) return;
    forgotten.unregister(from);
    this.#name = from.#name;
    from.#isOver = true;
    forgotten.register(this, this.#name, this);
  }

  #closeAll(): void {
    for (const id of [...this.#sessions.keys()]) this.close(id);
    if (this.#ownSession !== undefined) close(this.#ownSession);
    this.#ownSession = undefined;
  }

  #open(user: string | undefined): number {
    if (this.#isOver) throw new Error('This world is over: another one has its database.');
    if (this.#name === undefined) {
      this.#name = `db${newId()}`;
      forgotten.register(this, this.#name, this);
    }
    const entries = Object.entries(this.options.users).map(([name, { rights }]) => [name, rights]);
    const users = Object.fromEntries(entries) as Record<string, Rights>;
    const id = newId();
    connect({ id, database: this.#name, users, ...(user === undefined ? {} : { user }) });
    return id;
  }

  #broken(id: number): Ran {
    this.close(id);
    return { fault: CONNECTION_LOST, isBroken: true, slowMs: 0 };
  }

  /** Counts one statement; how the connection drops at it, if it does. */
  #dropsNow(): 'before' | 'after' | undefined {
    const faults = this.faults();
    const drops = faults.connectionDrops;
    if (!drops) return undefined;
    if (drops.statement > 1) {
      faults.connectionDrops = { ...drops, statement: drops.statement - 1 };
      return undefined;
    }
    delete faults.connectionDrops;
    return drops.when;
  }
}

function plain(sql: string): Statement {
  return { sql, values: [], types: [] };
}

/** The server's error as the driver puts it into one text. */
function told(answer: Told): Pick<Ran, 'outcome' | 'fault'> {
  if ('outcome' in answer) return answer;
  const { severity, message, detail, hint, position, where } = answer.server;
  const more = Object.entries({ Detail: detail, Hint: hint, Position: position, Where: where });
  const lines = more.flatMap(([name, text]) => (text ? [`\n  ${name}: ${text}`] : []));
  return { fault: `${severity}: ${message}${lines.join('')}` };
}
