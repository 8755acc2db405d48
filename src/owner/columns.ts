/** The order of the columns in the Clients tab: what it costs, and a better one where the owner wants it. */
import { clientsSheet } from '../script/base';
import { beginMove, endMove } from '../script/columns-move';
import { locked } from '../script/lock';
import type { Services } from '../script/services';
import { moveTogether } from '../sheet/columns';
import { timeSearches } from './experiments';
import type { SearchesTimed } from './wire';

/** Whoever began to answer before they could know of the move is done after so long: a fetch ends after twenty seconds. */
const UNDER_WAY_MS = 60_000;

/**
 * Moves the columns together, in the middle of traffic. Takes a minute and more.
 *
 * @returns what searches take afterwards
 * @throws {Busy} when the lock is not to be had, {MissingTab}, and whatever Google refuses
 */
export function moveColumns(services: Services): SearchesTimed | null {
  beginMove(services);
  try {
    services.sleep(UNDER_WAY_MS);
    locked(services, () => moveTogether(clientsSheet(services)));
  } finally {
    endMove(services);
  }
  return timeSearches(services);
}
