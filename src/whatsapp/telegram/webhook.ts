/** Takes Telegram's webhook apart: one update, of a chat with one person; groups and channels are left alone. */
import { buttonId } from '../../program/intent';
import type { Contact, Message, Preference } from '../../program/model';
import { cardFrom, contactFrom } from '../contact';
import { type Json, milliseconds, object, parseObject, string } from '../json';
import { messageText } from '../message-text';
import { NotReadable, type WebhookRequest } from '../provider';
import { keyOfUpdate } from './keys';

/** What is a message to the business; stickers, polls, dice and what Telegram itself notes want no answer. */
const ANSWERABLE = [
  'text',
  'photo',
  'video',
  'video_note',
  'voice',
  'audio',
  'document',
  'animation',
  'location',
  'venue',
  'contact',
];

/** The commands of the bot's menu; `/start` and `/help` are no button. */
const MENU = ['link', 'referrals', 'inviter', 'rewards', 'stop'] as const;

/**
 * @param now for a pressed button: Telegram does not say when it was pressed
 * @throws {NotReadable} when it is none of Telegram's
 */
export function readTelegramWebhook(
  { body }: WebhookRequest,
  now: number,
): (Message | Preference)[] {
  const update = parseObject(body);
  const { update_id: id } = update;
  if (typeof id !== 'number' || !Number.isInteger(id)) throw new NotReadable();
  if (update.message) return readMessage(id, object(update.message));
  if (update.callback_query) return readPressed(id, object(update.callback_query), now);
  if (update.my_chat_member) return readMember(id, object(update.my_chat_member));
  return [];
}

function readMessage(id: number, message: Json): Message[] {
  const at = milliseconds(message.date);
  const person = personIn(message.chat, message.from);
  if (!at || !person) return [];
  const key = keyOfUpdate(id, person.chat);
  const answerable = ANSWERABLE.some((field) => message[field] !== undefined);
  const text = messageText(message.text ?? message.caption);
  const card = cardIn(object(message.contact));
  return [
    { kind: 'message', key, at, from: person.from, text, ...commandIn(text), ...card, answerable },
  ];
}

/** Whoever has Telegram is known there by the user's number, not by the phone's. */
function cardIn({ user_id, phone_number, first_name, last_name }: Json): Pick<Message, 'card'> {
  const id = typeof user_id === 'number' ? `tg:${user_id}` : undefined;
  const name = [string(first_name), string(last_name)].filter(Boolean).join(' ');
  return cardFrom([id, string(phone_number)], name);
}

/** `/start <code>` is what a referral link sends; the other commands are buttons of the menu. */
function commandIn(text: string): Pick<Message, 'start' | 'button'> {
  const [, word = '', rest = ''] = /^\/(\w+)(?:@\w+)?(?:\s+(\S.*))?\s*$/.exec(text) ?? [];
  const command = word.toLowerCase();
  if (command === 'start') return { start: rest.trim() };
  if (command === 'help') return { start: '' };
  const known = MENU.find((one) => one === command);
  return known ? { button: buttonId(known) } : {};
}

function readPressed(id: number, query: Json, now: number): Message[] {
  const message = object(query.message);
  const person = personIn(message.chat, query.from);
  const button = string(query.data);
  const queryId = string(query.id);
  if (!person || !button || !queryId) return [];
  const key = keyOfUpdate(id, person.chat, queryId);
  const text = titleOf(button, message);
  return [{ kind: 'message', key, at: now, from: person.from, text, button, answerable: true }];
}

/** The words on the button that was pressed; '' when the message does not have it any more. */
function titleOf(data: string, message: Json): string {
  const rows = object(message.reply_markup).inline_keyboard;
  const buttons = Array.isArray(rows) ? rows.flat().map(object) : [];
  return messageText(buttons.find(({ callback_data }) => callback_data === data)?.text);
}

/** Who blocks the bot wants no messages; who unblocks it takes that back. */
function readMember(id: number, change: Json): Preference[] {
  const at = milliseconds(change.date);
  const person = personIn(change.chat, change.from);
  const status = string(object(change.new_chat_member).status);
  if (!at || !person || !/^(kicked|member)$/.test(status)) return [];
  const wants = status === 'kicked' ? 'stop' : 'start';
  const key = keyOfUpdate(id, person.chat);
  return [{ kind: 'preference', key, at, from: person.from, wants }];
}

/** The person of a chat with one person; null for groups, channels and bots. */
function personIn(chat: unknown, from: unknown): { chat: number; from: Contact } | null {
  const { id, type } = object(chat);
  const { first_name, last_name, is_bot } = object(from);
  if (type !== 'private' || is_bot === true || typeof id !== 'number') return null;
  const name = [string(first_name), string(last_name)].filter(Boolean).join(' ');
  const contact = contactFrom([`tg:${id}`], name);
  return contact && { chat: id, from: contact };
}
