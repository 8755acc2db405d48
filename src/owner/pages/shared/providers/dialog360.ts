/** Connecting 360dialog. */
import { dialog360Provider } from '../../../../whatsapp/dialog360/dialog360';
import type { Request } from '../../../wire';
import { OWN_NUMBER, type ProviderChoice } from './choice';

export const DIALOG360: ProviderChoice = {
  id: '360dialog',
  title: '360dialog',
  about: 'Meta’s interface through a German company: a monthly fee, and help with setting it up.',
  fields: [
    OWN_NUMBER,
    {
      name: 'Phone number id',
      kind: 'setting',
      label: 'Phone number ID',
      where: 'Meta’s id of the number: WhatsApp Manager → Phone numbers → the number. Digits only.',
    },
    {
      name: 'dialog360Key',
      kind: 'secret',
      label: 'API key',
      where: '360dialog Hub → the number → Generate API key. It is shown once.',
    },
  ],
  byHand:
    '360dialog Hub → the number → Manage WhatsApp Business Account → WhatsApp Channel → Channel Webhook → edit: paste the address.',
  async account(ask) {
    await ask(config());
    return { name: '', number: '', quality: '' };
  },
  async register(ask, _, address) {
    await ask(config({ url: address }));
  },
  provider: ({ phoneNumberId }) => dialog360Provider({ phoneNumberId, key: '{dialog360Key}' }),
};

function config(body?: object): Request {
  return {
    url: 'https://waba-v2.360dialog.io/v1/configs/webhook',
    method: body ? 'post' : 'get',
    headers: { 'D360-API-KEY': '{dialog360Key}' },
    ...(body && { contentType: 'application/json', payload: JSON.stringify(body) }),
  };
}
