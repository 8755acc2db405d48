/** Twilio in the list of providers. */
import { FREE_A_MONTH, type ProviderEntry } from '../entry';
import { parseObject } from '../json';
import { twilioProvider } from './twilio';
import { readTwilioWebhook } from './webhook';

/** The Script Property with the `Authorization` header. */
export const TWILIO_AUTHORIZATION = 'twilioAuthorization';

/** The Script Property with the SIDs of the content templates, as JSON. */
export const TWILIO_TEMPLATES = 'twilioTemplates';

export const TWILIO: ProviderEntry = {
  id: 'twilio',
  name: 'Twilio',
  freeAMonth: FREE_A_MONTH,
  posts: ({ parameter }) => !!parameter.AccountSid,
  peek: (request) => readTwilioWebhook(request, null, '', 0),
  create: ({ settings, stored, webhookUrl, now }) =>
    twilioProvider({
      accountSid: settings.twilioAccount,
      authorization: stored[TWILIO_AUTHORIZATION] ?? '',
      sender: settings.twilioSender || settings.businessNumber,
      webhookUrl,
      templates: parseObject(stored[TWILIO_TEMPLATES] ?? '') as Record<string, string>,
      now,
    }),
};
