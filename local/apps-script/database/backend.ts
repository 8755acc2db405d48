/** What a database behind Jdbc has to do, whichever of the two it is: PostgreSQL in WebAssembly, or a real server. */

/** What a user may do: everything in its database, also make schemas; make tables in `public`; only what others have granted. */
export type Rights = 'owner' | 'tables' | 'connect';

/** The users of one database, by name. */
export type Users = Record<string, Rights>;

/** One statement with its parameters, as text, and their types, as PostgreSQL numbers them. */
export interface Statement {
  sql: string;
  values: (string | null)[];
  types: number[];
}

/** What a statement came to; values are text as the server writes them. */
export interface Outcome {
  columns: { name: string; type: number }[];
  rows: (string | null)[][];
  /** Rows written. */
  count: number;
  /** Such as SELECT or ROLLBACK. */
  command: string;
}

/** One session of a user in a database, or of the superuser. */
export interface Session {
  id: number;
  /** Which database: each world has its own. */
  database: string;
  users: Users;
  /** The superuser when left out. */
  user?: string;
}

/** Rejects with the server's error as its driver gives it, or with an `Error` that says what a test has done wrong. */
export interface Backend {
  connect(session: Session): Promise<void>;
  run(id: number, statement: Statement): Promise<Outcome>;
  /** Ends a session, with its transaction rolled back. */
  close(id: number): Promise<void>;
  /** Removes a database and all that is in it; its sessions are closed. */
  drop(database: string): Promise<void>;
}

/** What makes a fresh `public` as PostgreSQL makes it, and gives each user its rights; `database`: as the server calls it. */
export function grants(database: string, users: Users): string {
  const owner = Object.keys(users).find((name) => users[name] === 'owner') ?? 'postgres';
  const makers = Object.keys(users).filter((name) => users[name] === 'tables');
  return [
    `alter database ${quoted(database)} owner to ${quoted(owner)}`,
    ...makers.map((name) => `grant create on schema public to ${quoted(name)}`),
  ].join('; ');
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
