/**
 * The database over Google's Jdbc: one connection an execution, made when it is first needed. A statement stands by
 * itself (nothing is left open between two of them), so that a pooler may stand in front, and nothing waits for a script
 * that has died.
 */
import { masked } from '../program/masked';
import { type Database, DatabaseDown, databaseError } from '../sql/database';
import { isDown, noteFailure, noteSuccess, whyDown } from './breaker';
import { DATABASE, parsed, type Store } from './properties';
import type { Services } from './services';

type Connection = GoogleAppsScript.JDBC.JdbcConnection;
type Statement = GoogleAppsScript.JDBC.JdbcPreparedStatement;

/** Where a database is, and how to get in; it is kept in Script Properties. */
export interface DatabaseAddress {
  /** `jdbc:postgresql://host:port/name?ssl=true`. */
  url: string;
  user: string;
  password: string;
}

/** No statement may keep an execution from ending before others take up its work. */
const TIMEOUT_SECONDS = 20;

class JdbcDatabase implements Database {
  private connection?: Connection;
  /** Whether something was written of which nobody has left word yet: see `window/keep.ts`. */
  isNews = false;

  /** @param connect makes the connection. @throws what Google says when it cannot be made */
  constructor(private readonly connect: () => Connection) {}

  ask(sql: string, ...values: string[]): string {
    return this.doing(sql, values, (statement) => {
      const rows = statement.executeQuery();
      return rows.next() ? ((rows.getString(1) as string | null) ?? '') : '';
    });
  }

  run(sql: string, ...values: string[]): void {
    this.isNews = true;
    if (values.length) {
      this.doing(sql, values, (statement) => statement.execute());
      return;
    }
    // Nothing is prepared, so that question marks of its own may stand in it.
    this.within((connection) => {
      const statement = connection.createStatement();
      statement.execute(sql);
      statement.close();
    });
  }

  close(): void {
    const { connection } = this;
    delete this.connection;
    try {
      connection?.close();
    } catch {
      // It is gone already.
    }
  }

  private doing<T>(sql: string, values: string[], work: (statement: Statement) => T): T {
    return this.within((connection) => {
      const statement = connection.prepareStatement(sql);
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      values.forEach((value, index) => {
        statement.setString(index + 1, value);
      });
      const result = work(statement);
      statement.close();
      return result;
    });
  }

  private within<T>(work: (connection: Connection) => T): T {
    this.connection ??= this.connect();
    try {
      return work(this.connection);
    } catch (error) {
      // Whether it can be used any longer nobody knows.
      this.close();
      throw databaseError(error);
    }
  }
}

/**
 * The database in which the base is, over a connection that is made when it is needed.
 *
 * @throws {DatabaseDown} with the first statement, when it cannot be reached or nobody is to try now
 */
export function openDatabase(store: Store, services: Services): JdbcDatabase {
  return new JdbcDatabase(() => {
    const address = parsed<DatabaseAddress>(store[DATABASE]);
    if (!address) throw new DatabaseDown('no database is connected');
    if (isDown(store, services.now())) throw new DatabaseDown(whyDown(store));
    try {
      const connection = connectTo(address, services);
      noteSuccess({ store, services });
      return connection;
    } catch (error) {
      const why = said(error, address);
      noteFailure(why, { store, services });
      throw new DatabaseDown(why);
    }
  });
}

/**
 * A database at an address that the owner has entered, whether anything is kept there or not.
 *
 * @throws {DatabaseDown} with the first statement, when it cannot be reached or does not let the user in
 */
export function openAt(address: DatabaseAddress, services: Services): JdbcDatabase {
  return new JdbcDatabase(() => {
    try {
      return connectTo(address, services);
    } catch (error) {
      throw new DatabaseDown(said(error, address));
    }
  });
}

/** @throws what Google says when it cannot be reached, or does not let the user in */
function connectTo({ url, user, password }: DatabaseAddress, services: Services) {
  return services.jdbc.getConnection(url, user, password);
}

/** An error's words, without the password and without phone numbers. */
function said(error: unknown, { password }: DatabaseAddress): string {
  return masked((error as Error).message.replaceAll(password || '\n', '···'));
}
