/** Twilio. */
import { looksLike } from './checks';
import { OWN_NUMBER, type ProviderChoice } from './choice';

export const TWILIO: ProviderChoice = {
  id: 'twilio',
  title: 'Twilio',
  about: 'WhatsApp beside SMS and calls in one account: a small fee for every message.',
  fields: [
    OWN_NUMBER,
    {
      name: 'Twilio account SID',
      kind: 'setting',
      label: 'Account SID',
      where: 'console.twilio.com, on the first page under “Account Info”. It begins with AC.',
      check: looksLike(/^AC[0-9a-f]{32}$/i, 'It is AC, followed by 32 digits and letters a–f.'),
    },
    {
      name: 'twilioAuthorization',
      kind: 'secret',
      label: 'Auth token',
      where: 'On the same page, below the Account SID. Enter it again when you change the SID.',
      check: looksLike(
        /^(?!AC[0-9a-f]{32}$)\S+$/i,
        'This is the Account SID, or it has spaces: the Auth token is below it, behind “Show”.',
      ),
    },
    {
      name: 'Twilio sender',
      kind: 'setting',
      label: 'Messaging Service',
      where: 'Only if you send through one: its SID begins with MG.',
      optional: true,
      check: looksLike(
        /^(MG[0-9a-f]{32}|\+?[\d ().-]{7,25})$/i,
        'It is MG, followed by 32 digits and letters a–f; or a phone number.',
      ),
    },
  ],
  byHand: [
    {
      text: 'Open console.twilio.com → Messaging → Senders → WhatsApp senders → your number: paste the webhook address as “Webhook URL for incoming messages”, method POST.',
    },
    {
      text: 'In the sandbox: Messaging → Try it out → Send a WhatsApp message → Sandbox settings → “When a message comes in”. Everybody first has to send the sandbox its join message.',
    },
  ],
  explain: (refusal) => {
    if (/\(20404\)/.test(refusal)) {
      return { field: 'Twilio account SID', says: 'Twilio knows no account with this SID.' };
    }
    return /\(20003\)/.test(refusal)
      ? {
          field: 'twilioAuthorization',
          says: 'Account SID and Auth token do not belong together: copy both again.',
        }
      : null;
  },
  registers: false,
  templates: true,
  sendsAgain: false,
};
