/** The tab Clients as owners have it: as new, as older versions made it, and as they have moved it. */
import type { Business } from './business';

/** The order of the columns in version 0.1.0. */
const FIRST_VERSION = [
  'Phone',
  'Name',
  'Invited by',
  "Inviter's name",
  'Joined',
  'Last message',
  'Notice',
  'Note',
  'Code',
  'Messenger id',
  'Stopped',
];

/** The columns as version 0.1.0 made them, and called them. */
export function asInFirstVersion({ script }: Pick<Business, 'script'>): void {
  for (const [index, heading] of FIRST_VERSION.entries()) {
    script.spreadsheet.moveColumn('Clients', heading, index + 1);
  }
  const ids = script.spreadsheet.columnOf('Clients', 'Messenger id');
  script.spreadsheet.type('Clients', 1, ids, 'WhatsApp id');
}

/** The owner has columns of their own among those that people are found by. */
export function withOwnColumns({ script }: Pick<Business, 'script'>): void {
  const sheet = script.spreadsheet;
  for (const [before, heading] of [
    ['Notice', 'Birthday'],
    ['Code', 'Size'],
    ['Name', 'VIP'],
  ] as const) {
    const column = sheet.columnOf('Clients', before);
    sheet.insertColumn('Clients', column);
    sheet.type('Clients', 1, column, heading);
  }
}

/** The headings of the tab Clients, from the left. */
export function headingsOf({ script }: Pick<Business, 'script'>): string[] {
  return script.spreadsheet.rows('Clients')[0] ?? [];
}
