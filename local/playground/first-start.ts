/** What a new world is given: the script set up, its settings typed in, two people with phones. */
import { randomBytes } from 'node:crypto';
import type { Playground } from './playground';
import { FIRST_PEOPLE, providerOptions } from './provider';

/** Sets the script up as its owner would on the first day. */
export function firstStart(playground: Playground): void {
  const { script, provider } = playground;
  for (const person of FIRST_PEOPLE) provider.addPerson(person);
  playground.act('The owner set the script up', () => script.run('setUp', [], 'menu'));
  const properties = script.properties.script;
  if (!properties.get('webhookKey')) {
    properties.set('webhookKey', randomBytes(24).toString('base64url'));
  }
  properties.set('metaToken', providerOptions.token);
  const settings = {
    Provider: 'meta',
    'WhatsApp number': `+${providerOptions.displayPhoneNumber}`,
    'Phone number id': providerOptions.phoneNumberId,
  };
  for (const [name, value] of Object.entries(settings)) typeSetting(playground, name, value);
  removeEmptyTab(playground);
}

const TAB = 'Settings';

/** Types a value beside its name in the tab Settings; a script without such a setting has no need of it. */
function typeSetting({ script }: Playground, name: string, value: string): void {
  const { spreadsheet } = script;
  if (!spreadsheet.sheetNames().includes(TAB)) return;
  const rows = spreadsheet.rows(TAB);
  const column = rows[0]?.indexOf('Value') ?? -1;
  const row = rows.findIndex((cells) => cells[0] === name);
  if (column < 0 || row < 0) return;
  spreadsheet.type(TAB, row + 1, column + 1, value);
}

/** A new spreadsheet begins with an empty tab that nobody needs once there are others. */
function removeEmptyTab({ script: { spreadsheet } }: Playground): void {
  const [first, ...others] = spreadsheet.sheetNames();
  if (first === undefined || others.length === 0 || spreadsheet.rows(first).length > 0) return;
  spreadsheet.deleteSheet(first);
}
