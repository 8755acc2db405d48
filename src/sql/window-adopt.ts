/** Finds rows of a tab in the database, when the base has just moved there. */
import { askByIndex, type Database, parsedOr } from './database';
import { SHOWN, type WindowCells, type WindowTable } from './window';

/** A row as it stands in the database. */
export interface Adopted extends WindowCells {
  /** 1 as long as nobody has changed it. */
  version: number;
  /** Whether it belongs into the window. */
  isNewest: boolean;
}

/** Rows by their keys: of clients their numbers, ids and codes. One statement. */
export function adoptable(
  { table, columns }: WindowTable,
  keys: string[],
  database: Database,
): Map<string, Adopted> {
  const name = `sheet_referrals.${table}`;
  const pairs =
    table === 'rewards'
      ? `select key, id from ${name} where key <> '' and key = any ((select keys from asked)::text[])`
      : `select key, client from sheet_referrals.client_keys where key = any ((select keys from asked)::text[])
        union select code, id from ${name} where code <> '' and code = any ((select keys from asked)::text[])`;
  const text = askByIndex(
    database,
    `with
    asked as (select array(select jsonb_array_elements_text($1)) keys),
    pairs(key, id) as (${pairs}),
    newest as (select coalesce(min(id), 0) first from (select id from ${name} order by id desc limit ${SHOWN}) one)
    select json_build_object(
      'keys', (select coalesce(json_object_agg(key, id), '{}') from pairs),
      'rows', (select coalesce(json_agg(json_build_object(
        'id', c.id, 'version', c.version, 'own', c.own, 'isNewest', c.id >= newest.first,
        ${columns.map((one) => `'${one}', c.${one}`).join(', ')}
      )), '[]') from ${name} c, newest where c.id in (select id from pairs))
    )::text`,
    keys,
  );
  const found = parsedOr<{ keys: Record<string, number>; rows: Adopted[] }>(text, {
    keys: {},
    rows: [],
  });
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  return new Map(
    Object.entries(found.keys).flatMap(([key, id]): [string, Adopted][] => {
      const row = byId.get(id);
      return row ? [[key, row]] : [];
    }),
  );
}
