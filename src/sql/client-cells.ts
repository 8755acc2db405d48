/** One row of the table of clients: from JSON to a client and back, and the keys that lead to it. */
import type { Client } from '../program/model';
import { canonicalPhone, isPhone } from '../program/phone';

/** Which field stands in which column. */
const COLUMNS: Record<keyof Client, string> = {
  phone: 'phone',
  name: 'name',
  invitedBy: 'invited_by',
  inviterName: 'inviter_name',
  joined: 'joined',
  lastMessage: 'last_message',
  notice: 'notice',
  note: 'note',
  code: 'code',
  ids: 'ids',
  stopped: 'stopped',
  counts: 'counts',
  check: 'checked',
};

/** The columns of the program's own fields. */
export const CLIENT_COLUMNS: readonly string[] = Object.values(COLUMNS);

/** A row as the database gives it. */
export interface ClientCells {
  id: number;
  version: number;
  /** What stands in the owner's columns, by their headings. */
  own: Record<string, string>;
  [column: string]: unknown;
}

/** The columns that a row is given with, for a `select` from the table named `c`. */
export const GIVEN = `json_build_object('id', c.id, 'version', c.version, 'own', c.own, ${Object.values(
  COLUMNS,
)
  .map((column) => `'${column}', c.${column}`)
  .join(', ')})`;

/** A row as a client. */
export function clientOf(cells: ClientCells): Client {
  const fields = Object.keys(COLUMNS) as (keyof Client)[];
  const client = Object.fromEntries(fields.map((field) => [field, cells[COLUMNS[field]]]));
  return { ...client, ids: String(cells.ids).split(' ').filter(Boolean) } as unknown as Client;
}

/** Fields as columns. */
export function cellsOf(set: Partial<Client>): Record<string, unknown> {
  const fields = (Object.keys(set) as (keyof Client)[]).filter((field) => set[field] !== undefined);
  return Object.fromEntries(
    fields.map((field) => [
      COLUMNS[field],
      field === 'ids' ? (set.ids ?? []).join(' ') : set[field],
    ]),
  );
}

/** What a row is found by: its number, canonical, and its ids. */
export function keysToFind({ phone, ids }: Pick<Client, 'phone' | 'ids'>): string[] {
  const keys = [phone, ...ids].filter(Boolean);
  return [...new Set(keys.map((key) => (isPhone(key) ? canonicalPhone(key) : key)))];
}
