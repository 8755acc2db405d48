/** Ui: the custom menus, dialogs and sidebars that a script puts on the owner's screen. */
import { enumeration, guard } from './guard';
import { isHtmlOutput } from './html';
import type { Run } from './run';
import type { Answer, OpenPage, Question } from './screen';
import type { Menu, MenuItem } from './types';

const BUTTON_SETS: Record<string, string[]> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const SIDEBAR_WIDTH = 300;

/** The enums Button and ButtonSet, which both Ui and (for old scripts) SpreadsheetApp have. */
export function uiEnums(run: Run): { Button: object; ButtonSet: object } {
  return {
    Button: enumeration(run, 'Button', ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
    ButtonSet: enumeration(run, 'ButtonSet', Object.keys(BUTTON_SETS)),
  };
}

class Ui {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
    Object.assign(this, uiEnums(run));
  }
  createMenu(name: string): object {
    return menu(this.#run, String(name));
  }
  createAddonMenu(): object {
    return menu(this.#run, 'Add-on');
  }
  /** (prompt), (prompt, buttons) or (title, prompt, buttons). */
  alert(...args: string[]): string {
    return this.#ask('alert', args).button;
  }
  prompt(...args: string[]): object {
    const { button, text = '' } = this.#ask('prompt', args);
    return guard(this.#run, 'PromptResponse', {
      getSelectedButton: () => button,
      getResponseText: () => text,
    });
  }
  showSidebar(page: unknown): void {
    this.#run.call('ui', 'showSidebar', () => {
      this.#run.world.screen.sidebar = { ...this.#page(page), width: SIDEBAR_WIDTH };
    });
  }
  showModalDialog(page: unknown, title: string): void {
    this.#show(page, title, 'showModalDialog');
  }
  showModelessDialog(page: unknown, title: string): void {
    this.#show(page, title, 'showModelessDialog');
  }
  #show(page: unknown, title: string, method: string): void {
    this.#run.call('ui', method, () => {
      this.#run.world.screen.dialog = { ...this.#page(page), title: String(title) };
    });
  }
  #page(page: unknown): OpenPage {
    if (!isHtmlOutput(page)) throw this.#run.badArguments('Ui.showSidebar', [page]);
    return {
      title: page.getTitle(),
      html: page.getContent(),
      width: page.getWidth() || 600,
      height: page.getHeight() || 400,
      functions: this.#run.functionNames,
    };
  }
  #ask(kind: 'alert' | 'prompt', args: string[]): Answer {
    const [title, text, set] =
      args.length === 3 ? args : args.length === 2 ? ['', args[0], args[1]] : ['', args[0], 'OK'];
    const buttons = BUTTON_SETS[String(set)];
    if (!buttons) throw this.#run.badArguments(`Ui.${kind}`, args);
    const question = { kind, title: String(title), text: String(text) };
    const given = this.#run.call('ui', kind, () => this.#answerTo({ ...question, buttons }));
    const { button, text: answer = '' } = given;
    this.#run.record.alerts ??= [];
    this.#run.record.alerts.push({
      ...question,
      button,
      ...(kind === 'prompt' ? { answer } : {}),
    });
    return given;
  }
  /** Locks do not outlive the pause that a dialog makes, as Google's reference has it. */
  #answerTo(question: Question): Answer {
    const { screen, locks } = this.#run.world;
    const { answers } = screen;
    if (answers === 'later') return this.#run.standAt(question);
    for (const lock of [...this.#run.held]) locks.release(lock, this.#run);
    return this.#run.byHost(() => answers(question));
  }
}

const ITEMS = Symbol('items');

class MenuBuilder {
  readonly [ITEMS]: Menu;
  readonly #run: Run;
  constructor(run: Run, name: string) {
    this.#run = run;
    this[ITEMS] = { name, items: [] };
  }
  addItem(caption: string, functionName: string): this {
    return this.#add({ name: String(caption), function: String(functionName) });
  }
  addSeparator(): this {
    return this.#add({ separator: true });
  }
  addSubMenu(sub: { [ITEMS]: Menu }): this {
    return this.#add(sub[ITEMS]);
  }
  addToUi(): void {
    this.#run.call('ui', `addToUi ${this[ITEMS].name}`, () => {
      const { screen } = this.#run.world;
      screen.menus = [...screen.menus.filter(({ name }) => name !== this[ITEMS].name), this[ITEMS]];
    });
  }
  #add(item: MenuItem): this {
    this[ITEMS].items.push(item);
    return guard(this.#run, 'Menu', this);
  }
}

function menu(run: Run, name: string): object {
  return guard(run, 'Menu', new MenuBuilder(run, name));
}

/** What SpreadsheetApp.getUi() gives. @throws Google's exception where there is no screen */
export function getUi(run: Run): object {
  if (!run.hasScreen) {
    throw run.exception('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return guard(run, 'Ui', new Ui(run));
}
