/** Builders of Telegram's updates, in the forms of its documentation. */
import type { PersonOnPhone } from '../standin';
import { telegramIdOf } from './bot';

/** Somebody as an update names them. */
export interface TelegramPerson {
  id: number;
  name: string;
  username?: string;
}

export function telegramPerson(person: PersonOnPhone): TelegramPerson {
  const { name, username } = person;
  return { id: telegramIdOf(person), name, ...(username && { username }) };
}

/** Somebody wrote to the bot, in a chat with it alone. */
export function messageUpdate(id: number, from: TelegramPerson, at: number, content: object) {
  return { update_id: id, message: { ...about(id, from, at), ...content } };
}

/** They changed what they had written. */
export function editedUpdate(id: number, from: TelegramPerson, at: number, text: string) {
  const edit_date = seconds(at);
  return { update_id: id, edited_message: { ...about(id, from, at), edit_date, text } };
}

/** Somebody wrote in a group that the bot is in. */
export function groupUpdate(id: number, from: TelegramPerson, at: number, content: object) {
  const chat = { id: -1_001_000_000_001, type: 'supergroup', title: 'Bakers' };
  return { update_id: id, message: { ...about(id, from, at), chat, ...content } };
}

/** A group became a supergroup. */
export function migratedUpdate(id: number, from: TelegramPerson, at: number) {
  const chat = { id: -1001, type: 'group', title: 'Bakers' };
  const migrate_to_chat_id = -1_001_000_000_001;
  return { update_id: id, message: { ...about(id, from, at), chat, migrate_to_chat_id } };
}

/** A post in a channel that the bot is in: nobody is named. */
export function channelUpdate(id: number, at: number, text: string) {
  const chat = { id: -1_001_000_000_002, type: 'channel', title: 'News' };
  return { update_id: id, channel_post: { message_id: id, date: seconds(at), chat, text } };
}

/** Somebody pressed a button below a message of the bot's. */
export function pressedUpdate(
  id: number,
  from: TelegramPerson,
  pressed: { query: string; data: string; message: object },
) {
  const { query, data, message } = pressed;
  return {
    update_id: id,
    callback_query: { id: query, from: user(from), message, chat_instance: '42', data },
  };
}

/** A person blocked the bot, or took that back. */
export function memberUpdate(
  id: number,
  from: TelegramPerson,
  at: number,
  status: 'kicked' | 'member',
) {
  const bot = { id: 110201543, is_bot: true, first_name: 'The Corner Bakery' };
  const before = status === 'kicked' ? 'member' : 'kicked';
  const until = (one: string) => (one === 'kicked' ? { until_date: 0 } : {});
  return {
    update_id: id,
    my_chat_member: {
      chat: chatOf(from),
      from: user(from),
      date: seconds(at),
      old_chat_member: { user: bot, status: before, ...until(before) },
      new_chat_member: { user: bot, status, ...until(status) },
    },
  };
}

/** A text with what Telegram marks in it. */
export function textContent(text: string): object {
  const marked = [
    ...[...text.matchAll(/^\/\w+(@\w+)?/g)].map((one) => entity('bot_command', one)),
    ...[...text.matchAll(/https?:\/\/\S+/g)].map((one) => entity('url', one)),
  ];
  return { text, ...(marked.length && { entities: marked }) };
}

/** A message of the bot's with its buttons, as it comes back with a press. */
export function messageOf(
  id: number,
  to: TelegramPerson,
  at: number,
  text: string,
  buttons: readonly { id: string; title: string }[],
): object {
  const bot = { id: 110201543, is_bot: true, first_name: 'The Corner Bakery' };
  const rows = buttons.map((one) => [{ text: one.title, callback_data: one.id }]);
  const reply_markup = { inline_keyboard: rows };
  return { message_id: id, from: bot, chat: chatOf(to), date: seconds(at), text, reply_markup };
}

function entity(type: string, found: RegExpMatchArray): object {
  return { type, offset: found.index ?? 0, length: found[0].length };
}

function about(id: number, from: TelegramPerson, at: number) {
  return { message_id: id, from: user(from), chat: chatOf(from), date: seconds(at) };
}

function user({ id, name, username }: TelegramPerson) {
  const [first_name = '', ...rest] = name.split(' ');
  const last_name = rest.join(' ');
  return {
    id,
    is_bot: false,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
    language_code: 'en',
  };
}

function chatOf(person: TelegramPerson) {
  const { id, first_name, last_name, username } = user(person);
  return {
    id,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
    type: 'private',
  };
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}
