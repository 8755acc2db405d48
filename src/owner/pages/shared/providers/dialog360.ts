/** 360dialog. */
import { looksLike, metaId } from './checks';
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
      check: metaId('the phone number ID'),
    },
    {
      name: 'dialog360Key',
      kind: 'secret',
      label: 'API key',
      where: '360dialog Hub → the number → Generate API key. It is shown once.',
      check: looksLike(/^\S{8,}$/, 'An API key has no spaces: copy all of it.'),
    },
  ],
  byHand: [
    {
      text: 'Open the 360dialog Hub → the number → Manage WhatsApp Business Account → WhatsApp Channel.',
    },
    { text: 'Channel Webhook → edit: paste the webhook address.' },
  ],
  explain: (refusal) =>
    /HTTP 40[13]/.test(refusal)
      ? {
          field: 'dialog360Key',
          says: '360dialog does not know this key: generate one for this very number, and copy it.',
        }
      : null,
  registers: true,
  templates: true,
  sendsAgain: true,
};
