/** What the owner does at any desk: chooses items of the menu, closes dialogs, looks at the sheet, lets time pass. */
import type { Playground } from '../../local/playground/playground';
import type { MetaStandIn } from '../../local/whatsapp/meta/meta';

export class DeskWork {
  constructor(readonly playground: Playground) {}

  get script() {
    return this.playground.script;
  }

  /** Meta, by whom the playground is connected in the beginning. */
  get meta(): MetaStandIn {
    return this.playground.provider as MetaStandIn;
  }

  /** Time passes without anything happening; then the trigger runs once. */
  sleeps(ms: number): void {
    this.script.clock.now += ms;
    this.playground.advance(0);
  }

  /** Closes the dialog, as its cross does. */
  closeDialog(): void {
    this.playground.screen.close(this.playground.screen.dialog?.id ?? 0);
    this.playground.changed();
  }

  /** Chooses an item of the script's menu by how its title begins. */
  protected chooseItem(item: string): void {
    const entries = this.playground.screen.menus.flatMap((menu) => menu.entries);
    const all = entries.flatMap((entry) => (entry.kind === 'menu' ? entry.entries : [entry]));
    const found = all.find((entry) => entry.kind === 'item' && entry.title.startsWith(item));
    if (found?.kind !== 'item') throw new Error(`The menu has no item “${item}”.`);
    this.playground.act(item, () => this.script.run(found.function, [], 'menu'));
  }

  /** The owner types the value of a setting. */
  set(name: string, value: string): void {
    const at = this.rows('Settings').findIndex(({ Name }) => Name === name) + 2;
    this.script.spreadsheet.type('Settings', at, 2, value);
  }

  /** The rows of a tab by their headings. */
  rows(tab: string): Record<string, string>[] {
    const [headings = [], ...rows] = this.script.spreadsheet.rows(tab);
    return rows.map((cells) =>
      Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
    );
  }

  /** What the business wrote to somebody. */
  heard(phone: string): string[] {
    const chat = this.playground.provider.chat(phone);
    return chat.filter(({ from }) => from === 'business').map(({ text }) => text);
  }
}
