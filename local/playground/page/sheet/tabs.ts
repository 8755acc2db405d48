/** The tabs at the foot of the sheet: open, add, rename, delete. */
import type { View } from '../../view';
import { ask, confirm } from '../ask';
import { fill, h, icon } from '../dom';
import { openPopup } from '../popup';
import type { Sheet } from './sheet';

export function sheetTabs(sheet: Sheet): HTMLElement {
  const row = h('div.tabs', { role: 'tablist', 'aria-label': 'Tabs of the sheet' });
  const add = h(
    'button.ghost',
    {
      type: 'button',
      'aria-label': 'Add a tab',
      title: 'Add a tab',
      onclick: () => sheet.app.tell('/local/sheet', { do: 'addSheet', sheet: freeName(sheet) }),
    },
    icon('add'),
  );
  const show = (view: View) => {
    const focused = row.contains(document.activeElement);
    fill(row, ...view.sheets.map(({ name }) => tab(sheet, name)));
    if (focused) row.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  sheet.app.add(show);
  return h('div.sheet-tabs', {}, add, row);
}

function tab(sheet: Sheet, name: string): HTMLElement {
  const open = name === sheet.name;
  return h(
    'button.sheet-tab',
    {
      type: 'button',
      role: 'tab',
      'aria-selected': String(open),
      title: 'Right-click, or Shift+F10, to rename or delete',
      onclick: () => sheet.open(name),
      oncontextmenu: (event: MouseEvent) => {
        event.preventDefault();
        const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
        openPopup(`Tab ${name}`, tabMenu(sheet, name), { left, top: top - 76 });
      },
    },
    name,
  );
}

function tabMenu(sheet: Sheet, name: string) {
  const change = (body: object) => sheet.app.tell('/local/sheet', { sheet: name, ...body });
  return [
    {
      title: 'Rename…',
      act: async () => {
        const to = await askName(name);
        if (to && (await change({ do: 'rename', to }))) sheet.open(to);
      },
    },
    {
      title: 'Delete',
      act: async () => {
        const sure = await confirm('Delete this tab?', `“${name}” and all its rows go.`, 'Delete');
        if (sure) await change({ do: 'deleteSheet' });
      },
    },
  ];
}

function askName(name: string): Promise<string | undefined> {
  return ask<string>('Rename the tab', (answer) => {
    const field = h('input', { value: name, required: true, maxlength: 100, 'aria-label': 'Name' });
    const form = h(
      'form.person',
      {},
      field,
      h('footer', {}, h('button.primary', { type: 'submit' }, 'Rename')),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer(field.value.trim());
    });
    return [form];
  });
}

function freeName(sheet: Sheet): string {
  const taken = new Set(sheet.app.view.sheets.map(({ name }) => name));
  let n = taken.size + 1;
  while (taken.has(`Sheet${n}`)) n++;
  return `Sheet${n}`;
}
