/** Telegram as a provider: its updates, cards and buttons, refusals by meaning, and a token that nobody is shown. */
import * as updates from '../../local/whatsapp/telegram/updates';
import type { Body } from '../../src/program/model';
import { NotReadable } from '../../src/whatsapp/provider';
import { telegramProvider } from '../../src/whatsapp/telegram/telegram';
import { json } from './requests';

const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const AT = Date.UTC(2026, 5, 1);
const NOW = AT + 5000;
const AMINA = { id: 5_000_000_001, name: 'Amina Yusuf' };
const FROM = { userId: 'tg:5000000001', name: 'Amina Yusuf' };
const telegram = telegramProvider({ token: TOKEN, now: () => NOW });

const reads = (update: object) => telegram.read(json(update));
const says = (text: string) =>
  reads(updates.messageUpdate(7, AMINA, AT, updates.textContent(text)))[0];
const written = (body: Body, to: object = { userId: FROM.userId }) =>
  JSON.parse(telegram.write({ to, body, ref: 'r.a0' }).payload ?? '');
const judged = (status: number, description: string, parameters?: object) =>
  telegram.judge({
    status,
    body: JSON.stringify({ ok: false, error_code: status, description, parameters }),
  });

describe('reads', () => {
  it('a text: the update’s number is the key', () => {
    expect(reads(updates.messageUpdate(7, AMINA, AT, updates.textContent('Link')))).toEqual([
      {
        kind: 'message',
        key: '7 5000000001',
        at: AT,
        from: FROM,
        text: 'Link',
        answerable: true,
      },
    ]);
  });

  it.each([
    ['/start abcd2345', { start: 'abcd2345' }],
    ['/start', { start: '' }],
    ['/START@corner_bakery_bot  abcd2345 ', { start: 'abcd2345' }],
    ['/help', { start: '' }],
    ['/link', { button: 'command:link' }],
    ['/referrals', { button: 'command:referrals' }],
    ['/inviter', { button: 'command:inviter' }],
    ['/rewards', { button: 'command:rewards' }],
    ['/stop', { button: 'command:stop' }],
  ])('%s', (text, what) => {
    expect(says(text)).toMatchObject({ text, ...what });
  });

  it.each(['start', 'please /start', '/unknown', '/ link', '//link', '/constructor'])(
    '%s as a mere text',
    (text) => {
      expect(says(text)).not.toHaveProperty('start');
      expect(says(text)).not.toHaveProperty('button');
    },
  );

  it('a pressed button: now, with what it says and what answers it', () => {
    const buttons = [{ id: 'command:link', title: 'My link' }];
    const message = updates.messageOf(3, AMINA, AT, 'Hello', buttons);
    const pressed = { query: '4382', data: 'command:link', message };
    expect(reads(updates.pressedUpdate(8, AMINA, pressed))).toEqual([
      {
        kind: 'message',
        key: '8 5000000001 4382',
        at: NOW,
        from: FROM,
        text: 'My link',
        button: 'command:link',
        answerable: true,
      },
    ]);
  });

  it.each([
    ['kicked', 'stop'],
    ['member', 'start'],
  ] as const)('a person for whom the bot is %s wants to %s', (status, wants) => {
    const key = '9 5000000001';
    expect(reads(updates.memberUpdate(9, AMINA, AT, status))).toEqual([
      { kind: 'preference', key, at: AT, from: FROM, wants },
    ]);
  });

  const text = updates.textContent('Link');
  it.each([
    ['a group', updates.groupUpdate(1, AMINA, AT, text)],
    ['a group that moves', updates.migratedUpdate(1, AMINA, AT)],
    ['a channel', updates.channelUpdate(1, AT, 'Link')],
    ['an edit', updates.editedUpdate(1, AMINA, AT, 'Link')],
    ['something new', { update_id: 1, hologram: { from: { id: 1 } } }],
    ['a message of nobody’s', { update_id: 1, message: { date: AT / 1000, text: 'Link' } }],
    ['a message without a time', { update_id: 1, message: { chat: { id: 1, type: 'private' } } }],
  ])('nothing of %s', (_, update) => {
    expect(reads(update)).toEqual([]);
  });

  it('a bot is nobody', () => {
    const update = updates.messageUpdate(1, AMINA, AT, text);
    Object.assign(update.message.from, { is_bot: true });
    expect(reads(update)).toEqual([]);
  });

  it.each(['', '[]', 'null', '{"update_id":"1"}', '{"update_id":1.5}', '{"object":"x"}'])(
    'refuses %j',
    (body) => {
      const request = { body, contentType: 'application/json', parameter: {} };
      expect(() => telegram.read(request)).toThrow(NotReadable);
    },
  );
});

