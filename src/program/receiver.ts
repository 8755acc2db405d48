/** The texts as one client gets them, with what their own row shows. */
import type { Client } from './model';
import { type Shown, shownText } from './own-columns';
import type { Settings, TextKey } from './settings';

/**
 * The settings with the texts as one client gets them. A text that names a column is filled when it is asked for, so that
 * no row is read for texts that are not sent.
 *
 * @param client the receiver; null when they have no row yet
 */
export function settingsFor(client: Client | null, settings: Settings, shown: Shown): Settings {
  const { columns, answers } = settings;
  const named = Object.entries(columns) as [TextKey, string[]][];
  if (!named.length && answers.every((one) => !one.columns.length)) return settings;
  const valueIn = (column: string) => (client ? shownText(shown(client, column)) : '');
  const texts = { ...settings.texts };
  for (const [key, names] of named) {
    const text = texts[key];
    Object.defineProperty(texts, key, { get: () => filled(text, names, valueIn) });
  }
  const own = answers.map((one) => ({
    ...one,
    get answer() {
      return filled(one.answer, one.columns, valueIn);
    },
  }));
  return { ...settings, texts, answers: own };
}

/** Nobody can be sent nothing: a text of which nothing is left is a dash. */
function filled(text: string, columns: string[], valueIn: (column: string) => string): string {
  const whole = text.replace(/\{([^{}\n]*)\}/g, (braces, name: string) =>
    columns.includes(name) ? valueIn(name) : braces,
  );
  return whole.trim() ? whole : '–';
}
