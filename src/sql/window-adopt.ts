/**
 * Rows of a tab when the base has just moved: whose each of them is. What has arrived stays until its row is found in the
 * tab, and says what stood there at the switch.
 */
import { askByIndex, type Database, parsedOr } from './database';
import { SHOWN, type WindowCells, type WindowTable } from './window';

/** A row as it stood in the tab at the switch, which nobody has found there yet. */
export interface Moved extends WindowCells {
  /** Whether it is in the table by now. */
  isThere: boolean;
}

/** What {@link movedRows} gives. */
interface MovedRows {
  rows: Moved[];
  /** The first id that belongs into the window. */
  first: number;
}

/** How far the rows of a tab are: `begun` before the first one. */
type Adopting = 'begun' | 'going' | '';

type Name = WindowTable['table'];

/** How far it is; '' where nobody has moved, or all is done. */
export function adoptingOf(table: Name, database: Database): Adopting {
  return database.ask(
    'select value from sheet_referrals.shop where name = ?',
    `adopting.${table}`,
  ) as Adopting;
}

/** No mark of an earlier time stands in the tab any more. */
export function beginAdopting(table: Name, database: Database): void {
  database.run(
    "update sheet_referrals.shop set value = 'going' where name = ?",
    `adopting.${table}`,
  );
}

/**
 * Rows that are to be found yet: those with some keys (of clients their numbers, ids and codes), those with some ids, and
 * the next ones in the order in which they stood in the tab. One statement.
 */
export function movedRows(
  { table, columns }: WindowTable,
  asked: { keys: string[]; ids: number[]; next: number },
  database: Database,
): MovedRows {
  const name = `sheet_referrals.${table}`;
  const arriving = `sheet_referrals.arriving_${table}`;
  const keys = "any (array(select jsonb_array_elements_text($1->'keys')))";
  const keyed =
    table === 'rewards'
      ? `select id from ${name} where key <> '' and key = ${keys}`
      : `select client from sheet_referrals.client_keys where key = ${keys}
        union select id from ${name} where code <> '' and code = ${keys}`;
  const text = askByIndex(
    database,
    `with wanted(id) as (
      (select place from ${arriving} order by place limit ($1->>'next')::int)
      union ${keyed}
      union select jsonb_array_elements_text($1->'ids')::bigint
    )
    select json_build_object(
      'first', (select coalesce(min(id), 0) from (select id from ${name} order by id desc limit ${SHOWN}) newest),
      'rows', (select coalesce(json_agg(json_build_object(
        'id', a.place, 'own', a.own, 'isThere', exists (select 1 from ${name} c where c.id = a.place),
        ${columns.map((one) => `'${one}', a.${one}`).join(', ')}
      ) order by a.place), '[]') from wanted join ${arriving} a on a.place = wanted.id)
    )::text`,
    asked,
  );
  return parsedOr<MovedRows>(text, { rows: [], first: 0 });
}

/** These were found. */
export function noteFound(table: Name, ids: number[], database: Database): void {
  if (!ids.length) return;
  database.run(
    `delete from sheet_referrals.arriving_${table}
    where place = any (array(select jsonb_array_elements_text(?::jsonb)::bigint))`,
    JSON.stringify(ids),
  );
}

/**
 * All rows of the tab were looked at. Those that are not in it were deleted by the owner: they leave the table, too, unless
 * somebody has changed them there since.
 *
 * @param most of more than these none is deleted
 * @returns how many the owner has deleted
 */
export function endAdopting(table: Name, most: number, database: Database): number {
  const gone = `select id from sheet_referrals.${table} c join sheet_referrals.arriving_${table} a on a.place = c.id
    where c.version = 1`;
  const count = Number(database.ask(`select count(*)::text from (${gone}) gone`));
  database.run(`do $$ begin
    ${count > most ? '' : `delete from sheet_referrals.${table} where id in (${gone});`}
    truncate sheet_referrals.arriving_${table};
    delete from sheet_referrals.shop where name = 'adopting.${table}';
  end $$`);
  return count;
}
