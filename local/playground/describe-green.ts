/** Green-API's webhooks and requests in words. */
import type { Described } from './described';
import { type Looked, record } from './fields-of';

export function describeGreenWebhook(body: Looked): string {
  switch (body.typeWebhook) {
    case 'incomingMessageReceived': {
      const data = record(body.messageData);
      const said =
        record(data.textMessageData).textMessage ??
        record(data.extendedTextMessageData).text ??
        `(${String(data.typeMessage)})`;
      return `${String(record(body.senderData).senderName)}: ${String(said)}`;
    }
    case 'outgoingMessageStatus':
      return `Report: ${String(body.status)}`;
    case 'stateInstanceChanged':
      return `The instance is ${String(body.stateInstance)}`;
    default:
      return 'A webhook';
  }
}

export function describeGreenRequest(method: string, body: Looked): Described {
  const to = String(body.chatId ?? '');
  if (method === 'sendMessage') return { what: String(body.message), to };
  if (method === 'sendTyping') return { what: 'Typing…', to: '' };
  if (method === 'checkWhatsapp') return { what: 'Looks the number up', to: '' };
  return { what: method === 'readChat' ? 'Read' : method, to: '' };
}
