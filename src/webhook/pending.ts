/**
 * The pending store: what arrived and is not finished yet, in Script Properties. Several updates of one delivery
 * share an entry; every entry has a key of its own, so that writing needs no lock.
 */
import type { Update } from '../program/model';
import { tokenInRef, tokenOf } from '../program/token';
import { parsed, type Store } from '../script/properties';
import type { Services } from '../script/services';

const PREFIX = 'pending.';

/** A value holds 9 KB; JSON.stringify's text is counted in bytes, a little is left for the bookkeeping. */
const ENTRY_BYTES = 8000;

/** An update and what is known of its handling. */
export interface Pending {
  update: Update;
  /** When it was first kept, in milliseconds. */
  since: number;
  /** How often sending was tried. */
  tries: number;
  /** Not to be taken up before. */
  notBefore: number;
  /** The refs of its messages that the provider has accepted. */
  accepted: string[];
}

export interface Entry {
  key: string;
  pending: Pending[];
}

/**
 * Nobody else takes an update up for so long after it was kept: the execution that has it may still be at work, and
 * a report of the provider may still tell whether a message went.
 */
export const GRACE_MS = 2 * 60 * 1000;

/** A new, not yet tried update. */
export function newPending(update: Update, now: number): Pending {
  return { update, since: now, tries: 0, notBefore: now + GRACE_MS, accepted: [] };
}

/** Groups updates into entries that fit. */
export function entriesOf(pending: Pending[]): Entry[] {
  const entries: Entry[] = [];
  let size = 0;
  for (const one of pending) {
    const bytes = byteLength(JSON.stringify(one)) + 1;
    const last = entries[entries.length - 1];
    if (last && size + bytes <= ENTRY_BYTES) {
      last.pending.push(one);
      size += bytes;
    } else {
      entries.push({ key: entryKey(one), pending: [one] });
      size = bytes;
    }
  }
  return entries;
}

/** The key of an entry that begins with this update. */
export function entryKey({ update }: Pending): string {
  return PREFIX + tokenOf(update.key);
}

/** Keeps entries, and whatever else is to be noted: one call for all of it. */
export function keep(entries: Entry[], services: Services, noted: Store = {}): void {
  const values: Store = { ...noted };
  for (const { key, pending } of entries) values[key] = JSON.stringify(pending);
  const [only] = entries;
  if (!only) return;
  if (Object.keys(values).length === 1)
    services.properties.setProperty(only.key, values[only.key] ?? '');
  else services.properties.setProperties(values);
}

/** Writes back what an entry still holds, or takes it away. */
export function settle(entry: Entry, services: Services): void {
  if (entry.pending.length) keep([entry], services);
  else services.properties.deleteProperty(entry.key);
}

/** Every entry in the store, the oldest first; one that cannot be read is left out. */
export function entriesIn(store: Store): Entry[] {
  return Object.keys(store)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => entryIn(key, store[key]) ?? [])
    .sort((a, b) => (a.pending[0]?.since ?? 0) - (b.pending[0]?.since ?? 0));
}

/** An entry as its property holds it; null when there is none. */
export function entryIn(key: string, value: string | undefined): Entry | null {
  const pending = parsed<Pending[]>(value);
  return Array.isArray(pending) && pending.length > 0 ? { key, pending } : null;
}

/** The entry that holds the update a ref belongs to. */
export function entryOfRef(store: Store, ref: string): Entry | undefined {
  const token = tokenInRef(ref);
  if (!token) return undefined;
  return entriesIn(store).find(({ pending }) =>
    pending.some(({ update }) => tokenOf(update.key) === token),
  );
}

/** UTF-8 bytes of a text, without TextEncoder. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return bytes;
}
