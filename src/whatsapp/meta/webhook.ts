/** Takes the Cloud API's webhook apart: many entries, changes, messages and statuses in one body. */
import type { Contact, Echo, Message, Received, Update } from '../../program/model';
import { cardFrom, contactFrom } from '../contact';
import { failureOf } from '../failure';
import { eachOf, type Json, milliseconds, object, parseObject, string } from '../json';
import { messageText } from '../message-text';
import { NotReadable } from '../provider';
import { metaReason } from './errors';
import { readMoves } from './moves';

/**
 * The fields that are for the program; '' where a body names none. In `standby` another agent has the chat, `history`
 * tells what was written long ago: whoever answered those would butt in.
 */
const FIELDS = ['messages', 'user_preferences', ''];

/** What the owner writes in the WhatsApp Business app. */
const ECHOES = 'smb_message_echoes';

/**
 * @param body the request's body
 * @param phoneNumberId ours; what came for another number of the same account is left out. null: anybody's
 * @throws {NotReadable} when the body is none of Meta's
 */
export function readMetaWebhook(body: string, phoneNumberId: string | null): Received[] {
  const root = parseObject(body);
  if (root.object !== 'whatsapp_business_account') throw new NotReadable();
  return eachOf(root.entry, (entry) =>
    eachOf<Received>(entry.changes, (change) => {
      const value = object(change.value);
      const ours =
        phoneNumberId === null || object(value.metadata).phone_number_id === phoneNumberId;
      const field = string(change.field);
      if (ours && field === ECHOES) return eachOf(value.message_echoes, readEcho);
      return ours && FIELDS.includes(field) ? readValue(value) : [];
    }),
  );
}

function readValue(value: Json): Received[] {
  const contacts = list(value.contacts);
  const alone = list(value.messages).length === 1;
  return [
    ...eachOf(value.messages, (message) => readMessage(message, contacts, alone)),
    ...eachOf(value.statuses, readStatus),
    ...eachOf(value.user_preferences, (preference) => readPreference(preference, contacts)),
  ];
}

/** @param alone whether `contacts` is about this message only */
function readMessage(message: Json, contacts: Json[], alone: boolean): Update[] {
  const key = string(message.id);
  const at = milliseconds(message.timestamp);
  if (!key || at === null || message.group_id) return [];
  const type = string(message.type);
  if (type === 'system') return readMoves(message, key, at);
  const from = senderOf(message, contacts, alone);
  return from ? [{ kind: 'message', key, at, from, ...contentOf(type, message) }] : [];
}

/** A contact that somebody shares on request comes without `from`: its sender is the one that the body's `contacts` name. */
function senderOf(message: Json, contacts: Json[], alone: boolean): Contact | null {
  const waId = string(message.from);
  const userId = string(message.from_user_id);
  if (waId || userId || !(alone || contacts.length === 1)) return contactOf(waId, userId, contacts);
  const [card = {}] = contacts;
  return contactOf(string(card.wa_id), string(card.user_id), contacts);
}

/** What the message says, by its type; the types that are no message to the business want no answer. */
function contentOf(
  type: string,
  message: Json,
): Pick<Message, 'text' | 'button' | 'card' | 'answerable'> {
  const content = object(message[type]);
  const says = (text: unknown) => ({ text: messageText(text), answerable: true });
  switch (type) {
    case 'text':
      return says(content.body);
    case 'button':
      return { ...says(content.text), button: string(content.payload) };
    case 'interactive': {
      const reply = object(content.button_reply ?? content.list_reply);
      return { ...says(reply.title), button: string(reply.id) };
    }
    case 'image':
    case 'video':
    case 'document':
      return says(content.caption);
    case 'audio':
    case 'location':
    case 'contacts':
      return { ...says(''), ...cardIn(list(message.contacts)) };
    case 'order':
      return says('');
    default:
      return { text: '', answerable: false };
  }
}

/** Several cards at once name nobody. */
function cardIn([contact, ...others]: Json[]): Pick<Message, 'card'> {
  if (!contact || others.length) return {};
  const phones = list(contact.phones);
  const keys = [
    ...phones.map((one) => string(one.wa_id)),
    ...phones.map((one) => string(one.phone)),
  ];
  return cardFrom(keys, string(object(contact.name).formatted_name));
}

function readStatus(status: Json): Received[] {
  const ref = string(status.biz_opaque_callback_data);
  if (!ref) return [];
  if (status.status !== 'failed') {
    const arrived = /^(delivered|read|played)$/.test(string(status.status));
    return [{ kind: 'receipt', ref, ...(arrived && { arrived }) }];
  }
  const error = list(status.errors)[0] ?? {};
  const code = typeof error.code === 'number' ? error.code : 131000;
  const title = string(error.title) || string(error.message);
  const reason = metaReason(code, title, string(object(error.error_data).details));
  return failureOf(string(status.id), milliseconds(status.timestamp) ?? 0, ref, reason);
}

function readPreference(preference: Json, contacts: Json[]): Update[] {
  const at = milliseconds(preference.timestamp);
  const from = contactOf(string(preference.wa_id), string(preference.user_id), contacts);
  if (at === null || !from) return [];
  if (preference.value !== 'stop' && preference.value !== 'resume') return [];
  const wants = preference.value === 'stop' ? 'stop' : 'start';
  const key = `preference.${from.waId ?? from.userId}.${at}.${wants}`;
  return [{ kind: 'preference', key, at, from, wants }];
}

/** What goes through the API has no echo. */
function readEcho(echo: Json): Echo[] {
  const at = milliseconds(echo.timestamp);
  const to = contactFrom([string(echo.to), string(echo.to_user_id)], undefined);
  return at === null || !to || echo.group_id ? [] : [{ kind: 'echo', at, to }];
}

/** The contact that the ids name, with the name and the other id that the body's `contacts` add. */
function contactOf(waId: string, userId: string, contacts: Json[]): Contact | null {
  const card =
    contacts.find(
      (one) => (waId && one.wa_id === waId) || (userId && string(one.user_id) === userId),
    ) ?? {};
  return contactFrom([waId, userId || string(card.user_id)], string(object(card.profile).name));
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}
