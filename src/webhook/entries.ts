/** Carries entries of the pending store through: decided and written, sent, marked, and put back where not finished. */

import { FETCH_OPTIONS } from '../script/services';
import { finish } from './finish';
import { type Circumstances, handle } from './handle';
import { handledKey, helpKey, remember } from './marks';
import { type Entry, type Pending, settle } from './pending';

/** Handles what the entries hold, and puts back what is not finished. */
export function handleEntries(
  entries: Entry[],
  circumstances: Circumstances,
  alsoRemember: Record<string, string> = {},
): void {
  const { services } = circumstances;
  const pending = entries.flatMap((entry) => entry.pending);
  showTyping(pending, circumstances);
  const outcomes = handle(
    pending.map(({ update }) => update),
    { ...circumstances, accepted: pending.flatMap(({ accepted }) => accepted) },
  );
  const again = finish(outcomes, pending, circumstances);
  const open = new Set(again.map(({ update }) => update.key));
  const marks = { ...alsoRemember };
  for (const { update, helped } of outcomes) {
    if (!open.has(update.key)) marks[handledKey(update)] = '1';
    if (helped && update.kind === 'message') {
      marks[helpKey(update)] = String(circumstances.program.clock.now);
    }
  }
  remember(marks, services);
  for (const entry of entries) {
    entry.pending = entry.pending.flatMap(
      ({ update }) => again.find((one) => one.update.key === update.key) ?? [],
    );
    settle(entry, services);
  }
}

/** “typing…” before the work begins, where the owner wants it. */
function showTyping(pending: Pending[], { program, services, resumed }: Circumstances): void {
  const [only] = pending;
  if (!program.settings.typing || resumed || pending.length !== 1) return;
  if (only?.update.kind !== 'message' || !only.update.answerable) return;
  const request = program.provider.seen(only.update.key, true);
  try {
    if (request) services.fetchAll([{ ...request, ...FETCH_OPTIONS }]);
  } catch {
    return;
  }
}
