/** Connecting Meta's Cloud API. */
import { metaProvider } from '../../../../whatsapp/meta/meta';
import type { Request, Values } from '../../../wire';
import type { Json, ProviderChoice } from './choice';

export const META: ProviderChoice = {
  id: 'meta',
  title: 'Meta Cloud API',
  about: 'WhatsApp’s own interface: no monthly fee, no company in between.',
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
    const path = `${accountOf(values)}/subscribed_apps`;
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
    const path = `${accountOf(values)}/message_templates?${query}`;
    const { data = [] } = await ask(graph(values, path));
    // Meta finds names that merely contain this one.
    const found = data.find((one: Json) => one.name === name && one.language === language);
    return String(found?.status ?? '');
  },
  sample: { name: 'hello_world', language: 'en_US' },
  provider: ({ phoneNumberId, graphVersion }) =>
    metaProvider({ phoneNumberId, graphVersion, token: '{metaToken}' }),
};

function accountOf({ metaAccount }: Values): string {
  if (!metaAccount) throw new Error('The WhatsApp Business Account ID is missing: enter it first');
  return metaAccount;
}

function graph(values: Values, path: string, body?: object): Request {
  return {
    url: `https://graph.facebook.com/${values['Graph version'] || 'v26.0'}/${path}`,
    method: body ? 'post' : 'get',
    headers: { Authorization: 'Bearer {metaToken}' },
    ...(body && { contentType: 'application/json', payload: JSON.stringify(body) }),
  };
}
