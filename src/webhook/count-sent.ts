/** Counts what the provider has taken, for the owner: what the cache has to remember of it. */

import type { Script } from '../script/program';
import { SENT } from '../script/properties';
import { monthOf, mostOf, type SentKind, sentIn } from '../script/sent';
import type { Outcome, Sending } from './case';
import type { Verdicts } from './send';

/** Nothing where nothing went. */
export function sentMark(
  outcomes: Outcome[],
  verdicts: Verdicts,
  { program, store }: Script,
): Record<string, string> {
  const sendings = outcomes.flatMap((outcome) => outcome.sendings);
  const accepted = sendings.filter((sending) => verdicts.get(sending) === null);
  if (!accepted.length) return {};
  const known = [...outcomes.map(({ one }) => one.sent), sentIn(store)];
  const sent = { ...mostOf(known, monthOf(program.clock)) };
  for (const sending of accepted) sent[kindOf(sending)]++;
  return { [SENT]: JSON.stringify(sent) };
}

/** A template is billed as one, whatever it tells. */
function kindOf({ body, kind }: Sending): SentKind {
  if (body.kind === 'template') return 'templates';
  if (kind === 'answer') return 'answers';
  return kind === 'rewards' ? 'rewards' : 'notices';
}
