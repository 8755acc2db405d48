/** What is set so far, as the pages see it, and how the Settings tab is written for them; secrets never come out. */

import { CATALOGUE } from '../program/catalogue';
import { clientsSheet } from '../script/base';
import { locked } from '../script/lock';
import { waitingProblems } from '../script/problems';
import { type Store, TRIGGER_RAN, tabIdsIn, WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { renewSnapshot } from '../script/snapshot';
import { ownTriggers } from '../script/trigger';
import { unpaidIn } from '../script/unpaid';
import { headingsNamed, readSettingsTab, writeSettingsTab } from '../sheet/settings';
import { findTab } from '../sheet/tabs';
import type { Values } from '../whatsapp/set-up';
import { addressIn } from './address';
import { isSetUp } from './first-click';
import { markSettings } from './mark-settings';
import { progressIn } from './progress';
import { proofsIn } from './proofs';
import { SECRETS, SET_UPS } from './provider';
import { setUp as setUpScript } from './set-up';
import type { State } from './wire';

/** Everything that is set. */
export function state(services: Services): State {
  const store = services.properties.getProperties();
  const settings = readSettingsTab(settingsSheet(store, services));
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
    unpaid: unpaidIn(store, services.now()),
    now: services.now(),
  };
}

/** A copy of the sheet brings its tabs along, but neither key nor trigger. */
function isReady(store: Store, services: Services): boolean {
  const ours = isSetUp(store, services);
  return ours && (!!services.cache.get(TRIGGER_RAN) || ownTriggers().length > 0);
}

export function setUp(services: Services): State {
  setUpScript(services);
  return state(services);
}

/** Writes values beside their names in the Settings tab, and has the next message use them. */
export function writeSettings(services: Services, settings: Values): void {
  changeSettings(services, () => settings);
}

/**
 * The same for values that depend on what stands in the tab: nobody else writes between.
 *
 * @param choose what is to be written, by the setting's name, from what stands there
 */
export function changeSettings(services: Services, choose: (now: Values) => Values): void {
  const store = services.properties.getProperties();
  const sheet = settingsSheet(store, services);
  locked(services, () => {
    writeSettingsTab(sheet, choose(readSettingsTab(sheet)));
    markSettings(sheet, store, services);
    renewSnapshot(store, services);
  });
}

function settingsSheet(store: Store, { spreadsheet }: Services) {
  return findTab(spreadsheet, 'Settings', tabIdsIn(store));
}

/** The values with these names, as far as they are there. */
export function pick(values: Values, names: string[]): Values {
  return Object.fromEntries(
    names
      .filter((name) => Object.prototype.hasOwnProperty.call(values, name))
      .map((name) => [name, String(values[name])]),
  );
}
