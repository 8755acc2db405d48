/** What the providers' webhooks look like, with hostile words in them. */
import fc from 'fast-check';
import * as green from '../../local/whatsapp/green/webhooks';
import * as meta from '../../local/whatsapp/meta/webhooks';
import * as telegram from '../../local/whatsapp/telegram/updates';
import * as twilio from '../../local/whatsapp/twilio/webhooks';
import type { ProviderName } from '../support/providers';

/** One POST to the web app. */
export interface Posted {
  body: string;
  contentType: string;
}

/** Our side at the provider, as the connected account has it. */
export interface Account {
  number: string;
  accountSid: string;
  idInstance: string;
}

/** What a message may say that must do no harm; nothing of it is an invitation. */
export const HOSTILE = [
  ...[
    '=1+1',
    '=IMPORTXML("https://evil.example/","//a")',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
  ],
  ...[
    '=HYPERLINK("https://evil.example","tap")',
    "'=1",
    "''",
    '"',
    '\\',
    '$&',
    '$1',
    '%s',
    '{name}',
  ],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</textarea>', '<!--', '&lt;'],
  ...['\u202Eevil', 'a\u200bb\u200d', '\ufeff', '\ud800', 'x\udfff\ud800', 'مرحبا', 'שלום', '🙂'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', ''],
  ...[
    '0507',
    '3/4',
    '2020-01-01',
    'May 5',
    '1e10',
    '12345678901234567890',
    'TRUE',
    '€5',
    '(5)',
    '5%',
  ],
  ...['\0\u0001', ' ', '\n\n', 'x'.repeat(10_000), '🙂'.repeat(3000), '\u0001'.repeat(3000)],
  ...['Link', 'Stop', 'Start', 'My referrals', 'Who invited me', 'hello', '447700900001'],
  ...[
    'recommended by my mother',
    'by 447700900001',
    '+44 7700 900001?',
    'command:link',
    'command:__proto__',
  ],
];

export const hostile = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** A text that invites for the client with this number. */
export const invitationOf = (phone: string) => `You were recommended by ${phone} Hello`;

/** Digits, and an id of those who hide them. */
const SENDERS = ['447700900002', '447700900003', '5215512345678', '551187654321', '1'];
const USER_IDS = ['US.13491208655302741918', 'GB.abc', 'us.1', '='];

interface Said {
  text: string;
  name: string;
  from: string;
  userId: string;
  id: string;
  at: number;
}

export function said(text: fc.Arbitrary<string>, now: number): fc.Arbitrary<Said> {
  return fc.record({
    text,
    name: hostile,
    from: fc.constantFrom(...SENDERS),
    userId: fc.constantFrom(...USER_IDS),
    id: fc.oneof(fc.uuid(), hostile),
    at: fc.constantFrom(now, now - 60_000, now - 3 * 86_400_000, 0, now + 86_400_000),
  });
}

/** Everything that a provider tells of, by the words of `said`. */
export function shapes(provider: ProviderName, ours: Account, one: Said): object[] {
  const { text, name, from, userId, id, at } = one;
  if (provider === 'twilio') {
    const about = { sid: id, phone: from, userId, name, type: 'text', body: text };
    const form = (posting: Posted) => Object.fromEntries(new URLSearchParams(posting.body));
    return [
      form(twilio.inboundForm(ours, about)),
      form(twilio.inboundForm(ours, { ...about, more: { ButtonText: text, ButtonPayload: text } })),
      form(
        twilio.statusForm(ours, { url: '', sid: id, to: from, status: 'failed', errorCode: 63016 }),
      ),
    ];
  }
  if (provider === 'green') {
    const told = (messageData: Record<string, unknown>) =>
      green.incomingMessage(ours, { idMessage: id, at, chatId: `${from}@c.us`, name, messageData });
    return [
      told(green.textData(text)),
      told(green.extendedTextData(text)),
      told(green.quotedData(text, id)),
      told(green.fileData('image', 'image/png', text)),
      told(green.buttonData(text, text, id)),
      green.outgoingMessage(ours, {
        ...{ idMessage: id, at, chatId: `${from}@c.us`, name },
        messageData: green.textData(text),
      }),
      green.messageStatus(ours, { chatId: from, idMessage: id, status: text, at }),
      green.stateChanged(ours, text, at),
    ];
  }
  if (provider === 'telegram') {
    const person = { id: Number(from), name };
    const number = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), at % 1000);
    const message = telegram.messageOf(1, person, at, text, [{ id: text, title: text }]);
    return [
      telegram.messageUpdate(number, person, at, telegram.textContent(text)),
      telegram.messageUpdate(number + 1, person, at, telegram.textContent(`/start ${text}`)),
      telegram.messageUpdate(number + 2, person, at, { photo: [], caption: text }),
      telegram.pressedUpdate(number + 3, person, { query: id, data: text, message }),
      telegram.memberUpdate(number + 4, person, at, 'kicked'),
      telegram.groupUpdate(number + 5, person, at, telegram.textContent(text)),
    ];
  }
  const sender = { from, userId, name, id, at };
  return [
    [meta.textMessage({ ...sender, text })],
    [
      meta.textMessage({ userId, name, id, at, text }),
      meta.textMessage({ from, id: `${id}2`, text }),
    ],
    [meta.buttonReply({ ...sender, buttonId: text, title: text })],
    [meta.listReply({ ...sender, rowId: text, title: text })],
    [meta.imageMessage({ ...sender, caption: text })],
    [meta.reactionMessage({ ...sender, messageId: id, emoji: text })],
    [meta.contactsMessage(sender)],
    [meta.numberChange({ from, name, newUserId: userId, newWaId: '447700900077', id, at })],
    [meta.userPreference({ value: 'stop', from, at })],
    [
      meta.messageStatus({
        id,
        status: 'failed',
        recipient: from,
        at,
        opaque: text,
        errorCode: 131047,
      }),
    ],
    [meta.messageStatus({ id, status: 'read', recipient: from, at, opaque: text })],
    [meta.appEcho({ id, business: ours.number, to: from, userId, text, at })],
    [meta.errorUpdate(131000)],
    [meta.accountUpdate('account_update', { event: text })],
  ].map((updates) => meta.metaWebhook(updates));
}
