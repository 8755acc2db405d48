/** Twilio's webhooks and requests in words. */
import type { Described } from './described';
import { fieldsOf } from './fields-of';

export function describeTwilioWebhook(form: URLSearchParams): string {
  const status = form.get('MessageStatus');
  if (status) return `Report: ${status}`;
  const name = form.get('ProfileName') || form.get('From');
  return `${name}: ${form.get('Body') || `(${form.get('MessageType')})`}`;
}

export function describeTwilioRequest(url: string, body: string): Described {
  const { friendly_name } = fieldsOf(body);
  if (friendly_name) return { what: `Content template “${String(friendly_name)}”`, to: '' };
  if (!url.endsWith('/Messages.json')) return { what: 'A request', to: '' };
  const form = new URLSearchParams(body);
  // The first variable of the program's own templates is the text; an approved one has its own.
  const variables = fieldsOf(form.get('ContentVariables') ?? '');
  const what = form.get('Body') ?? String(variables[1] ?? `Template ${form.get('ContentSid')}`);
  return { what, to: (form.get('To') ?? '').replace('whatsapp:', '') };
}
