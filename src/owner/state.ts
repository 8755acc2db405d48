/** What is set so far, as the pages see it, and how the Settings tab is written for them; secrets never come out. */

import { CATALOGUE } from '../program/catalogue';
import { SECRETS, SET_UPS } from '../script/asking';
import { clientsSheet } from '../script/base';
import { waitingProblems } from '../script/problems';
import { SPREADSHEET_ID, type Store, TRIGGER_RAN, WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { sheetOf } from '../script/tabs';
import { ownTriggers } from '../script/trigger';
import { unpaidIn } from '../script/unpaid';
import { headingsNamed, readSettingsTab } from '../sheet/settings';
import type { Values } from '../whatsapp/set-up';
import { addressIn } from './address';
import { isNew } from './first-click';
import { progressIn } from './progress';
import { proofsIn } from './proofs';
import { setUp as setUpScript } from './set-up';
import { posterIn } from './sources';
import type { State } from './wire';

/** Everything that is set. */
export function state(services: Services): State {
  const store = services.properties.getProperties();
  const settings = readSettingsTab(sheetOf('Settings', { services, store }));
  return {
    settings,
    headings: headingsNamed(settings, CATALOGUE, () => clientsSheet(services)),
    noted: pick(
      store,
      Object.values(SET_UPS).flatMap(({ enters }) => enters.noted),
    ),
    secrets: SECRETS.filter((name) => store[name]),
    ...addressIn(store),
    editor: `https://script.google.com/home/projects/${ScriptApp.getScriptId()}/edit`,
    ready: isReady(store, services),
    key: store[WEBHOOK_KEY] ?? '',
    progress: progressIn(store),
    proofs: proofsIn(store),
    problems: waitingProblems(store).map(({ what, toDo, at, count }) => ({
      what,
      toDo,
      at,
      count,
    })),
    poster: posterIn(store),
    unpaid: unpaidIn(store, services.now()),
    now: services.now(),
  };
}

/** A copy of the sheet brings its tabs along, but neither key nor trigger. */
function isReady(store: Store, services: Services): boolean {
  const ours = !!store[SPREADSHEET_ID] && !isNew(store, services);
  return ours && (!!services.cache.get(TRIGGER_RAN) || ownTriggers().length > 0);
}

export function setUp(services: Services): State {
  setUpScript(services);
  return state(services);
}

/** The values with these names, as far as they are there. */
export function pick(values: Values, names: string[]): Values {
  return Object.fromEntries(
    names
      .filter((name) => Object.prototype.hasOwnProperty.call(values, name))
      .map((name) => [name, String(values[name])]),
  );
}
