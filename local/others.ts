/** Others who write all the time: over a database their deliveries, which are in hand, make a crowd of whoever comes. */
import type { LocalAppsScript } from './apps-script';

const OTHERS = 6;
const HOUR = 60 * 60_000;

/**
 * Deliveries of others are in the journal, and nobody gets done with them.
 *
 * @param since when they came, in milliseconds; in the future they are new for as long as it takes
 * @returns ends it
 */
export function othersWrite(
  { clock, properties }: LocalAppsScript,
  since = clock.now + HOUR,
): () => void {
  const keys = Array.from({ length: OTHERS }, (_, n) => `pending.other${n}`);
  for (const key of keys) {
    const from = { waId: '447700999999', name: 'Other' };
    const update = { kind: 'message', key, at: since, from, text: 'Hello', answerable: true };
    const notBefore = since + 24 * HOUR;
    const kept = [{ update, since, tries: 0, notBefore, accepted: [], begun: true }];
    properties.script.set(key, JSON.stringify(kept));
  }
  return () => {
    for (const key of keys) properties.script.delete(key);
  };
}
