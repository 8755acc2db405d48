/** Telegram's updates and requests in words. */
import type { Described } from './described';
import { type Looked, record } from './fields-of';

export function describeTelegramWebhook(body: Looked): string {
  if (body.message) {
    const message = record(body.message);
    const said = message.text ?? message.caption ?? '(no text)';
    return `${nameOf(message.from)}: ${String(said)}`;
  }
  if (body.callback_query) {
    const query = record(body.callback_query);
    return `${nameOf(query.from)} presses ${String(query.data)}`;
  }
  const { from, new_chat_member: member } = record(body.my_chat_member);
  if (!member) return 'A webhook';
  const does = record(member).status === 'kicked' ? 'blocks' : 'unblocks';
  return `${nameOf(from)} ${does} the bot`;
}

function nameOf(user: unknown): string {
  const { first_name: first, last_name: last } = record(user);
  return [first, last].filter(Boolean).join(' ');
}

export function describeTelegramRequest(method: string, body: Looked): Described {
  if (method === 'sendMessage') return { what: String(body.text), to: String(body.chat_id) };
  if (method === 'sendChatAction') return { what: 'Typing…', to: '' };
  return { what: method === 'answerCallbackQuery' ? 'Saw the button' : method, to: '' };
}
