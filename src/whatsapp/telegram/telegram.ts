/** Telegram: the provider's interface in the words of its Bot API. No window, no templates, no reports. */
import type { Address, Body } from '../../program/model';
import { object, parseObject } from '../json';
import { asPlainText } from '../plain-text';
import type { HttpRequest, Provider } from '../provider';
import { sayDifferent } from '../titles';
import { telegramCall } from './api';
import { telegramReason } from './errors';
import { chatOf, queryOf } from './keys';
import { readTelegramWebhook } from './webhook';

interface TelegramBot {
  token: string;
  now(): number;
}

const LIMITS = { text: 4096, card: 4096, button: 64, window: Number.POSITIVE_INFINITY };

/** So many bytes the data of a button may have: an answer of the owner's own is named by its words. */
const LONGEST_DATA = 64;

/** One bot. */
export function telegramProvider({ token, now }: TelegramBot): Provider {
  const call = (method: string, fields: object): HttpRequest => telegramCall(token, method, fields);
  return {
    limits: LIMITS,
    read: (request) => readTelegramWebhook(request, now()),
    write: ({ to, body }) =>
      call('sendMessage', {
        chat_id: chatIdOf(to),
        ...telegramMessage(body),
        link_preview_options: { is_disabled: true },
      }),
    // Nobody sees whether a bot has read a message.
    seen: (messageKey, typing) =>
      typing ? call('sendChatAction', { chat_id: chatOf(messageKey), action: 'typing' }) : null,
    pressed: (messageKey) => {
      const query = queryOf(messageKey);
      return query ? call('answerCallbackQuery', { callback_query_id: query }) : null;
    },
    judge: (answer) => {
      const { ok, result } = parseObject(answer.body);
      return answer.status === 200 && ok === true && object(result).message_id
        ? { accepted: true }
        : { accepted: false, reason: telegramReason(answer) };
    },
  };
}

/** A row of the days with another provider names no chat: Telegram refuses the empty one. */
function chatIdOf({ userId = '' }: Address): number | string {
  const [, id] = /^tg:(\d+)$/.exec(userId) ?? [];
  return id ? Number(id) : '';
}

/** A template's wording is not known here, its values are. */
function telegramMessage(body: Body): object {
  if (body.kind === 'template') return { text: body.values.join('\n') };
  const rows = buttonsOf(body);
  if (!rows.length || body.kind === 'text') return { text: asPlainText(body, LIMITS.text) };
  return { text: body.text, reply_markup: { inline_keyboard: rows.map((button) => [button]) } };
}

/** The buttons as Telegram has them; none where the words have to stand in the text. */
function buttonsOf(body: Exclude<Body, { kind: 'template' }>): object[] {
  if (body.kind === 'card') return [{ text: body.button, url: body.url }];
  if (body.kind === 'text' || !sayDifferent(body.buttons)) return [];
  if (body.buttons.some(({ id }) => bytesOf(id) > LONGEST_DATA)) return [];
  return body.buttons.map(({ id, title }) => ({ text: title, callback_data: id }));
}

function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%../g, '_').length;
}
