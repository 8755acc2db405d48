/** Connecting Twilio; the buttons of messages need templates, which are made here once. */

import { contentKey, contentRequest } from '../../../../whatsapp/twilio/content';
import { everyButtons } from '../../../../whatsapp/twilio/templates';
import { twilioProvider } from '../../../../whatsapp/twilio/twilio';
import type { Values } from '../../../wire';
import { OWN_NUMBER, type ProviderChoice } from './choice';

const AUTHORIZATION = '{twilioAuthorization}';

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
      kept: (token, values) => `Basic ${btoa(`${values['Twilio account SID']}:${token}`)}`,
    },
    {
      name: 'Twilio sender',
      kind: 'setting',
      label: 'Messaging Service',
      where: 'Only if you send through one: its SID begins with MG.',
      optional: true,
    },
  ],
  byHand:
    'console.twilio.com → Messaging → Senders → WhatsApp senders → your number: paste the address as “Webhook URL for incoming messages”, method POST. In the sandbox: Messaging → Try it out → Send a WhatsApp message → Sandbox settings → “When a message comes in”; everybody first has to send the sandbox its join message.',
  async account(ask, values) {
    const sid = values['Twilio account SID'];
    const account = await ask({
      url: `https://api.twilio.com/2010-04-01/Accounts/${sid}.json`,
      headers: { Authorization: AUTHORIZATION },
    });
    return { name: String(account.friendly_name ?? ''), number: '', quality: '' };
  },
  async prepare(ask, settings, { twilioTemplates }) {
    const templates = templatesIn(twilioTemplates);
    for (const body of everyButtons(settings)) {
      const key = contentKey(body);
      templates[key] ||= String((await ask(contentRequest(body, AUTHORIZATION))).sid ?? '');
    }
    return { twilioTemplates: JSON.stringify(templates) };
  },
  provider: (settings, { twilioTemplates }, webhookUrl) =>
    twilioProvider({
      accountSid: settings.twilioAccount,
      authorization: AUTHORIZATION,
      sender: settings.twilioSender || settings.businessNumber,
      webhookUrl,
      templates: templatesIn(twilioTemplates),
      now: Date.now,
    }),
};

function templatesIn(text: string | undefined): Values {
  try {
    return JSON.parse(text ?? '') ?? {};
  } catch {
    return {};
  }
}
