/** What a look at a window does, in its order. */
import type { WindowForm } from '../../sheet/window-form';
import { type WindowCells, windowRows } from '../../sql/window';
import type { Script } from '../program';
import { editedRows } from './edits';
import { takeInviters } from './inviters';
import { Look } from './look';
import { renew } from './renew';
import { noteState } from './state';
import { deletedIn, take, withoutAccidents } from './take';
import { takeTypedClients } from './typed-clients';
import { takeTypedRewards } from './typed-rewards';

/** So many rows come besides what is new. */
const AT_ONCE = 500;

/** What came of a look. */
interface Looked {
  /** Whether there is more of the same. */
  more: boolean;
  /** Whether the owner has edited something that the ledger looks at. */
  forLedger: boolean;
}

/** Takes over what was edited, and renews what is older. The caller has the lock. @throws {MissingTab} and {DatabaseDown} */
export function lookAt(form: WindowForm, script: Script): Looked {
  const look = new Look(form, script);
  const isClients = form.table === 'clients';
  const typed = look.typed();
  if (isClients) takeTypedClients(typed, look);
  else takeTypedRewards(typed, look);
  const all = withoutAccidents(editedRows(look.rows, look.marks), look);
  const { edited, pending } = isClients ? takeInviters(all, look) : { edited: all, pending: [] };
  const deleted = deletedIn(look);
  const { fresh, more } = freshFor(deleted, look);
  renew(fresh, all, look);
  take(edited, look);
  look.tab.writeMarks(look.marks);
  noteState(deleted, new Set(pending), look);
  const ledgers = edited.some(({ columns }) => columns.includes('counts'));
  const forLedger = isClients ? ledgers : edited.length + typed.length > 0;
  const changedMore = edited.some(({ besides }) => besides);
  return { more: more || changedMore, forLedger };
}

/** Rows that are newer in the database, or not in the tab yet. */
function freshFor(deleted: number[], look: Look): { fresh: WindowCells[]; more: boolean } {
  const { news, table, database } = look;
  const places = look.places();
  const known = new Set(news.rows.map(({ id }) => id));
  // The oldest first, so that they stand in their order.
  const missing = news.wanted
    .filter((id) => !places.has(id) && !known.has(id))
    .sort((a, b) => a - b);
  const lacking = [...look.also].filter((id) => !known.has(id));
  const ids = [...lacking, ...missing.slice(0, AT_ONCE)];
  const rows = [...news.rows, ...(ids.length ? windowRows(table, ids, database) : [])];
  const gone = new Set(deleted);
  return {
    fresh: rows.filter(({ id }) => !gone.has(id)),
    more: news.more || missing.length > AT_ONCE,
  };
}
