/** *Connect…*: the owner's values are checked and stored, and the provider learns where to deliver. */

import { CATALOGUE } from '../program/catalogue';
import { readSettings } from '../program/settings';
import { askedOf, connectedProvider, setUpOf, storedValues } from '../script/asking';
import { ARRIVED, EARLIER_KEY, KEYS, TWILIO_TEMPLATES, WEBHOOK_KEY } from '../script/properties';
import type { Services } from '../script/services';
import { writeSettings } from '../script/settings';
import type { Hook, ProviderSetUp, Values } from '../whatsapp/set-up';
import { addressIn, noteAddress, takeAddress } from './address';
import { noteProgress, progressIn } from './progress';
import { forgetProofs, noteProofs } from './proofs';
import { newKey, setUp as setUpScript } from './set-up';
import { pick, state } from './state';
import type { Connected, Entered, OwnersWord, ProofName, State } from './wire';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Checks the values with the provider, and stores them only when they are right.
 *
 * @throws Error with the provider's reason
 */
export function connect(services: Services, { provider, values: typed }: Entered): Connected {
  const setUp = setUpOf(provider);
  const { settings, noted, secrets } = keptOf(typed, setUp, services);
  const stored = storedValues(services);
  const { ask, values } = askedOf(
    provider,
    { ...stored, ...settings, ...noted, ...secrets },
    services,
    Object.values(pick(typed, setUp.enters.secrets)),
  );
  const account = setUp.account(ask, values);
  setUpScript(services);
  const { properties } = services;
  const same =
    progressIn(stored).connected &&
    stored.Provider === provider &&
    stored[setUp.identity] === (account.settings ?? values)[setUp.identity];
  properties.setProperties({ ...noted, ...secrets });
  // What was held back because of the old values may try again at once.
  properties.deleteProperty('paused');
  writeSettings(services, {
    ...settings,
    Provider: provider,
    ...(account.number && { 'WhatsApp number': account.number }),
    ...account.settings,
  });
  noteAddress(services);
  if (!same) beginAgain(services);
  noteProgress(services, { connected: services.now() });
  const buttons = prepare(services);
  subscribe(services);
  if (setUp.registersAtOnce) registerAtOnce(services);
  return { account, buttons, state: state(services) };
}

/** What another account has proved proves nothing for this one. */
function beginAgain(services: Services): void {
  noteProgress(services, { registered: undefined, byApi: undefined, tested: undefined });
  forgetProofs(services, OF_THE_PROVIDER);
  services.properties.deleteProperty(ARRIVED);
}

const OF_THE_PROVIDER: ProofName[] = [
  'registered',
  'published',
  'subscribed',
  'message',
  'once',
  'answer',
];

/** What was typed of what this provider needs; an optional value that was emptied has its default again. */
function keptOf(typed: Values, setUp: ProviderSetUp, services: Services) {
  const { settings, noted, secrets } = setUp.enters;
  const entered = pick(typed, [...settings, ...noted, ...secrets]);
  const base64 = (text: string) => Utilities.base64Encode(text);
  const all = { ...storedValues(services), ...entered };
  const defaults = CATALOGUE.settings;
  const kept = (name: string): [string, string][] => {
    const text = entered[name]?.trim();
    if (text === undefined || (!text && secrets.includes(name))) return [];
    if (text) return [[name, setUp.kept?.(name, text, all, base64) ?? text]];
    return [[name, defaults.find((one) => one.name === name)?.value ?? '']];
  };
  const of = (names: string[]) => Object.fromEntries(names.flatMap(kept));
  return { settings: of(settings), noted: of(noted), secrets: of(secrets) };
}

/** What messages need at the provider; without it they go in a simpler form. @returns why it could not be made, or '' */
function prepare(services: Services): string {
  const { setUp, ask, values } = connectedProvider(services);
  try {
    const made = setUp.prepare?.(ask, values, readSettings(values, CATALOGUE).settings);
    if (made) services.properties.setProperties(pick(made, [TWILIO_TEMPLATES]));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Where the provider does not take it, *Check set-up* and the fourth step say so. */
function subscribe(services: Services): void {
  const { setUp, ask, values } = connectedProvider(services);
  try {
    setUp.subscribe?.(ask, values);
  } catch {
    return;
  }
}

/** Where the address is not known yet, or the provider does not take it, the next step of the page says so. */
function registerAtOnce(services: Services): void {
  try {
    register(services);
  } catch {
    return;
  }
}

/** Has the provider deliver to this web app. @throws Error with the provider's reason */
export function register(services: Services): State {
  const asked = connectedProvider(services);
  if (!asked.setUp.register)
    throw new Error(`${asked.setUp.title} takes the address by hand only.`);
  asked.setUp.register(asked.ask, asked.values, hookOf(services));
  return registered(services, `registered by ${asked.setUp.title}’s API`, true);
}

/**
 * Has the app as a whole deliver to this web app.
 *
 * @param secret the app's own; it is used now and not kept
 */
export function registerApp(services: Services, secret: string): State {
  const stored = connectedProvider(services);
  const given = String(secret).trim();
  const asked = askedOf(stored.values.Provider ?? '', stored.values, services, [given]);
  if (!asked.setUp.registerApp) throw new Error(`${asked.setUp.title} has no such thing.`);
  asked.setUp.registerApp(asked.ask, asked.values, hookOf(services), given);
  noteProofs(services, {
    subscribed: { result: 'pass', found: 'Meta took the app’s subscription of “messages”' },
  });
  return registered(services, 'registered for the app by Meta’s API');
}

/** The owner says that the address stands at the provider. */
export function registeredByHand(services: Services): State {
  return registered(services, 'entered by hand, as the owner says');
}

function registered(services: Services, found: string, byApi = false): State {
  noteProgress(services, { registered: services.now(), byApi });
  noteProofs(services, { registered: { result: 'pass', found } });
  return state(services);
}

/** What nobody can ask Meta: the owner says it, and it is kept as said by the owner. */
export function ownerSays(services: Services, what: OwnersWord): State {
  if (what !== 'published' && what !== 'subscribed') throw new Error(`Nobody asked for “${what}”.`);
  noteProofs(services, { [what]: { result: 'pass', found: 'as the owner says' } });
  return state(services);
}

/** @param honourOld whether messages that come with the old key are taken for another day */
export function newWebhookKey(services: Services, honourOld: boolean): State {
  const { properties, cache, now } = services;
  const key = properties.getProperty(WEBHOOK_KEY) ?? '';
  properties.setProperty(WEBHOOK_KEY, newKey(services));
  if (honourOld && key) {
    properties.setProperty(EARLIER_KEY, JSON.stringify({ key, until: now() + DAY_MS }));
  } else {
    properties.deleteProperty(EARLIER_KEY);
  }
  cache.remove(KEYS);
  noteProgress(services, { registered: undefined });
  return state(services);
}

/** @throws Error with what is wrong with the address */
export function useAddress(services: Services, address: string): State {
  takeAddress(services, address);
  return state(services);
}

/** @throws Error while the address is not known */
function hookOf({ properties }: Services): Hook {
  const store = properties.getProperties();
  const { address, addressProblem } = addressIn(store);
  if (addressProblem) throw new Error(addressProblem);
  const key = store[WEBHOOK_KEY] ?? '';
  return { address: `${address}?key=${key}`, key };
}
