/** Connecting Meta's Cloud API. */
import { jsonPost } from '../json';
import type { HttpRequest } from '../provider';
import type { Ask, Json, ProviderSetUp, Values } from '../set-up';
import { metaProvider } from './meta';

export const META_SET_UP: ProviderSetUp = {
  title: 'Meta Cloud API',
  enters: {
    settings: ['Phone number id', 'Graph version'],
    noted: ['metaAccount'],
    secrets: ['metaToken'],
  },
  identity: 'Phone number id',
  judge: (answer) => metaProvider({ phoneNumberId: '', graphVersion: '', token: '' }).judge(answer),
  account(ask, values) {
    const fields = 'verified_name,display_phone_number,quality_rating';
    const id = encodeURIComponent(values['Phone number id'] ?? '');
    const number = ask(graph(values, `${id}?fields=${fields}`));
    return {
      name: String(number.verified_name ?? ''),
      number: String(number.display_phone_number ?? '').replace(/\D/g, ''),
      quality: String(number.quality_rating ?? ''),
    };
  },
  register(ask, values, { address, key }) {
    const path = `${accountOf(values)}/subscribed_apps`;
    // Meta lets only a subscribed app have an address of its own.
    ask(graph(values, path, {}));
    ask(graph(values, path, { override_callback_uri: address, verify_token: key }));
  },
  registerApp(ask, values, { address, key }, secret) {
    const app = appOf(ask, values);
    const body = {
      object: 'whatsapp_business_account',
      callback_url: address,
      verify_token: key,
      fields: 'messages,user_preferences',
    };
    ask(graph({ ...values, metaToken: `${app}|${secret}` }, `${app}/subscriptions`, body));
    // The app has its callback now; without this Meta does not send it what happens to this account.
    if (values.metaAccount) ask(graph(values, `${accountOf(values)}/subscribed_apps`, {}));
  },
  expiry(ask, values) {
    return Number(debugged(ask, values).expires_at ?? 0) * 1000;
  },
  template(ask, values, name, language) {
    const query = `name=${encodeURIComponent(name)}&fields=name,language,status`;
    const path = `${accountOf(values)}/message_templates?${query}`;
    const { data = [] } = ask(graph(values, path));
    // Meta finds names that merely contain this one.
    const found = data.find((one: Json) => one.name === name && one.language === language);
    return String(found?.status ?? '');
  },
  sample: { name: 'hello_world', language: 'en_US' },
};

function appOf(ask: Ask, values: Values): string {
  const app = String(debugged(ask, values).app_id ?? '');
  if (!/^\d+$/.test(app)) throw new Error('Meta does not tell which app the access token is of');
  return app;
}

/** What Meta tells of the access token. */
function debugged(ask: Ask, values: Values): Json {
  const token = encodeURIComponent(values.metaToken ?? '');
  return ask(graph(values, `debug_token?input_token=${token}`)).data ?? {};
}

function accountOf({ metaAccount }: Values): string {
  if (!metaAccount) throw new Error('The WhatsApp Business Account ID is missing: enter it first');
  return encodeURIComponent(metaAccount);
}

function graph(values: Values, path: string, body?: object): HttpRequest {
  const version = encodeURIComponent(values['Graph version'] || 'v26.0');
  const url = `https://graph.facebook.com/${version}/${path}`;
  const headers = { Authorization: `Bearer ${values.metaToken ?? ''}` };
  return body ? jsonPost(url, body, headers) : { url, method: 'get', headers };
}
