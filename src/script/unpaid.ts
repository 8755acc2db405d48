/** That the provider wants to be paid first: noted when it says so, and told by the pages until it has been quiet. */
import { noteProperties } from './notes';
import type { Script } from './program';
import { parsed, type Store, UNPAID } from './properties';

/** It is noted again only after so long. */
const AGAIN_MS = 60 * 60 * 1000;

/** Whoever has paid hears no more of it after so long without another refusal. */
const QUIET_MS = 3 * 24 * 60 * 60 * 1000;

interface Unpaid {
  what: string;
  toDo: string;
  /** When it was last told, in milliseconds. */
  at: number;
}

export function noteUnpaid(
  { what, toDo }: Omit<Unpaid, 'at'>,
  script: Pick<Script, 'services' | 'store'>,
): void {
  const { services, store } = script;
  const at = services.now();
  if (at - (parsed<Unpaid>(store[UNPAID])?.at ?? 0) < AGAIN_MS) return;
  store[UNPAID] = JSON.stringify({ what, toDo, at });
  noteProperties({ [UNPAID]: store[UNPAID] }, script);
}

/** Null when all is paid, as far as anybody tells. */
export function unpaidIn(store: Store, now: number): Unpaid | null {
  const unpaid = parsed<Unpaid>(store[UNPAID]);
  return unpaid && now - unpaid.at < QUIET_MS ? unpaid : null;
}
