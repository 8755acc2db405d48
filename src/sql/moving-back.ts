/** The database's side of the way back into the sheet: who is to come, and what rows say, so that both sides can be compared. */
import { askByIndex, type Database, parsedOr } from './database';
import type { Table } from './moving';
import { SHOWN } from './window';

/** So many rows are compared by one checksum. */
export const COMPARED_ROWS = 2000;

/** What of a table is compared. */
interface Compared {
  table: Table;
  /** Its columns in their order; of times only the whole seconds count. */
  columns: readonly { column: string; isTime: boolean }[];
  /** The owner's headings in their order. */
  own: readonly string[];
}

/** Signs that nobody types: between the fields of a row, and between rows. */
const [FIELD = '', ROW = ''] = ['%1f', '%1e'].map(decodeURIComponent);

/** The ids that come next, in their order. @param after 0 for the first */
export function idsAfter(table: Table, after: number, most: number, database: Database): number[] {
  const text = database.ask(
    `select json_agg(id order by id)::text from (
      select id from sheet_referrals.${table} where id > ?::bigint order by id limit ${most}) one`,
    String(after),
  );
  return parsedOr<number[]>(text, []);
}

/** Whose keys these are: of clients their numbers, ids and codes. */
export function idsBy(table: Table, keys: string[], database: Database): Map<string, number> {
  const name = `sheet_referrals.${table}`;
  const asked = 'any (array(select jsonb_array_elements_text($1)))';
  const pairs =
    table === 'rewards'
      ? `select key, id from ${name} where key <> '' and key = ${asked}`
      : `select key, client from sheet_referrals.client_keys where key = ${asked}
        union select code, id from ${name} where code <> '' and code = ${asked}`;
  const text = askByIndex(
    database,
    `with pairs(key, id) as (${pairs}) select json_object_agg(key, id)::text from pairs`,
    keys,
  );
  return new Map(Object.entries(parsedOr<Record<string, number>>(text, {})));
}

/** The first id that a window shows of its own accord; 0 where nobody is there. */
export function firstShown(table: Table, database: Database): number {
  return Number(
    database.ask(`select coalesce(min(id), 0)::text from (
      select id from sheet_referrals.${table} order by id desc limit ${SHOWN}) one`),
  );
}

/** How many rows a table has. */
export function countOf(table: Table, database: Database): number {
  return Number(database.ask(`select count(*)::text from sheet_referrals.${table}`));
}

/** Every heading of the owner's below which something is kept. */
export function ownHeadings(table: Table, database: Database): string[] {
  const text = database.ask(`select json_agg(distinct one.key order by one.key)::text
    from sheet_referrals.${table}, jsonb_each_text(own) one where own <> '{}' and one.value <> ''`);
  return parsedOr<string[]>(text, []);
}

/** What a row says: its fields in the order of {@link Compared}, the owner's, and the remark beside it. */
export function saidBy(fields: readonly (string | number | null)[]): string {
  return fields.map((field) => String(field ?? '')).join(FIELD);
}

/** What rows say, as {@link digestsOf} has it. */
export function saidByAll(rows: readonly string[]): string {
  return rows.join(ROW);
}

/** What rows say in the order of their ids here, as the MD5 of each {@link COMPARED_ROWS}: one statement. */
export function digestsOf(
  { table, columns, own }: Compared,
  ids: number[],
  database: Database,
): string[] {
  if (!ids.length) return [];
  const fields = columns.map(({ column, isTime }) =>
    isTime ? `coalesce((c.${column} / 1000)::text, '')` : `coalesce(c.${column}::text, '')`,
  );
  const owners = own.map((_, index) => `coalesce(c.own ->> ($1->'own'->>${index}), '')`);
  const remark = table === 'rewards' ? ['c.remark'] : [];
  const text = askByIndex(
    database,
    `select json_agg(digest order by piece)::text from (
      select (n - 1) / ${COMPARED_ROWS} piece,
        md5(string_agg(${[...fields, ...owners, ...remark].join(' || chr(31) || ')}, chr(30) order by n)) digest
      from jsonb_array_elements_text($1->'ids') with ordinality t(id, n)
      join sheet_referrals.${table} c on c.id = t.id::bigint group by 1) pieces`,
    { ids, own },
  );
  return parsedOr<string[]>(text, []);
}
