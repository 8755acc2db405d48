/** Meta's Cloud API. */
import type { ProviderChoice } from './choice';

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
      where:
        'On the same page, beside the phone number ID. With it the script can register the webhook and look after templates.',
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
  byHand: [
    { text: 'Open developers.facebook.com → your app → WhatsApp → Configuration.' },
    {
      text: 'Webhook → Edit: paste the webhook address as “Callback URL” and the key as “Verify token”.',
      picture: 'webhook',
    },
    {
      text: 'Press “Verify and save”. Meta calls the address at once; if it complains, step 1 above says why.',
    },
    {
      text: 'Below, at “Webhook fields”, subscribe to “messages”. Do the same for “user_preferences”: it tells who presses Stop in WhatsApp itself.',
      picture: 'webhookFields',
    },
  ],
  registers: true,
  templates: true,
  sendsAgain: true,
};
