/**
 * The journal: what arrived and is not finished yet, in Script Properties. Every delivery writes under a key of its own:
 * so writing needs no lock, and no entry is ever written over by another one. Updates of one delivery share an entry.
 */
import type { Update } from '../program/model';
import { tokenInRef, tokenOf } from '../program/token';
import { parsed, type Store } from '../script/properties';
import type { Services } from '../script/services';

const PREFIX = 'pending.';

/** A value holds 9 KB; JSON.stringify's text is counted in bytes, a little is left for the bookkeeping. */
const ENTRY_BYTES = 8000;

/**
 * Nobody else takes an update up for so long after somebody began with it: that execution may still be at work, and a
 * report of the provider may still tell whether a message went.
 */
export const GRACE_MS = 2 * 60 * 1000;

/** An update and what is known of its handling. */
export interface Kept {
  update: Update;
  /** When it was first kept, in milliseconds. */
  since: number;
  /** How often it was tried. */
  tries: number;
  /** Not to be taken up before. */
  notBefore: number;
  /** The refs of its messages that the provider has accepted. */
  accepted: string[];
  /** Somebody has begun: rows may be written. */
  begun?: true;
  /** Its rows are written for certain: only messages are left to be sent. */
  wrote?: true;
  /** It could not be handled, and waits for its next try; nobody is at work on it. */
  putOff?: true;
  /** Its answers come late, and go all the same: the owner has asked for it. */
  asked?: true;
}

export interface Entry {
  key: string;
  kept: Kept[];
}

/** A new update, open to whoever has the lock next. */
export function open(update: Update, now: number): Kept {
  return { update, since: now, tries: 0, notBefore: now, accepted: [] };
}

/** An update that is being handled from now on. */
export function begin(kept: Kept, now: number): Kept {
  const { putOff: _, ...rest } = kept;
  return { ...rest, begun: true, notBefore: now + GRACE_MS };
}

/** Groups updates into entries that fit, under keys that nobody else has. */
export function entriesOf(kept: Kept[], { random }: Services): Entry[] {
  const entries: Entry[] = [];
  let size = 0;
  for (const one of kept) {
    const bytes = byteLength(JSON.stringify(one)) + 1;
    const last = entries[entries.length - 1];
    if (last && size + bytes <= ENTRY_BYTES) {
      last.kept.push(one);
      size += bytes;
    } else {
      const own = Math.floor(random() * 2 ** 40).toString(36);
      entries.push({ key: `${PREFIX}${tokenOf(one.update.key)}.${own}`, kept: [one] });
      size = bytes;
    }
  }
  return entries;
}

/** The entries of what has just arrived, open to whoever has the lock next. */
export function newEntries(fresh: Update[], now: number, services: Services): Entry[] {
  return entriesOf(
    fresh.map((update) => open(update, now)),
    services,
  );
}

/** Keeps entries, and whatever else is to be noted: one call for all of it. */
export function keep(entries: Entry[], services: Services, noted: Store = {}): void {
  const values: [string, string][] = [
    ...Object.entries(noted),
    ...entries.map(({ key, kept }): [string, string] => [key, JSON.stringify(kept)]),
  ];
  const [first] = values;
  if (!first) return;
  if (values.length === 1) services.properties.setProperty(...first);
  else services.properties.setProperties(Object.fromEntries(values));
}

/**
 * Writes back what entries still hold, and takes away the one that is finished. Several are emptied in one call instead,
 * for each deletion is one: the trigger clears them away ({@link emptiedIn}).
 */
export function settle(entries: Entry[], services: Services): void {
  const finished = entries.filter(({ kept }) => !kept.length);
  if (finished.length > 1 && emptied(entries, services)) return;
  keep(
    entries.filter(({ kept }) => kept.length),
    services,
  );
  for (const { key } of finished) services.properties.deleteProperty(key);
}

/** A full store may take nothing, and lose something all the same. */
function emptied(entries: Entry[], services: Services): boolean {
  try {
    keep(entries, services);
    return true;
  } catch {
    return false;
  }
}

/** The keys of entries that were emptied. Nobody writes under them again, so they may go without the lock. */
export function emptiedIn(store: Store): string[] {
  return Object.keys(store).filter((key) => key.startsWith(PREFIX) && store[key] === '[]');
}

/** Every entry in the store, the oldest first; one that cannot be read is left out. */
export function entriesIn(store: Store): Entry[] {
  return Object.keys(store)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => entryIn(key, store[key]) ?? [])
    .sort((a, b) => (a.kept[0]?.since ?? 0) - (b.kept[0]?.since ?? 0));
}

function entryIn(key: string, value: string | undefined): Entry | null {
  const kept = parsed<Kept[]>(value);
  return Array.isArray(kept) && kept.length > 0 ? { key, kept } : null;
}

/** Whether another delivery of the same update is kept. */
export function hasCopy(store: Store, own: Kept): boolean {
  return entriesIn(store).some(({ kept }) =>
    kept.some(
      ({ update, notBefore }) => update.key === own.update.key && notBefore !== own.notBefore,
    ),
  );
}

/** The entry that holds the update a ref belongs to. */
export function entryOfRef(store: Store, ref: string): Entry | undefined {
  const token = tokenInRef(ref);
  if (!token) return undefined;
  return entriesIn(store).find(({ kept }) =>
    kept.some(({ update, begun }) => begun && tokenOf(update.key) === token),
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
