/** Contact cards as the providers hand them over: in the forms that phones write, and in none. */
import { readGreenWebhook } from '../../src/whatsapp/green/webhook';
import { readMetaWebhook } from '../../src/whatsapp/meta/webhook';
import { readTelegramWebhook } from '../../src/whatsapp/telegram/webhook';

const request = (body: object) => ({
  contentType: 'application/json',
  body: JSON.stringify(body),
  parameter: {},
});

const meta = (contacts: unknown) => {
  const message = {
    from: '447700900002',
    id: 'wamid.1',
    timestamp: '1',
    type: 'contacts',
    contacts,
  };
  const changes = [{ field: 'messages', value: { messages: [message] } }];
  const body = { object: 'whatsapp_business_account', entry: [{ changes }] };
  return readMetaWebhook(JSON.stringify(body), null)[0];
};

const green = (messageData: object) =>
  readGreenWebhook(
    request({
      typeWebhook: 'incomingMessageReceived',
      timestamp: 1,
      idMessage: 'A',
      senderData: { chatId: '447700900002@c.us', senderName: 'Ben' },
      messageData: { typeMessage: 'contactMessage', ...messageData },
    }),
    null,
  )[0];

const telegram = (contact: unknown) =>
  readTelegramWebhook(
    request({
      update_id: 1,
      message: { date: 1, chat: { id: 2, type: 'private' }, from: { first_name: 'Ben' }, contact },
    }),
    0,
  )[0];

const ANNA = { key: '447700900001', name: 'Anna' };
const vcard = (...lines: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Anna', ...lines, 'END:VCARD'].join('\n');

test.each<[string, unknown, object | undefined]>([
  [
    'Meta, with an id',
    meta([
      { name: { formatted_name: 'Anna' }, phones: [{ phone: '07700 900001', wa_id: ANNA.key }] },
    ]),
    ANNA,
  ],
  [
    'Meta, without',
    meta([{ name: { formatted_name: ' Anna\n' }, phones: [{ phone: '+44 7700 900001' }] }]),
    ANNA,
  ],
  [
    'Meta, a number without its country',
    meta([{ name: { formatted_name: 'Anna' }, phones: [{ phone: '07700 900001' }] }]),
    undefined,
  ],
  ['Meta, no number', meta([{ name: { formatted_name: 'Anna' } }]), undefined],
  ['Meta, two cards', meta([{ phones: [{ wa_id: '1' }] }, { phones: [] }]), undefined],
  ['Meta, nonsense', meta('Anna'), undefined],
  [
    'Green-API, with an id',
    green({
      contactMessageData: {
        displayName: 'Anna',
        vcard: vcard('TEL;type=CELL;waid=447700900001:+44 7700 900001'),
      },
    }),
    ANNA,
  ],
  [
    'Green-API, without, and with a label',
    green({
      contactMessageData: { displayName: 'Anna', vcard: vcard('item1.TEL:+44 7700-900001\r') },
    }),
    ANNA,
  ],
  [
    'Green-API, no number',
    green({ contactMessageData: { vcard: vcard('EMAIL:a@b.c') } }),
    undefined,
  ],
  ['Green-API, nonsense', green({ contactMessageData: 7 }), undefined],
  [
    'Telegram, a user',
    telegram({ user_id: 7, phone_number: '1', first_name: 'Anna' }),
    { key: 'tg:7', name: 'Anna' },
  ],
  ['Telegram, a number', telegram({ phone_number: '+447700900001', first_name: 'Anna' }), ANNA],
  ['Telegram, nothing', telegram({ phone_number: 'x' }), undefined],
])('%s', (_, message, card) => {
  expect(message).toMatchObject({ kind: 'message', answerable: true });
  expect((message as { card?: object }).card).toEqual(card);
});
