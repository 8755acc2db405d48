/** The database that a run on Google connects to, where the environment names one. */
import type { DatabaseAddress } from '../apps-script/conformance/script/database';
import { Failure } from '../deploy/failure';

/** @throws Failure when what it says is no address */
export function databaseIn({
  CONFORMANCE_DATABASE: given,
}: Record<string, string | undefined>): DatabaseAddress | null {
  if (!given) return null;
  const address = URL.canParse(given) ? new URL(given) : null;
  if (!address || !/^postgres(?:ql)?:$/.test(address.protocol) || !address.hostname) {
    throw new Failure('CONFORMANCE_DATABASE is no address of a database.', [
      'Write it as postgres://user:password@host:5432/name, or leave it out.',
    ]);
  }
  return {
    url: `jdbc:postgresql://${address.hostname}:${address.port || '5432'}${address.pathname}?ssl=true`,
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
  };
}
