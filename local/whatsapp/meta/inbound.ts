/** Builders of the messages that people send, one for each type that Meta delivers. */
import type { MetaUpdate } from './update';
import { nextWamid } from './wamid';

/** Who sends, and with which message id and time (now unless told). */
export interface Sender {
  /** wa_id: digits without `+`. Left out for people with a username and a hidden number. */
  from?: string;
  userId?: string;
  name?: string;
  username?: string;
  id?: string;
  /** Milliseconds. */
  at?: number;
  /** The message that this one answers. */
  replyTo?: string;
  /** The group that it was written in. */
  groupId?: string;
}

type Media = Sender & { caption?: string };

export const textMessage = (m: Sender & { text: string }) => message(m, 'text', { body: m.text });

/** A quick-reply button of a template. */
export const templateButton = (m: Sender & { payload: string; text: string }) =>
  message(m, 'button', { payload: m.payload, text: m.text });

export const buttonReply = (m: Sender & { buttonId: string; title: string }) =>
  message(m, 'interactive', {
    type: 'button_reply',
    button_reply: { id: m.buttonId, title: m.title },
  });

export const listReply = (m: Sender & { rowId: string; title: string; description?: string }) =>
  message(m, 'interactive', {
    type: 'list_reply',
    list_reply: { id: m.rowId, title: m.title, ...given({ description: m.description }) },
  });

export const flowReply = (m: Sender & { response: Record<string, unknown> }) =>
  message(m, 'interactive', {
    type: 'nfm_reply',
    nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(m.response) },
  });

export const imageMessage = (m: Media) => message(m, 'image', media('image/jpeg', m));
export const audioMessage = (m: Sender) =>
  message(m, 'audio', { ...media('audio/ogg; codecs=opus', m), voice: true });
export const videoMessage = (m: Media) => message(m, 'video', media('video/mp4', m));
export const documentMessage = (m: Media & { filename?: string }) =>
  message(m, 'document', {
    ...media('application/pdf', m),
    filename: m.filename ?? 'document.pdf',
  });
export const stickerMessage = (m: Sender) =>
  message(m, 'sticker', { ...media('image/webp', m), animated: false });

export const locationMessage = (m: Sender & { latitude?: number; longitude?: number }) =>
  message(m, 'location', { latitude: m.latitude ?? 52.52, longitude: m.longitude ?? 13.405 });

/** A contact card; `phone` is the number on it, digits. */
export const contactsMessage = (m: Sender & { phone?: string; contact?: string }) =>
  message(m, 'contacts', [
    {
      name: { formatted_name: m.contact ?? 'A friend', first_name: m.contact ?? 'A' },
      phones: [{ phone: `+${m.phone ?? '16505550000'}`, wa_id: m.phone ?? '16505550000' }],
    },
  ]);

/** Somebody shares their own number when asked for it: who sends is told in the contacts only. */
export const sharedContact = (m: Sender & { phone: string }): MetaUpdate => {
  const { value, ...update } = contactsMessage(m);
  const messages = (value.messages as Record<string, unknown>[]).map(
    ({ from: _, from_user_id: __, ...rest }) => rest,
  );
  return { ...update, value: { ...value, messages } };
};

export const reactionMessage = (m: Sender & { messageId: string; emoji?: string }) =>
  message(m, 'reaction', { message_id: m.messageId, ...given({ emoji: m.emoji }) });

export const orderMessage = (m: Sender & { text?: string }) =>
  message(m, 'order', {
    catalog_id: '194836987003835',
    text: m.text ?? '',
    product_items: [
      { product_retailer_id: 'di9ozbzfi4', quantity: 1, item_price: 7.99, currency: 'USD' },
    ],
  });

/** Something that WhatsApp shows and the API cannot: a poll, a view-once picture. */
export const unsupportedMessage = (m: Sender) => {
  const title = 'Message type unknown';
  const details = 'Message type is currently not supported.';
  return message(
    m,
    'unsupported',
    { type: 'poll_creation' },
    {
      errors: [{ code: 131051, title, message: title, error_data: { details } }],
    },
  );
};

export const editMessage = (m: Sender & { messageId: string; text: string }) =>
  message(m, 'edit', {
    original_message_id: m.messageId,
    message: { context: { id: m.messageId }, type: 'text', text: { body: m.text } },
  });

export const revokeMessage = (m: Sender & { messageId: string }) =>
  message(m, 'revoke', { original_message_id: m.messageId });

/** Somebody opened the chat for the first time and has written nothing yet. */
export const requestWelcome = (m: Sender) => message(m, 'request_welcome');

/** What the fields that name the sender hold when a number changes: all of it has been seen. */
export type Told = 'old' | 'new' | 'nothing';

/**
 * The person changed number, and with it the business-scoped id. Comes without contacts, and without any number when
 * the new one cannot be shared.
 */
export function numberChange(
  m: Sender & {
    newWaId?: string;
    newUserId: string;
    oldUserId?: string;
    told?: Told;
    /** False as it was before August 2026: the earlier id stands in the sentence only. */
    previous?: boolean;
  },
): MetaUpdate {
  const { newWaId, newUserId, oldUserId = m.userId, told = 'old', previous = true } = m;
  const [before, after] = newWaId ? [m.from ?? oldUserId, newWaId] : [oldUserId, newUserId];
  const system = {
    body: `User ${m.name ?? ''} changed from ${before} to ${after}`,
    ...given({ wa_id: newWaId, previous_user_id: previous ? oldUserId : undefined }),
    user_id: newUserId,
    type: newWaId ? 'user_changed_number' : 'user_changed_user_id',
  };
  const { from, userId, ...rest } = m;
  const sender = {
    old: given({ from, userId }),
    new: given({ from: newWaId, userId: newUserId }),
    nothing: {},
  }[told];
  const { value, ...update } = message({ ...rest, ...sender }, 'system', system);
  const { contacts: _, ...withoutContacts } = value;
  return { ...update, value: withoutContacts };
}

function message(m: Sender, type: string, content?: unknown, more: object = {}): MetaUpdate {
  const contact = {
    profile: { name: m.name ?? 'Somebody', ...given({ username: m.username }) },
    ...given({ wa_id: m.from, user_id: m.userId }),
  };
  const sent = {
    ...given({ from: m.from, from_user_id: m.userId }),
    id: m.id ?? nextWamid(m.from ?? m.userId ?? ''),
    timestamp: String(Math.floor((m.at ?? Date.now()) / 1000)),
    type,
    ...(m.replyTo ? { context: { id: m.replyTo } } : {}),
    ...given({ group_id: m.groupId }),
    ...(content === undefined ? {} : { [type]: content }),
    ...more,
  };
  return { field: 'messages', value: { contacts: [contact], messages: [sent] } };
}

function media(mimeType: string, m: Media) {
  return {
    ...given({ caption: m.caption }),
    mime_type: mimeType,
    sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=',
    id: '1003383421387256',
  };
}

/** Only the fields that have a value: Meta leaves the others out. */
function given(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}
