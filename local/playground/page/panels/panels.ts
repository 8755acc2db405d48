/** Sidebar and dialogs of the script: its own HTML in a sandboxed frame, as Google shows it. */
import type { Panel, View } from '../../view';
import type { App } from '../app';
import { fill, h, icon } from '../dom';
import { say } from '../say';
import { listenTo } from './bridge';

/** What Google lets a frame of a script do. */
const SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-forms';

/** Shows the sidebar in `place`, dialogs over the page, and the script's toasts and alerts. */
export function panels(app: App, place: HTMLElement): void {
  sidebar(app, place);
  dialogs(app);
  notices(app);
}

function sidebar(app: App, place: HTMLElement): void {
  let shown = 0;
  app.add(({ sidebar: panel }) => {
    if ((panel?.id ?? 0) === shown) return;
    shown = panel?.id ?? 0;
    place.hidden = panel === null;
    fill(place, ...(panel ? [bar(app, panel), frame(app, panel)] : []));
  });
}

function dialogs(app: App): void {
  let shown = 0;
  let window: HTMLDialogElement | undefined;
  app.add(({ dialog: panel }) => {
    if ((panel?.id ?? 0) === shown) return;
    shown = panel?.id ?? 0;
    window?.remove();
    if (!panel) return;
    const inside = frame(app, panel);
    inside.style.width = `${panel.width}px`;
    inside.style.height = `${panel.height}px`;
    const made = h('dialog.script-dialog', { 'aria-label': panel.title }, bar(app, panel), inside);
    made.addEventListener('cancel', (event) => {
      event.preventDefault();
      void close(app, panel);
    });
    window = made;
    document.body.append(made);
    made.showModal();
    inside.focus();
  });
}

function bar(app: App, panel: Panel): HTMLElement {
  const label = `Close ${panel.title}`;
  const button = h('button.ghost', { type: 'button', 'aria-label': label }, icon('close'));
  button.addEventListener('click', () => void close(app, panel));
  return h('header.panel-bar', {}, h('h2', {}, panel.title), button);
}

function frame(app: App, panel: Panel): HTMLIFrameElement {
  const made = h('iframe', {
    sandbox: SANDBOX,
    allow: 'clipboard-write',
    src: `/local/panel.html?id=${panel.id}`,
    title: panel.title,
  });
  listenTo(app, made, () => void close(app, panel));
  return made;
}

function close(app: App, panel: Panel): Promise<boolean> {
  return app.tell('/local/panel-close', { id: panel.id });
}

/** Says what the script said since the page was opened. */
function notices(app: App): void {
  let last = -1;
  app.add(({ notices: all }: View) => {
    const newest = all.at(-1)?.id ?? 0;
    if (last >= 0) {
      for (const { id, kind, title, text } of all) {
        if (id > last) say(text, kind === 'alert' ? 'problem' : 'word', title);
      }
    }
    last = newest;
  });
}
