/** Where the owner's database is: out of what was entered, into Script Properties, and back without the password. */
import type { DatabaseAddress } from '../../script/database';
import { DATABASE, DATABASE_NEXT, parsed, type Store } from '../../script/properties';
import type { DatabaseEntered, DatabasePlace } from '../wire-database';

/** What an address may consist of: nothing in it can become an option of the connection. */
const HOST = /^[\w.-]+$/;
const PORT = /^\d{1,5}$/;

/** The database of the base, or one that is only connected; null where there is neither. */
export function addressIn(store: Store): DatabaseAddress | null {
  return parsed<DatabaseAddress>(store[DATABASE]) ?? parsed<DatabaseAddress>(store[DATABASE_NEXT]);
}

/**
 * The address of what was entered.
 *
 * @param stored whose password goes on where none was entered
 * @throws Error that says what is missing, or cannot be right
 */
export function addressOf(
  entered: DatabaseEntered,
  stored: DatabaseAddress | null,
): DatabaseAddress {
  const [host, port, name, user] = [entered.host, entered.port, entered.name, entered.user].map(
    (text) => String(text).trim(),
  ) as [string, string, string, string];
  if (!HOST.test(host))
    throw new Error('The address is the server’s name alone, such as db.example.com.');
  if (!PORT.test(port)) throw new Error('The port is a number, mostly 5432.');
  if (!name || !user) throw new Error('Enter the database’s name and the user, too.');
  const url = `jdbc:postgresql://${host}:${port}/${encodeURIComponent(name)}?ssl=true`;
  const isSame = stored?.url === url && stored.user === user;
  const password = String(entered.password) || (isSame ? stored.password : '');
  if (!password) throw new Error('Enter the password.');
  return { url, user, password };
}

/** The same without the password. */
export function placeOf({ url, user }: DatabaseAddress): DatabasePlace {
  const [, host = '', port = '', name = ''] =
    /^jdbc:postgresql:\/\/(.*):(\d+)\/([^?]*)/.exec(url) ?? [];
  return { host, port, name: decodeURIComponent(name), user };
}
