/** Green-API. */
import type { ProviderChoice } from './choice';

export const GREEN: ProviderChoice = {
  id: 'green',
  title: 'Green-API',
  about: 'The WhatsApp of an ordinary phone, linked by a QR code: no business account is needed.',
  warning:
    'It rides on WhatsApp Web, which WhatsApp’s terms do not allow for this: the number can be blocked. Use one that you can do without.',
  fields: [
    {
      name: 'Green-API instance',
      kind: 'setting',
      label: 'idInstance',
      where: 'console.green-api.com → your instance. Digits only.',
    },
    {
      name: 'greenToken',
      kind: 'secret',
      label: 'apiTokenInstance',
      where: 'On the same page.',
    },
    {
      name: 'Green-API address',
      kind: 'setting',
      label: 'apiUrl',
      where: 'On the same page, for example https://7103.api.greenapi.com.',
    },
  ],
  byHand: [
    {
      text: 'Open console.green-api.com → your instance: paste the webhook address as “webhookUrl”.',
    },
    {
      text: 'Switch on the notifications about incoming messages and about the state of the instance.',
    },
  ],
  registers: true,
  templates: false,
  sendsAgain: true,
};
