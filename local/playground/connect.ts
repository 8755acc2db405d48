/** Connects the script to the provider behind the phones, as its owner would with *Connect…*. */
import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings } from '../../src/program/settings';
import { connectionTo } from '../whatsapp/connection';
import { BUSINESS } from './provider';
import { settingsOf, typeSetting } from './settings-tab';
import type { World } from './world';

/** Types the settings, keeps the secrets, and has made at the provider what messages need there. */
export function connect(world: World): void {
  const { script, provider } = world;
  const properties = script.properties.script;
  const connection = connectionTo(provider, {
    webAppUrl: world.webAppUrl,
    texts: readSettings(settingsOf(script), CATALOGUE).settings.texts,
    templates: JSON.parse(properties.get('twilioTemplates') ?? '{}'),
  });
  for (const [name, value] of Object.entries(connection.properties)) properties.set(name, value);
  properties.set('webAppUrl', world.webAppUrl);
  const number = `+${BUSINESS.phone}`;
  const settings = { Provider: provider.name, 'WhatsApp number': number, ...connection.settings };
  world.act('The owner connected WhatsApp', () => {
    for (const [name, value] of Object.entries(settings)) typeSetting(script, name, value);
  });
}
