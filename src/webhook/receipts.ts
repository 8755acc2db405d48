/** What of a webhook is news: receipts are noted at once, and each update counts once. */
import type { Received, Update } from '../program/model';
import { tokenInRef, tokenOf } from '../program/token';
import type { Store } from '../script/properties';
import type { Services } from '../script/services';
import { markArrivals } from './arrivals';
import { entryOfRef, keep } from './journal';

/** A receipt for a message of an update that is still kept: when it was cut off after the sending, it did go. */
export function noteReceipts(arrived: Received[], store: Store, services: Services): void {
  markArrivals(
    arrived.flatMap((one) => (one.kind === 'receipt' && one.arrived ? tokenInRef(one.ref) : [])),
    'delivered',
    { store, services },
  );
  for (const receipt of arrived) {
    if (receipt.kind !== 'receipt') continue;
    const entry = entryOfRef(store, receipt.ref);
    const kept = entry?.kept.find(
      ({ update, accepted }) =>
        receipt.ref.startsWith(`${tokenOf(update.key)}.`) && !accepted.includes(receipt.ref),
    );
    if (!entry || !kept) continue;
    kept.accepted.push(receipt.ref);
    keep([entry], services);
    store[entry.key] = JSON.stringify(entry.kept);
  }
}

/** The updates among it, each once. */
export function distinct(arrived: Received[]): Update[] {
  const updates = new Map<string, Update>();
  for (const one of arrived) {
    if (one.kind === 'receipt' || one.kind === 'trouble' || one.kind === 'echo') continue;
    if (!updates.has(one.key)) updates.set(one.key, one);
  }
  return [...updates.values()];
}
