/**
 * Under the lock: takes up what everybody has kept and claims it, so that nobody else does the same; then finds, decides
 * and writes all of it in one go.
 */
import { isSourceCode } from '../program/codes';
import { mayRegister } from '../program/intent';
import { masked } from '../program/masked';
import { hasRewards } from '../program/rewards/terms';
import { freshMark } from '../script/notes';
import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import { REWARDS_NEW, SOURCES_NEWS, type Store } from '../script/properties';
import { DatabaseDown } from '../sql/database';
import { nextTry } from './again';
import { type Case, caseOf, type Memory } from './case';
import { type Due, dueIn, type Reach, withoutCopies } from './due';
import { type Handled, handle } from './handle';
import { begin, type Entry, type Kept } from './journal';
import { keepSafely } from './keep-safely';
import { isHandled, recall } from './marks';
import { memoryOf } from './memory';

/** So many updates share a search, whose pattern grows with each. */
const AT_ONCE = 40;

/** So many updates of others are taken along: each is two or three messages, and Meta takes 80 a second. */
export const OTHERS = 25;

/** The owner is told of what cannot be handled after so many tries. */
const TELL_AFTER_TRIES = 3;

/** What one execution takes up. */
export interface Load extends Reach {
  /** Its own delivery, whether the journal has it already or not. */
  own: Entry[];
  /** What it knows of the people in it. */
  memory: Memory;
  /** Properties that are to be noted with it. */
  noted?: Store;
}

export interface Taken extends Handled {
  /** Where the updates are kept, begun; those that could not be handled are put off in them. */
  entries: Entry[];
  /** Whether others' updates are among them. */
  others: boolean;
  /** Whether everything is safe in the journal. */
  safe: boolean;
}

/** @param journal everything that is kept, as fresh as the lock where others' updates are concerned */
export function take(load: Load, journal: Due[], script: Script): Taken {
  const { services, store } = script;
  const now = services.now();
  const own = load.own.flatMap((entry) => entry.kept.map((kept) => ({ entry, kept })));
  const ownKeys = new Set(load.own.map(({ key }) => key));
  const all = journal.filter(({ entry }) => !ownKeys.has(entry.key));
  const updates = own.map(({ kept }) => kept.update);
  const found = dueIn(all, updates, load, store, now).slice(0, Math.max(OTHERS - own.length, 0));
  const due = withoutCopies([...found, ...own], [...all, ...own]);
  const cases = casesOf(due, found, load.memory, script);
  const entries = [...new Set([...found, ...own].map(({ entry }) => entry))];
  const candidates = new Set([...found, ...own].map(({ kept }) => kept));
  claim(entries, cases, candidates, now);
  const safe = keepSafely(
    entries.filter(({ kept }) => kept.length),
    script,
    { ...load.noted, ...newcomersNoted(cases, script) },
  );
  const { outcomes, flush } = handleAll(cases, entries, script);
  return { outcomes, flush, entries, others: found.length > 0, safe };
}

/** Somebody may be registered now whose referral has to be looked at, or counted: noted along with the claim. */
function newcomersNoted(cases: Case[], { program, services }: Script): Store {
  const comes = cases.some(({ intent }) => mayRegister(intent));
  const bySource = cases.some(
    ({ intent }) =>
      intent?.kind === 'invitation' &&
      intent.invitation.kind === 'code' &&
      isSourceCode(intent.invitation.code),
  );
  return {
    ...(comes && hasRewards(program.settings.terms) && { [REWARDS_NEW]: freshMark(services) }),
    ...(bySource && { [SOURCES_NEWS]: freshMark(services) }),
  };
}

/** The updates as cases; those that were handled without being taken out of the journal are left out. */
function casesOf(due: Due[], found: Due[], memory: Memory, script: Script): Case[] {
  const { program, services } = script;
  const others = due.filter((one) => found.includes(one)).map(({ kept }) => kept);
  const updates = others.map(({ update }) => update);
  const cached = others.length ? recall(updates, services) : {};
  const theirs = memoryOf(cached, services.now());
  return due
    .filter(({ kept }) => kept.asked || !isHandled(kept.update, cached))
    .map(({ kept }) => {
      const isOwn = !others.includes(kept);
      const again = kept.begun === true && !isOwn;
      return caseOf(kept, again, program.settings, isOwn ? memory : theirs);
    });
}

/** The entries as they are from now on: what is handled is begun, and copies and what was handled before are gone. */
function claim(entries: Entry[], cases: Case[], candidates: Set<Kept>, now: number): void {
  const begun = new Map(cases.map((one): [Kept, Kept] => [one.kept, begin(one.kept, now)]));
  for (const one of cases) one.kept = begun.get(one.kept) ?? one.kept;
  for (const entry of entries) {
    entry.kept = entry.kept.flatMap((kept) =>
      candidates.has(kept) ? (begun.get(kept) ?? []) : kept,
    );
  }
}

/** All in one go, as far as one search can hold them. */
function handleAll(cases: Case[], entries: Entry[], script: Script): Handled {
  const all: Handled = { outcomes: [], flush: false };
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const { outcomes, flush } = handleSome(cases.slice(from, from + AT_ONCE), entries, script);
    all.outcomes.push(...outcomes);
    all.flush ||= flush;
  }
  return all;
}

/** Where that fails, one after the other, so that one that cannot be handled does not hold up the rest. */
function handleSome(cases: Case[], entries: Entry[], script: Script): Handled {
  try {
    return handle(cases, script);
  } catch (error) {
    if (cases.length === 1) return handledNot(cases, entries, error, script);
  }
  const outcomes = cases.flatMap((one) => {
    // Its rows may have been written before the failure.
    one.again = true;
    try {
      return handle([one], script).outcomes;
    } catch (error) {
      return handledNot([one], entries, error, script).outcomes;
    }
  });
  return { outcomes, flush: true };
}

function handledNot(cases: Case[], entries: Entry[], error: unknown, script: Script): Handled {
  putOff(cases, entries, error, script);
  return { outcomes: [], flush: true };
}

/** What throws is tried again; after three days it is given up, with a word to the owner. */
export function putOff(cases: Case[], entries: Entry[], error: unknown, script: Script): void {
  const now = script.services.now();
  console.error(masked(String(error)));
  const isDown = error instanceof DatabaseDown;
  for (const { kept } of cases) {
    // That the database is away is no fault of the message's, and told by itself.
    const tries = kept.tries + (isDown ? 0 : 1);
    const next = nextTry(kept, now);
    if (!isDown && (next === null || tries > TELL_AFTER_TRIES)) tellOfFailure(error, script);
    const later: Kept[] = next === null ? [] : [{ ...kept, tries, notBefore: next, putOff: true }];
    for (const entry of entries) {
      entry.kept = entry.kept.flatMap((one) => (one === kept ? later : one));
    }
  }
}

function tellOfFailure(error: unknown, script: Script): void {
  tellOwner(
    {
      what: `A message could not be handled: ${masked(String(error))}`,
      toDo: 'Use Referrals → Check set-up. The program keeps trying for three days.',
    },
    script,
  );
}
