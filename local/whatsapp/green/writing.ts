/** What a person does in the chat, as Green-API tells of it. */

import { pressed } from '../single-event';
import type { Bubble, Writing } from '../standin';
import * as webhooks from './webhooks';

/**
 * The webhook's `messageData`, and the text that stands in the chat.
 *
 * @param chat the messages there so far: buttons are pressed on them
 * @throws Error when there is no text, or no such button
 */
export function messageData(
  writing: Writing,
  chat: readonly Bubble[],
): { data: Record<string, unknown>; text: string } {
  const { kind, text = '', buttonId } = writing;
  if (buttonId !== undefined) {
    const { bubble, button } = pressed(chat, buttonId);
    return { data: webhooks.buttonData(button.id, button.title, bubble.id), text: button.title };
  }
  if (kind === undefined && !text) {
    throw new Error('There is no text to write: give a text, a buttonId or a kind.');
  }
  const shown = text || `[${kind}]`;
  switch (kind) {
    case undefined:
      return {
        data: /https?:\/\//.test(text) ? webhooks.extendedTextData(text) : webhooks.textData(text),
        text,
      };
    case 'image':
      return { data: webhooks.fileData(kind, 'image/jpeg', text), text: shown };
    case 'video':
      return { data: webhooks.fileData(kind, 'video/mp4', text), text: shown };
    case 'document':
      return { data: webhooks.fileData(kind, 'application/pdf', text), text: shown };
    case 'audio':
      return { data: webhooks.fileData(kind, 'audio/ogg', ''), text: shown };
    case 'sticker':
      return { data: webhooks.fileData(kind, 'image/webp', ''), text: shown };
    case 'reaction':
      return {
        data: webhooks.reactionData(text || '👍', chat[chat.length - 1]?.id ?? ''),
        text: shown,
      };
    case 'contacts':
      return { data: webhooks.contactData(writing.card), text: shown };
    default:
      return {
        data: webhooks.otherData(`${kind}Message`),
        text: shown,
      };
  }
}
