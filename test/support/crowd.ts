/** Others who write all the time: over a database their deliveries, which are in hand, make a crowd of whoever comes. */
import { type Business, HOUR } from './business';
import { isOverDatabase } from './part';

const OTHERS = 6;

/** The ways in which a suite is played: over a database once more in a crowd. */
export const WAYS = isOverDatabase ? [false, true] : [false];

/**
 * Deliveries of others are in the journal, and nobody gets done with them.
 *
 * @param since when they came, in milliseconds; in the future they are new for as long as it takes
 * @returns ends it
 */
export function othersWrite(shop: Business, since = shop.script.clock.now + HOUR): () => void {
  const { script } = shop.script.properties;
  const keys = Array.from({ length: OTHERS }, (_, n) => `pending.other${n}`);
  for (const key of keys) {
    const from = { waId: '447700999999', name: 'Other' };
    const update = { kind: 'message', key, at: since, from, text: 'Hello', answerable: true };
    const notBefore = since + 24 * HOUR;
    script.set(
      key,
      JSON.stringify([{ update, since, tries: 0, notBefore, accepted: [], begun: true }]),
    );
  }
  return () => {
    for (const key of keys) script.delete(key);
  };
}
