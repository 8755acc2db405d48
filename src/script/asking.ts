/** Asks the provider, by requests that are built here of stored or just entered values: no page hands one over. */

import { readSettingsTab } from '../sheet/settings';
import { findTab } from '../sheet/tabs';
import { DIALOG360_SET_UP } from '../whatsapp/dialog360/set-up';
import { GREEN_SET_UP } from '../whatsapp/green/set-up';
import { type Json, object } from '../whatsapp/json';
import { META_SET_UP } from '../whatsapp/meta/set-up';
import type { HttpAnswer, HttpRequest } from '../whatsapp/provider';
import type { Ask, ProviderSetUp, Values } from '../whatsapp/set-up';
import { TELEGRAM_SET_UP } from '../whatsapp/telegram/set-up';
import { TWILIO_SET_UP } from '../whatsapp/twilio/set-up';
import {
  DIALOG360_KEY,
  GREEN_TOKEN,
  META_TOKEN,
  type Store,
  TELEGRAM_TOKEN,
  TWILIO_AUTHORIZATION,
  tabIdsIn,
} from './properties';
import { FETCH_OPTIONS, type Services } from './services';

/** Every provider, by the setting *Provider*. */
export const SET_UPS: Record<string, ProviderSetUp> = {
  meta: META_SET_UP,
  '360dialog': DIALOG360_SET_UP,
  twilio: TWILIO_SET_UP,
  green: GREEN_SET_UP,
  telegram: TELEGRAM_SET_UP,
};

/** Script Properties that pages may write and never read. */
export const SECRETS = [
  META_TOKEN,
  DIALOG360_KEY,
  TWILIO_AUTHORIZATION,
  GREEN_TOKEN,
  TELEGRAM_TOKEN,
];

/** Where secrets may be sent, whatever a request says. */
const HOSTS =
  /^https:\/\/(graph\.facebook\.com|waba-v2\.360dialog\.io|(api|content)\.twilio\.com|api\.telegram\.org|([a-z0-9-]+\.)*green-?api\.com)\//i;

/** One provider as it is to be asked. */
interface Asked {
  setUp: ProviderSetUp;
  /** Settings, what was noted, and secrets. */
  values: Values;
  ask: Ask;
}

/** The provider of the setting *Provider*, with what is stored. @throws MissingTab */
export function connectedProvider(services: Services): Asked {
  const values = storedValues(services);
  return askedOf(values.Provider ?? '', values, services);
}

/**
 * A provider with these values.
 *
 * @param id as the setting *Provider* has it
 * @param typed secrets that were entered and are not among the values as they are
 */
export function askedOf(
  id: string,
  values: Values,
  services: Services,
  typed: string[] = [],
): Asked {
  const setUp = setUpOf(id);
  const ask: Ask = (request) => {
    const [answer = NOTHING] = fetchSafely([checked(request)], services);
    const clean = (text: string) => withoutSecrets(text, values, typed);
    if (answer.status >= 200 && answer.status < 300) return read(answer.body, clean);
    const verdict = setUp.judge(answer, values);
    throw new Error(clean(verdict.accepted ? `HTTP ${answer.status}` : verdict.reason.text), {
      cause: { code: 'refused' },
    });
  };
  return { setUp, values, ask };
}

/** What the answer holds, every text in it cleaned: nothing that a page is shown can echo a secret. */
function read(body: string, clean: (text: string) => string): Json {
  try {
    return object(
      JSON.parse(body, (_, value) => (typeof value === 'string' ? clean(value) : value)),
    );
  } catch {
    return {};
  }
}

/** @throws Error when there is no such provider */
export function setUpOf(id: string): ProviderSetUp {
  const known = Object.prototype.hasOwnProperty.call(SET_UPS, id.toLowerCase());
  const setUp = known ? SET_UPS[id.toLowerCase()] : undefined;
  if (!setUp) throw new Error(`There is no provider “${id}”.`);
  return setUp;
}

/** The Settings tab and Script Properties together; what is typed into the tab never takes a property's place. */
export function storedValues({ spreadsheet, properties }: Services): Values {
  const store: Store = properties.getProperties();
  return { ...readSettingsTab(findTab(spreadsheet, 'Settings', tabIdsIn(store))), ...store };
}

/** What somebody else said, without the secrets that it may echo. */
export function withoutSecrets(text: string, values: Values, typed: string[] = []): string {
  const secrets = [...SECRETS.flatMap((name) => (values[name] ?? '').split(' ')), ...typed]
    .filter((secret) => secret.length > 5)
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return secrets.reduce((rest, secret) => rest.split(secret).join('•••'), text);
}

/** Sends requests together; status 0 where no answer came. */
export function fetchSafely(
  requests: (HttpRequest & { followRedirects?: boolean })[],
  services: Services,
): HttpAnswer[] {
  try {
    return services
      .fetchAll(requests.map((request) => ({ ...FETCH_OPTIONS, ...request })))
      .map((answer) => ({ status: answer.getResponseCode(), body: answer.getContentText() }));
  } catch {
    return requests.map(() => NOTHING);
  }
}

const NOTHING: HttpAnswer = { status: 0, body: '' };

/** A redirect would carry the secret on. */
function checked(request: HttpRequest): HttpRequest & { followRedirects: false } {
  if (!HOSTS.test(request.url)) throw new Error('This address belongs to no provider.');
  return { ...request, followRedirects: false };
}
