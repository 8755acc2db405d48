/** The owner's word on a reward, given on a page: by the rules that hold for the cell as well. */
import type { Clock } from '../facts';
import { ownersChange } from './changes';
import { isDue } from './ledger';
import type { Reward, State } from './model';

/** What the owner wants: to hand it over, to refuse it, or to say of a flagged one that all is well. */
export type Verdict = 'give' | 'refuse' | 'clear';

/** A reward as the owner saw it when they decided about it. */
export interface Meant {
  key: string;
  /** Where it stood then. */
  row: number;
  /** Its state then: one that has changed since is left alone. */
  known: string;
}

/**
 * What becomes of a reward.
 *
 * @param known its state when the owner decided
 * @param why the reason of a refusal, which comes to stand before what was in *Why*
 * @returns what changes, or why it is left as it is
 */
export function judged(
  reward: Reward,
  known: string,
  verdict: Verdict,
  why: string,
  clock: Clock,
): { set: Partial<Reward> } | { left: string } {
  const byNow = { left: `It is ${reward.known} by now.` };
  if (reward.known !== known) return byNow;
  const reason = verdict === 'refuse' ? [why, reward.why].filter(Boolean).join('; ') : reward.why;
  const wish = { ...reward, state: stateFor(reward, verdict, clock), why: reason };
  const change = ownersChange(wish, clock);
  if (!change) return byNow;
  return change.note ? { left: change.note } : { set: { why: reason, ...change.set } };
}

/** A flagged one that is cleared goes on where it would be by now. */
function stateFor({ readyOn }: Reward, verdict: Verdict, clock: Clock): State {
  if (verdict === 'give') return 'given';
  if (verdict === 'refuse') return 'refused';
  return readyOn !== null && !isDue(readyOn, clock) ? 'waiting' : 'ready';
}
