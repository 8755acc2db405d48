/** Rows of the tab beside those of the database: what the owner has typed, and what is older here than there. */

import type { BackTab } from '../../sheet/back-tab';
import { storedValue, type Value } from '../../sheet/window-form';
import { hashOf, hashOfOwn, isAsWritten, type Mark } from '../../sheet/window-mark';
import type { WindowRow } from '../../sheet/window-tab';
import type { WindowCells } from '../../sql/window';

/** A row of the tab, whose it is, and the remark beside it. */
export interface MarkedRow {
  row: WindowRow;
  mark: Mark;
  remark: string;
}

/** What is otherwise in a row. */
export interface Difference extends MarkedRow {
  /** Null where the row is gone from the database. */
  stored: WindowCells | null;
  /** Columns in which the owner has typed, and whether they have in their own. */
  edited: string[];
  ownEdited: boolean;
  /** Columns, and headings of the owner's, that are newer in the database; and whether the remark is. */
  older: string[];
  ownOlder: string[];
  remarkOlder: boolean;
}

/** The rows that are not the same on both sides. */
export function differencesIn(
  rows: MarkedRow[],
  stored: Map<number, WindowCells>,
  tab: BackTab,
): Difference[] {
  return rows.flatMap((row) => differenceIn(row, stored.get(row.mark.id) ?? null, tab) ?? []);
}

function differenceIn(
  marked: MarkedRow,
  stored: WindowCells | null,
  tab: BackTab,
): Difference | null {
  const { row, mark, remark } = marked;
  const none = { edited: [], ownEdited: false, older: [], ownOlder: [], remarkOlder: false };
  if (!stored) return { ...marked, ...none, stored };
  const other = tab.form.fields.filter((field) => {
    return !isSame(row.cells[field.column] ?? null, storedValue(stored[field.column], field));
  });
  const columns = other.map(({ column }) => column);
  const isTyped = (column: string) =>
    tab.has(column) && !isAsWritten(mark, column, hashOf(row.cells[column] ?? null));
  const owns = Object.keys(row.own).filter((one) => row.own[one] !== (stored.own[one] ?? ''));
  const ownEdited = owns.length > 0 && !isAsWritten(mark, 'own', hashOfOwn(row.own));
  const there = String(stored.remark ?? '');
  // A note of the owner's beside a reward without a remark is theirs.
  const isOurs = there !== '' || isAsWritten(mark, 'remark', hashOf(remark));
  const found: Difference = {
    ...marked,
    stored,
    edited: columns.filter(isTyped),
    ownEdited,
    older: columns.filter((column) => !isTyped(column)),
    ownOlder: ownEdited ? [] : owns,
    remarkOlder: tab.form.table === 'rewards' && remark !== there && isOurs,
  };
  return columns.length || owns.length || found.remarkOlder ? found : null;
}

/** Times are the same within a second. */
function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1000;
  return (a ?? '') === (b ?? '');
}
