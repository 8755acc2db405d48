/** Says what the script says in passing: its toasts. */
import type { App } from '../app';

/** What was said before the page was opened is not said again. */
export function sayNotices(app: App): void {
  let last = -1;
  app.view.listen(() => {
    const notices = app.view.value?.notices ?? [];
    for (const { id, title, text } of notices) {
      if (last >= 0 && id > last) app.over.say(text, 'word', title);
    }
    last = notices.at(-1)?.id ?? 0;
  });
}
