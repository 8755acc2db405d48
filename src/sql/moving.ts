/** Rows on their way between the sheet and the tables: how they arrive, and how both sides are compared. */
import { keepable } from '../program/keepable';
import type { Client } from '../program/model';
import type { Reward } from '../program/rewards/model';
import { CLIENT_COLUMNS, cellsOf as clientCells, keysToFind } from './client-cells';
import { type Database, parsedOr } from './database';
import { REWARD_COLUMNS, cellsOf as rewardCells } from './rewards';

export type Table = 'clients' | 'rewards';

/** Rows that are compared, and written, together. A row's place is its id in the table, and its row in the sheet less one. */
export const PIECE_ROWS = 2000;

/** A row as the table has it. */
export interface MovedRow {
  place: number;
  /** By the table's columns. */
  cells: Record<string, unknown>;
  /** What stands in the owner's columns, by their headings. */
  own: Record<string, string>;
  /** What the row is found by. */
  keys?: string[];
}

/** What a side has. */
export interface Tally {
  people: number;
  referrals: number;
  rewards: number;
}

const COLUMNS: Record<Table, readonly string[]> = {
  clients: CLIENT_COLUMNS,
  rewards: [...REWARD_COLUMNS, 'remark'],
};

/** Signs that nobody types: between the fields of a row, the rows of a piece, and the owner's cells. */
const [FIELD = '', ROW = '', OWN = ''] = ['%1f', '%1e', '%1d'].map(decodeURIComponent);

export function movedClient(place: number, client: Client, own: Record<string, string>): MovedRow {
  return { place, cells: clientCells(client), own, keys: keysToFind(client) };
}

/** @param remark what stands beside its state */
export function movedReward(
  place: number,
  reward: Reward,
  own: Record<string, string>,
  remark: string,
): MovedRow {
  const fields = Object.keys(reward) as (keyof Reward)[];
  return { place, cells: { ...rewardCells(reward, fields), remark }, own };
}

/** The piece of which a place is. */
export function pieceOf(place: number): number {
  return Math.floor((place - 1) / PIECE_ROWS);
}

/** What the rows of a piece say, as one text; {@link digestsIn} makes the same of what is in a table. */
export function saidIn(table: Table, rows: MovedRow[]): string {
  const lines = rows.map(({ cells, own }) =>
    [...COLUMNS[table].map((column) => saidBy(cells[column])), ownText(own)].join(FIELD),
  );
  return lines.join(ROW);
}

function saidBy(value: unknown): string {
  return value === null || value === undefined ? '' : keepable(String(value));
}

function ownText(own: Record<string, string>): string {
  const byBytes = Object.keys(own).sort((a, b) => compared(Array.from(a), Array.from(b)));
  return byBytes
    .map((heading) => `${keepable(heading)}${OWN}${keepable(own[heading] ?? '')}`)
    .join(OWN);
}

/** In the order of the letters' numbers, as PostgreSQL's collation "C" has it. */
function compared(a: string[], b: string[]): number {
  const at = a.findIndex((letter, index) => letter !== b[index]);
  if (at < 0) return a.length - b.length;
  return (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? -1);
}

/** A line of a table as {@link saidIn} has it. */
function lineOf(table: Table): string {
  const fields = COLUMNS[table].map((column) => `coalesce(${column}::text, '')`);
  const own = `case when own = '{}' then '' else (
    select string_agg(one.key || chr(29) || one.value, chr(29) order by one.key collate "C")
    from jsonb_each_text(own) one) end`;
  return [...fields, own].join(' || chr(31) || ');
}

/**
 * What the pieces of a table say, each as its MD5 in hexadecimal digits; empty ones are missing.
 *
 * @param arriving whether those are meant that have arrived, and not those that are in use
 */
export function digestsIn(
  database: Database,
  table: Table,
  arriving: boolean,
  [first, last]: [first: number, last: number],
): Map<number, string> {
  const [name, place] = arriving ? [`arriving_${table}`, 'place'] : [table, 'id'];
  const text = database.ask(
    `select json_agg(json_build_array(piece, digest))::text from (
      select (${place} - 1) / ${PIECE_ROWS} piece,
        md5(string_agg(${lineOf(table)}, chr(30) order by ${place})) digest
      from sheet_referrals.${name} where ${place} between ?::bigint and ?::bigint group by 1) pieces`,
    String(first * PIECE_ROWS + 1),
    String((last + 1) * PIECE_ROWS),
  );
  return new Map(parsedOr<[number, string][]>(text, []));
}

/** Rows of a piece arrive in the place of what had arrived there before: one statement. */
export function arrive(database: Database, table: Table, piece: number, rows: MovedRow[]): void {
  const work = {
    from: piece * PIECE_ROWS + 1,
    to: (piece + 1) * PIECE_ROWS,
    rows: rows.map(({ place, cells, own, keys }) => ({
      place,
      ...cleaned(cells),
      own: cleaned(own),
      ...(keys && { keys: keys.map(keepable) }),
    })),
  };
  database.run(`select sheet_referrals.arrive_${table}(?::jsonb)`, JSON.stringify(work));
}

function cleaned(cells: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [
      keepable(column),
      typeof value === 'string' ? keepable(value) : value,
    ]),
  );
}

/** Whether the tables are filled along with what arrives. */
export function isFilling(database: Database): boolean {
  return database.ask("select value from sheet_referrals.shop where name = 'filling'") !== '';
}

/** Empties the tables, and has them filled along with what arrives. Whoever calls it knows that nobody uses them. */
export function beginFilling(database: Database): void {
  database.run('select sheet_referrals.begin_filling()');
}

/** Whatever has arrived below the last pieces is no longer there. */
export function endAfter(database: Database, last: Record<Table, number>): void {
  const places = [last.clients, last.rewards].map((piece) => String((piece + 1) * PIECE_ROWS));
  database.run('select sheet_referrals.end_arriving(?::bigint, ?::bigint)', ...places);
}

/** Has the tables as everything has arrived, in the place of what was there: one statement, all or nothing. */
export function takeOver(database: Database): void {
  // Without values, so that it may take longer than a message's statements.
  database.run('select sheet_referrals.take_over()');
}

/** What the tables have. */
export function tallyOf(database: Database): Tally {
  const text = database.ask(`select json_build_object(
    'people', (select count(*) from sheet_referrals.clients),
    'referrals', (select count(*) from sheet_referrals.clients where invited_by <> ''),
    'rewards', (select count(*) from sheet_referrals.rewards))::text`);
  return parsedOr(text, { people: 0, referrals: 0, rewards: 0 });
}
