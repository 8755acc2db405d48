/** *Answer those who got none…*: the owner sends the answers that a long outage held back. */
import { openScript } from '../script/program';
import type { Services } from '../script/services';
import { countUnanswered, forgetUnanswered, unansweredIn } from '../script/unanswered';
import { carry } from './carry';
import { NO_MEMORY } from './case';
import { begin, entriesOf, keep, open } from './journal';

/** So many are answered together. */
const AT_ONCE = 25;

const PATIENCE_MS = 10_000;

/** Answers them. Their rows are written already: nothing but the answers is sent. */
function answerLate(services: Services): void {
  const store = services.properties.getProperties();
  const now = services.now();
  const messages = unansweredIn(store, now);
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    const some = messages.slice(from, from + AT_ONCE);
    const kept = some.map((message) => ({
      ...begin(open(message, now), now),
      wrote: true as const,
      asked: true as const,
      notBefore: now,
    }));
    keep(entriesOf(kept, services), services);
    forgetUnanswered(some, store, services);
    const fresh = services.properties.getProperties();
    const script = openScript(services, fresh);
    const load = { own: [], memory: NO_MEMORY, minAge: 0, leftOver: AT_ONCE };
    carry(load, script, PATIENCE_MS);
  }
  forgetUnanswered([], store, services);
}

/** The menu item: answers, and says how many. */
export function answerLateNow(services: Services): void {
  const count = countUnanswered(services.properties.getProperties(), services.now());
  if (count) answerLate(services);
  const words = count === 1 ? '1 person has been answered.' : `${count} people have been answered.`;
  const text = count ? words : 'Nobody is waiting for an answer.';
  services.spreadsheet.toast(text, 'Late answers', 10);
}
