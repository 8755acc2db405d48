/** Connecting Green-API. */
import { type GreenAccount, greenProvider, greenSettings } from '../../../../whatsapp/green/green';
import type { Values } from '../../../wire';
import type { ProviderChoice } from './choice';

const TOKEN = '{greenToken}';

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
  byHand:
    'console.green-api.com → your instance: paste the address as “webhookUrl”, and switch on the notifications about incoming messages and about the state of the instance.',
  async account(ask, values) {
    const { apiUrl, instance } = accountOf(values);
    const { stateInstance } = await ask({ url: method(apiUrl, instance, 'getStateInstance') });
    if (stateInstance !== 'authorized') {
      throw new Error(
        `The instance is “${stateInstance}”: link the phone in Green-API’s console by the QR code`,
      );
    }
    const { wid } = await ask({ url: method(apiUrl, instance, 'getSettings') });
    return { name: '', number: String(wid ?? '').replace(/@.*|\D/g, ''), quality: '' };
  },
  async register(ask, values, address) {
    await ask(greenSettings(accountOf(values), address));
  },
  provider: ({ greenAddress, greenInstance }) =>
    greenProvider({ apiUrl: greenAddress, instance: greenInstance, token: TOKEN }),
};

function accountOf(values: Values): GreenAccount {
  return {
    apiUrl: (values['Green-API address'] ?? '').replace(/\/$/, ''),
    instance: values['Green-API instance'] ?? '',
    token: TOKEN,
  };
}

function method(apiUrl: string, instance: string, name: string): string {
  return `${apiUrl}/waInstance${instance}/${name}/${TOKEN}`;
}
