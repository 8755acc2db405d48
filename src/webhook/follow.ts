/** What follows from a delivery, and is kept like what arrives. */
import type { Contact, Forgetting, Update } from '../program/model';
import { addressOf, keyOf } from '../program/people';
import { tokenOf } from '../program/token';
import type { Script } from '../script/program';
import type { Store } from '../script/properties';
import type { Outcome } from './case';
import { entriesIn, type Kept, open } from './journal';
import type { Verdicts } from './send';

/** So long others are waited for who are to be told of together. */
const TOGETHER_MS = 2 * 60 * 1000;

/** So long after somebody was forgotten nothing can be under way any more that began before. */
const STRAGGLERS_MS = 7 * 60 * 1000;

/** A telling in a little while, and an opt-out that WhatsApp knew of. */
export function newUpdates(
  outcomes: Outcome[],
  verdicts: Verdicts,
  { services, store }: Script,
): Kept[] {
  const now = services.now();
  const started = new Map<string, Kept>();
  for (const outcome of outcomes) {
    const { tellSoon, sendings, person } = outcome;
    const forgetting = forgettingAfter(outcome, now);
    if (forgetting) started.set(forgetting.update.key, forgetting);
    if (tellSoon && !isTellingKept(keyOf(tellSoon), store, now)) {
      const key = `telling.${keyOf(tellSoon)}.${now}`;
      const telling: Update = { kind: 'telling', key, at: now, from: addressOf(tellSoon) };
      started.set(key, { ...open(telling, now), notBefore: now + TOGETHER_MS });
    }
    for (const sending of sendings) {
      const told = sending.kind === 'rewards' ? person : sending.inviter;
      if (!told || verdicts.get(sending)?.meaning !== 'stopped') continue;
      const key = `optOut.${keyOf(told)}.${now}`;
      const from = addressOf(told);
      started.set(key, open({ kind: 'preference', key, at: now, from, wants: 'stop' }, now));
    }
  }
  return [...started.values()];
}

/** Whoever is to be forgotten is forgotten at once; a while later what was under way meanwhile is looked for. */
function forgettingAfter({ one, forgets }: Outcome, now: number): Kept | null {
  if (!forgets) return null;
  const { update } = one;
  if (update.kind !== 'forgetting') return open(forgettingOf(forgets.from, update.key, now), now);
  const again: Forgetting = { ...update, ...forgets, key: `${update.key}.again`, again: true };
  return { ...open(again, now), notBefore: now + STRAGGLERS_MS };
}

/** The update by which somebody is forgotten. @param why what tells it from another one */
export function forgettingOf(from: Contact, why: string, at: number): Forgetting {
  const token = tokenOf(`forgetting ${why}`);
  return { kind: 'forgetting', key: `forgetting.${token}`, at, from, keys: [], token };
}

/** Whether a telling is kept that nobody can have begun yet: it tells of everything that waits by then. */
function isTellingKept(inviterKey: string, store: Store, now: number): boolean {
  return entriesIn(store).some(({ kept }) =>
    kept.some(
      ({ update, notBefore }) => notBefore > now && update.key.startsWith(`telling.${inviterKey}.`),
    ),
  );
}
