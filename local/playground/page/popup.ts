/** A small menu that opens at a point: arrows move in it, Escape closes it. */
import { h } from './dom';

export interface PopupItem {
  title: string;
  /** A menu within the menu, shown indented under its title. */
  inner?: boolean;
  act?: () => void;
}

/**
 * Opens the menu and puts the focus on its first item.
 *
 * @param items '-' draws a line; an item without `act` is a title
 * @param closed called when it has gone, however that came
 */
export function openPopup(
  label: string,
  items: readonly (PopupItem | '-')[],
  at: { left: number; top: number },
  closed: () => void = () => undefined,
): void {
  const before = document.activeElement as HTMLElement | null;
  const menu = h('div.popup', { role: 'menu', 'aria-label': label });
  const close = () => {
    if (!menu.isConnected) return;
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    before?.focus();
    closed();
  };
  const outside = (event: Event) => !menu.contains(event.target as Node) && close();
  menu.append(...items.map((item) => draw(item, close)));
  menu.addEventListener('keydown', (event) => onKey(event, menu, close));
  document.body.append(menu);
  menu.style.left = `${Math.min(at.left, window.innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(at.top, window.innerHeight - menu.offsetHeight - 8)}px`;
  document.addEventListener('pointerdown', outside, true);
  menu.querySelector('button')?.focus();
}

function draw(item: PopupItem | '-', close: () => void): HTMLElement {
  if (item === '-') return h('hr', { role: 'separator' });
  const { title, act, inner } = item;
  if (!act) return h('div.popup-title', { role: 'presentation' }, title);
  const choose = () => {
    close();
    act();
  };
  const look = inner ? 'button.inner' : 'button';
  return h(look as 'button', { type: 'button', role: 'menuitem', onclick: choose }, title);
}

function onKey(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...menu.querySelectorAll('button')];
  const here = all.indexOf(document.activeElement as HTMLButtonElement);
  all[(here + step + all.length) % all.length]?.focus();
}
