/** Two or more parts of a page of which one is shown, as tabs that arrow keys move between. */
import { h } from './dom';

/** The row of tabs and the parts, in this order. @param parts by the tab's words */
export function tabs(label: string, parts: Record<string, HTMLElement>): HTMLElement[] {
  const names = Object.keys(parts);
  const panels = names.map((name, index) =>
    h(
      'div',
      { role: 'tabpanel', id: `panel-${index}`, 'aria-labelledby': `tab-${index}` },
      parts[name],
    ),
  );
  const buttons = names.map((name, index) =>
    h(
      'button.tab',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${index}`,
        'aria-controls': `panel-${index}`,
        onclick: () => choose(index),
      },
      name,
    ),
  );
  const choose = (chosen: number) => {
    buttons.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      (panels[index] as HTMLElement).hidden = index !== chosen;
    });
  };
  const move = (event: Event) => {
    const { key } = event as KeyboardEvent;
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    const at = buttons.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    const next = (at + by + buttons.length) % buttons.length;
    choose(next);
    buttons[next]?.focus();
  };
  choose(0);
  const row = h('div.tabs', { role: 'tablist', 'aria-label': label, onkeydown: move }, ...buttons);
  return [row, ...panels];
}
