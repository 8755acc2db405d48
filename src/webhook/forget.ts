/** Somebody is forgotten: in the sheet, in the journal, in what waits for the owner, and in the cache. */
import type { Contact, Forgetting } from '../program/model';
import { keysOfContact } from '../program/people';
import { forgetPerson } from '../script/forgetting/forget';
import type { Script } from '../script/program';
import type { Services } from '../script/services';
import { forgetUnanswered, unansweredIn } from '../script/unanswered';
import type { Case, Outcome } from './case';
import { entriesIn, type Kept, settle } from './journal';
import { cachedOf } from './marks';

/** The caller has the lock, and flushes. @throws whatever the sheet throws */
export function forget(one: Case, script: Script): Outcome {
  const forgetting = one.update as Forgetting;
  const keys = forgetPerson(forgetting, script);
  if (keys.length) forgetKept(keys, script);
  return {
    one,
    sendings: [],
    helped: false,
    tellSoon: null,
    late: false,
    person: null,
    rewarded: [],
    ...(!forgetting.again && { forgets: { from: forgetting.from, keys } }),
  };
}

function forgetKept(keys: string[], { services }: Script): void {
  const now = services.now();
  const store = services.properties.getProperties();
  const isTheirs = (from: Contact) => keysOfContact(from).some((key) => keys.includes(key));
  const touched = entriesIn(store).flatMap((entry) => {
    const left = entry.kept.filter((kept) => isAtWork(kept, now) || !isFrom(kept, isTheirs));
    return left.length < entry.kept.length ? [{ ...entry, kept: left }] : [];
  });
  settle(touched, services);
  const late = unansweredIn(store, now).filter(({ from }) => isTheirs(from));
  forgetUnanswered(late, store, services);
  forgetCached(keys, services);
}

/** Whoever is at work with it puts it back in any case; the second look finds it. */
function isAtWork({ begun, putOff, notBefore }: Kept, now: number): boolean {
  return begun === true && !putOff && notBefore > now;
}

/** What is about somebody, but for their wish itself. */
function isFrom({ update }: Kept, isTheirs: (from: Contact) => boolean): boolean {
  return 'from' in update && update.kind !== 'forgetting' && isTheirs(update.from);
}

/** The cache forgets by itself within hours; so it does not matter should this fail. */
function forgetCached(keys: string[], { cache }: Services): void {
  try {
    cache.removeAll(keys.flatMap(cachedOf));
  } catch {
    return;
  }
}
