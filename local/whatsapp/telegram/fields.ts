/** Reads the parameters of Telegram's methods as strictly as its documentation, and refuses what it does not name. */
import { header, type OutsideRequest } from '../outside';
import type { Bubble } from '../standin';
import type { TelegramWebhook } from './bot';
import { DEFAULT_UPDATES } from './bot';
import { badRequest } from './errors';

export type Json = Record<string, unknown>;

/** A valid `sendMessage`. */
interface TelegramMessage {
  chatId: number;
  bubble: Pick<Bubble, 'kind' | 'text' | 'link' | 'buttons'>;
}

const MESSAGE = ['chat_id', 'text', 'link_preview_options', 'reply_markup'];
const ACTIONS = ['typing', 'upload_photo', 'record_voice', 'find_location', 'choose_sticker'];

/** The request's parameters, as JSON. */
export function jsonOf(request: OutsideRequest): Json {
  if (!request.body) return {};
  const isJson = header(request, 'content-type').startsWith('application/json');
  try {
    const body: unknown = isJson && JSON.parse(request.body);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // As below.
  }
  throw badRequest("can't parse JSON object");
}

/** @throws TelegramError 400 in Telegram's words */
export function readTelegramMessage(body: Json): TelegramMessage {
  only(body, MESSAGE);
  const chatId = readChatId(body);
  const text = textOf(body.text);
  if (!text.trim()) throw badRequest('message text is empty');
  if (text.length > 4096) throw badRequest('message is too long');
  const buttons = readKeyboard(body.reply_markup);
  const link = buttons.find(({ url }) => url);
  const pressed = buttons.filter(({ url }) => !url);
  return {
    chatId,
    bubble: {
      kind: pressed.length ? 'choices' : link ? 'card' : 'text',
      text,
      ...(link && { link: { title: link.text, url: link.url ?? '' } }),
      ...(pressed.length && {
        buttons: pressed.map(({ text: title, data }) => ({ id: data ?? '', title })),
      }),
    },
  };
}

function readChatId({ chat_id: chat }: Json): number {
  if (chat === undefined || chat === '') throw badRequest('chat_id is empty');
  const number = typeof chat === 'string' ? Number(chat) : chat;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw badRequest('chat not found');
  return number;
}

/** `sendChatAction`. */
export function readAction(body: Json): number {
  only(body, ['chat_id', 'action']);
  if (!ACTIONS.includes(textOf(body.action))) {
    throw badRequest('wrong parameter action in request');
  }
  return readChatId(body);
}

/** `setWebhook`; an empty address removes the webhook. */
export function readWebhook(body: Json): TelegramWebhook & { drop: boolean } {
  only(body, ['url', 'allowed_updates', 'max_connections', 'drop_pending_updates', 'secret_token']);
  const { url = '', allowed_updates: allowed = DEFAULT_UPDATES, max_connections: max = 40 } = body;
  if (typeof url !== 'string') throw badRequest('bad webhook: invalid URL');
  if (url && !/^https:\/\//.test(url)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (!Array.isArray(allowed) || !allowed.every((one) => typeof one === 'string')) {
    throw badRequest("can't parse allowed updates");
  }
  if (!(Number(max) >= 1 && Number(max) <= 100)) throw badRequest('MAX_CONNECTIONS_INVALID');
  if (body.secret_token !== undefined && !/^[\w-]{1,256}$/.test(textOf(body.secret_token))) {
    throw badRequest('secret token contains unallowed characters');
  }
  return { url, allowed, max: Number(max), drop: body.drop_pending_updates === true };
}

/** `setMyCommands`. */
export function readCommands(body: Json): { command: string; description: string }[] {
  only(body, ['commands', 'scope', 'language_code']);
  const { commands } = body;
  if (!Array.isArray(commands) || commands.length > 100) {
    throw badRequest("can't parse commands");
  }
  return commands.map((one: Json) => {
    const { command, description } = one;
    if (!/^[a-z0-9_]{1,32}$/.test(textOf(command))) throw badRequest('BOT_COMMAND_INVALID');
    const length = textOf(description).length;
    if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command: textOf(command), description: textOf(description) };
  });
}

export function only(body: Json, names: readonly string[]): void {
  const stranger = Object.keys(body).find((name) => !names.includes(name));
  if (stranger) throw badRequest(`parameter "${stranger}" is not known here`);
}

interface Key {
  text: string;
  url?: string;
  data?: string;
}

function readKeyboard(markup: unknown): Key[] {
  if (markup === undefined) return [];
  const { inline_keyboard: rows } = (markup ?? {}) as Json;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('object expected as reply markup');
  }
  return rows.flat().map(readKey);
}

function readKey(button: Json): Key {
  only(button, ['text', 'url', 'callback_data']);
  const text = textOf(button.text);
  if (!text.trim())
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed");
  const { url, callback_data: data } = button;
  if ((url === undefined) === (data === undefined)) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed");
  }
  if (url !== undefined) return { text, url: readUrl(textOf(url)) };
  const bytes = new TextEncoder().encode(textOf(data)).length;
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  return { text, data: textOf(data) };
}

function readUrl(url: string): string {
  const wrong = () => badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  if (!/^(https?|tg):\/\/[^\s/]+/.test(url) || url.length > 2048) throw wrong();
  try {
    const { hostname, searchParams } = new URL(url);
    const start = searchParams.get('start');
    const isStart = hostname === 't.me' && start !== null;
    if (isStart && !/^[A-Za-z0-9_-]{1,64}$/.test(start)) throw wrong();
  } catch {
    throw wrong();
  }
  return url;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
