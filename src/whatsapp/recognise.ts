/** Whose webhook a request is that the connected provider did not know: only to say so to the owner. */
import { parseObject } from './json';
import type { WebhookRequest } from './provider';

const NAMES: Record<string, string> = {
  meta: 'Meta',
  '360dialog': '360dialog',
  twilio: 'Twilio',
  green: 'Green-API',
};

/**
 * What is wrong with a webhook that could not be read, in words for the owner.
 *
 * @param connected the provider of the setting *Provider*
 */
export function strangerIn(request: WebhookRequest, connected: string): string {
  const from = senderOf(request);
  const who = NAMES[connected];
  if (from === connected) return `A ${who} message arrived that is for another account`;
  return `${from ? `A ${NAMES[from]}` : 'An unknown'} message arrived, but ${who} is connected`;
}

/** By a field that all of a provider's webhooks have; 360dialog's are Meta's. */
function senderOf({ parameter, body }: WebhookRequest): string {
  if (parameter.AccountSid) return 'twilio';
  const { object, typeWebhook } = parseObject(body);
  return object === 'whatsapp_business_account' ? 'meta' : typeWebhook ? 'green' : '';
}
