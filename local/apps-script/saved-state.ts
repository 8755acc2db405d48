/** What is kept over a restart, as plain JSON. */
import type { SavedBook } from './book';
import type { UsedDay } from './limits';
import type { SavedBlock } from './saved-sheet';

export type PropertyScope = 'script' | 'user' | 'document';

export type CacheScope = 'script' | 'user' | 'document';

export interface CacheEntry {
  value: string;
  expiresAt: number;
}

export interface InstalledTrigger {
  id: string;
  handler: string;
  type: 'CLOCK' | 'ON_EDIT' | 'ON_OPEN' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  /** Of a time trigger: when it falls due next. */
  nextAt?: number;
  /** Of a time trigger that repeats. */
  everyMs?: number;
}

export interface SavedState {
  version: 1;
  now: number;
  nextId: number;
  book: SavedBook;
  properties: Record<PropertyScope, Record<string, string>>;
  caches: Record<CacheScope, Record<string, CacheEntry>>;
  triggers: InstalledTrigger[];
  /** Not in what was saved before there were daily limits. */
  usedToday?: UsedDay;
}

/** What has changed since the last time. */
export interface SavedChanges {
  /** Everything but the rows of the tabs. */
  state: SavedState;
  /** The blocks of rows that have changed. */
  blocks: SavedBlock[];
  /** How many blocks each tab has, by its id. */
  counts: Record<number, number>;
}
