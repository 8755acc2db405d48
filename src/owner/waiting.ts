/** What waits in the base, for *Check set-up*. */
import { column } from '../script/base';
import { databaseOf, isInDatabase } from '../script/books';
import type { Services } from '../script/services';
import { waitingIn } from '../sql/overview';
import type { NoticesWaiting } from './wire';

const DAY_MS = 24 * 60 * 60 * 1000;

export function noticesWaiting(services: Services): NoticesWaiting {
  const opener = { services, store: services.properties.getProperties() };
  const since = services.now() - DAY_MS;
  if (isInDatabase(opener)) return waitingIn(databaseOf(opener), since);
  const notices = column(services, 'Notice').map(String);
  const beginning = (words: string) => notices.filter((one) => one.startsWith(words)).length;
  const lastMessages = column(services, 'Last message');
  return {
    waits: beginning('waits for '),
    late: beginning('not yet: '),
    today: lastMessages.filter((at) => typeof at === 'number' && at > since).length,
    written: column(services, 'Messenger id').some(Boolean),
  };
}
