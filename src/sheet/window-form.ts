/** What the tabs Clients and Rewards show of a database: which column of the table stands below which heading. */
import { keepable } from '../program/keepable';
import { canonicalPhone, readPhone } from '../program/phone';
import type { Cell } from './blocks';
import { textCell, textOf, timeOf } from './cells';
import type { TabName } from './tabs';

/** A text, a time in milliseconds and in whole seconds, or null for no time. */
export type Value = string | number | null;

/** `stopped` is a time, or a word without one. */
type Kind = 'text' | 'phone' | 'time' | 'stopped';

interface WindowField {
  heading: string;
  column: string;
  kind: Kind;
}

export interface WindowForm {
  name: TabName & ('Clients' | 'Rewards');
  /** The table, and its columns in an order that never changes: marks go by it. */
  table: 'clients' | 'rewards';
  fields: readonly WindowField[];
  /** By which a row is known wherever it was moved. */
  keys: readonly string[];
}

/** The table behind a window, with the columns that are shown: as statements about it are asked. */
export function tableOf({ table, fields }: WindowForm) {
  return { table, columns: fields.map(({ column }) => column) };
}

/** The heading of the column in which the program notes which row is whose. */
export const MARK_HEADING = 'Database';

function field(heading: string, column: string, kind: Kind = 'text'): WindowField {
  return { heading, column, kind };
}

const CLIENTS_WINDOW: WindowForm = {
  name: 'Clients',
  table: 'clients',
  fields: [
    field('Phone', 'phone', 'phone'),
    field('Name', 'name'),
    field('Invited by', 'invited_by', 'phone'),
    field("Inviter's name", 'inviter_name'),
    field('Joined', 'joined', 'time'),
    field('Last message', 'last_message', 'time'),
    field('Notice', 'notice'),
    field('Note', 'note'),
    field('Code', 'code'),
    field('Messenger id', 'ids'),
    field('Stopped', 'stopped', 'stopped'),
    field('Counts', 'counts'),
    field('Check', 'checked'),
  ],
  keys: ['code', 'ids', 'phone'],
};

const REWARDS_WINDOW: WindowForm = {
  name: 'Rewards',
  table: 'rewards',
  fields: [
    field('Key', 'key'),
    field('Who', 'who'),
    field('Name', 'name'),
    field('For', 'for_whom'),
    field('Side', 'side'),
    field('Reward', 'reward'),
    field('State', 'state'),
    field('Why', 'why'),
    field('Since', 'since', 'time'),
    field('Ready on', 'ready_on', 'time'),
    field('Given on', 'given_on', 'time'),
    field('Coupon', 'coupon'),
    field('Told', 'told'),
    field('Known', 'known'),
  ],
  keys: ['key'],
};

/** The two tabs that are windows of tables, by the tables. */
export const WINDOWS = { clients: CLIENTS_WINDOW, rewards: REWARDS_WINDOW };

/** What a cell says. */
export function valueIn(cell: unknown, { kind }: WindowField): Value {
  const text = textOf(cell).trim();
  if (kind === 'text') return plainText(text);
  if (kind === 'phone') {
    const phone = readPhone(text);
    return phone ? canonicalPhone(phone) : plainText(text);
  }
  const at = timeOf(cell);
  // What Sheets keeps of a time may be off by a millisecond.
  if (at !== null) return Math.round(at / 1000) * 1000;
  return kind === 'stopped' && text ? 0 : null;
}

/** Without blanks around it, signs that no database keeps, and the line ends of others. */
function plainText(text: string): string {
  return keepable(text).trim().replace(/\r\n?/g, '\n');
}

/** What a column of the table says, as a cell would. */
export function storedValue(stored: unknown, { kind }: WindowField): Value {
  if (kind === 'text' || kind === 'phone') return String(stored ?? '').trim();
  return typeof stored === 'number' ? Math.floor(stored / 1000) * 1000 : null;
}

/** What a column of a row says that has just arrived from the tab, as {@link valueIn} has it. */
export function movedValue(stored: unknown, { kind }: WindowField): Value {
  if (kind === 'text' || kind === 'phone') return plainText(String(stored ?? ''));
  return typeof stored === 'number' ? Math.round(stored / 1000) * 1000 : null;
}

/** A value ready to be written. */
export function cellFor(value: Value): Cell {
  if (value === null) return '';
  if (typeof value === 'number') return value ? new Date(value) : 'yes';
  return textCell(value);
}
