/** Webhooks as Apps Script shows them: the query, and a form's fields, in one `parameter`. */
import type { WebhookRequest } from '../../src/whatsapp/provider';

export const WEBHOOK = 'https://script.google.com/macros/s/AKfy/exec?key=hush';

export function webhook(posting: {
  body: string;
  contentType: string;
  url?: string;
}): WebhookRequest {
  const { body, contentType, url = WEBHOOK } = posting;
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  const fields = [...new URL(url).searchParams, ...(isForm ? new URLSearchParams(body) : [])];
  return { contentType, body, parameter: Object.fromEntries(fields.reverse()) };
}

export const json = (body: object) =>
  webhook({ body: JSON.stringify(body), contentType: 'application/json' });
