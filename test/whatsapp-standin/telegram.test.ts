/** Telegram's stand-in: its checks, at the limit and one over it, its webhook, and what people can do. */
import { type TelegramOptions, TelegramStandIn } from '../../local/whatsapp/telegram/telegram';

const MINUTE = 60_000;
const WEBHOOK = 'https://script.google.com/macros/s/AKfy/exec?key=hush';
const x = (count: number) => 'x'.repeat(count);

function world(options: Partial<TelegramOptions> = {}) {
  const state = { now: Date.UTC(2026, 8, 1), appStatus: 200 };
  const received: { body: string; url?: string }[] = [];
  const telegram = new TelegramStandIn({
    now: () => state.now,
    deliver: (posting) => {
      received.push(posting);
      return { status: state.appStatus };
    },
    ...options,
  });
  if (!options.state) telegram.addPerson({ name: 'Anna', phone: '447700900001' });
  const call = (method: string, body?: unknown, token = telegram.bot.token, type = '') => {
    const answer = telegram.answer({
      method: 'POST',
      url: `https://api.telegram.org/bot${token}/${method}`,
      headers: { 'content-type': type || 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    if ('fault' in answer) throw new Error(answer.fault);
    return { status: answer.status, ...JSON.parse(answer.body) };
  };
  const anna = { chat_id: 5_000_000_001 };
  const send = (message: object) => call('sendMessage', { ...anna, text: 'Hi', ...message });
  const told = () => received.map(({ body }) => JSON.parse(body));
  const started = () => {
    telegram.write('person-1', { text: '/start' });
    received.length = 0;
  };
  if (!options.state) started();
  return { telegram, state, received, call, send, told };
}

const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });
const starts = (code: string) => keyboard({ text: 'A', url: `https://t.me/a_bot?start=${code}` });

it('answers only its address, its token and its methods', () => {
  const { telegram, call } = world();
  expect(telegram.handles('https://api.telegram.org/x')).toBe(true);
  expect(telegram.handles('https://api.telegram.org.example.com/x')).toBe(false);
  expect(call('getMe').result).toMatchObject({ is_bot: true, username: 'corner_bakery_bot' });
  expect(call('getMe', undefined, '110201543:wrong')).toMatchObject({
    status: 401,
    ok: false,
    error_code: 401,
    description: 'Unauthorized',
  });
  expect(call('getMe', undefined, 'wrong')).toMatchObject({ status: 404, error_code: 404 });
  expect(call('sendPigeon', {})).toMatchObject({ status: 404 });
});

describe('sendMessage', () => {
  it.each<[string, object, object]>([
    ['the longest text', { text: x(4096) }, { text: x(4097) }],
    ['a text', { text: 'x' }, { text: ' ' }],
    [
      'the data of a button',
      keyboard({ text: 'A', callback_data: x(64) }),
      keyboard({ text: 'A', callback_data: x(65) }),
    ],
    [
      'its bytes',
      keyboard({ text: 'A', callback_data: 'ж'.repeat(32) }),
      keyboard({ text: 'A', callback_data: 'ж'.repeat(33) }),
    ],
    ['a link with a parameter', starts(x(64)), starts(x(65))],
    ['its letters', starts('aZ0_-'), starts('a.b')],
    [
      'an address',
      keyboard({ text: 'A', url: 'https://x.org' }),
      keyboard({ text: 'A', url: 'x' }),
    ],
    [
      'a button that does something',
      keyboard({ text: 'A', url: 'https://x.org' }),
      keyboard({ text: 'A' }),
    ],
    [
      'a button with words',
      keyboard({ text: 'A', callback_data: 'a' }),
      keyboard({ text: ' ', callback_data: 'a' }),
    ],
    ['a number for a chat', {}, { chat_id: 'Anna' }],
    ['a chat', {}, { chat_id: '' }],
    ['a chat that was started', {}, { chat_id: 5_000_000_002 }],
    ['known parameters', {}, { parse: 'HTML' }],
  ])('takes %s, and not one beyond it', (_, good, bad) => {
    const { send } = world();
    expect(send(good)).toMatchObject({ status: 200, ok: true });
    expect(send(bad)).toMatchObject({ status: 400, ok: false, error_code: 400 });
  });

  it('wants JSON that is declared as such', () => {
    const { call } = world();
    expect(call('sendMessage', { chat_id: 1 }, undefined, 'text/plain').status).toBe(400);
  });

  it('shows a card, buttons, or a text', () => {
    const { telegram, send } = world();
    send({});
    send(keyboard({ text: 'Open', url: 'https://x.org' }));
    send(keyboard({ text: 'Mine', callback_data: 'mine' }));
    expect(telegram.chat('person-1').slice(1)).toMatchObject([
      { kind: 'text', status: 'delivered' },
      { kind: 'card', link: { title: 'Open', url: 'https://x.org' } },
      { kind: 'choices', buttons: [{ id: 'mine', title: 'Mine' }] },
    ]);
  });

  it('reaches nobody who has blocked the bot, until they write again', () => {
    const { telegram, send, told } = world();
    telegram.blocks('person-1');
    expect(told()[0].my_chat_member.new_chat_member.status).toBe('kicked');
    expect(send({})).toMatchObject({
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    telegram.write('person-1', { text: '/start' });
    expect(send({}).status).toBe(200);
  });

  it('takes thirty a second, and says how long to wait', () => {
    const { state, send } = world();
    const all = Array.from({ length: 31 }, () => send({}));
    expect(all.filter(({ ok }) => ok)).toHaveLength(30);
    expect(all[30]).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
    state.now += 1000;
    expect(send({}).status).toBe(200);
  });

  it('tells where a group went', () => {
    expect(world().send({ chat_id: -1001 })).toMatchObject({
      status: 400,
      parameters: { migrate_to_chat_id: -1_001_000_000_001 },
    });
  });
});

describe('the webhook', () => {
  it('is set, told about, and taken away; what came meanwhile waits', () => {
    const { telegram, state, received, call } = world();
    expect(call('setWebhook', { url: 'http://x.org' }).status).toBe(400);
    expect(call('setWebhook', { url: WEBHOOK, max_connections: 101 }).status).toBe(400);
    const allowed_updates = ['message'];
    expect(call('setWebhook', { url: WEBHOOK, allowed_updates, max_connections: 20 }).ok).toBe(
      true,
    );
    expect(call('getWebhookInfo').result).toMatchObject({ url: WEBHOOK, max_connections: 20 });
    telegram.blocks('person-1');
    expect(received).toEqual([]);
    telegram.write('person-1', { text: 'Hello' });
    expect(received[0]?.url).toBe(WEBHOOK);

    call('deleteWebhook', {});
    telegram.write('person-1', { text: 'Are you there?' });
    expect(received).toHaveLength(1);
    expect(call('getWebhookInfo').result).toMatchObject({ url: '', pending_update_count: 1 });
    call('setWebhook', { url: WEBHOOK });
    state.now += MINUTE;
    telegram.pump();
    expect(received).toHaveLength(2);
  });

  it('sends again what was not answered with a 2xx, and tells why', () => {
    const { telegram, state, received, call } = world();
    state.appStatus = 302;
    telegram.write('person-1', { text: 'Hello' });
    state.now += MINUTE;
    telegram.pump();
    expect(call('getWebhookInfo').result).toMatchObject({
      pending_update_count: 1,
      last_error_message: 'Wrong response from the webhook: 302 Moved Temporarily',
    });
    state.appStatus = 200;
    state.now += MINUTE;
    telegram.pump();
    state.now += MINUTE;
    telegram.pump();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });
});

it('takes the menu’s commands', () => {
  const { telegram, call } = world();
  const command = (name: string, description: string) =>
    call('setMyCommands', { commands: [{ command: name, description }] }).status;
  expect(command('link', 'My link')).toBe(200);
  expect(telegram.state.commands).toEqual([{ command: 'link', description: 'My link' }]);
  expect(command(x(32), x(256))).toBe(200);
  expect(command(x(33), 'x')).toBe(400);
  expect(command('Link', 'x')).toBe(400);
  expect(command('link', '')).toBe(400);
  expect(command('link', x(257))).toBe(400);
});

it('a pressed button comes with its message, and its sign is taken for fifteen minutes', () => {
  const { telegram, state, send, call, told } = world();
  send(keyboard({ text: 'Mine', callback_data: 'mine' }));
  telegram.write('person-1', { buttonId: 'mine' });
  const { callback_query } = told()[0];
  expect(callback_query).toMatchObject({ data: 'mine', message: { text: 'Hi' } });
  const sign = () => call('answerCallbackQuery', { callback_query_id: callback_query.id }).status;
  expect(sign()).toBe(200);
  state.now += 16 * MINUTE;
  expect(sign()).toBe(400);
  expect(call('answerCallbackQuery', { callback_query_id: 'x' }).status).toBe(400);
});

it('marks commands and addresses in a text', () => {
  const { telegram, told } = world();
  telegram.write('person-1', { text: '/start abc https://x.org' });
  expect(told()[0].message).toMatchObject({
    chat: { type: 'private' },
    entities: [
      { type: 'bot_command', offset: 0, length: 6 },
      { type: 'url', offset: 11, length: 13 },
    ],
  });
});

it('goes on after a restart', () => {
  const before = world();
  before.call('setWebhook', { url: WEBHOOK });
  const after = world({ state: before.telegram.save() });
  expect(after.send({}).status).toBe(200);
  expect(after.call('getWebhookInfo').result).toMatchObject({ url: WEBHOOK });
});

it('keeps neither token nor key', () => {
  const { telegram, call } = world();
  call('setWebhook', { url: WEBHOOK });
  expect(JSON.stringify(telegram.outbound)).not.toMatch(/AAHdq|hush/);
});
