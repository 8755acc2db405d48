/**
 * The trigger's part in the sources: a name that the owner has typed gets its code and link, and the referrals of each
 * are counted. An edit, and a message with a source's code, leave word; besides, the tab is looked at every ten minutes.
 */
import { masked } from '../program/masked';
import type { Client } from '../program/model';
import { completed, type Source } from '../program/sources';
import { findSource } from '../sheet/sources';
import { countedBy } from '../sql/figures';
import { databaseOf, isInDatabase } from './books';
import { Busy, locked } from './lock';
import type { Script } from './program';
import { parsed, SOURCES_NEWS, SOURCES_SEEN, tabIdsIn } from './properties';
import { ifMade, openClientsTab, openSources, sheetOf } from './tabs';

const LOOK_MS = 10 * 60 * 1000;
const PATIENCE_MS = 1000;

/** What was seen last. */
interface Seen {
  /** The mark of the newest news, from before one looked. */
  news: string;
  /** Milliseconds. */
  at: number;
}

/**
 * Brings the tab up to date where there is news, and every ten minutes.
 *
 * @param idle whether the trigger has had nothing else to do
 */
export function keepSources(script: Script, idle: boolean): void {
  const { services, store } = script;
  if (tabIdsIn(store).Sources === undefined) return;
  const seen = parsed<Seen>(store[SOURCES_SEEN]) ?? { news: '', at: 0 };
  const now: Seen = { news: store[SOURCES_NEWS] ?? '', at: services.now() };
  if (now.news === seen.news && !(idle && now.at - seen.at >= LOOK_MS)) return;
  try {
    completeSources(script, PATIENCE_MS);
    services.properties.setProperty(SOURCES_SEEN, JSON.stringify(now));
  } catch (error) {
    // Whoever has the lock is busy with messages: a minute later is soon enough.
    if (error instanceof Busy) return;
    console.error(masked(String(error)));
  }
}

/** The source with a code, as an inviter; null when there is none: the owner may do without the tab. */
export function findSourceIn(script: Script, code: string): Client | null {
  const sheet = ifMade(() => sheetOf('Sources', script));
  return sheet && findSource(sheet, code);
}

/**
 * Gives every source what it lacks, and counts. Everybody's inviter is read whole, before the lock is asked for.
 *
 * @throws {Busy} when the lock is not to be had, and whatever the sheet throws
 */
function completeSources(script: Script, patience: number): void {
  const { services, program } = script;
  if ((ifMade(() => openSources(script))?.lastRow() ?? 0) < 2) return;
  const counts = countInvitees(script);
  locked(
    services,
    () => {
      const sources = openSources(script);
      const above: Source[] = [];
      for (const source of sources.all()) {
        sources.change(source, completed(source, above, counts, program.settings, services.random));
        above.push(source);
      }
      sources.save();
    },
    patience,
  );
}

/** How many rows name each inviter: one column, or one statement. */
function countInvitees(script: Script): Map<string, number> {
  const counts = new Map<string, number>();
  if (isInDatabase(script)) {
    const codes = openSources(script)
      .all()
      .map(({ code }) => code);
    return countedBy(codes, databaseOf(script));
  }
  const last = sheetOf('Clients', script).getLastRow();
  const [inviters = []] = last < 2 ? [] : openClientsTab(script).texts(['Invited by'], 2, last);
  for (const inviter of inviters) counts.set(inviter, (counts.get(inviter) ?? 0) + 1);
  return counts;
}
