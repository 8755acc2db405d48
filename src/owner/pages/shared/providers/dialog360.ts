/** 360dialog. */
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
  byHand: [
    {
      text: 'Open the 360dialog Hub → the number → Manage WhatsApp Business Account → WhatsApp Channel.',
    },
    { text: 'Channel Webhook → edit: paste the webhook address.' },
  ],
  registers: true,
  templates: true,
  sendsAgain: true,
};
