/** Gives, refuses and clears rewards, and says what came of it. */
import type { Verdict, WireReward } from '../../wire';
import { toast } from '../components/toast';
import { server } from '../shared/server';
import { type RowReward, receiverOf } from './reward';

/** So many go in one call. */
const AT_ONCE = 100;

const DONE: Record<Verdict, string> = { give: 'Given', refuse: 'Refused', clear: 'Cleared' };

/** Judges rewards; what was changed is told as it comes. */
export async function judge(
  rewards: RowReward[],
  verdict: Verdict,
  why: string,
  changed: (rows: WireReward[]) => void,
): Promise<void> {
  const left: string[] = [];
  for (let from = 0; from < rewards.length; from += AT_ONCE) {
    const some = rewards.slice(from, from + AT_ONCE);
    const meant = some.map(({ key, row, known }) => ({ key, row, known }));
    const answer = await server.judge(meant, verdict, why);
    left.push(...answer.left);
    changed(answer.rewards);
  }
  if (left.length) return toast(left.join(' '), 'bad');
  const [one] = rewards;
  const what =
    rewards.length === 1 && one
      ? `${one.reward} for ${receiverOf(one)}`
      : `${rewards.length.toLocaleString()} rewards`;
  toast(`${DONE[verdict]}: ${what}.`, 'good');
}
