/** The window's side of the database: what is newer there than in the tab, and what the owner has edited, taken over. */
import { askByIndex, BY_INDEX, type Database, parsedOr } from './database';

/** A table of which a tab shows the newest rows. */
export interface WindowTable {
  table: 'clients' | 'rewards';
  /** Those that the tab has. */
  columns: readonly string[];
}

/** A row as the database has it: its cells by their columns, the owner's by their headings. */
export interface WindowCells {
  id: number;
  own: Record<string, string>;
  /** `remark` is there for rewards only. */
  [column: string]: unknown;
}

/** What a renewal goes by. */
export interface News {
  /** What was noted by {@link note}; null before the first time. */
  state: WindowState | null;
  /** The newest change of all. */
  newest: number;
  /** Whether there is more than what came along. */
  more: boolean;
  /** Rows that have changed since, in the order in which they were. */
  rows: WindowCells[];
  /** Where a row's change stands that is the last of these. */
  upTo: number;
  /** The ids that may stay in the window, and those that belong there. */
  there: number[];
  wanted: number[];
}

/** What is known of a window. */
interface WindowState {
  /** The newest change that has been taken over. */
  seen: number;
  /** The ids in the tab. */
  shown: number[];
  /** What the tab itself notes as long as it is that of today. */
  token: string;
}

/** The owner's edits of one row. */
export interface Edit {
  id: number;
  set: Record<string, unknown>;
  /** What a client is found by from now on, where that changes. */
  keys?: string[];
}

/** A tab shows so many rows, and lets as many more come before it parts with the oldest. */
export const SHOWN = 5000;
const SPARE = 500;

/** So many rows come at once. */
const AT_ONCE = 500;

/** Statements that began earlier may end later: so many changes are looked at once more. */
const OVERLAP = 100;

const LIST = 'any (array(select jsonb_array_elements_text(?::jsonb)::bigint))';

function given({ columns, table }: WindowTable): string {
  const more = table === 'rewards' ? [...columns, 'remark'] : columns;
  return `json_build_object('id', c.id, 'own', c.own, ${more.map((one) => `'${one}', c.${one}`).join(', ')})`;
}

/** What has changed since the window was renewed: one statement. @param pinned rows that are shown besides the newest */
export function newsOf(kind: WindowTable, pinned: number[], database: Database): News {
  const table = `sheet_referrals.${kind.table}`;
  const statement = `with
    noted as (select (select value::jsonb from sheet_referrals.shop where name = $1->>'name') j),
    pinned as (select id from ${table} where id = any (array(select jsonb_array_elements_text($1->'pinned')::bigint))),
    stay as (select id from ${table} order by id desc limit ${SHOWN + SPARE}),
    newest as (select id from stay order by id desc limit ${SHOWN}),
    there as (select id from stay union select id from pinned),
    news as (
      select c.* from there join ${table} c using (id)
      where c.changed > coalesce((select (j->>'seen')::bigint from noted), 0) - ${OVERLAP}
      order by c.changed limit ${AT_ONCE}
    )
    select json_build_object(
      'state', (select j from noted),
      'newest', (select last_value from sheet_referrals.changes),
      'rows', (select coalesce(json_agg(${given(kind)} order by c.changed), '[]') from news c),
      'upTo', (select coalesce(max(changed), 0) from news),
      'more', (select count(*) = ${AT_ONCE} from news),
      'there', (select coalesce(json_agg(id), '[]') from there),
      'wanted', (select coalesce(json_agg(id), '[]') from (select id from newest union select id from pinned) one)
    )::text`;
  const asked = { name: stateName(kind), pinned };
  return JSON.parse(askByIndex(database, statement, asked)) as News;
}

/** Some rows: one statement. */
export function windowRows(kind: WindowTable, ids: number[], database: Database): WindowCells[] {
  if (!ids.length) return [];
  const text = askByIndex(
    database,
    `select json_agg(${given(kind)} order by c.id)::text from sheet_referrals.${kind.table} c
    where c.id = any (array(select jsonb_array_elements_text($1)::bigint))`,
    ids,
  );
  return parsedOr<WindowCells[]>(text, []);
}

