/** Telegram's Bot API: the bot's token stands in every address, so no address may be shown. */
import { jsonPost } from '../json';
import type { HttpRequest } from '../provider';

const API = 'https://api.telegram.org/bot';

/** A token as @BotFather writes it, wherever it stands in his message. */
const TOKEN = /\d{5,16}:[\w-]{30,64}/;

/** A call of one of its methods. */
export function telegramCall(token: string, method: string, fields: object): HttpRequest {
  return jsonPost(`${API}${token}/${method}`, fields);
}

/** The token in what the owner pasted; null when there is none. */
export function tokenIn(typed: string): string | null {
  return TOKEN.exec(typed)?.[0] ?? null;
}
