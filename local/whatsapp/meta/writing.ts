/** What a person does in the chat, as the webhook that tells it and the bubble that shows it. */

import type { Phones } from '../phones';
import type { Bubble, PersonOnPhone, Writing } from '../standin';
import { wamid } from './wamid';
import type { MetaUpdate, Sender } from './webhooks';
import * as builders from './webhooks';

/** One act of a person: `shown` is absent for what leaves no message of its own. */
interface Act {
  update: MetaUpdate;
  shown?: Pick<Bubble, 'kind' | 'text'>;
  /** The message whose text becomes another. */
  rewrites?: { id: string; text: string };
  /** Opens the 24-hour window: every message does, an edit or an opened chat does not. */
  opensWindow: boolean;
}

/** The person as Meta tells of them now, with the id of their nth message. */
export function senderOf(
  person: PersonOnPhone,
  phones: Phones,
  at: number,
  number: number,
): Sender & { id: string } {
  const from = phones.visiblePhone(person, at);
  return {
    ...(from === undefined ? {} : { from }),
    userId: person.userId,
    name: person.name,
    ...(person.username ? { username: person.username } : {}),
    id: wamid(from ?? person.userId, number),
    at,
  };
}

/**
 * Turns what a person does into Meta's update.
 *
 * @param sender the person as Meta tells of them, with the new message's id and time
 * @param chat the messages there so far: buttons are pressed on them
 * @throws Error when there is no text, no such button, or nothing to react to
 */
export function act(writing: Writing, sender: Sender, chat: readonly Bubble[]): Act {
  if (writing.buttonId !== undefined) return press(writing.buttonId, sender, chat);
  const { kind } = writing;
  if (kind === undefined)
    return say(builders.textMessage({ ...sender, text: needText(writing) }), writing);
  const captioned = { ...sender, ...(writing.text === undefined ? {} : { caption: writing.text }) };
  const about = () => ({ ...sender, messageId: subject(writing, chat) });
  switch (kind) {
    case 'image':
      return show(builders.imageMessage(captioned), writing);
    case 'video':
      return show(builders.videoMessage(captioned), writing);
    case 'document':
      return show(builders.documentMessage(captioned), writing);
    case 'audio':
      return show(builders.audioMessage(sender), writing);
    case 'sticker':
      return show(builders.stickerMessage(sender), writing);
    case 'location':
      return show(builders.locationMessage(sender), writing);
    case 'contacts':
      return show(builders.contactsMessage({ ...sender, ...onCard(writing) }), writing);
    case 'order':
      return show(builders.orderMessage({ ...sender, text: writing.text ?? '' }), writing);
    case 'unsupported':
      return show(builders.unsupportedMessage(sender), writing);
    case 'reaction': {
      const update = builders.reactionMessage({ ...about(), emoji: writing.text ?? '👍' });
      return { update, shown: { kind: 'reaction', text: writing.text ?? '👍' }, opensWindow: true };
    }
    case 'edit': {
      const { messageId } = about();
      const text = needText(writing);
      const update = builders.editMessage({ ...sender, messageId, text });
      return { ...silent(update), rewrites: { id: messageId, text } };
    }
    case 'revoke': {
      const { messageId } = about();
      const update = builders.revokeMessage({ ...sender, messageId });
      return { ...silent(update), rewrites: { id: messageId, text: 'This message was deleted' } };
    }
    case 'request_welcome':
      return silent(builders.requestWelcome(sender));
  }
}

function press(buttonId: string, sender: Sender, chat: readonly Bubble[]): Act {
  const bubble = newestFirst(chat).find(({ buttons }) =>
    buttons?.some(({ id }) => id === buttonId),
  );
  const button = bubble?.buttons?.find(({ id }) => id === buttonId);
  if (!bubble || !button) {
    throw new Error(
      `No message in this chat has a button with the id ${JSON.stringify(buttonId)}.`,
    );
  }
  const reply = { ...sender, replyTo: bubble.id, title: button.title };
  const update =
    bubble.kind === 'list'
      ? builders.listReply({
          ...reply,
          rowId: buttonId,
          ...(button.description ? { description: button.description } : {}),
        })
      : builders.buttonReply({ ...reply, buttonId });
  return { update, shown: { kind: 'text', text: button.title }, opensWindow: true };
}

function say(update: MetaUpdate, { text = '' }: Writing): Act {
  return { update, shown: { kind: 'text', text }, opensWindow: true };
}

function show(update: MetaUpdate, { kind, text }: Writing): Act {
  return { update, shown: { kind: 'media', text: text ?? `[${kind}]` }, opensWindow: true };
}

function onCard({ card }: Writing): { phone?: string; contact?: string } {
  return card ? { contact: card.name, ...(card.phone && { phone: card.phone }) } : {};
}

function silent(update: MetaUpdate): Act {
  return { update, opensWindow: false };
}

function needText({ text }: Writing): string {
  if (!text) throw new Error('There is no text to write: give a text, a buttonId or a kind.');
  return text;
}

/** A reaction is to the business's newest message, an edit or a revocation of one's own. */
function subject(writing: Writing, chat: readonly Bubble[]): string {
  const from = writing.kind === 'reaction' ? 'business' : 'person';
  const id = writing.about ?? newestFirst(chat).find((bubble) => bubble.from === from)?.id;
  if (!id) throw new Error(`There is no message in this chat for the ${writing.kind} to be about.`);
  return id;
}

function newestFirst(chat: readonly Bubble[]): Bubble[] {
  return [...chat].reverse();
}
