/** The script's own menus above the sheet, as `onOpen` built them. */
import type { Menu, MenuEntry } from '../../view';
import { type App, useApp, useView } from '../app';
import type { MenuItem } from '../over/over';
import { useShown } from '../shown';

export function Menubar() {
  const { menus } = useView();
  return (
    <div class="menubar" role="menubar" aria-label="Menus of the sheet">
      {menus.map((menu) => (
        <MenuButton key={menu.title} menu={menu} />
      ))}
    </div>
  );
}

function MenuButton({ menu: { title, entries } }: { menu: Menu }) {
  const app = useApp();
  const isOpen = useShown(app.over.menu)?.label === title;
  const open = (button: Element) => {
    const { left, bottom } = button.getBoundingClientRect();
    app.over.menu.set({
      label: title,
      items: itemsOf(app, entries),
      at: { left, top: bottom + 2 },
    });
  };
  return (
    <button
      type="button"
      role="menuitem"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={({ currentTarget }) => open(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        open(event.currentTarget);
      }}
    >
      {title}
    </button>
  );
}

function itemsOf(app: App, entries: readonly MenuEntry[], inner = false): (MenuItem | '-')[] {
  return entries.flatMap((entry): (MenuItem | '-')[] => {
    if (entry.kind === 'separator') return ['-'];
    if (entry.kind === 'menu')
      return [{ title: entry.title }, ...itemsOf(app, entry.entries, true)];
    const act = () => void app.tell('/local/menu', { function: entry.function });
    return [{ title: entry.title, act, inner }];
  });
}
