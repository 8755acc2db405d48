/** How many people the spreadsheet has room for, and columns of the Clients tab that take it away. */
import { clientsSheet } from '../script/base';
import { isInDatabase } from '../script/books';
import { locked } from '../script/lock';
import type { Services } from '../script/services';
import { deleteEmptyColumns as deleteIn, emptyColumns } from '../sheet/grow';
import type { Room } from './wire';

/** Google's limit, in cells; empty ones count. */
export const MOST_CELLS = 10_000_000;

export function room(services: Services): Room {
  const clients = clientsSheet(services);
  const empty = emptyColumns(clients);
  if (isInDatabase({ store: services.properties.getProperties() })) {
    return { people: null, empty, without: null };
  }
  const others = services.spreadsheet
    .getSheets()
    .filter((sheet) => sheet.getSheetId() !== clients.getSheetId())
    .reduce((cells, sheet) => cells + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
  const columns = clients.getMaxColumns();
  const people = (width: number) => Math.floor((MOST_CELLS - others) / width);
  return { people: people(columns), empty, without: people(columns - empty) };
}

/** Deletes the empty columns at the right of the Clients tab, which the owner has asked for. */
export function deleteEmptyColumns(services: Services): Room {
  locked(services, () => deleteIn(clientsSheet(services)));
  return room(services);
}
