/** Builders of Green-API's webhooks. */
import type { SharedCard } from '../standin';

/** The instance's side of a webhook. */
export interface OurInstance {
  idInstance: string;
  /** Digits. */
  number: string;
}

/** A message as a webhook tells of it. */
export interface GreenTold {
  idMessage: string;
  /** Milliseconds. */
  at: number;
  chatId: string;
  /** In a group, another than the chat. */
  sender?: string;
  name: string;
  messageData: Record<string, unknown>;
}

/** Somebody wrote, to the business or in a group. */
export function incomingMessage(ours: OurInstance, told: GreenTold) {
  return aboutMessage('incomingMessageReceived', ours, told);
}

/** The owner wrote from the phone. */
export function outgoingMessage(ours: OurInstance, told: GreenTold) {
  return aboutMessage('outgoingMessageReceived', ours, told);
}

/** The echo of a message sent through the API. */
export function outgoingApiMessage(ours: OurInstance, told: GreenTold) {
  return aboutMessage('outgoingAPIMessageReceived', ours, told);
}

/** How a message of ours fared. */
export function messageStatus(
  ours: OurInstance,
  told: { chatId: string; idMessage: string; status: string; at: number; description?: string },
) {
  const { at, ...status } = told;
  return { typeWebhook: 'outgoingMessageStatus', ...about(ours, at), ...status, sendByApi: true };
}

/** The instance is in another state. */
export function stateChanged(ours: OurInstance, stateInstance: string, at: number) {
  return { typeWebhook: 'stateInstanceChanged', ...about(ours, at), stateInstance };
}

/** The plan's chats of this month are used up. */
export function quotaExceeded(ours: OurInstance, total: number, at: number) {
  const quotaData = {
    method: 'correspondents',
    used: total,
    total,
    status: 'CORRESPONDENTS_QUOTA_EXCEEDED',
    description: 'Monthly quota has been exceeded.',
  };
  return { typeWebhook: 'quotaExceeded', ...about(ours, at), quotaData };
}

export const textData = (text: string) => ({
  typeMessage: 'textMessage',
  textMessageData: { textMessage: text },
});

/** A text with an address in it, a forwarded one, or one from WhatsApp's newer versions. */
export const extendedTextData = (text: string) => ({
  typeMessage: 'extendedTextMessage',
  extendedTextMessageData: { text, description: '', title: '', isForwarded: false },
});

export const quotedData = (text: string, stanzaId: string) => ({
  typeMessage: 'quotedMessage',
  extendedTextMessageData: { text, stanzaId },
  quotedMessage: { stanzaId, typeMessage: 'textMessage', textMessage: '…' },
});

export const fileData = (kind: string, mimeType: string, caption: string) => ({
  typeMessage: `${kind}Message`,
  fileMessageData: { downloadUrl: `https://api.green-api.com/${kind}`, caption, mimeType },
});

export const reactionData = (emoji: string, stanzaId: string) => ({
  typeMessage: 'reactionMessage',
  extendedTextMessageData: { text: emoji },
  quotedMessage: { stanzaId },
});

export const buttonData = (id: string, text: string, stanzaId: string) => ({
  typeMessage: 'templateButtonsReplyMessage',
  templateButtonReplyMessage: {
    stanzaId,
    selectedIndex: 0,
    selectedId: id,
    selectedDisplayText: text,
  },
});

/** A contact card, as a vCard; `waid` is there where the phone knows that they are on WhatsApp. */
export const contactData = ({ name, phone, key }: SharedCard = { name: 'A friend' }) => ({
  typeMessage: 'contactMessage',
  contactMessageData: {
    displayName: name,
    vcard: [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `N:;${name};;;`,
      `FN:${name}`,
      ...(phone ? [`item1.TEL${key ? `;waid=${phone}` : ''}:+${phone}`] : []),
      'item1.X-ABLabel:Mobile',
      'END:VCARD',
    ].join('\n'),
    forwardingScore: 0,
    isForwarded: false,
  },
});

/** Kinds whose data the bot has no use for. */
export const otherData = (typeMessage: string) => ({ typeMessage });

function aboutMessage(typeWebhook: string, ours: OurInstance, told: GreenTold) {
  const { at, idMessage, chatId, sender = chatId, name, messageData } = told;
  const senderData = { chatId, chatName: name, sender, senderName: name, senderContactName: '' };
  return { typeWebhook, ...about(ours, at), idMessage, senderData, messageData };
}

function about({ idInstance, number }: OurInstance, at: number) {
  return {
    instanceData: {
      idInstance: Number(idInstance),
      wid: `${number}@c.us`,
      typeInstance: 'whatsapp',
    },
    timestamp: Math.floor(at / 1000),
  };
}
