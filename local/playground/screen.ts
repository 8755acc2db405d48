/** What the script has on the owner's screen, each thing with a number to ask for it by. */
import type { LocalAppsScript } from '../apps-script';
import type { Menu, MenuEntry, Notice, Panel, Question } from './view';

type Ui = LocalAppsScript['ui'];
type OpenPage = NonNullable<Ui['sidebar']>;
type MenuItem = LocalAppsScript['menus'][number]['items'][number];

/** Google's sidebars are this wide whatever the script says. */
const SIDEBAR_WIDTH = 300;
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;
const MOST_NOTICES = 50;

export class ScreenView {
  private readonly numbers = new WeakMap<OpenPage, number>();
  /** Numbers are not used again after a restart: a frame of before asks for nothing of now. */
  private made = Date.now();

  constructor(private readonly script: LocalAppsScript) {
    script.ui.answers = 'later';
  }

  get sidebar(): Panel | null {
    const { sidebar } = this.script.ui;
    return sidebar && { ...this.describe(sidebar), width: SIDEBAR_WIDTH };
  }

  get dialog(): Panel | null {
    const { dialog } = this.script.ui;
    return dialog && this.describe(dialog);
  }

  get notices(): Notice[] {
    const { toasts } = this.script.ui;
    return toasts
      .map(({ title, text }, index) => ({ id: index + 1, title, text }))
      .slice(-MOST_NOTICES);
  }

  /** The dialog of an alert or a prompt that waits for its answer. */
  get question(): Question | null {
    const [first] = this.script.ui.questions;
    if (!first) return null;
    const { id, kind, title, text, buttons } = first;
    return { id, kind, title, text, buttons };
  }

  get menus(): Menu[] {
    return this.script.menus.map(({ name, items }) => ({ title: name, entries: items.map(entry) }));
  }

  /** The open sidebar or dialog with that number. */
  panel(id: number): OpenPage | undefined {
    const { sidebar, dialog } = this.script.ui;
    return [sidebar, dialog].find((page) => page && this.number(page) === id) ?? undefined;
  }

  clear(): void {
    this.script.ui.sidebar = null;
    this.script.ui.dialog = null;
    for (const question of [...this.script.ui.questions]) question.giveUp();
  }

  close(id: number): void {
    const { ui } = this.script;
    const page = this.panel(id);
    if (page && page === ui.sidebar) ui.sidebar = null;
    if (page && page === ui.dialog) ui.dialog = null;
  }

  private describe(page: OpenPage): Panel {
    return {
      id: this.number(page),
      title: page.title,
      width: page.width || DIALOG_WIDTH,
      height: page.height || DIALOG_HEIGHT,
    };
  }

  private number(page: OpenPage): number {
    const known = this.numbers.get(page);
    if (known !== undefined) return known;
    this.numbers.set(page, ++this.made);
    return this.made;
  }
}

function entry(item: MenuItem): MenuEntry {
  if ('separator' in item) return { kind: 'separator' };
  if ('items' in item) return { kind: 'menu', title: item.name, entries: item.items.map(entry) };
  return { kind: 'item', title: item.name, function: item.function };
}
