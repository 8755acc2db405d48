/** The texts as one client gets them, with what their own row shows. */
import type { Client } from './model';
import { type Shown, shownText } from './own-columns';
import type { Settings } from './settings';

/**
 * The settings with the texts as one client gets them. A text that names a column is filled when it is asked for, so that
 * no row is read for texts that are not sent.
 *
 * @param client the receiver; null when they have no row yet
 */
export function settingsFor(client: Client | null, settings: Settings, shown: Shown): Settings {
  const { columns } = settings;
  if (!Object.keys(columns).length) return settings;
  const texts = { ...settings.texts };
  for (const [key, placeholders] of Object.entries(columns) as [keyof typeof texts, string[]][]) {
    const text = texts[key];
    const valueIn = (placeholder: string) => client && shownText(shown(client, placeholder));
    const get = () =>
      text
        .replace(/\{([^{}\n]*)\}/g, (whole, placeholder: string) =>
          placeholders.includes(placeholder) ? valueIn(placeholder) || '' : whole,
        )
        // Nobody can be sent nothing.
        .replace(/^\s*$/, '–');
    Object.defineProperty(texts, key, { get, enumerable: true });
  }
  return { ...settings, texts };
}
