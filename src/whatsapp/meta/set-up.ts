/** Connecting Meta's Cloud API. */
import { eachOf, jsonPost, object, string } from '../json';
import type { HttpRequest } from '../provider';
import type { Ask, Json, ProviderSetUp, Values } from '../set-up';
import { hindrancesIn } from './health';
import { metaProvider } from './meta';
import { templateAmong, templateBody } from './templates';

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
    const fields = 'verified_name,display_phone_number,quality_rating,platform_type';
    const number = ask(graph(values, `${numberOf(values)}?fields=${fields}`));
    return {
      name: String(number.verified_name ?? ''),
      number: String(number.display_phone_number ?? '').replace(/\D/g, ''),
      quality: String(number.quality_rating ?? ''),
      ...(number.platform_type === 'NOT_APPLICABLE' && { unregistered: true }),
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
  templates: {
    create(ask, values, template) {
      ask(graph(values, `${accountOf(values)}/message_templates`, templateBody(template)));
      return template.name;
    },
    state(ask, values, name, language) {
      const query = `name=${encodeURIComponent(name)}&fields=name,language,status,rejected_reason`;
      const { data } = ask(graph(values, `${accountOf(values)}/message_templates?${query}`));
      // Meta finds names that merely contain this one.
      return templateAmong(data, name, language);
    },
  },
  registerNumber(ask, values, pin) {
    const path = `${numberOf(values)}/register`;
    ask(graph(values, path, { messaging_product: 'whatsapp', pin }));
  },
  subscribe(ask, values) {
    const path = `${accountOf(values)}/subscribed_apps`;
    const app = string(debugged(ask, values).app_id);
    const ours = eachOf(ask(graph(values, path)).data, ({ whatsapp_business_api_data: one }) =>
      !app || object(one).id === app ? [one] : [],
    );
    // Subscribing once more would take an address of its own away.
    if (!ours.length) ask(graph(values, path, {}));
  },
  access(ask, values) {
    const { expires_at, scopes } = debugged(ask, values);
    const may: string[] = Array.isArray(scopes) ? scopes : NEEDED;
    return {
      ends: Number(expires_at ?? 0) * 1000,
      lacks: NEEDED.filter((scope) => !may.includes(scope)),
    };
  },
  hindrances(ask, values) {
    return hindrancesIn(ask(graph(values, `${numberOf(values)}?fields=health_status`)));
  },
  sample: { name: 'hello_world', language: 'en_US' },
};

/** Permissions of the access token. */
const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];

function appOf(ask: Ask, values: Values): string {
  const app = String(debugged(ask, values).app_id ?? '');
  if (!/^\d+$/.test(app))
    throw new Error('Meta does not say which app the access token belongs to');
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

function numberOf(values: Values): string {
  return encodeURIComponent(values['Phone number id'] ?? '');
}

function graph(values: Values, path: string, body?: object): HttpRequest {
  const version = encodeURIComponent(values['Graph version'] || 'v26.0');
  const url = `https://graph.facebook.com/${version}/${path}`;
  const headers = { Authorization: `Bearer ${values.metaToken ?? ''}` };
  return body ? jsonPost(url, body, headers) : { url, method: 'get', headers };
}
