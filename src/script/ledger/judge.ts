/** The owner gives, refuses or clears several rewards at once, on a page. */
import type { Reward } from '../../program/rewards/model';
import { judged, type Meant, type Verdict } from '../../program/rewards/verdict';
import type { Script } from '../program';
import { giveCoupons } from './coupons';
import { LedgerDesk } from './desk';
import { writeNotes } from './look';
import { withTabs } from './set-up';

/** A reward as it is now, where it stands, and why it was left as it was; '' where it was not. */
interface Judged {
  reward: Reward;
  row: number;
  left: string;
}

/**
 * Changes rewards; who is to hear of it is noted in *Told*. The caller has the lock, and flushes.
 *
 * @param why the reason of a refusal
 * @returns those that are still in the ledger
 * @throws Error when a refusal has no reason
 */
export function judgeRewards(
  meant: Meant[],
  verdict: Verdict,
  why: string,
  script: Script,
): Judged[] {
  if (verdict === 'refuse' && !why.trim()) {
    throw new Error('Write the reason first: without one nothing is refused.');
  }
  return withTabs(script, () => {
    const desk = new LedgerDesk(script);
    const { rewards, clock } = desk;
    const all = find(meant, desk).map(({ reward, known }) => {
      const outcome = judged(reward, known, verdict, why.trim(), clock);
      if ('left' in outcome) return { reward, left: outcome.left };
      rewards.change(reward, outcome.set);
      return { reward, left: '' };
    });
    giveCoupons(desk);
    desk.save();
    const changed = all.filter(({ left }) => !left).map(({ reward }) => reward);
    if (changed.length) writeNotes(new Map([['', changed]]), desk);
    return all.map((one) => ({ ...one, row: rewards.rowOf(one.reward) }));
  });
}

/** Read where they were seen; those that have moved since are searched for. */
function find(meant: Meant[], { rewards }: LedgerDesk): { reward: Reward; known: string }[] {
  const seen = rewards.readThere(meant.map(({ row }) => row));
  const moved = meant.map(({ key }) => key).filter((key) => !seen.some((one) => one.key === key));
  const all = [...seen, ...rewards.findRewards(moved, [])];
  return meant.flatMap(({ key, known }) => {
    const reward = all.find((one) => one.key === key);
    return reward ? [{ reward, known }] : [];
  });
}
