/** What is set so far, and how the pages change it and ask the provider; secrets go in and never come out. */

import { deployedAddress } from '../script/address';
import { locked } from '../script/lock';
import {
  DIALOG360_KEY,
  GREEN_TOKEN,
  META_TOKEN,
  renewSnapshot,
  type Store,
  TWILIO_AUTHORIZATION,
  TWILIO_TEMPLATES,
  tabIdsIn,
  WEBHOOK_KEY,
} from '../script/properties';
import { FETCH_OPTIONS, type Services } from '../script/services';
import { textCell } from '../sheet/cells';
import { markSettingProblems, readSettingsTab } from '../sheet/settings';
import { columnsOf, findTab, SETTING_HEADINGS } from '../sheet/tabs';
import { newKey, setUp as setUpScript } from './set-up';
import type { Answer, Request, State, Values } from './wire';

/** Script Properties that pages may write and never read. */
const SECRETS = [META_TOKEN, DIALOG360_KEY, TWILIO_AUTHORIZATION, GREEN_TOKEN];

/** Script Properties that pages may write and read: ids, the web app's address, how far the owner has come. */
const NOTED = ['metaAccount', TWILIO_TEMPLATES, 'webAppUrl', 'connect'];

/** Where secrets may be sent. */
const PROVIDERS =
  /^https:\/\/(graph\.facebook\.com|waba-v2\.360dialog\.io|(api|content)\.twilio\.com|([\w-]+\.)?green-?api\.com)\//;

/** Everything that is set. */
export function state(services: Services): State {
  const store = services.properties.getProperties();
  return {
    settings: readSettingsTab(settingsSheet(store, services)),
    noted: pick(store, NOTED),
    secrets: SECRETS.filter((name) => store[name]),
    address: addressIn(store),
    key: store[WEBHOOK_KEY] ?? '',
    now: services.now(),
  };
}

export function setUp(services: Services): State {
  setUpScript(services);
  return state(services);
}

/** Writes values beside their names in the Settings tab, has the next message use them, and notes the rest. */
export function save(services: Services, settings: Values, noted: Values): State {
  const { properties } = services;
  properties.setProperties(pick(noted, [...NOTED, ...SECRETS]));
  // What was held back because of the old values may try again at once.
  properties.deleteProperty('paused');
  const store = properties.getProperties();
  const sheet = settingsSheet(store, services);
  locked(services, () => {
    const rows = sheet.getDataRange().getDisplayValues();
    const columns = columnsOf(rows[0] ?? [], SETTING_HEADINGS);
    rows.forEach((row, index) => {
      const value = settings[row[(columns.get('Name') ?? 1) - 1] ?? ''];
      if (value === undefined || index === 0) return;
      const cell = sheet.getRange(index + 1, columns.get('Value') ?? 2);
      cell.setNumberFormat('@').setValue(textCell(value));
    });
    markSettingProblems(sheet, services.catalogue());
    renewSnapshot(store, services);
  });
  return state(services);
}

/** Replaces the webhook's key; the webhook has to be registered anew. */
export function newWebhookKey(services: Services): State {
  services.properties.setProperty(WEBHOOK_KEY, newKey(services));
  return state(services);
}

/** Sends requests to the provider or to this web app, secrets filled in: entered ones, else stored ones. */
export function ask(services: Services, requests: Request[], entered: Values): Answer[] {
  const store = services.properties.getProperties();
  const own = addressIn(store);
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      SECRETS.includes(name) ? entered[name] || store[name] || '' : whole,
    );
  for (const { url } of requests) {
    if (!PROVIDERS.test(url) && url.split('?')[0] !== own) {
      throw new Error('This address belongs to no provider.');
    }
  }
  try {
    return services
      .fetchAll(
        requests.map((request) => ({
          ...request,
          url: filled(request.url),
          headers: JSON.parse(filled(JSON.stringify(request.headers ?? {}))),
          ...FETCH_OPTIONS,
        })),
      )
      .map((answer) => ({ status: answer.getResponseCode(), body: answer.getContentText() }));
  } catch {
    return requests.map(() => ({ status: 0, body: '' }));
  }
}

function settingsSheet(store: Store, { spreadsheet }: Services) {
  return findTab(spreadsheet, 'Settings', tabIdsIn(store));
}

/** The web app's address: as the owner gave it, else as a deployment left it, else as Google tells it. */
function addressIn(store: Store): string {
  return (
    store.webAppUrl ||
    deployedAddress(ScriptApp.getScriptId()) ||
    (ScriptApp.getService().getUrl() ?? '')
  );
}

function pick(values: Values, names: string[]): Values {
  return Object.fromEntries(
    names.filter((name) => name in values).map((name) => [name, values[name] as string]),
  );
}
