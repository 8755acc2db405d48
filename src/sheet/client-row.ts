/** One row of the Clients tab: from cells to a client and back. */
import type { Client } from '../program/model';
import { canonicalPhone, readPhone } from '../program/phone';
import { appendedTextCell, textCell, textOf, timeOf } from './cells';
import type { ClientHeading } from './tabs';

/** Which field stands under which heading. */
const FIELDS: Record<ClientHeading, keyof Client> = {
  Phone: 'phone',
  Name: 'name',
  'Invited by': 'invitedBy',
  "Inviter's name": 'inviterName',
  Joined: 'joined',
  'Last message': 'lastMessage',
  Notice: 'notice',
  Note: 'note',
  Code: 'code',
  'Messenger id': 'ids',
  Stopped: 'stopped',
  Counts: 'counts',
  Check: 'check',
};

/** A number typed by the owner ("+7 999 …") counts as the number it is. */
function phoneIn(text: string): string {
  const phone = readPhone(text);
  return phone ? canonicalPhone(phone) : text;
}

/**
 * Reads a row.
 *
 * @param cells the row's values
 * @param first the 1-based column of the first of them
 */
export function readClient(
  cells: unknown[],
  columns: Map<ClientHeading, number>,
  first: number,
): Client {
  const cell = (heading: ClientHeading) => {
    const column = columns.get(heading);
    return column === undefined ? '' : cells[column - first];
  };
  const text = (heading: ClientHeading) => textOf(cell(heading)).trim();
  return {
    phone: phoneIn(text('Phone')),
    name: text('Name'),
    invitedBy: phoneIn(text('Invited by')),
    inviterName: text("Inviter's name"),
    joined: timeOf(cell('Joined')),
    lastMessage: timeOf(cell('Last message')),
    notice: text('Notice'),
    note: text('Note'),
    code: text('Code'),
    ids: text('Messenger id').split(/\s+/).filter(Boolean),
    stopped: timeOf(cell('Stopped')) ?? (text('Stopped') ? 0 : null),
    counts: text('Counts'),
    check: text('Check'),
  };
}

/** Changes a client and tells which columns that touches. */
export function writeClient(client: Client, set: Partial<Client>): ClientHeading[] {
  const touched: ClientHeading[] = [];
  for (const heading of Object.keys(FIELDS) as ClientHeading[]) {
    const field = FIELDS[heading];
    if (!(field in set) || String(client[field]) === String(set[field])) continue;
    touched.push(heading);
  }
  Object.assign(client, set);
  return touched;
}

/** The cells of a client's row from column `start` to `end`; '' where a column is the owner's own. */
export function cellsOf(
  client: Client,
  columns: Map<ClientHeading, number>,
  start: number,
  end: number,
  appended: boolean,
): (string | Date)[] {
  const cells: (string | Date)[] = Array.from({ length: end - start + 1 }, () => '');
  for (const [heading, column] of columns) {
    if (column >= start && column <= end) cells[column - start] = cellOf(client, heading, appended);
  }
  return cells;
}

/** One cell of a client's row. */
export function cellOf(client: Client, heading: ClientHeading, appended: boolean): string | Date {
  const value = client[FIELDS[heading]];
  if (value === null) return '';
  if (typeof value === 'number') return value ? new Date(value) : 'yes';
  const text = Array.isArray(value) ? value.join(' ') : value;
  return appended ? appendedTextCell(text) : textCell(text);
}
