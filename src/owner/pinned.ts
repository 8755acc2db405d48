/** People whom the owner wants to see in the tab Clients although they are none of the newest: the database has them. */
import { parsed, WINDOW_PINNED } from '../script/properties';
import type { Services } from '../script/services';

/** The window has room for so many besides the newest. */
const MOST = 100;

/** The newest comes first. @param id of their row in the database */
export function pin(id: number, { properties }: Services): void {
  const before = parsed<number[]>(properties.getProperty(WINDOW_PINNED) ?? undefined) ?? [];
  const now = [id, ...before.filter((one) => one !== id)].slice(0, MOST);
  properties.setProperty(WINDOW_PINNED, JSON.stringify(now));
}