/** Which of these keys rewards have, with their ids: one statement. */
export function rewardsBy(keys: string[], database: Database): Map<string, number> {
  const text = database.ask(
    `select json_object_agg(key, id)::text from sheet_referrals.rewards
    where key <> '' and key = any (array(select jsonb_array_elements_text(?::jsonb)))`,
    JSON.stringify(keys),
  );
  return new Map(Object.entries(parsedOr<Record<string, number>>(text, {})));
}

/** Adds rewards as somebody has written them: one statement. @returns their ids, in their order */
export function addRewards(rows: Record<string, unknown>[], database: Database): number[] {
  const columns = REWARD_COLUMNS.replace(', own', '');
  const texts = columns.replaceAll(/\w+/g, (one) =>
    /_on$|^since$/.test(one) ? one : `coalesce(${one}, '')`,
  );
  const text = database.ask(
    `with given as (
      select * from rows from (jsonb_populate_recordset(null::sheet_referrals.rewards, ?::jsonb)) with ordinality
    ), added as (
      insert into sheet_referrals.rewards (${columns}) select ${texts} from given order by ordinality returning id
    )
    select json_agg(id order by id)::text from added`,
    JSON.stringify(rows),
  );
  return parsedOr<number[]>(text, []);
}

/** Notes what the window shows, and takes away what the owner has deleted there: one statement. */
export function note(
  kind: WindowTable,
  state: WindowState,
  deleted: number[],
  database: Database,
): void {
  database.run(
    `with gone as (delete from sheet_referrals.${kind.table} where id = ${LIST})
    insert into sheet_referrals.shop values (?, ?)
    on conflict (name) do update set value = excluded.value`,
    JSON.stringify(deleted),
    stateName(kind),
    JSON.stringify(state),
  );
}

/** What was noted of a window that shows another tab's rows. */
export function forgetState(table: WindowTable['table'], database: Database): void {
  database.run('delete from sheet_referrals.shop where name = ?', stateName({ table }));
}

/** Takes over what the owner has edited: one statement. @returns why some were refused, by their ids */
export function takeEdits(
  { table }: WindowTable,
  edits: Edit[],
  database: Database,
): Map<number, string> {
  if (!edits.length) return new Map();
  const text = database.ask(
    `select sheet_referrals.take_${table}(?::jsonb)::text`,
    JSON.stringify(edits),
  );
  return new Map(parsedOr<[number, string][]>(text, []));
}

function stateName({ table }: Pick<WindowTable, 'table'>): string {
  return `window.${table}`;
}

/** The columns that an edit may set. */
const CLIENT_COLUMNS =
  'phone, name, invited_by, inviter_name, joined, last_message, notice, note, code, ids, stopped, counts, checked, own';
const REWARD_COLUMNS =
  'key, who, name, for_whom, side, reward, state, why, since, ready_on, given_on, coupon, told, known, own';

const KEYS = `
      if one ? 'keys' then
        delete from sheet_referrals.client_keys
          where client = (one->>'id')::bigint
          and key <> all (array(select jsonb_array_elements_text(one->'keys')));
        insert into sheet_referrals.client_keys
          select jsonb_array_elements_text(one->'keys'), (one->>'id')::bigint on conflict do nothing;
      end if;`;

/** Each edit by itself: one that the table refuses keeps none of the others from being taken over. */
function taking(table: string, columns: string, also: string): string {
  return `
create function sheet_referrals.take_${table}(edits jsonb) returns jsonb language plpgsql ${BY_INDEX} as $$
declare
  one jsonb;
  refused jsonb := '[]';
begin
  for one in select jsonb_array_elements(edits) loop
    begin
      update sheet_referrals.${table} c set (${columns})
        = (select ${columns.replaceAll(/\w+/g, 'r.$&')} from jsonb_populate_record(c, (one->'set')
            || jsonb_build_object('own', c.own || coalesce(one->'set'->'own', '{}'))) r),
        version = version + 1,
        changed = nextval('sheet_referrals.changes')
        where id = (one->>'id')::bigint;${also}
    exception when unique_violation or check_violation then
      refused := refused || jsonb_build_array(jsonb_build_array(one->'id', sqlerrm));
    end;
  end loop;
  return refused;
end $$`;
}

/** The step of the schema that the window needs. */
export const WINDOW_STEP: readonly string[] = [
  taking('clients', CLIENT_COLUMNS, KEYS),
  taking('rewards', REWARD_COLUMNS, ''),
  'create index on sheet_referrals.clients (joined)',
];
