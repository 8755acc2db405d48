/** Meta's Cloud API: the provider's interface in Meta's words. */
import type { Body, Outgoing } from '../program/model';
import { metaReason } from './meta-errors';
import { readMetaWebhook } from './meta-webhook';
import type { HttpAnswer, HttpRequest, Provider, Verdict } from './provider';

export interface MetaAccount {
  phoneNumberId: string;
  graphVersion: string;
  token: string;
}

const LIMITS = { text: 4096, card: 1024, button: 20 };

/** The Cloud API for one phone number. */
export function metaProvider(account: MetaAccount): Provider {
  const post = (body: object): HttpRequest => ({
    url: `https://graph.facebook.com/${account.graphVersion}/${account.phoneNumberId}/messages`,
    method: 'post',
    contentType: 'application/json',
    headers: { Authorization: `Bearer ${account.token}` },
    payload: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
  });
  return {
    limits: LIMITS,
    read: (request) => readMetaWebhook(request.body, account.phoneNumberId),
    write: (message) => post(metaMessage(message)),
    seen: (messageId, typing) =>
      post({
        status: 'read',
        message_id: messageId,
        ...(typing && { typing_indicator: { type: 'text' } }),
      }),
    judge: judgeMetaAnswer,
  };
}

/** A message as Meta takes it, but for the fields that every request has. */
export function metaMessage(message: Outgoing): object {
  const { waId, userId } = message.to;
  return {
    recipient_type: 'individual',
    // Without the + Meta may put the business's own country code in front; an id in `to` is silently dropped.
    ...(waId ? { to: `+${waId}` } : { recipient: userId }),
    biz_opaque_callback_data: message.ref,
    ...metaBody(message.body),
  };
}

function metaBody(body: Body): object {
  switch (body.kind) {
    case 'text':
      return { type: 'text', text: { body: body.text, preview_url: false } };
    case 'card':
      return interactive('cta_url', body.text, {
        name: 'cta_url',
        parameters: { display_text: body.button, url: body.url },
      });
    case 'choices':
      return interactive('button', body.text, {
        buttons: body.buttons.map((reply) => ({ type: 'reply', reply })),
      });
    case 'template':
      return { type: 'template', template: template(body) };
  }
}

function interactive(type: string, text: string, action: object): object {
  return { type: 'interactive', interactive: { type, body: { text }, action } };
}

function template({ name, language, values }: Extract<Body, { kind: 'template' }>): object {
  const parameters = values.map((text) => ({ type: 'text', text }));
  return {
    name,
    language: { code: language },
    components: parameters.length ? [{ type: 'body', parameters }] : [],
  };
}

function judgeMetaAnswer(answer: HttpAnswer): Verdict {
  const parsed = parse(answer.body);
  if (answer.status === 200 && Array.isArray(parsed?.messages)) return { accepted: true };
  const error = parsed?.error;
  if (error && typeof error.code === 'number') {
    return { accepted: false, reason: metaReason(error.code, String(error.message ?? '')) };
  }
  if (answer.status === 0) return notAccepted('unknown', 'WhatsApp did not answer');
  if (answer.status === 429) return notAccepted('later', 'WhatsApp asked for a pause (HTTP 429)');
  if (answer.status >= 500) return notAccepted('later', `WhatsApp is down (HTTP ${answer.status})`);
  // A success whose body cannot be read: the message may well have gone.
  if (answer.status === 200) return notAccepted('unknown', 'WhatsApp’s answer was unreadable');
  return notAccepted('refused', `WhatsApp answered HTTP ${answer.status}`);
}

function notAccepted(meaning: 'later' | 'unknown' | 'refused', text: string): Verdict {
  return { accepted: false, reason: { meaning, text } };
}

function parse(
  body: string,
): { messages?: unknown; error?: { code?: unknown; message?: unknown } } | null {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
