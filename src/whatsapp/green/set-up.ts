/** Connecting Green-API. */
import type { HttpRequest } from '../provider';
import type { ProviderSetUp, Values } from '../set-up';
import { greenAddress } from './address';
import { type GreenAccount, greenProvider, greenSettings } from './green';

export const GREEN_SET_UP: ProviderSetUp = {
  title: 'Green-API',
  enters: {
    settings: ['Green-API instance', 'Green-API address'],
    noted: [],
    secrets: ['greenToken'],
  },
  identity: 'Green-API instance',
  tellsNoArrival: true,
  kept: (_, typed) => greenAddress(typed) ?? typed,
  judge: (answer, values) => greenProvider(accountOf(values)).judge(answer),
  account(ask, values) {
    const { stateInstance } = ask(method(values, 'getStateInstance'));
    if (stateInstance !== 'authorized') {
      throw new Error(
        `The instance is “${stateInstance}”: link the phone in Green-API’s console by the QR code`,
      );
    }
    const { wid } = ask(method(values, 'getSettings'));
    return { name: '', number: String(wid ?? '').replace(/@.*|\D/g, ''), quality: '' };
  },
  register(ask, values, { address }) {
    ask(greenSettings(accountOf(values), address));
  },
};

function accountOf(values: Values): GreenAccount {
  const apiUrl = greenAddress(values['Green-API address'] ?? '');
  if (!apiUrl) {
    throw new Error(
      'This is not one of Green-API’s addresses: copy “apiUrl” from its console, for example https://7103.api.greenapi.com',
    );
  }
  const instance = encodeURIComponent(values['Green-API instance'] ?? '');
  return { apiUrl, instance, token: values.greenToken ?? '' };
}

function method(values: Values, name: string): HttpRequest {
  const { apiUrl, instance, token } = accountOf(values);
  const url = `${apiUrl}/waInstance${instance}/${name}/${encodeURIComponent(token)}`;
  return { url, method: 'get', headers: {} };
}
