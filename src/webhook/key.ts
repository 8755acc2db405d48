/**
 * The secret in the webhook's address: the only thing that tells the provider from a stranger. What the cache knows of it
 * lets a wrong one cost a single call, and is believed for a few minutes only.
 */
import {
  EARLIER_KEY,
  type EarlierKey,
  KEYS,
  parsed,
  type Store,
  WEBHOOK_KEY,
} from '../script/properties';
import type { Cached } from './marks';
import { sameSecret } from './secret';

/** So long the cache is believed. */
const BELIEVED_MS = 10 * 60 * 1000;

/** The keys that count. */
interface Keys {
  key: string;
  earlier: EarlierKey | null;
  /** When they were read, in milliseconds. */
  at: number;
}

/** The keys as Script Properties hold them. */
export function keysIn(store: Store, now: number): Keys {
  const earlier = parsed<EarlierKey>(store[EARLIER_KEY]);
  return { key: store[WEBHOOK_KEY] ?? '', earlier, at: now };
}

/** The keys as the cache remembers them; null when it does not, or has for too long. */
export function keysCached(cached: Cached, now: number): Keys | null {
  const keys = parsed<Keys>(cached[KEYS] as string | undefined);
  return keys && now - keys.at < BELIEVED_MS ? keys : null;
}

/** Whether a request has the key; the one before counts as long as the owner wants it. */
export function isRightKey(given: string, { key, earlier }: Keys, now: number): boolean {
  if (sameSecret(given, key)) return true;
  return earlier !== null && now < earlier.until && sameSecret(given, earlier.key);
}
