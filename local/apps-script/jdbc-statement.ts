/** JdbcStatement and JdbcPreparedStatement: values for question marks are checked here and sent as text with their type. */
import type { Statement } from './database/backend';
import { guard } from './guard';
import { readStatement, type Sender, StatementWork } from './jdbc-work';
import type { Run } from './run';

/** PostgreSQL's numbers of the types that values are sent as. */
const BOOL = 16;
const INT8 = 20;
const INT4 = 23;
const VARCHAR = 1043;
/** The type that a null is sent as, by JDBC's number of it; 0 leaves it to the server. */
const NULL_TYPES = new Map<number, number>([
  ...([
    [-7, BOOL],
    [-5, INT8],
    [-1, VARCHAR],
    [0, 0],
    [2, 1700],
    [4, INT4],
    [5, 21],
  ] as const),
  ...([
    [7, 700],
    [8, 701],
    [12, VARCHAR],
    [16, BOOL],
    [91, 0],
    [93, 0],
    [1111, 0],
  ] as const),
]);
const BIGGEST_INT = 2 ** 31;

class JdbcStatement {
  readonly #run: Run;
  readonly #work: StatementWork;
  constructor(run: Run, sender: Sender) {
    this.#run = run;
    this.#work = new StatementWork(run, sender);
  }
  execute(sql: string, ...options: unknown[]): boolean {
    return this.#work.execute(this.#statement(sql, options));
  }
  executeQuery(sql: string): object | null {
    return this.#work.executeQuery(this.#statement(sql, []));
  }
  executeUpdate(sql: string, ...options: unknown[]): number {
    return this.#work.executeUpdate(this.#statement(sql, options));
  }
  getResultSet(): object | null {
    return this.#work.resultSet();
  }
  setQueryTimeout(seconds: number): void {
    this.#work.setQueryTimeout(seconds);
  }
  setMaxRows(max: number): void {
    this.#work.setMaxRows(max);
  }
  close(): void {
    this.#work.close();
  }
  #statement(sql: string, options: unknown[]): Statement {
    if (options.length) throw this.#run.lacks('JdbcStatement with options');
    return { sql: readStatement(this.#run, String(sql), false).sql, values: [], types: [] };
  }
}

class JdbcPreparedStatement {
  readonly #run: Run;
  readonly #work: StatementWork;
  readonly #sql: string;
  readonly #parameters: number;
  readonly #set = new Map<number, { value: string | null; type: number }>();
  constructor(run: Run, sender: Sender, text: string) {
    this.#run = run;
    this.#work = new StatementWork(run, sender);
    const { sql, parameters } = readStatement(run, text, true);
    this.#sql = sql;
    this.#parameters = parameters;
  }
  execute(...sql: unknown[]): boolean {
    return this.#work.execute(this.#statement(sql));
  }
  executeQuery(...sql: unknown[]): object | null {
    return this.#work.executeQuery(this.#statement(sql));
  }
  executeUpdate(...sql: unknown[]): number {
    return this.#work.executeUpdate(this.#statement(sql));
  }
  getResultSet(): object | null {
    return this.#work.resultSet();
  }
  setString(parameterIndex: number, x: string): void {
    this.#put(parameterIndex, String(x), VARCHAR);
  }
  setInt(parameterIndex: number, x: number): void {
    if (!Number.isInteger(x) || x < -BIGGEST_INT || x >= BIGGEST_INT) {
      throw this.#run.lacks(`JdbcPreparedStatement.setInt of ${x}, which is no int,`);
    }
    this.#put(parameterIndex, String(x), INT4);
  }
  setLong(parameterIndex: number, x: number): void {
    if (!Number.isSafeInteger(x)) {
      throw this.#run.lacks(
        `JdbcPreparedStatement.setLong of ${x}, which is no safe whole number,`,
      );
    }
    this.#put(parameterIndex, String(x), INT8);
  }
  setBoolean(parameterIndex: number, x: boolean): void {
    this.#put(parameterIndex, x ? 'TRUE' : 'FALSE', BOOL);
  }
  setNull(parameterIndex: number, sqlType: number, ...typeName: unknown[]): void {
    const type = NULL_TYPES.get(sqlType);
    if (type === undefined || typeName.length) {
      throw this.#run.lacks(`JdbcPreparedStatement.setNull with the type ${sqlType}`);
    }
    this.#put(parameterIndex, null, type);
  }
  setQueryTimeout(seconds: number): void {
    this.#work.setQueryTimeout(seconds);
  }
  setMaxRows(max: number): void {
    this.#work.setMaxRows(max);
  }
  close(): void {
    this.#work.close();
  }
  #put(index: number, value: string | null, type: number): void {
    this.#work.refuseIfClosed();
    if (!Number.isInteger(index) || index < 1 || index > this.#parameters) {
      throw this.#run.exception(
        `The column index is out of range: ${index}, number of columns: ${this.#parameters}.`,
      );
    }
    if (value?.includes('\0')) {
      throw this.#run.exception('ERROR: invalid byte sequence for encoding "UTF8": 0x00');
    }
    this.#set.set(index, { value, type });
  }
  /** @throws the driver's words for a value that is missing, and for a statement in the place of the prepared one */
  #statement(sql: unknown[]): Statement {
    if (sql.length) {
      throw this.#run.exception(
        "Can't use query methods that take a query string on a PreparedStatement.",
      );
    }
    this.#work.refuseIfClosed();
    const given = Array.from({ length: this.#parameters }, (_, i) => {
      const one = this.#set.get(i + 1);
      if (!one) throw this.#run.exception(`No value specified for parameter ${i + 1}.`);
      return one;
    });
    return {
      sql: this.#sql,
      values: given.map(({ value }) => value),
      types: given.map(({ type }) => type),
    };
  }
}

/** A JdbcStatement of a connection. */
export function plainStatement(run: Run, sender: Sender): object {
  return guard(run, 'JdbcStatement', new JdbcStatement(run, sender));
}

/** A JdbcPreparedStatement of a connection. @throws for what the stand-in does not have in `sql` */
export function preparedStatement(run: Run, sender: Sender, sql: string): object {
  return guard(run, 'JdbcPreparedStatement', new JdbcPreparedStatement(run, sender, sql));
}