describe('writes', () => {
  it('a text to the chat, without a preview of what it links to', () => {
    expect(written({ kind: 'text', text: 'Hello' })).toEqual({
      chat_id: 5_000_000_001,
      text: 'Hello',
      link_preview_options: { is_disabled: true },
    });
  });

  it('a card and buttons below the message, one to a row', () => {
    const url = 'https://t.me/corner_bakery_bot?start=abcd2345';
    expect(written({ kind: 'card', text: 'Yours', button: 'Open', url })).toMatchObject({
      text: 'Yours',
      reply_markup: { inline_keyboard: [[{ text: 'Open', url }]] },
    });
    const buttons = ['link', 'referrals'].map((id) => ({ id: `command:${id}`, title: id }));
    expect(written({ kind: 'choices', text: 'Hi', buttons }).reply_markup.inline_keyboard).toEqual([
      [{ text: 'link', callback_data: 'command:link' }],
      [{ text: 'referrals', callback_data: 'command:referrals' }],
    ]);
  });

  it('names no chat for a row that has a number only', () => {
    expect(written({ kind: 'text', text: 'Hi' }, { waId: '447700900142' }).chat_id).toBe('');
  });

  it('“typing…” to the chat, a sign for a button, and no read marks', () => {
    expect(telegram.seen('7 5000000001', false)).toBeNull();
    expect(telegram.seen('7 5000000001', true)?.payload).toBe(
      '{"chat_id":5000000001,"action":"typing"}',
    );
    expect(telegram.pressed?.('7 5000000001')).toBeNull();
    expect(telegram.pressed?.('8 5000000001 4382')?.payload).toBe('{"callback_query_id":"4382"}');
  });
});

it.each([
  [400, 'Bad Request: chat not found', 'refused'],
  [400, 'Bad Request: chat_id is empty', 'refused'],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat', 'refused'],
  [400, 'Bad Request: message is too long', 'refused'],
  [401, 'Unauthorized', 'broken'],
  [404, 'Not Found', 'broken'],
  [403, 'Forbidden: bot was blocked by the user', 'stopped'],
  [403, 'Forbidden: user is deactivated', 'refused'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'refused'],
  [500, 'Internal Server Error', 'later'],
  [502, 'Bad Gateway', 'later'],
])('%i %s: %s', (status, description, meaning) => {
  expect(judged(status, description)).toMatchObject({ accepted: false, reason: { meaning } });
});

it('429: waits as long as Telegram wants', () => {
  const parameters = { retry_after: 35 };
  expect(judged(429, 'Too Many Requests: retry after 35', parameters)).toMatchObject({
    reason: { meaning: 'later', waitMs: 35_000 },
  });
});

it('shows the token to nobody', () => {
  const reason = judged(404, `Not Found: /bot${TOKEN}/sendMessage`);
  expect(JSON.stringify(reason)).not.toContain('AAHdq');
});

it('words whose data is too long for a button stand in the text', () => {
  const choices = (id: string) =>
    written({ kind: 'choices', text: 'Hi', buttons: [{ id, title: 'Цены' }] });
  expect(choices('ж'.repeat(32))).toHaveProperty('reply_markup');
  expect(choices('ж'.repeat(33))).not.toHaveProperty('reply_markup');
  expect(choices('ж'.repeat(33)).text).toBe('Hi\n\n• Цены');
});
