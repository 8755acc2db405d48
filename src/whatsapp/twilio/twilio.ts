/** Twilio: the provider's interface in Twilio's words. */
import type { Body, Outgoing } from '../../program/model';
import { httpReason } from '../http-reason';
import { parseObject, string } from '../json';
import { asPlainText } from '../plain-text';
import type { HttpAnswer, Provider, Verdict } from '../provider';
import { sayDifferent } from '../titles';
import { type Buttons, contentKey, contentVariables, LINK } from './content';
import { twilioReason } from './errors';
import { readTwilioWebhook } from './webhook';

export interface TwilioAccount {
  /** AC… */
  accountSid: string;
  /** The finished header: `Basic ` and the base64 of `<account SID>:<auth token>`. */
  authorization: string;
  /** The WhatsApp number, or the SID of a Messaging Service (MG…). */
  sender: string;
  /** The webhook's address with `?key=…`, for the reports of every message; '' while it is not known. */
  webhookUrl: string;
  /** The SIDs of the account's content templates by `contentKey`. */
  templates: Record<string, string>;
  now(): number;
}

/** A card's text: 640 is all that Twilio's page on `twilio/call-to-action` is sure of. */
const LIMITS = { text: 1600, card: 640, button: 20, window: 24 * 60 * 60 * 1000 };

/** The longest value of a template's variable. */
const LONGEST_VARIABLE = 1600;

/** WhatsApp over one Twilio account. */
export function twilioProvider(account: TwilioAccount): Provider {
  const { accountSid, sender, authorization } = account;
  // A Messaging Service may have many numbers.
  const number = sender.startsWith('MG') ? '' : sender.replace(/\D/g, '');
  const from = number ? { From: `whatsapp:+${number}` } : { MessagingServiceSid: sender };
  return {
    limits: LIMITS,
    read: (request) => readTwilioWebhook(request, accountSid, number, account.now()),
    write: (message) => ({
      url: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`,
      method: 'post',
      contentType: 'application/x-www-form-urlencoded',
      headers: { Authorization: authorization },
      payload: encodeForm({ ...from, ...twilioMessage(message, account) }),
    }),
    // Twilio can mark nothing as read; its “typing…” is a beta of their own.
    seen: () => null,
    judge: judgeTwilioAnswer,
  };
}

function twilioMessage(
  { to, body, ref }: Outgoing,
  { webhookUrl, templates }: TwilioAccount,
): Record<string, string> {
  return {
    To: `whatsapp:${to.waId ? `+${to.waId}` : to.userId}`,
    ...content(body, templates),
    ...(webhookUrl && {
      StatusCallback: `${webhookUrl}&ref=${ref}${body.kind === 'template' ? '&template=1' : ''}`,
    }),
  };
}

/** Buttons need a content template; while there is none for them, or they do not fit into one, they are a text. */
function content(body: Body, templates: Record<string, string>): Record<string, string> {
  if (body.kind === 'template') {
    const variables = body.values.map((value, index) => [index + 1, value]);
    return withTemplate(body.name, Object.fromEntries(variables));
  }
  const sid = body.kind !== 'text' && fits(body) && templates[contentKey(body)];
  return sid ? withTemplate(sid, contentVariables(body)) : { Body: asPlainText(body, LIMITS.text) };
}

function fits(body: Buttons): boolean {
  if (body.kind === 'choices') return sayDifferent(body.buttons);
  return body.url.startsWith(LINK) && body.url.length <= LONGEST_VARIABLE;
}

function withTemplate(sid: string, variables: Record<string, string>): Record<string, string> {
  const json = JSON.stringify(variables);
  return { ContentSid: sid, ...(json !== '{}' && { ContentVariables: json }) };
}

function judgeTwilioAnswer({ status, body }: HttpAnswer): Verdict {
  const { sid, code, message } = parseObject(body);
  if (status === 201 && sid) return { accepted: true };
  const own = typeof code === 'number' && status < 500;
  const reason = own ? twilioReason(code, string(message)) : httpReason('Twilio', status);
  return { accepted: false, reason };
}

function encodeForm(form: Record<string, string>): string {
  return Object.entries(form)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
