/** Twilio. */
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
    },
    {
      name: 'twilioAuthorization',
      kind: 'secret',
      label: 'Auth token',
      where: 'On the same page, below the Account SID. Enter it again when you change the SID.',
    },
    {
      name: 'Twilio sender',
      kind: 'setting',
      label: 'Messaging Service',
      where: 'Only if you send through one: its SID begins with MG.',
      optional: true,
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
  registers: false,
  templates: true,
  sendsAgain: false,
};
