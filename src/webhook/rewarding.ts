/** The updates by which people are told of their rewards: our own doing, kept like what arrives. */
import type { Contact, Update } from '../program/model';
import { keyOf, keysOf } from '../program/people';
import { hasRewards } from '../program/rewards/terms';
import { isAnyRewardWaitingFor } from '../script/books';
import type { Script } from '../script/program';
import { REWARDS_WAIT, type Store } from '../script/properties';
import { MissingTab } from '../sheet/tabs';
import type { Outcome } from './case';
import { entriesIn, type Kept, open } from './journal';

/** An update for each of these people, unless one is kept that nobody has begun with: it tells of everything by then. */
export function rewardingsFor(people: string[], store: Store, now: number): Kept[] {
  const kept = entriesIn(store).flatMap((entry) => entry.kept);
  const isKept = (who: string) =>
    kept.some(({ update, begun }) => !begun && update.key.startsWith(`rewarding.${who}.`));
  return [...new Set(people)]
    .filter((who) => who && !isKept(who))
    .map((who) => {
      const key = `rewarding.${who}.${now}`;
      const update: Update = { kind: 'rewarding', key, at: now, from: contactOf(who) };
      return open(update, now);
    });
}

/** Those whose rewards follow from what was handled, or have waited for them to write: one search, where any wait. */
export function rewardingsAfter(outcomes: Outcome[], script: Script): Kept[] {
  const people = outcomes.flatMap(({ rewarded }) => rewarded);
  const waited = waitedFor(outcomes, script);
  return rewardingsFor([...people, ...waited], script.store, script.services.now());
}

function waitedFor(outcomes: Outcome[], script: Script): string[] {
  const { program, store } = script;
  if (!store[REWARDS_WAIT] || !hasRewards(program.settings.terms)) return [];
  const writers = outcomes
    .filter(({ one }) => one.update.kind === 'message')
    .flatMap(({ person }) => person ?? []);
  if (!writers.length) return [];
  try {
    const keys = writers.flatMap(keysOf);
    const found = isAnyRewardWaitingFor(keys, Number(store[REWARDS_WAIT]), script);
    return found ? writers.map(keyOf) : [];
  } catch (error) {
    if (error instanceof MissingTab) return [];
    // Nobody knows: one looks.
    return writers.map(keyOf);
  }
}

/** A key of the ledger as a contact: a number, or an id. */
function contactOf(who: string): Contact {
  return /^\d+$/.test(who) ? { waId: who } : { userId: who };
}
