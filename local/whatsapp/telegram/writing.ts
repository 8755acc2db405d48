/** What a person sends, as an update's message holds it. */
import type { SharedCard, Writing } from '../standin';
import { telegramIdOf } from './bot';
import { textContent } from './updates';

/** @throws Error when there is nothing to send, or nothing that Telegram has */
export function contentOf({ kind, text = '', card }: Writing): { content: object; text: string } {
  if (kind === undefined && !text) {
    throw new Error('There is no text to write: give a text, a buttonId or a kind.');
  }
  const file = { file_id: 'AgAC', file_unique_id: 'AQAD', file_size: 1000 };
  const caption = text ? { caption: text } : {};
  const shown = text || `[${kind}]`;
  switch (kind) {
    case undefined:
      return { content: textContent(text), text };
    case 'image':
      return { content: { photo: [{ ...file, width: 90, height: 90 }], ...caption }, text: shown };
    case 'video':
      return { content: { video: { ...file, duration: 3 }, ...caption }, text: shown };
    case 'document':
      return { content: { document: { ...file, file_name: 'a.pdf' }, ...caption }, text: shown };
    case 'audio':
      return { content: { voice: { ...file, duration: 3 } }, text: shown };
    case 'sticker':
      return { content: { sticker: { ...file, type: 'regular', emoji: '👍' } }, text: shown };
    case 'location':
      return { content: { location: { latitude: 51.5, longitude: -0.1 } }, text: shown };
    case 'contacts':
      return { content: { contact: contactOf(card) }, text: shown };
    default:
      return { content: { dice: { emoji: '🎲', value: 3 } }, text: shown };
  }
}

function contactOf({ name, phone = '1', key }: SharedCard = { name: 'Zoe' }): object {
  return {
    phone_number: `+${phone}`,
    first_name: name,
    ...(key && { user_id: telegramIdOf({ key }) }),
  };
}
