/** The script's own menus above the sheet, as `onOpen` built them. */
import type { MenuEntry } from '../../view';
import type { App } from '../app';
import { fill, h } from '../dom';
import { openPopup, type PopupItem } from '../popup';

/** What Google Sheets has there too; they do nothing here. */
const OF_GOOGLE = [
  'File',
  'Edit',
  'View',
  'Insert',
  'Format',
  'Data',
  'Tools',
  'Extensions',
  'Help',
];

export function menubar(app: App): HTMLElement {
  const bar = h('div.menubar', { role: 'menubar', 'aria-label': 'Menus of the sheet' });
  app.add((view) => {
    if (bar.contains(document.activeElement)) return;
    const names = OF_GOOGLE.map((title) => h('span', {}, title));
    const google = h('div.of-google', { 'aria-hidden': 'true' }, ...names);
    const own = view.menus.map(({ title, entries }) => menuButton(app, title, entries));
    fill(bar, google, ...own);
  });
  return bar;
}

function menuButton(app: App, title: string, entries: MenuEntry[]): HTMLElement {
  const button = h(
    'button',
    { type: 'button', role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    title,
  );
  const open = () => {
    const { left, bottom } = button.getBoundingClientRect();
    button.setAttribute('aria-expanded', 'true');
    const closed = () => button.setAttribute('aria-expanded', 'false');
    openPopup(title, items(app, entries), { left, top: bottom + 2 }, closed);
  };
  button.addEventListener('click', open);
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open();
  });
  return button;
}

function items(app: App, entries: readonly MenuEntry[], inner = false): (PopupItem | '-')[] {
  return entries.flatMap((entry): (PopupItem | '-')[] => {
    if (entry.kind === 'separator') return ['-'];
    if (entry.kind === 'menu') return [{ title: entry.title }, ...items(app, entry.entries, true)];
    const act = () => void app.tell('/local/menu', { function: entry.function });
    return [{ title: entry.title, act, inner }];
  });
}
