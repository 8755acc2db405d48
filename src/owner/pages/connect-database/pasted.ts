/** An address as database services give it: taken apart, as far as it goes. */
import type { DatabaseEntered } from '../../wire';

/** What a pasted `postgres://user:password@host:port/name?…` says; null where it is none. */
export function takenApart(pasted: string): Partial<DatabaseEntered> | null {
  const found =
    /^\s*(?:jdbc:)?postgres(?:ql)?:\/\/(?:([^:@/]*)(?::(.*))?@)?([^@:/?]+)(?::(\d+))?(?:\/([^?]*))?/i.exec(
      pasted,
    );
  if (!found) return null;
  const [, user = '', password = '', host = '', port = '', name = ''] = found;
  const said = { user, password, host, port: port || '5432', name: name.trim() };
  return Object.fromEntries(
    Object.entries(said)
      .filter(([, text]) => text)
      .map(([field, text]) => [field, decoded(text)]),
  );
}

/** A password may hold a % of its own. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
