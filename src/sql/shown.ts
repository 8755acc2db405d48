/** Rows of a table as the owner sees them: by the headings of their tab, with times in the spreadsheet's time zone. */
import type { ShownRows } from '../program/base';
import { type Database, parsedOr } from './database';

/** A table and its columns, in the order in which the tab has them. */
interface Shown {
  table: string;
  /** Each heading, its column, and whether that holds a time. */
  columns: [heading: string, column: string, isTime?: true][];
}

export const CLIENTS_SHOWN: Shown = {
  table: 'clients',
  columns: [
    ['Name', 'name'],
    ['Joined', 'joined', true],
    ['Last message', 'last_message', true],
    ["Inviter's name", 'inviter_name'],
    ['Invited by', 'invited_by'],
    ['Notice', 'notice'],
    ['Phone', 'phone'],
    ['Messenger id', 'ids'],
    ['Code', 'code'],
    ['Stopped', 'stopped', true],
    ['Note', 'note'],
    ['Counts', 'counts'],
    ['Check', 'checked'],
  ],
};

export const REWARDS_SHOWN: Shown = {
  table: 'rewards',
  columns: [
    ['Key', 'key'],
    ['Who', 'who'],
    ['Name', 'name'],
    ['For', 'for_whom'],
    ['Side', 'side'],
    ['Reward', 'reward'],
    ['State', 'state'],
    ['Why', 'why'],
    ['Since', 'since', true],
    ['Ready on', 'ready_on', true],
    ['Given on', 'given_on', true],
    ['Coupon', 'coupon'],
    ['Told', 'told'],
    ['Known', 'known'],
    ['Remark', 'remark'],
  ],
};

/** A row: its cells, and what stands in the owner's columns. */
type Cells = [texts: string[], own: Record<string, string>];

/** Reads rows: one statement. @param where with the rest of the values in it */
export function shownIn(
  database: Database,
  { table, columns }: Shown,
  timeZone: string,
  where: string,
  ...values: string[]
): ShownRows {
  const cells = columns.map(([, column, isTime]) => {
    const time = `to_char(to_timestamp(${column} / 1000.0) at time zone v.zone, 'YYYY-MM-DD HH24:MI')`;
    return isTime ? `coalesce(${time}, '')` : column;
  });
  const text = database.ask(
    `select json_agg(json_build_array(json_build_array(${cells.join(', ')}), own) order by id)::text
    from sheet_referrals.${table}, (select ?::text zone) v where ${where}`,
    timeZone,
    ...values,
  );
  const rows = parsedOr<Cells[]>(text, []);
  const owners = [...new Set(rows.flatMap(([, own]) => Object.keys(own)))];
  return {
    headings: [...columns.map(([heading]) => heading), ...owners],
    rows: rows.map(([texts, own]) => [...texts, ...owners.map((heading) => own[heading] ?? '')]),
  };
}
