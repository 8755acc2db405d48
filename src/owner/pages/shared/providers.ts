/** The providers to choose from: what each needs and where that is found, and how its answers are read. */
import type { Settings } from '../../../program/settings';
import { metaProvider } from '../../../whatsapp/meta';
import { metaReason } from '../../../whatsapp/meta-errors';
import type { Provider } from '../../../whatsapp/provider';
import type { Answer, Request, Values } from '../../wire';

/** A value that the owner enters. */
export interface Field {
  /** The name of the setting, or of the Script Property. */
  name: string;
  kind: 'setting' | 'noted' | 'secret';
  label: string;
  where: string;
  optional?: boolean;
}

export interface Account {
  name: string;
  /** Digits. */
  number: string;
  /** How welcome the number's messages are, or ''. */
  quality: string;
}

/** Asks the provider. @throws with the provider's own reason */
export type Ask = (request: Request) => Promise<Json>;
// biome-ignore lint/suspicious/noExplicitAny: somebody else's JSON; every use reads it defensively
type Json = any;

export interface ProviderChoice {
  id: string;
  title: string;
  about: string;
  fields: Field[];
  /** What to do by hand with the webhook's address where there is no API, or where it fails. */
  byHand: string;
  /** The number behind the values: the check that they are right. */
  account(ask: Ask, values: Values): Promise<Account>;
  /** Tells the provider where webhooks go. */
  register?(ask: Ask, values: Values, address: string, key: string): Promise<void>;
  /** When the access ends, in milliseconds; 0 for never. */
  expiry?(ask: Ask, values: Values): Promise<number>;
  /** What has become of a template: APPROVED, PENDING, …; '' when there is none. */
  template?(ask: Ask, values: Values, name: string, language: string): Promise<string>;
  /** A template that every account begins with; it reaches a phone whose 24-hour window is closed. */
  sample?: { name: string; language: string };
  /** The provider as the program uses it; secrets are `{name}`, which the script fills in. */
  provider(settings: Settings): Provider;
  /** The reason in an answer that is no success. */
  reason(answer: Answer, json: Json): string;
}

const META: ProviderChoice = {
  id: 'meta',
  title: 'Meta Cloud API',
  about: 'WhatsApp’s own interface. No monthly fee; Meta charges for templates only.',
  fields: [
    {
      name: 'Phone number id',
      kind: 'setting',
      label: 'Phone number ID',
      where:
        'developers.facebook.com → your app → WhatsApp → API Setup, below the number. Digits only.',
    },
    {
      name: 'metaAccount',
      kind: 'noted',
      label: 'WhatsApp Business Account ID',
      where: 'On the same page, beside the phone number ID. With it the webhook registers itself.',
      optional: true,
    },
    {
      name: 'metaToken',
      kind: 'secret',
      label: 'Access token',
      where:
        'business.facebook.com → Settings → Users → System users → Generate new token, with the permissions whatsapp_business_messaging and whatsapp_business_management. The token on API Setup ends after 24 hours.',
    },
    {
      name: 'Graph version',
      kind: 'setting',
      label: 'Graph API version',
      where: 'Leave it as it is unless Meta has retired it.',
      optional: true,
    },
  ],
  byHand:
    'developers.facebook.com → your app → WhatsApp → Configuration → Webhook → Edit: paste the address as “Callback URL” and the key as “Verify token”, then subscribe to “messages”.',
  async account(ask, values) {
    const fields = 'verified_name,display_phone_number,quality_rating';
    const number = await ask(graph(values, `${values['Phone number id']}?fields=${fields}`));
    return {
      name: String(number.verified_name ?? ''),
      number: String(number.display_phone_number ?? '').replace(/\D/g, ''),
      quality: String(number.quality_rating ?? ''),
    };
  },
  async register(ask, values, address, key) {
    if (!values.metaAccount)
      throw new Error('The WhatsApp Business Account ID is missing: enter it in step 2.');
    const path = `${values.metaAccount}/subscribed_apps`;
    // Meta lets only a subscribed app have an address of its own.
    await ask(graph(values, path, {}));
    await ask(graph(values, path, { override_callback_uri: address, verify_token: key }));
  },
  async expiry(ask, values) {
    const answer = await ask(graph(values, 'debug_token?input_token={metaToken}'));
    return Number(answer.data?.expires_at ?? 0) * 1000;
  },
  async template(ask, values, name, language) {
    const query = `name=${encodeURIComponent(name)}&fields=name,language,status`;
    const { data = [] } = await ask(
      graph(values, `${values.metaAccount}/message_templates?${query}`),
    );
    // Meta finds names that merely contain this one.
    const found = data.find((one: Json) => one.name === name && one.language === language);
    return String(found?.status ?? '');
  },
  sample: { name: 'hello_world', language: 'en_US' },
  provider: ({ phoneNumberId, graphVersion }) =>
    metaProvider({ phoneNumberId, graphVersion, token: '{metaToken}' }),
  reason({ status }, { error }) {
    if (error) return metaReason(Number(error.code), String(error.message ?? '')).text;
    return status ? `WhatsApp answered HTTP ${status}` : 'WhatsApp did not answer';
  },
};

/** Every provider, the recommended one first. */
export const PROVIDERS: ProviderChoice[] = [META];

/** The provider of the setting *Provider*. */
export function choiceOf(id: string): ProviderChoice {
  return PROVIDERS.find((choice) => choice.id === id) ?? META;
}

function graph(values: Values, path: string, body?: object): Request {
  return {
    url: `https://graph.facebook.com/${values['Graph version'] || 'v26.0'}/${path}`,
    method: body ? 'post' : 'get',
    headers: { Authorization: 'Bearer {metaToken}' },
    ...(body && { contentType: 'application/json', payload: JSON.stringify(body) }),
  };
}
