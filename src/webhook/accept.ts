/**
 * What has just arrived is handled at once: a question of somebody who is in the base already without the lock, anything
 * else under it. Whoever does not get the lock keeps the delivery and goes home: whoever has it carries it along. Over a
 * database everything is handled without the lock, unless many write at once.
 */
import { readIntent } from '../program/intent';
import { masked } from '../program/masked';
import type { Update } from '../program/model';
import { isInDatabase } from '../script/books';
import { isDown } from '../script/breaker';
import { isMoving } from '../script/columns-move';
import { Busy } from '../script/lock';
import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import { acceptAlone, acceptInCrowd, type Known, LEFT_OVER } from './accept-apart';
import { carry, carryOn, PATIENCE_MS } from './carry';
import { caseOf } from './case';
import { isCrowd } from './crowd';
import { deliver } from './deliver';
import { handleLightly } from './handle';
import { begin, type Entry, entriesOf, newEntries, open } from './journal';
import { keepSafely } from './keep-safely';
import { type Cached, knownKey, remember } from './marks';
import { memoryOf } from './memory';
import type { Load } from './take';
import { showTyping } from './typing';

/** What the sender of a webhook is to be told: all is well, or send it again. */
export type Answer = 'done' | 'again';

/** Handles a delivery, or sees to it that somebody else does. */
export function accept(fresh: Update[], known: Known, script: Script): Answer {
  const { now } = script.program.clock;
  if (!seesSheet(script)) return leaveToTrigger(fresh, known, script);
  if (isInDatabase(script) && isDown(script.store, now)) return keepForLater(fresh, known, script);
  const isApart =
    isInDatabase(script) && !isMoving(script.store, now) && !isForSheet(fresh, script);
  if (isApart && isCrowd(script.store, now)) {
    return acceptInCrowd(fresh, known, script) ? 'done' : 'again';
  }
  showTyping(fresh, known.cached, script);
  if (isApart) return acceptAlone(fresh, known, script) ? 'done' : 'again';
  const light = isLight(fresh, known.cached, script);
  const kept = fresh.map((update) => (light ? begin(open(update, now), now) : open(update, now)));
  const entries = entriesOf(kept, script.services);
  const safe = light && keepSafely(entries, script, known.noted);
  try {
    if (light && acceptLightly(entries, safe, known, script)) return 'done';
    return acceptWithLock(entries, known, script);
  } catch (error) {
    console.error(masked(String(error)));
    return safe ? 'done' : 'again';
  }
}

/** Whether Google lets the web app see the spreadsheet at all. */
function seesSheet({ services }: Script): boolean {
  try {
    return !!services.spreadsheet;
  } catch {
    return false;
  }
}

/** Where only the trigger sees the sheet, it does the work: within two minutes. */
function leaveToTrigger(fresh: Update[], known: Known, script: Script): Answer {
  const answer = keepForLater(fresh, known, script);
  tellOwner(
    {
      what: 'The web app cannot see the sheet: answers come up to two minutes late',
      toDo: 'Referrals → Check set-up tells how to give it the wider right that it needs.',
    },
    script,
  );
  return answer;
}

function keepForLater(fresh: Update[], { marks, noted }: Known, script: Script): Answer {
  const { now } = script.program.clock;
  const safe = keepSafely(newEntries(fresh, now, script.services), script, noted);
  remember(marks, script.services);
  return safe ? 'done' : 'again';
}

/** What staff write goes into *Purchases*, a tab, and may give a coupon out of another. */
function isForSheet(fresh: Update[], { program }: Script): boolean {
  return fresh.some(
    (update) => update.kind === 'message' && readIntent(update, program.settings).kind === 'sale',
  );
}

/** Questions of somebody who is in the base write nothing that needs the lock, as a rule. */
function isLight(fresh: Update[], cached: Cached, { program, store }: Script): boolean {
  const { settings, clock } = program;
  const [only] = fresh;
  if (isMoving(store, clock.now)) return false;
  if (fresh.length !== 1 || only?.kind !== 'message' || !cached[knownKey(only)]) return false;
  const intent = readIntent(only, settings);
  if (/^(invitation|sale|hello|card|named|reply)$/.test(intent.kind)) return false;
  return !(intent.kind === 'command' && /^(stop|start|delete)$/.test(intent.command));
}

/** False when more has to be written than may be without the lock. */
function acceptLightly(
  entries: Entry[],
  safe: boolean,
  { cached, marks }: Known,
  script: Script,
): boolean {
  const [kept] = entries.flatMap((entry) => entry.kept);
  if (!kept) return false;
  const { settings, clock } = script.program;
  const outcomes = handleLightly(
    caseOf(kept, false, settings, memoryOf(cached, clock.now)),
    script,
  );
  if (outcomes) deliver(outcomes, entries, script, safe, marks);
  return outcomes !== null;
}

function acceptWithLock(entries: Entry[], { cached, marks, noted }: Known, script: Script): Answer {
  const memory = memoryOf(cached, script.program.clock.now);
  const load: Load = { own: entries, memory, noted, minAge: 0, leftOver: LEFT_OVER };
  try {
    const carried = carry(load, script, 0, marks);
    // In a crowd over a database nobody waits for the lock.
    if (carried.look || isInDatabase(script)) carryOn(script.services);
    return 'done';
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
  }
  return waitAwhile(entries, load, marks, script);
}

/** Somebody else has the lock: the delivery is kept, open to whoever has it next. */
function waitAwhile(
  entries: Entry[],
  load: Load,
  marks: Record<string, string>,
  script: Script,
): Answer {
  const { now } = script.program.clock;
  for (const entry of entries) entry.kept = entry.kept.map(({ update }) => open(update, now));
  const kept = keepSafely(entries, script);
  try {
    carry(kept ? { ...load, own: [] } : load, script, PATIENCE_MS, marks);
    carryOn(script.services);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    remember(marks, script.services);
    return kept ? 'done' : 'again';
  }
  return 'done';
}
