/** What a new world is given: the script set up and connected, two people with phones. */
import { randomBytes } from 'node:crypto';
import { connect } from './connect';
import { fillWithClients } from './many-clients';
import { promiseRewards } from './promise';
import { FIRST_PEOPLE } from './provider';
import type { World } from './world';

/** What kind of shop it is. */
export interface Shop {
  /** Whether it promises rewards. */
  rewards: boolean;
  /** How many clients it has already. */
  clients: number;
}

/** Sets the script up as its owner would on the first day. */
export function firstStart(world: World, { rewards, clients }: Shop): void {
  const { script, provider } = world;
  for (const person of FIRST_PEOPLE) provider.addPerson(person);
  world.act('The owner set the script up', () => script.run('setUp', [], 'menu'));
  const properties = script.properties.script;
  if (!properties.get('webhookKey')) {
    properties.set('webhookKey', randomBytes(24).toString('base64url'));
  }
  connect(world);
  if (rewards) promiseRewards(world);
  if (clients > 0) fillWithClients(world, clients);
  removeEmptyTab(world);
  showFirstTab(world);
}

/** A new spreadsheet begins with an empty tab that nobody needs once there are others. */
function removeEmptyTab({ script: { spreadsheet } }: World): void {
  const [first, ...others] = spreadsheet.sheetNames();
  if (first === undefined || others.length === 0 || spreadsheet.rows(first).length > 0) return;
  spreadsheet.deleteSheet(first);
}

/** The page shows the first tab, and so the script must find it the active one. */
function showFirstTab({ script: { spreadsheet } }: World): void {
  const [first] = spreadsheet.sheetNames();
  if (first !== undefined) spreadsheet.select(first);
}
