/** Says in words what a webhook brings and what a request to a provider is for, whoever the provider is. */
import { describeGreenRequest, describeGreenWebhook } from './describe-green';
import { describeMetaRequest, describeMetaWebhook } from './describe-meta';
import { describeTelegramRequest, describeTelegramWebhook } from './describe-telegram';
import { describeTwilioRequest, describeTwilioWebhook } from './describe-twilio';
import type { Described } from './described';
import { fieldsOf } from './fields-of';

/** `Amina Yusuf: Link`, `Report: read`, `Batch of 5`; what it does not know is just a webhook. */
export function describeWebhook(body: string): string {
  const json = fieldsOf(body);
  if (json.typeWebhook) return describeGreenWebhook(json);
  if (json.update_id) return describeTelegramWebhook(json);
  if (json.object) return describeMetaWebhook(json);
  const form = new URLSearchParams(body);
  return form.has('MessageSid') ? describeTwilioWebhook(form) : 'A webhook';
}

/** Goes by the address: each provider has its own. */
export function describeRequest({ url, body }: { url: string; body: string }): Described {
  if (/^https:\/\/(api|content)\.twilio\.com\//.test(url)) return describeTwilioRequest(url, body);
  const [, called] = /^https:\/\/api\.telegram\.org\/bot[^/]+\/(\w+)/.exec(url) ?? [];
  if (called) return describeTelegramRequest(called, fieldsOf(body));
  const [, method] = /\/waInstance\d+\/(\w+)\//.exec(url) ?? [];
  return method
    ? describeGreenRequest(method, fieldsOf(body))
    : describeMetaRequest(fieldsOf(body));
}
