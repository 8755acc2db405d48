/** What follows from a delivery, and is kept like what arrives. */
import type { Update } from '../program/model';
import { addressOf, keyOf } from '../program/people';
import type { Script } from '../script/program';
import type { Store } from '../script/properties';
import type { Outcome } from './case';
import { entriesIn, type Kept, open } from './journal';
import type { Verdicts } from './send';

/** So long others are waited for who are to be told of together. */
const TOGETHER_MS = 2 * 60 * 1000;

/** A telling in a little while, and an opt-out that WhatsApp knew of. */
export function newUpdates(
  outcomes: Outcome[],
  verdicts: Verdicts,
  { services, store }: Script,
): Kept[] {
  const now = services.now();
  const started = new Map<string, Kept>();
  for (const { tellSoon, sendings, person } of outcomes) {
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

/** Whether a telling is kept that nobody can have begun yet: it tells of everything that waits by then. */
function isTellingKept(inviterKey: string, store: Store, now: number): boolean {
  return entriesIn(store).some(({ kept }) =>
    kept.some(
      ({ update, notBefore }) => notBefore > now && update.key.startsWith(`telling.${inviterKey}.`),
    ),
  );
}
