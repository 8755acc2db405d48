/** Green-API: the provider's interface in the words of its gateway to WhatsApp Web. */
import type { Address, Body, Reason } from '../../program/model';
import { httpReason } from '../http-reason';
import { jsonPost, object, parseObject, string } from '../json';
import { asPlainText } from '../plain-text';
import type { HttpAnswer, HttpRequest, Provider } from '../provider';
import { readGreenWebhook } from './webhook';

export interface GreenAccount {
  /** As the console shows it, for example https://7103.api.greenapi.com. */
  apiUrl: string;
  instance: string;
  token: string;
}

const LIMITS = { text: 20_000, card: 4096, button: 300, window: Number.POSITIVE_INFINITY };

/** A preview's address may have so many characters; without one it is that of the link in the text. */
const LONGEST_PREVIEW_LINK = 300;

/** Numbers that `checkWhatsapp` takes; a shorter one is refused every time. */
const CHECKED_NUMBER = /^\d{11,16}$/;

/** One instance of Green-API: no window, no templates, no buttons that could be relied upon. */
export function greenProvider(account: GreenAccount): Provider {
  return {
    limits: LIMITS,
    read: (request) => readGreenWebhook(request, account.instance),
    write: ({ to, body }) =>
      call(account, 'sendMessage', { chatId: chatOf(to), ...greenMessage(body) }),
    identify: ({ waId = '', userId }) =>
      CHECKED_NUMBER.test(waId) && !isLid(userId)
        ? call(account, 'checkWhatsapp', { phoneNumber: Number(waId) })
        : null,
    identified: ({ body }) => {
      const chatId = string(parseObject(body).chatId);
      return isLid(chatId) ? chatId : null;
    },
    seen: (messageKey, typing) => {
      const [idMessage, chatId] = messageKey.split(' ');
      return typing
        ? call(account, 'sendTyping', { chatId, typingTime: 5000 })
        : call(account, 'readChat', { chatId, idMessage });
    },
    judge: (answer) =>
      answer.status === 200 && parseObject(answer.body).idMessage
        ? { accepted: true }
        : { accepted: false, reason: greenReason(answer, account.token) },
  };
}

/**
 * The request that has Green-API send its webhooks here: messages, what the owner writes, and the instance's states. Once it is answered
 * with `{"saveSettings": true}` it comes into force within five minutes.
 */
export function greenSettings(account: GreenAccount, webhookUrl: string): HttpRequest {
  return call(account, 'setSettings', {
    webhookUrl,
    webhookUrlToken: '',
    incomingWebhook: 'yes',
    stateWebhook: 'yes',
    outgoingWebhook: 'no',
    // What the owner writes on the phone: the bot keeps out of that chat for a while.
    outgoingMessageWebhook: 'yes',
    outgoingAPIMessageWebhook: 'no',
  });
}

function call(
  { apiUrl, instance, token }: GreenAccount,
  method: string,
  body: object,
): HttpRequest {
  return jsonPost(`${apiUrl}/waInstance${instance}/${method}/${token}`, body);
}

/** WhatsApp is giving up the chats that are named by numbers. An id of another provider's names no chat here. */
function chatOf({ waId, userId }: Address): string | undefined {
  return waId && !isLid(userId) ? `${waId}@c.us` : userId;
}

function isLid(id: string | undefined): boolean {
  return /^\d+@lid$/.test(id ?? '');
}

/** A card is a text with the link's preview for a button; a template's wording is not known here, its values are. */
function greenMessage(body: Body): object {
  const message =
    body.kind === 'template' ? body.values.join('\n') : asPlainText(body, LIMITS.text);
  if (body.kind !== 'card') return { message, linkPreview: false };
  const link = body.url.length <= LONGEST_PREVIEW_LINK && { link: body.url };
  return { message, linkPreview: true, customPreview: { title: body.button, ...link } };
}

const PAY = 'Open the instance in Green-API’s console: extend it, or take a larger plan.';

/**
 * Green-API's refusals go by HTTP status, but for two with 400, and for the plan's limit of requests.
 *
 * @param token stands in every address, and so may stand in a refusal
 */
function greenReason({ status, body }: HttpAnswer, token: string): Reason {
  const { message, invokeStatus } = parseObject(body);
  // Some of its refusals are plain text.
  const said = string(message) || (status === 400 ? body.slice(0, 200) : '');
  const reason = httpReason('Green-API', status, said.replace(token, '•••'));
  const usedUp = /EXCEEDED/.test(string(object(invokeStatus).status));
  if (/starting/.test(said)) reason.meaning = 'later';
  else if (usedUp) return { ...reason, meaning: 'broken', toDo: PAY, unpaid: true };
  else if (/not authorized/.test(said)) reason.meaning = 'broken';
  return reason;
}
