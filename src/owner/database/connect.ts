/** *Connect a database…*: tries what the owner entered, keeps it where it works, and makes the schema. */
import { phaseOf } from '../../script/back/state';
import { isInDatabase } from '../../script/books';
import { noteSuccess, whyDown } from '../../script/breaker';
import { type DatabaseAddress, openAt } from '../../script/database';
import { DATABASE, DATABASE_NEXT, type Store } from '../../script/properties';
import type { Services } from '../../script/services';
import type { Database } from '../../sql/database';
import { migrate } from '../../sql/schema';
import type { DatabaseEntered, DatabaseFound, DatabaseState } from '../wire-database';
import { lookAt, sign } from './look';
import { addressIn, addressOf, placeOf } from './place';

export function databaseState({ properties }: Services): DatabaseState {
  const store = properties.getProperties();
  const address = addressIn(store);
  return {
    place: address && placeOf(address),
    inUse: isInDatabase({ store }),
    back: backIn(store),
    down: whyDown(store),
  };
}

/** How it stands with the way back; what is only tidied away is done. */
function backIn(store: Store): DatabaseState['back'] {
  const phase = isInDatabase({ store }) ? phaseOf(store) : null;
  return phase === 'tidying' ? 'coming' : phase;
}

/**
 * Connects at once, whatever has failed before, and keeps the address where it can be used.
 *
 * @throws Error with what is wrong with what was entered, {DatabaseDown} with what Google says
 */
export function connectDatabase(services: Services, entered: DatabaseEntered): DatabaseFound {
  const store = services.properties.getProperties();
  const address = addressOf(entered, addressIn(store));
  const found = within(address, services, (database) => lookAt(database, idOf(services)));
  const inUse = isInDatabase({ store });
  if (inUse && found.whose !== 'ours') {
    throw new Error(
      'Your clients are not in that database. Enter the one in which they are; if it has moved to another server, move what is in it first.',
    );
  }
  if (found.whose === 'another') return found;
  services.properties.setProperty(inUse ? DATABASE : DATABASE_NEXT, JSON.stringify(address));
  noteSuccess({ store, services });
  return found;
}

/** What stands in the database that is connected; null where none is. @throws {DatabaseDown} with what Google says */
export function lookAtDatabase(services: Services): DatabaseFound | null {
  const address = addressIn(services.properties.getProperties());
  if (!address) return null;
  return within(address, services, (database) => lookAt(database, idOf(services)));
}

/** Makes the schema, or brings it to this program's form. @throws Error when another spreadsheet's clients are there */
export function makeSchema(services: Services): DatabaseFound {
  return inConnected(services, (database) => {
    const id = idOf(services);
    refuseOthers(lookAt(database, id));
    migrate(database);
    sign(database, id, services.spreadsheet.getName());
    const found = lookAt(database, id);
    refuseOthers(found);
    return found;
  });
}

/** @throws Error when no database is connected */
export function inConnected<T>(services: Services, work: (database: Database) => T): T {
  const address = addressIn(services.properties.getProperties());
  if (!address) throw new Error('No database is connected: enter where it is, and check it.');
  return within(address, services, work);
}

function within<T>(
  address: DatabaseAddress,
  services: Services,
  work: (database: Database) => T,
): T {
  const database = openAt(address, services);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function idOf({ spreadsheet }: Services): string {
  return spreadsheet.getId();
}

/** @throws Error when another spreadsheet's clients are there */
export function refuseOthers({ whose, title }: DatabaseFound): void {
  if (whose !== 'another') return;
  throw new Error(
    `The clients of another spreadsheet (“${title}”) are in this database. They stay as they are: use a database of its own for this one.`,
  );
}
