/** After the owner's pages have had the lock: whoever found it taken has gone home, and left a message behind. */
import { masked } from '../program/masked';
import type { Telling } from '../program/model';
import { addressOf, keyOf } from '../program/people';
import type { Services } from '../script/services';
import { carryOn } from './carry';
import { forgettingOf } from './follow';
import { entriesOf, keep, open } from './journal';

/** The owner waits for the page's answer meanwhile: what takes longer is left to the trigger. */
const CARRY_MS = 10_000;

/** Tells whom the owner wants told, and carries what was kept meanwhile; should that fail, the trigger does it. */
export function carryAfterOwner(services: Services): void {
  if (!services.askedForLock && !services.toForget.length) return;
  try {
    keepWishes(services);
    carryOn(services, CARRY_MS);
  } catch (error) {
    console.error(masked(String(error)));
  }
}

/** Kept like what arrives. Where that fails, people are told with their next message. */
function keepWishes(services: Services): void {
  const now = services.now();
  const forgettings = services.toForget.map((from) =>
    forgettingOf(from, `${from.waId ?? from.userId} ${now}`, now),
  );
  const tellings = services.toTell.map((inviter): Telling => {
    const key = `telling.${keyOf(inviter)}.${now}`;
    return { kind: 'telling', key, at: now, from: addressOf(inviter) };
  });
  const kept = [...tellings, ...forgettings].map((update) => open(update, now));
  keep(entriesOf(kept, services), services);
}
