/**
 * The word that edits leave for the trigger: another mark with each of them. Where a simple trigger may not use Script
 * Properties, the cache has it; the trigger asks the cache once a run.
 */
import { freshMark } from './notes';
import {
  CLIENTS_EDITED,
  REWARDS_EDITED,
  SETTINGS_STALE,
  SOURCES_NEWS,
  type Store,
  TRIGGER_RAN,
  WINDOW_EDITED,
  WINDOW_NEWS,
} from './properties';
import type { Services } from './services';

/** Longer than it ever takes until the trigger looks. */
const CACHED_SECONDS = 21_600;

/** Marks that may stand in both places. */
const MARKS = [REWARDS_EDITED, SOURCES_NEWS, WINDOW_EDITED] as const;

/** Leaves word of an edit. */
export function leaveMark(name: (typeof MARKS)[number], services: Services): void {
  const mark = freshMark(services);
  try {
    services.properties.setProperty(name, mark);
  } catch {
    services.cache.put(name, mark, CACHED_SECONDS);
  }
}

/** What the cache holds for the trigger: one call; nothing when it does not answer. */
export function marksInCache({ cache }: Services): Store {
  try {
    return cache.getAll([TRIGGER_RAN, SETTINGS_STALE, CLIENTS_EDITED, WINDOW_NEWS, ...MARKS]);
  } catch {
    return {};
  }
}

/** What Script Properties hold, with what the cache has besides: news in either place is another mark. */
export function withMarks(store: Store, cached: Store): Store {
  for (const name of MARKS) {
    if (cached[name]) store[name] = [store[name], cached[name]].filter(Boolean).join(' ');
  }
  return store;
}
