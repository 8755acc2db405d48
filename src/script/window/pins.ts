/** Rows that a window shows although they are none of the newest: people whom the owner has searched for, or typed. */
import type { WindowForm } from '../../sheet/window-form';
import type { Script } from '../program';
import { parsed, type Store, WINDOW_PINNED } from '../properties';

/** The window has room for so many besides the newest. */
const MOST = 100;

/** Their ids, the newest first. */
export function pinnedIn({ table }: Pick<WindowForm, 'table'>, store: Store): number[] {
  if (table !== 'clients') return [];
  return parsed<number[]>(store[WINDOW_PINNED]) ?? [];
}

/** Pins some more; the oldest go. */
export function pin(ids: number[], { services, store }: Pick<Script, 'services' | 'store'>): void {
  if (!ids.length) return;
  const before = parsed<number[]>(store[WINDOW_PINNED]) ?? [];
  store[WINDOW_PINNED] = JSON.stringify([...new Set([...ids, ...before])].slice(0, MOST));
  services.properties.setProperty(WINDOW_PINNED, store[WINDOW_PINNED]);
}
