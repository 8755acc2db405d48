/** “typing…” before the work begins, where the owner wants it. */
import type { Update } from '../program/model';
import type { Script } from '../script/program';
import { FETCH_OPTIONS } from '../script/services';
import type { Cached } from './marks';
import { ticksIn, ticksLeft } from './ticks';

/**
 * One fetch for a single message that wants an answer, as long as the day has some to spare; whether it works does not
 * matter.
 */
export function showTyping(fresh: Update[], cached: Cached, { program, services }: Script): void {
  const [only] = fresh;
  if (!program.settings.typing || fresh.length !== 1) return;
  if (!ticksLeft(ticksIn(cached, program.clock.now))) return;
  if (only?.kind !== 'message' || !only.answerable) return;
  const request = program.provider.seen(only.key, true);
  try {
    if (request) services.fetchAll([{ ...request, ...FETCH_OPTIONS }]);
  } catch {
    return;
  }
}
