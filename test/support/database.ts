/** A business whose clients and rewards are kept in a database: connected without the owner's page, and read as a tab is. */
import type { LocalAppsScript } from '../../local/apps-script';
import { doorTo, givenTo } from '../../local/on-database';
import { migrate, schemaVersion } from '../../src/sql/schema';

export { connectDatabase } from '../../local/on-database';

type Row = Record<string, string>;

/** Headings and the columns of the tables; times are shown as the tabs show them. */
const CLIENTS: Record<string, string> = {
  Name: 'name',
  Joined: 'joined',
  'Last message': 'last_message',
  "Inviter's name": 'inviter_name',
  'Invited by': 'invited_by',
  Notice: 'notice',
  Phone: 'phone',
  'Messenger id': 'ids',
  Code: 'code',
  Stopped: 'stopped',
  Note: 'note',
  Counts: 'counts',
  Check: 'checked',
};

const REWARDS: Record<string, string> = {
  Key: 'key',
  Who: 'who',
  Name: 'name',
  For: 'for_whom',
  Side: 'side',
  Reward: 'reward',
  State: 'state',
  Why: 'why',
  Since: 'since',
  'Ready on': 'ready_on',
  'Given on': 'given_on',
  Coupon: 'coupon',
  Told: 'told',
  Known: 'known',
};

const TABLES: Record<string, [table: string, columns: Record<string, string>]> = {
  Clients: ['clients', CLIENTS],
  Rewards: ['rewards', REWARDS],
};

const TIMES = ['joined', 'last_message', 'stopped', 'since', 'ready_on', 'given_on'];

/** Whether a tab's rows are in the database of this script. */
export function isInDatabase(tab: string, script: LocalAppsScript): boolean {
  return tab in TABLES && script.properties.script.has('database');
}

/** The rows of a table, by the headings of its tab, as the tab would show them. */
export function databaseRows(tab: string, script: LocalAppsScript): Row[] {
  const [table, columns] = TABLES[tab] ?? ['', {}];
  const rows = script.database.query(`select * from sheet_referrals.${table} order by id`);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(columns).map(([heading, column]) => [heading, shown(column, row[column])]),
    ),
  );
}

/** Deletes a row of a table, counted as those of its tab are. */
export function deleteFromDatabase(tab: string, row: number, script: LocalAppsScript): void {
  const [table] = TABLES[tab] ?? [''];
  script.database.query(
    `delete from sheet_referrals.${table} where id = (
      select id from sheet_referrals.${table} order by id offset $1::int limit 1)`,
    [String(row - 2)],
  );
}

function shown(column: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!TIMES.includes(column)) return String(value);
  return new Date(Number(value)).toISOString().slice(0, 16).replace('T', ' ');
}

/** Their columns but for those that PostgreSQL makes itself. */
const COLUMNS_OF: Record<string, string> = {
  clients: `id, version, changed, own, ${Object.values(CLIENTS).join(', ')}`,
  rewards: `id, version, changed, own, remark, ${Object.values(REWARDS).join(', ')}`,
};

const TABLE_NAMES = ['shop', 'clients', 'client_keys', 'rewards'];
const ARRIVING = ['arriving_clients', 'arriving_rewards', 'arriving_doubled'];
/** Of few rows this is faster than to truncate. */
const EMPTIED = [...ARRIVING, ...[...TABLE_NAMES].reverse()].map(
  (name) => `delete from sheet_referrals.${name};`,
);

/** Everything in the database but for what is arriving; '' where none is connected. */
export function contentsOf(script: LocalAppsScript): string {
  const kept = script.properties.script;
  if (!kept.has('database') && !kept.has('database.next')) return '';
  const tables = TABLE_NAMES.map((name): [string, string] => {
    const rows = `select coalesce(json_agg(t), '[]')::text from sheet_referrals.${name} t`;
    return [name, doorTo(script).ask(rows)];
  });
  return JSON.stringify(tables);
}

/** Puts back what {@link contentsOf} gave, into a database with nothing in it, or into the one of a script that is over. */
export function putBack(contents: string, script: LocalAppsScript, from?: LocalAppsScript): void {
  const door = doorTo(script);
  if (from) script.database.inherit(from.database);
  if (schemaVersion(door)) door.run(`do $$ begin ${EMPTIED.join(' ')} end $$`);
  else {
    migrate(door);
    door.run(givenTo(Object.keys(script.database.options.users)[0] ?? ''));
    door.run('delete from sheet_referrals.shop');
  }
  for (const [name, rows] of JSON.parse(contents) as [string, string][]) {
    if (rows === '[]') continue;
    const own = COLUMNS_OF[name] ?? '*';
    const into = own === '*' ? name : `${name} (${own}) overriding system value`;
    door.run(
      `insert into sheet_referrals.${into}
      select ${own} from json_populate_recordset(null::sheet_referrals.${name}, ?::json)`,
      rows,
    );
  }
  const next = ['clients', 'rewards'].map(
    (name) => `setval(pg_get_serial_sequence('sheet_referrals.${name}', 'id'),
      (select coalesce(max(id), 0) + 1 from sheet_referrals.${name}), false)`,
  );
  door.run(`select ${next.join(', ')}, setval('sheet_referrals.changes', 1 + greatest(
    (select coalesce(max(changed), 0) from sheet_referrals.clients),
    (select coalesce(max(changed), 0) from sheet_referrals.rewards)))`);
}
