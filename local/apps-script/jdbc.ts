/** Jdbc: connections to a PostgreSQL database, whose every answer crosses a slow bridge. Other databases are not here. */
import { JDBC_MS } from './costs';
import { guard } from './guard';
import { plainStatement, preparedStatement } from './jdbc-statement';
import type { Sender } from './jdbc-work';
import type { Run } from './run';
import type { Order, Ran } from './world-database';

/** What Google takes in an address. */
const TAKEN = ['user', 'password', 'ssl'];

interface Target {
  address: string;
  user: string;
  password: string;
}

class Jdbc {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  getConnection(url: string, info?: string | object, password?: string): object {
    const run = this.#run;
    const target = targetOf(run, String(url), info, password);
    const { database } = run.world;
    const connected = run.call(
      'jdbc',
      `getConnection ${target.address} as ${target.user}`,
      () => {
        run.mayUse('failedConnections');
        run.use('connections', 1);
        const answer = run.byHost(() => database.connect(run.record.id, target));
        if ('fault' in answer) run.use('failedConnections', 1);
        return answer;
      },
      { ms: () => JDBC_MS.connect },
    );
    if ('fault' in connected) throw run.exception(connected.fault);
    return guard(run, 'JdbcConnection', new JdbcConnection(run, connected.session));
  }
}

/** Takes an address apart. @throws Google's exception for options that it does not take */
function targetOf(run: Run, url: string, info?: string | object, password?: string): Target {
  const [, kind] = /^jdbc:((?:google:)?\w+):/.exec(url) ?? [];
  if (kind !== undefined && kind !== 'postgresql') throw run.lacks(`Jdbc.getConnection to ${kind}`);
  const [, address = '', query = ''] = /^jdbc:postgresql:\/\/([^?]*)(?:\?(.*))?$/.exec(url) ?? [];
  const given = Object.fromEntries(new URLSearchParams(query));
  const taken = TAKEN.filter((name) => name !== 'ssl' || run.world.quirks.jdbcTakesSsl);
  const strange = Object.keys(given).filter((name) => !taken.includes(name));
  if (strange.length) {
    throw run.exception(
      `The following connection properties are unsupported: ${strange.join(',')}`,
    );
  }
  if (typeof info === 'object') {
    const other = Object.keys(info).find((name) => name !== 'user' && name !== 'password');
    if (other) throw run.lacks(`Jdbc.getConnection with ${other}`);
    Object.assign(given, info);
  } else if (info !== undefined) Object.assign(given, { user: info, password });
  return { address, user: String(given.user ?? ''), password: String(given.password ?? '') };
}

class JdbcConnection {
  readonly #run: Run;
  readonly #session: number;
  /** All of it is told by what the script has called and been told, so that a repetition comes to the same. */
  #autoCommit = true;
  #isClosed = false;
  #hasBegun = false;
  constructor(run: Run, session: number) {
    this.#run = run;
    this.#session = session;
  }
  createStatement(...options: unknown[]): object {
    this.#refuse('createStatement', options);
    return plainStatement(this.#run, this.#sender);
  }
  prepareStatement(sql: string, ...options: unknown[]): object {
    this.#refuse('prepareStatement', options);
    return preparedStatement(this.#run, this.#sender, String(sql));
  }
  setAutoCommit(autoCommit: boolean): void {
    this.#refuseIfClosed();
    if (autoCommit && !this.#autoCommit && this.#hasBegun) this.#end('commit');
    this.#autoCommit = autoCommit;
  }
  getAutoCommit(): boolean {
    this.#refuseIfClosed();
    return this.#autoCommit;
  }
  commit(): void {
    this.#refuseIfClosed();
    if (this.#autoCommit) throw this.#run.exception('Cannot commit when autoCommit is enabled.');
    this.#end('commit');
  }
  rollback(...savepoint: unknown[]): void {
    this.#refuse('rollback', savepoint);
    if (this.#autoCommit) throw this.#run.exception('Cannot rollback when autoCommit is enabled.');
    this.#end('rollback');
  }
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { database } = this.#run.world;
    const end = () => this.#run.byHost(() => database.close(this.#session));
    this.#run.call('jdbc', 'close', () => end());
  }
  isClosed(): boolean {
    return this.#isClosed;
  }
  #refuse(method: string, options: unknown[]): void {
    this.#refuseIfClosed();
    if (options.length) throw this.#run.lacks(`JdbcConnection.${method} with options`);
  }
  #refuseIfClosed(): void {
    if (this.#isClosed) throw this.#run.exception('This connection has been closed.');
  }
  #end(how: 'commit' | 'rollback'): void {
    const run = this.#run;
    const ran = run.call(
      'jdbc',
      how,
      () => run.byHost(() => run.world.database.endTransaction(this.#session, how)),
      { ms: ({ slowMs }) => JDBC_MS.write + slowMs },
    );
    this.#hasBegun = false;
    this.#look(ran);
    if (how === 'commit' && ran.outcome?.command === 'ROLLBACK') {
      throw run.exception(
        'The database returned ROLLBACK, so the transaction cannot be committed. Transaction failure is not known (check server logs?)',
      );
    }
  }
  /** What statements ask of their connection. */
  readonly #sender: Sender = {
    isClosed: () => this.#isClosed,
    send: (what: string, order: Omit<Order, 'inTransaction'>): Ran => {
      this.#refuseIfClosed();
      const run = this.#run;
      const inTransaction = !this.#autoCommit;
      if (inTransaction) this.#hasBegun = true;
      const ran = run.call(
        'jdbc',
        what,
        () => run.byHost(() => run.world.database.run(this.#session, { ...order, inTransaction })),
        { ms: priceOf },
      );
      this.#look(ran);
      return ran;
    },
  };
  /** @throws what the server or the driver says */
  #look({ fault, isBroken }: Ran): void {
    if (isBroken) this.#isClosed = true;
    if (fault !== undefined) throw this.#run.exception(fault);
  }
}

/** A statement that gives columns has read; every other one has written. */
function priceOf({ outcome, slowMs }: Ran): number {
  return (outcome?.columns.length ? JDBC_MS.read : JDBC_MS.write) + slowMs;
}

/** The global `Jdbc` of one execution. */
export function jdbc(run: Run): object {
  return guard(run, 'Jdbc', new Jdbc(run));
}
