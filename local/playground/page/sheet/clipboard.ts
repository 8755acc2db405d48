/** Copy, cut and paste, as tables are copied between programs. */
import type { App } from '../app';
import { door } from '../door';
import type { Sheet } from './sheet';
import type { Area } from './spot';

/** Puts what is chosen into the clipboard; after a cut, the cells are empty. */
export async function copy(app: App, sheet: Sheet, cut = false): Promise<void> {
  const { name, area } = sheet;
  await app.attempt(async () => {
    const text = await door.block(name, area);
    await navigator.clipboard.writeText(text).catch(() => {
      throw new Error('The browser does not allow copying here.');
    });
    if (cut) await sheet.clear();
  });
}

/** Puts a copied table into the cells from the chosen one on. */
export async function paste(app: App, sheet: Sheet, text: string): Promise<void> {
  if (text === '') {
    return app.over.say('There is nothing to paste, or the browser does not allow it.');
  }
  const { row, column }: Area = sheet.area;
  await app.tell('/local/sheet', { do: 'paste', sheet: sheet.name, row, column, text });
}

/** What is in the clipboard; '' when the browser does not tell. */
export function copied(): Promise<string> {
  return navigator.clipboard.readText().catch(() => '');
}
