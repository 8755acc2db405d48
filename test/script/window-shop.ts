/** A shop whose base is a database: the tabs Clients and Rewards are windows of it. */
import { Business, type BusinessOptions, MINUTE } from '../support/business';

type Row = Record<string, string | null>;

/** A shop with a database, before the trigger has looked. */
export function windowShop(options: BusinessOptions = {}): Business {
  return new Business({ ...options, base: 'database' });
}

/** The rows of a window as the owner sees them, by their headings. */
export function shown(shop: Business, tab = 'Clients'): Record<string, string>[] {
  const [headings = [], ...rows] = shop.script.spreadsheet.rows(tab);
  return rows.map((cells) =>
    Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
  );
}

/** So many people in the database. */
export function people(shop: Business, count: number, first = 1): void {
  shop.script.database.query(
    `with added as (
      insert into sheet_referrals.clients (phone, name, code, ids, joined)
      select '4915${10_000_000}'::bigint + n || '', 'Person ' || n, 'p' || lpad(n::text, 7, '0'), '4915${10_000_000}'::bigint + n || '', ${shop.script.clock.now}
      from generate_series($1::int, $2::int) n returning id, phone
    ) insert into sheet_referrals.client_keys select phone, id from added`,
    [String(first), String(first + count - 1)],
  );
}

/** The rows of a table, the oldest first. */
export function stored(shop: Business, table: 'clients' | 'rewards' = 'clients'): Row[] {
  return shop.script.database.query(`select * from sheet_referrals.${table} order by id`);
}

/** The trigger looks whatever was seen. */
export function looks(shop: Business): void {
  shop.wait(11 * MINUTE);
}

/** The owner types into a cell; `edits` tells of it as Sheets does. */
export function types(
  shop: Business,
  row: number,
  under: string | number,
  text: string,
  tab = 'Clients',
) {
  shop.script.spreadsheet.type(tab, row, under, text);
}

/** The row in which a name stands. */
export function rowOf(shop: Business, name: string, tab = 'Clients'): number {
  const at = shown(shop, tab).findIndex((row) => row.Name === name);
  if (at < 0) throw new Error(`There is no ${name} in the tab ${tab}`);
  return at + 2;
}

/** Somebody else changes a row of the database, as a message does. */
export function changed(shop: Business, name: string, set: Record<string, string>): void {
  const columns = Object.keys(set).map((column, index) => `${column} = $${index + 2}`);
  shop.script.database.query(
    `update sheet_referrals.clients set ${columns.join(', ')}, version = version + 1,
      changed = nextval('sheet_referrals.changes') where name = $1`,
    [name, ...Object.values(set)],
  );
}
