/** What is noted of a window in the database: how far it is renewed, and which rows it shows. */
import { note } from '../../sql/window';
import { freshMark } from '../notes';
import type { Look } from './look';

/** Everything that stands in the tab is noted as shown, nothing else, and all of it is to be renewed. */
export function noteAnew(look: Look): void {
  const { news, table, database } = look;
  const token = newToken(look);
  news.state = { seen: 0, shown: [...look.places().keys()], token };
  look.script.services.flush();
  note(table, news.state, [], database);
}

/**
 * Notes what was done. Rows that are too old, or gone from the database, leave the tab: they are no longer noted as shown
 * before they go, so that nobody takes that for the owner's doing.
 *
 * @param deleted what the owner has deleted
 * @param pending ids of rows with edits that could not be taken over yet: they stay
 */
export function noteState(deleted: number[], pending: Set<number>, look: Look): void {
  const { news, table, database, tab, script } = look;
  const inTab = [...look.places().keys(), ...look.added];
  const leaving = leavingFrom(inTab, look).filter((id) => !pending.has(id));
  const gone = new Set(leaving);
  const shown = inTab.filter((id) => !gone.has(id)).sort((a, b) => a - b);
  const seen = news.more ? news.upTo : news.newest;
  const before = news.state;
  const isSame = before?.seen === seen && String(before.shown) === String(shown);
  if (isSame && !deleted.length && !leaving.length) return;
  const isOther = String(before?.shown) !== String(shown);
  const token = isOther ? newToken(look) : (before?.token ?? '');
  // What is noted as done has to stand in the sheet.
  script.services.flush();
  note(table, { seen, shown, token }, deleted, database);
  if (!leaving.length) return;
  const places = tab.idsAt();
  tab.delete(leaving.flatMap((id) => places.get(id) ?? []));
  script.services.flush();
}

/** Once the oldest are too many, or some are gone from the database, all leave that are none of the newest. */
function leavingFrom(inTab: number[], { news }: Look): number[] {
  const there = new Set(news.there);
  const wanted = new Set(news.wanted);
  if (inTab.every((id) => there.has(id))) return [];
  return inTab.filter((id) => !wanted.has(id));
}

/** The tab and the database have the same token as long as the tab is that of today. */
function newToken({ tab, script }: Look): string {
  const token = freshMark(script.services);
  tab.writeToken(token);
  return token;
}
