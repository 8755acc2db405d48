/** Meta's Cloud API. */
import { looksLike, metaId } from './checks';
import type { Meaning, ProviderChoice } from './choice';

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
      check: metaId('the phone number ID'),
    },
    {
      name: 'metaAccount',
      kind: 'noted',
      label: 'WhatsApp Business Account ID',
      where:
        'On the same page, beside the phone number ID. With it the script can register the webhook and look after templates.',
      optional: true,
      check: metaId('the account’s ID'),
    },
    {
      name: 'metaToken',
      kind: 'secret',
      label: 'Access token',
      where:
        'business.facebook.com → Settings → Users → System users → Generate new token, with the permissions whatsapp_business_messaging and whatsapp_business_management. The token on API Setup expires after 24 hours.',
      check: looksLike(
        /^EAA\w+$/,
        'An access token begins with EAA, and has letters and digits only: copy all of it.',
      ),
    },
    {
      name: 'Graph version',
      kind: 'setting',
      label: 'Graph API version',
      where: 'Leave it as it is unless Meta has retired it.',
      check: looksLike(/^v\d+\.\d+$/, 'A version looks like v26.0.'),
      optional: true,
    },
  ],
  byHand: [
    { text: 'Open developers.facebook.com → your app → WhatsApp → Configuration.' },
    {
      text: 'Webhook → Edit: paste the webhook address as “Callback URL” and the key as “Verify token”.',
      picture: 'webhook',
    },
    {
      text: 'Press “Verify and save”. Meta calls the address right away; if it complains, step 1 above says why.',
    },
    {
      text: 'Below, at “Webhook fields”, subscribe to “messages”. Do the same for “user_preferences”: it tells who presses Stop in WhatsApp itself.',
      picture: 'webhookFields',
    },
  ],
  explain,
  registers: true,
  templates: true,
  sendsAgain: true,
};

function explain(refusal: string, values: Record<string, string>): Meaning | null {
  if (/\(190\)/.test(refusal)) {
    const says =
      'Meta does not know this token, or it has expired: copy the system user’s token again, all of it.';
    return { field: 'metaToken', says };
  }
  if (/\((10|200|131005)\)/.test(refusal)) {
    const says =
      'The token may not do this: generate one with both permissions, and give the system user your app and your WhatsApp account (Assign assets).';
    return { field: 'metaToken', says };
  }
  const id = values['Phone number id']?.trim() ?? '';
  if (id && id === values.metaAccount?.trim()) {
    return {
      field: 'Phone number id',
      says: 'This is the account’s ID: the phone number ID is beside it.',
    };
  }
  if (/nonexisting field .*WhatsAppBusinessAccount/.test(refusal)) {
    const says =
      'This is the WhatsApp Business Account ID: the phone number ID is beside it, on the same page.';
    return { field: 'Phone number id', says };
  }
  const [, unknown] = /Object with ID '(\d+)'/.exec(refusal) ?? [];
  if (unknown && unknown === id) {
    const says =
      'Meta knows no number with this id, or the token has no right to it: copy the phone number ID again, and give the system user your WhatsApp account (Assign assets).';
    return { field: 'Phone number id', says };
  }
  return null;
}
