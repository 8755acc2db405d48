/** “typing…” before the work begins, where the owner wants it. */
import type { Update } from '../program/model';
import type { Script } from '../script/program';
import { FETCH_OPTIONS } from '../script/services';

/** One fetch for a single message that wants an answer; whether it works does not matter. */
export function showTyping(fresh: Update[], { program, services }: Script): void {
  const [only] = fresh;
  if (!program.settings.typing || fresh.length !== 1) return;
  if (only?.kind !== 'message' || !only.answerable) return;
  const request = program.provider.seen(only.key, true);
  try {
    if (request) services.fetchAll([{ ...request, ...FETCH_OPTIONS }]);
  } catch {
    return;
  }
}
