/** Connecting 360dialog. */
import { jsonPost } from '../json';
import type { HttpRequest } from '../provider';
import type { ProviderSetUp, Values } from '../set-up';
import { dialog360Provider } from './dialog360';

const WEBHOOK = 'https://waba-v2.360dialog.io/v1/configs/webhook';

export const DIALOG360_SET_UP: ProviderSetUp = {
  title: '360dialog',
  enters: {
    settings: ['WhatsApp number', 'Phone number id'],
    noted: [],
    secrets: ['dialog360Key'],
  },
  identity: 'Phone number id',
  judge: (answer) => dialog360Provider({ phoneNumberId: '', key: '' }).judge(answer),
  account(ask, values) {
    ask(webhook(values));
    return { name: '', number: '', quality: '' };
  },
  register(ask, values, { address }) {
    ask(webhook(values, { url: address }));
  },
};

function webhook(values: Values, body?: object): HttpRequest {
  const headers = { 'D360-API-KEY': values.dialog360Key ?? '' };
  return body ? jsonPost(WEBHOOK, body, headers) : { url: WEBHOOK, method: 'get', headers };
}
