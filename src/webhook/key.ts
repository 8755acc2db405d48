/** The secret in the webhook's address: the only thing that tells the provider from a stranger. */
import {
  EARLIER_KEY,
  type EarlierKey,
  parsed,
  type Store,
  WEBHOOK_KEY,
} from '../script/properties';
import { sameSecret } from './secret';

/** Whether a request has the key; the one before counts as long as the owner wants it. */
export function isRightKey(given: string, store: Store, now: number): boolean {
  if (sameSecret(given, store[WEBHOOK_KEY] ?? '')) return true;
  const earlier = parsed<EarlierKey>(store[EARLIER_KEY]);
  return earlier !== null && now < earlier.until && sameSecret(given, earlier.key);
}
