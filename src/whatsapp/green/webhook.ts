/** Takes Green-API's webhook apart: a message, or what the owner should know of the instance. */
import type { Echo, Message, Trouble } from '../../program/model';
import { cardFrom, contactFrom } from '../contact';
import { type Json, milliseconds, object, parseObject, string } from '../json';
import { messageText } from '../message-text';
import { NotReadable, type WebhookRequest } from '../provider';
import { troubleIn } from './trouble';

/** The types that are a message to the business; reactions, stickers, edits and polls want no answer. */
const ANSWERABLE =
  /^((extendedT|t)ext|quoted|image|video|document|audio|location|contact(sArray)?)Message$|Response|Buttons?Reply/;

/**
 * Statuses of our messages come by Green-API's own ids, never with a ref: so there are no receipts, and a message
 * that failed can only be told to the owner.
 *
 * @param instance ours; null: anybody's
 * @throws {NotReadable} when it is none of Green-API's, or of another instance
 */
export function readGreenWebhook(
  { body }: WebhookRequest,
  instance: string | null,
): (Message | Echo | Trouble)[] {
  const root = parseObject(body);
  const { idInstance } = object(root.instanceData);
  const ours = instance === null || idInstance === instance || idInstance === Number(instance);
  if (!ours) throw new NotReadable();
  switch (root.typeWebhook) {
    case 'incomingMessageReceived':
      return readMessage(root);
    case 'outgoingMessageReceived':
      return readEcho(root);
    case 'outgoingAPIMessageReceived':
      // The program's own messages.
      return [];
    default:
      return troubleIn(root);
  }
}

/** What the owner writes on the phone; never what they write to themselves. */
function readEcho(root: Json): Echo[] {
  const at = milliseconds(root.timestamp);
  const chat = string(object(root.senderData).chatId);
  const to = contactFrom([chat.replace('@c.us', '')], undefined);
  const own = chat === object(root.instanceData).wid;
  return at && to && !own ? [{ kind: 'echo', at, to }] : [];
}

/**
 * A chat with one person is `<number>@c.us`, or `…@lid` when the number is hidden. Groups, channels and broadcasts are
 * not for the bot, nor is what the owner writes to themselves.
 */
function readMessage(root: Json): Message[] {
  const at = milliseconds(root.timestamp);
  const { chatId, senderName } = object(root.senderData);
  const chat = string(chatId);
  const from = contactFrom([chat.replace('@c.us', '')], string(senderName));
  const id = string(root.idMessage);
  if (!at || !id || !from || chat === object(root.instanceData).wid) return [];
  // A message's id is found in its chat only, so the key names both.
  const key = `${id} ${chat}`;
  return [{ kind: 'message', key, at, from, ...contentOf(object(root.messageData)) }];
}

function contentOf(data: Json): Pick<Message, 'text' | 'button' | 'card' | 'answerable'> {
  // The names of the fields differ between the documentation and what has been seen.
  const reply = object(
    data.buttonsResponseMessage ??
      data.templateButtonReplyMessage ??
      data.interactiveButtonsResponse,
  );
  const button = string(reply.selectedId ?? reply.selectedButtonId);
  const text =
    object(data.textMessageData).textMessage ??
    object(data.extendedTextMessageData).text ??
    object(data.fileMessageData).caption ??
    reply.selectedDisplayText ??
    reply.selectedButtonText;
  return {
    text: messageText(text),
    ...(button && { button }),
    ...cardIn(object(data.contactMessageData)),
    answerable: ANSWERABLE.test(string(data.typeMessage)),
  };
}

/** A contact comes as a vCard: `TEL;type=CELL;waid=447700900001:+44 7700 900001`. */
function cardIn({ vcard, displayName }: Json): Pick<Message, 'card'> {
  const text = string(vcard);
  const ids = [...text.matchAll(/;waid=(\d+)/gi)].map(([, id]) => id);
  const numbers = [...text.matchAll(/^(?:\w+\.)?TEL[^:\n]*:(.+)$/gim)].map(([, number]) => number);
  return cardFrom([...ids, ...numbers], string(displayName));
}
