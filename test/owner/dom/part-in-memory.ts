/** Finds things on a page in memory, and does something with them, as Playwright's locators do: anew each time, one thing only, and not before it can be seen. */
import type { Document, Element, HTMLInputElement } from 'happy-dom';
import type { Part, Role, Surface, Words } from '../surface';
import { all, innermost, matcher, type Root, textOf } from './finding';
import { choose, click, fill, giveFile, press } from './hands';
import { labelTexts, nameOf, ofRole } from './roles';
import { isSeen, obstacleAt } from './seen';

type Step = { about: string; from: (roots: Root[]) => Element[] };

/** What can have a label. */
const LABELLED = 'button, input, output, select, textarea, [aria-label], [aria-labelledby]';

/** How long something may let a test wait. */
const PATIENCE = 10_000;

/** Asks until there is an answer. @throws Error when nothing comes in time */
export async function until<T>(
  look: () => T | undefined,
  why: () => string,
  timeout = PATIENCE,
): Promise<T> {
  for (const end = Date.now() + timeout; ; ) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Nothing came of ${timeout} ms of waiting: ${why()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the page asks of the script at once is asked before the test goes on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A page in memory, or what was looked for in it. */
export class SurfaceInMemory implements Surface {
  constructor(
    protected readonly document: () => Document,
    protected readonly steps: readonly Step[] = [],
    /** How long things may let a test wait, in milliseconds. */
    protected readonly patience = PATIENCE,
  ) {}

  getByRole(role: Role, { name, exact = false }: { name?: Words; exact?: boolean } = {}): Part {
    const fits = name === undefined ? () => true : matcher(name, exact);
    return this.below(`role ${role} ${name ?? ''}`, (root) =>
      ofRole(root, role).filter((one) => fits(nameOf(one, role))),
    );
  }

  getByText(text: Words, { exact = false }: { exact?: boolean } = {}): Part {
    return this.below(`text ${text}`, (root) => innermost(root, text, exact));
  }

  getByLabel(text: Words, { exact = false }: { exact?: boolean } = {}): Part {
    const fits = matcher(text, exact);
    return this.below(`label ${text}`, (root) =>
      all(root, LABELLED).filter((one) => labelTexts(one).some(fits)),
    );
  }

  locator(css: string, { hasText }: { hasText?: Words } = {}): Part {
    const found = this.below(css, (root) => all(root, css));
    return hasText === undefined ? found : found.filter({ hasText });
  }

  /** What is below each of what was found before. */
  private below(about: string, find: (root: Root) => Element[]): PartInMemory {
    return this.next(about, (roots) => {
      const found = [...new Set(roots.flatMap(find))];
      // In the order of the page, as Playwright gives them.
      return roots.length > 1
        ? found.sort((a, b) => (a.compareDocumentPosition(b) & 2 ? 1 : -1))
        : found;
    });
  }

  protected next(about: string, from: Step['from']): PartInMemory {
    return new PartInMemory(this.document, [...this.steps, { about, from }], this.patience);
  }

  /** @param roots where to begin; the whole page unless told */
  protected found(roots: Root[] = [this.document()]): Element[] {
    return this.steps.reduce<Root[]>((at, { from }) => from(at), roots) as Element[];
  }
}

class PartInMemory extends SurfaceInMemory implements Part {
  filter({ has, hasText }: { has?: Part; hasText?: Words } = {}): Part {
    const fits = hasText === undefined ? () => true : matcher(hasText, false);
    const inside = has as PartInMemory | undefined;
    return this.next(`with ${hasText ?? inside?.about}`, (roots) =>
      (roots as Element[]).filter(
        (one) => fits(textOf(one)) && (!inside || inside.found([one]).length > 0),
      ),
    );
  }

  first = () => this.nth(0);
  last = () => this.nth(-1);
  nth(index: number): Part {
    return this.next(`number ${index}`, (roots) => (roots as Element[]).slice(index).slice(0, 1));
  }

  click = () => this.act('click on', click);
  fill = (text: string) => this.act('fill', (one) => fill(one, text));
  press = (key: string) => this.act('press a key on', (one) => press(one, key));
  check = () => this.tick(true);
  uncheck = () => this.tick(false);

  async selectOption(option: string | { label: string }): Promise<void> {
    const chosen = () => {
      const menu = this.one();
      return menu && !obstacleAt(menu) && choose(menu, option) ? true : undefined;
    };
    await until(chosen, () => `no option ${JSON.stringify(option)}: ${this.about}`, this.patience);
    await turn();
  }

  async setInputFiles(file: Parameters<Part['setInputFiles']>[0]): Promise<void> {
    giveFile(await this.attached(), file);
  }

  async waitFor({
    state = 'visible',
    timeout = this.patience,
  }: Parameters<Part['waitFor']>[0] = {}): Promise<void> {
    const look = () => {
      const one = this.one();
      const there = state === 'attached' || state === 'detached' ? !!one : !!one && isSeen(one);
      const wanted = state === 'attached' || state === 'visible';
      return there === wanted || undefined;
    };
    await until(look, () => `${this.about} is not ${state}`, timeout);
    await turn();
  }

  count = async () => this.found().length;
  textContent = async () => (await this.attached()).textContent;
  allTextContents = async () => this.found().map((one) => one.textContent);
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be among it
  allInnerTexts = async () => this.found().map((one) => (one as HTMLInputElement).innerText);
  inputValue = async () => ((await this.attached()) as HTMLInputElement).value;
  getAttribute = async (name: string) => (await this.attached()).getAttribute(name);
  isVisible = async () => {
    const one = this.one();
    return !!one && isSeen(one);
  };

  get about(): string {
    return this.steps.map(({ about }) => about).join(' » ');
  }

  /** What was looked for, where it is there. @throws Error when there is more than one */
  private one(): Element | undefined {
    const found = this.found();
    if (found.length < 2) return found[0];
    const which = found.map(({ outerHTML }) => outerHTML.slice(0, 200)).join('\n');
    throw new Error(`${this.about} is ${found.length} things:\n${which}`);
  }

  private attached(): Promise<Element> {
    return until(
      () => this.one(),
      () => `there is no ${this.about}`,
      this.patience,
    );
  }

  private async act(what: string, how: (element: Element) => void): Promise<void> {
    let why = '';
    const ready = () => {
      const one = this.one();
      why = one ? obstacleAt(one) : 'it is not there';
      return why ? undefined : one;
    };
    how(await until(ready, () => `cannot ${what} ${this.about}: ${why}`, this.patience));
    await turn();
  }

  private async tick(wanted: boolean): Promise<void> {
    const box = (await this.attached()) as HTMLInputElement;
    if (!box.matches('input[type=checkbox], input[type=radio]')) {
      throw new Error(`${this.about} cannot be ticked`);
    }
    if (box.checked === wanted) return;
    await this.click();
    if (box.isConnected && box.checked !== wanted) throw new Error(`${this.about} stays as it was`);
  }
}
