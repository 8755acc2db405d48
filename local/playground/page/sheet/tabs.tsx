/** The tabs at the foot of the sheet: open, add, rename, delete. */
import { useMemo } from 'preact/hooks';
import type { SheetTab } from '../../view';
import { type App, useApp, useView } from '../app';
import { Icon } from '../icon';
import type { MenuItem } from '../over/over';
import { confirm } from '../over/questions';
import { useShown } from '../shown';
import type { Sheet } from './sheet';
import { TabNews } from './tab-news';

/** How high the menu of a tab is, in pixels: it opens above the tab. */
const MENU_HEIGHT = 76;

export function Tabs({ sheet }: { sheet: Sheet }) {
  const app = useApp();
  const { sheets } = useView();
  useShown(sheet.drawn);
  const known = useMemo(() => new TabNews(), []);
  const news = known.in(sheets, sheet.name);
  const add = () =>
    app.tell('/local/sheet', { do: 'addSheet', sheet: freeName(sheets.map(({ name }) => name)) });
  return (
    <div class="sheet-tabs">
      <button type="button" class="ghost" aria-label="Add a tab" title="Add a tab" onClick={add}>
        <Icon name="add" />
      </button>
      <div class="tabs" role="tablist" aria-label="Tabs of the sheet">
        {sheets.map((tab, index) => (
          // A tab that is renamed keeps its place, and the focus.
          <Tab key={index} sheet={sheet} tab={tab} news={news.has(tab.name)} />
        ))}
      </div>
    </div>
  );
}

interface TabProps {
  sheet: Sheet;
  tab: SheetTab;
  /** Whether something in it has changed that nobody has looked at. */
  news: boolean;
}

function Tab({ sheet, tab: { name, changes, color }, news }: TabProps) {
  const app = useApp();
  return (
    <button
      type="button"
      class="sheet-tab"
      role="tab"
      aria-selected={name === sheet.name}
      title="Right-click, or Shift+F10, to rename or delete"
      style={color && `--tab: ${color}`}
      onClick={() => sheet.open(name)}
      onContextMenu={(event) => {
        event.preventDefault();
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const at = { left, top: top - MENU_HEIGHT };
        app.over.menu.set({ label: `Tab ${name}`, items: tabMenu(app, sheet, name), at });
      }}
    >
      {name}
      {news && <span class="tab-glow" key={changes} />}
      {news && <span class="news" role="img" aria-label="changed" />}
    </button>
  );
}

function tabMenu(app: App, sheet: Sheet, name: string): MenuItem[] {
  const change = (body: object) => app.tell('/local/sheet', { sheet: name, ...body });
  const rename = async () => {
    const to = await askName(app, name);
    if (to && (await change({ do: 'rename', to }))) sheet.open(to);
  };
  const remove = async () => {
    const text = `“${name}” and all its rows will be deleted.`;
    if (await confirm(app.over, 'Delete this tab?', text, 'Delete')) {
      await change({ do: 'deleteSheet' });
    }
  };
  return [
    { title: 'Rename…', act: () => void rename() },
    { title: 'Delete', act: () => void remove() },
  ];
}

function askName(app: App, name: string): Promise<string | undefined> {
  return app.over.ask<string>('Rename the tab', (answer) => (
    <form
      class="person"
      onSubmit={(event) => {
        event.preventDefault();
        answer(String(new FormData(event.currentTarget).get('name')).trim());
      }}
    >
      <input name="name" defaultValue={name} required maxLength={100} aria-label="Name" />
      <footer>
        <button type="submit" class="primary">
          Rename
        </button>
      </footer>
    </form>
  ));
}

function freeName(taken: readonly string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`Sheet${n}`)) n++;
  return `Sheet${n}`;
}
