/** What the cache remembers of updates: which were handled, who got the help, how much somebody wrote. It may forget. */
import type { Message, Update } from '../program/model';
import { tokenOf } from '../program/token';
import { SETTINGS_STALE } from '../script/properties';
import type { Services } from '../script/services';
import { floodKey } from './flood';

/** The cache forgets after six hours; the provider's later retries are stopped by their age. */
const HANDLED_SECONDS = 21_600;

/** What the cache knows of these updates; nothing when it does not answer. */
export function recall(updates: Update[], services: Services): Record<string, unknown> {
  const keys = new Set([SETTINGS_STALE]);
  for (const update of updates) {
    keys.add(handledKey(update));
    if (update.kind === 'message') keys.add(helpKey(update)).add(floodKey(update));
  }
  try {
    return services.cache.getAll([...keys]);
  } catch {
    return {};
  }
}

/** The cache may forget at any time, so it may as well not have heard. */
export function remember(marks: Record<string, string>, services: Services): void {
  try {
    if (Object.keys(marks).length) services.cache.putAll(marks, HANDLED_SECONDS);
  } catch {
    return;
  }
}

export function handledKey(update: Update): string {
  return `handled.${tokenOf(update.key)}`;
}

export function helpKey(message: Message): string {
  return `help.${message.from.waId ?? message.from.userId}`;
}
