/** Where one part of the page is shown at a time: a sidebar that the script opens comes into sight. */
import type { App } from '../app';

/** One that was open before the page was is left where it is. */
export function turnToSidebar(app: App): void {
  let last: number | null | undefined;
  app.view.listen(() => {
    const now = app.view.value?.sidebar?.id ?? null;
    if (last !== undefined && now !== null && now !== last) app.area.set('sidebar');
    last = now;
  });
}
