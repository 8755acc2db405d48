/** What JdbcStatement and JdbcPreparedStatement have in common: they send statements over their connection and keep what came of the last one. */
import type { Outcome, Statement } from './database/backend';
import { beginning, numbered } from './database/placeholders';
import { guard } from './guard';
import { JdbcResultSet } from './jdbc-result-set';
import type { Run } from './run';
import type { Order, Ran } from './world-database';

/** What a statement asks of its connection. */
export interface Sender {
  isClosed(): boolean;
  /** Sends one statement, metered. @throws what the server or the driver says */
  send(what: string, order: Omit<Order, 'inTransaction'>): Ran;
}

/** How a transaction begins and ends without the methods of its connection. */
const TRANSACTION =
  /^(?:begin|start|commit|end|abort|prepare\s+transaction|rollback(?!\s+(?:(?:work|transaction)\s+)?to\b))\b/;

export class StatementWork {
  #current: JdbcResultSet | undefined;
  #isClosed = false;
  #maxRows = 0;
  #timeout = 0;
  constructor(
    private readonly run: Run,
    private readonly sender: Sender,
  ) {}

  execute(statement: Statement): boolean {
    return this.#send('execute', statement).columns.length > 0;
  }

  executeQuery(statement: Statement): object | null {
    const { columns } = this.#send('executeQuery', statement);
    if (!columns.length) throw this.run.exception('No results were returned by the query.');
    return this.resultSet();
  }

  executeUpdate(statement: Statement): number {
    const { columns, count } = this.#send('executeUpdate', statement);
    if (columns.length) throw this.run.exception('A result was returned when none was expected.');
    return count;
  }

  resultSet(): object | null {
    this.refuseIfClosed();
    return this.#current ? guard(this.run, 'JdbcResultSet', this.#current) : null;
  }

  setQueryTimeout(seconds: number): void {
    this.refuseIfClosed();
    if (seconds < 0)
      throw this.run.exception('Query timeout must be a value greater than or equals to 0.');
    this.#timeout = seconds;
  }

  setMaxRows(max: number): void {
    this.refuseIfClosed();
    if (max < 0) {
      throw this.run.exception('Maximum number of rows must be a value grater than or equal to 0.');
    }
    this.#maxRows = max;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** @throws the driver's words */
  refuseIfClosed(): void {
    if (this.#isClosed || this.sender.isClosed()) {
      throw this.run.exception('This statement has been closed.');
    }
  }

  #send(how: string, statement: Statement): Outcome {
    this.refuseIfClosed();
    this.#current?.close();
    this.#current = undefined;
    const what = `${how} ${statement.sql.replace(/\s+/g, ' ').trim().slice(0, 200)}`;
    const { outcome } = this.sender.send(what, { ...statement, timeout: this.#timeout });
    const { columns, rows } = outcome as Outcome;
    if (columns.length) {
      const shown = this.#maxRows > 0 ? rows.slice(0, this.#maxRows) : rows;
      const isClosed = () => this.#isClosed || this.sender.isClosed();
      this.#current = new JdbcResultSet(this.run, columns, shown, isClosed);
    }
    return outcome as Outcome;
  }
}

/**
 * Reads a statement of the script.
 *
 * @param isPrepared question marks are parameters
 * @throws for what the stand-in does not have: several statements in one, transactions by statement
 */
export function readStatement(
  run: Run,
  text: string,
  isPrepared: boolean,
): { sql: string; parameters: number } {
  const { sql, parameters, isSeveral } = numbered(text, isPrepared);
  if (isSeveral) throw run.lacks('Jdbc with several statements in one');
  const [word] = TRANSACTION.exec(beginning(text)) ?? [];
  if (word) throw run.lacks(`Jdbc with ${word} as a statement (setAutoCommit, commit, rollback)`);
  return { sql, parameters };
}
