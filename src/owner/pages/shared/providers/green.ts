/** Green-API. */
import { digitsOnly, looksLike } from './checks';
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
      check: digitsOnly,
    },
    {
      name: 'greenToken',
      kind: 'secret',
      label: 'apiTokenInstance',
      where: 'On the same page.',
      check: looksLike(/^\w+$/, 'It has letters and digits only: copy all of it.'),
    },
    {
      name: 'Green-API address',
      kind: 'setting',
      label: 'apiUrl',
      where: 'On the same page, for example https://7103.api.greenapi.com.',
      check: looksLike(
        /^https:\/\/([a-z0-9-]+\.)*green-?api\.com\/?$/i,
        'It is one of Green-API’s own addresses, such as https://7103.api.greenapi.com.',
      ),
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
  explain: (refusal) => {
    const [, status = ''] = /HTTP (\d+)/.exec(refusal) ?? [];
    const meanings: Record<string, { field: string; says: string }> = {
      401: {
        field: 'greenToken',
        says: 'Green-API does not know this token: copy apiTokenInstance again.',
      },
      403: {
        field: 'Green-API instance',
        says: 'This instance is not at this address: copy idInstance and apiUrl from the same page.',
      },
      404: {
        field: 'Green-API address',
        says: 'Nothing answers for this instance there: copy apiUrl again.',
      },
    };
    return meanings[status] ?? null;
  },
  registers: true,
  templates: false,
  sendsAgain: true,
};
