/** What waits in the base, for *Check set-up*. */
import { clientsSheet, readColumns } from '../script/base';
import { databaseOf, isInDatabase } from '../script/books';
import type { Services } from '../script/services';
import { isByReading } from '../script/tabs';
import { timeOf } from '../sheet/cells';
import { headerOf } from '../sheet/header';
import { findCells, readCells } from '../sheet/search';
import { columnsOf, letters } from '../sheet/tabs';
import { waitingIn } from '../sql/overview';
import type { NoticesWaiting } from './wire';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Two searches, and one column read: in a large base whole columns take a second each. */
export function noticesWaiting(services: Services): NoticesWaiting {
  const opener = { services, store: services.properties.getProperties() };
  const since = services.now() - DAY_MS;
  if (isInDatabase(opener)) return waitingIn(databaseOf(opener), since);
  const sheet = clientsSheet(services);
  const notice = letters(columnsOf(headerOf(sheet), ['Notice']).get('Notice') ?? 0);
  const find = isByReading(opener.store) ? readCells : findCells;
  const beginning = (words: string) =>
    notice ? find(sheet.getRange(`${notice}2:${notice}`), `^${words}.*$`).length : 0;
  const [cells = []] = readColumns(sheet, ['Last message'], 2, sheet.getLastRow());
  const lastMessages = cells.flatMap((cell) => timeOf(cell) ?? []);
  return {
    waits: beginning('waits for '),
    late: beginning('not yet: '),
    today: lastMessages.filter((at) => at > since).length,
    written: lastMessages.length > 0,
  };
}
