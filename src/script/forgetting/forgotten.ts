/**
 * As what somebody stands in the sheet who was forgotten: a keyed hash of each of their numbers and ids. Without the
 * secret, which never leaves Script Properties, nobody can try numbers until one fits.
 */
import { forgottenId } from '../../program/forgotten';
import { FORGET_SECRET, type Store } from '../properties';
import type { Services } from '../services';

/** Eighty bits: far more than there are people. */
const BYTES = 10;

/** One id for each key; none where nobody was ever forgotten, and nothing is asked for then. */
export function forgottenAs(keys: string[], store: Store, { sign }: Services): string[] {
  const secret = store[FORGET_SECRET];
  if (!secret) return [];
  return keys.map((key) => forgottenId(hex(sign(key, secret).slice(0, BYTES))));
}

/** Makes the secret where there is none yet. The caller has the lock. */
export function withSecret(store: Store, { properties, uuid }: Services): Store {
  // What was read before the lock was had may be older than the secret.
  const secret = store[FORGET_SECRET] || properties.getProperty(FORGET_SECRET) || uuid() + uuid();
  if (!store[FORGET_SECRET]) properties.setProperty(FORGET_SECRET, secret);
  return Object.assign(store, { [FORGET_SECRET]: secret });
}

function hex(bytes: number[]): string {
  return bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');
}
