/** Meta's Cloud API: the provider's interface in Meta's words. */
import type { Body, Outgoing } from '../../program/model';
import { httpReason } from '../http-reason';
import { jsonPost, object, parseObject, string } from '../json';
import { asPlainText } from '../plain-text';
import type { HttpAnswer, HttpRequest, Provider, Verdict } from '../provider';
import { sayDifferent } from '../titles';
import { metaReason } from './errors';
import { readMetaWebhook } from './webhook';

interface MetaAccount {
  phoneNumberId: string;
  graphVersion: string;
  token: string;
}

const LIMITS = { text: 4096, card: 1024, button: 20, window: 24 * 60 * 60 * 1000 };

/** The Cloud API for one phone number. */
export function metaProvider(account: MetaAccount): Provider {
  const { graphVersion, phoneNumberId, token } = account;
  const post = (body: object): HttpRequest =>
    jsonPost(
      `https://graph.facebook.com/${graphVersion}/${phoneNumberId}/messages`,
      { messaging_product: 'whatsapp', ...body },
      { Authorization: `Bearer ${token}` },
    );
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
function metaMessage(message: Outgoing): object {
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
      return text(body.text);
    case 'card':
      return interactive('cta_url', body.text, {
        name: 'cta_url',
        parameters: { display_text: body.button, url: body.url },
      });
    case 'choices':
      if (!sayDifferent(body.buttons)) return text(asPlainText(body, LIMITS.text));
      return interactive('button', body.text, {
        buttons: body.buttons.map((reply) => ({ type: 'reply', reply })),
      });
    case 'template':
      return { type: 'template', template: template(body) };
  }
}

function text(body: string): object {
  return { type: 'text', text: { body, preview_url: false } };
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

function judgeMetaAnswer({ status, body }: HttpAnswer): Verdict {
  const answer = parseObject(body);
  if (status === 200 && Array.isArray(answer.messages)) return { accepted: true };
  const { code, message, error_user_msg, error_data } = object(answer.error);
  const details = string(object(error_data).details);
  const reason =
    typeof code === 'number'
      ? metaReason(code, string(error_user_msg) || string(message), details)
      : httpReason('WhatsApp', status);
  return { accepted: false, reason };
}
