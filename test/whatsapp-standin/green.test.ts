/** Green-API's stand-in: its checks, its instance's states, its webhooks and their settings. */
import { type GreenOptions, GreenStandIn } from '../../local/whatsapp/green/green';

const ANNA = '16505551234';
const CHAT = `${ANNA}@c.us`;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEBHOOK = 'https://script.google.com/macros/s/AKfy/exec?key=hush';

function world(options: Partial<GreenOptions> = {}) {
  const state = { now: Date.UTC(2026, 8, 1), appStatus: 200 };
  const received: { body: string; url?: string }[] = [];
  const green = new GreenStandIn({
    now: () => state.now,
    deliver: (posting) => {
      received.push(posting);
      return { status: state.appStatus };
    },
    ...options,
  });
  if (!options.state) {
    green.addPerson({ name: 'Anna', phone: ANNA });
    green.write(ANNA, { text: 'Hello' });
    received.length = 0;
  }
  const { apiUrl, idInstance, token } = green.instance;
  const call = (
    method: string,
    body?: unknown,
    { url = `${apiUrl}/waInstance${idInstance}/${method}/${token}`, verb = '', type = '' } = {},
  ) => {
    const answer = green.answer({
      method: verb || (body === undefined ? 'GET' : 'POST'),
      url,
      headers: { 'content-type': type || 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    if ('fault' in answer) throw new Error(answer.fault);
    return { status: answer.status, body: answer.body };
  };
  const send = (message: object) =>
    call('sendMessage', { chatId: CHAT, message: 'Hi', ...message });
  const told = () => received.map(({ body }) => JSON.parse(body));
  return { green, state, received, call, send, told };
}

const x = (count: number) => 'x'.repeat(count);
const LINK = 'https://wa.me/1555?text=Hi';

it("answers only its instance's address", () => {
  const { green } = world();
  expect(green.handles('https://7103.api.greenapi.com/waInstance1/sendMessage/x')).toBe(true);
  expect(green.handles('https://api.green-api.com/waInstance1/sendMessage/x')).toBe(false);
});

describe('checkWhatsapp', () => {
  const check = (w: ReturnType<typeof world>, phoneNumber: unknown) => {
    const { status, body } = w.call('checkWhatsapp', { phoneNumber });
    return status === 200 ? JSON.parse(body) : status;
  };

  it('answers how WhatsApp names a number', () => {
    const w = world();
    expect(check(w, Number(ANNA))).toEqual({ existsWhatsapp: true, chatId: CHAT });
    w.green.instance.usesLids = true;
    const chatId = expect.stringMatching(/^\d+@lid$/);
    expect(check(w, Number(ANNA))).toEqual({ existsWhatsapp: true, chatId });
    expect(check(w, 4915112345678)).toEqual({ existsWhatsapp: false });
  });

  it.each([ANNA, `+${ANNA}`, 1234567890, undefined])('refuses %p: no number of digits', (phone) => {
    expect(check(world(), phone)).toBe(400);
  });

  it('refuses while the instance is not connected', () => {
    const w = world();
    w.green.setState('sleepMode');
    expect(check(w, Number(ANNA))).toBe(400);
  });
});

it('takes a message and gives its id', () => {
  const w = world();
  const { status, body } = w.send({});
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ idMessage: w.green.chat(ANNA).at(-1)?.id });
});

it.each([
  [401, '/waInstance7103000001/sendMessage/wrong'],
  [403, '/waInstance1/sendMessage/d75b'],
  [404, '/waInstance7103000001/sendMessages/TOKEN'],
  [404, '/sendMessage'],
])('answers %i to %s', (status, path) => {
  const w = world();
  const { apiUrl, token } = w.green.instance;
  const url = `${apiUrl}${path.replace('TOKEN', token)}`;
  expect(w.call('', { chatId: CHAT, message: 'Hi' }, { url }).status).toBe(status);
});

it.each<[string, object, RegExp]>([
  ['no chat', { chatId: undefined }, /'chatId' is required/],
  ['a number instead of a chat', { chatId: `+${ANNA}` }, /'chatId' must be in the format/],
  ['no text', { message: '' }, /'message' is required/],
  ['a text of 20001', { message: x(20_001) }, /'message' length/],
  ['linkPreview as a word', { linkPreview: 'true' }, /'linkPreview' must be a boolean/],
  ['another size of preview', { typePreview: 'huge' }, /'typePreview'/],
  ['a preview without a title', { customPreview: { link: LINK } }, /'title' is required/],
  ['a title of 301', { customPreview: { title: x(301) } }, /'title' length/],
  ['a link of 301', { customPreview: { title: 'Open', link: x(301) } }, /'link' length/],
  ['a misspelt field', { linkPreviev: true }, /'linkPreviev' is not allowed/],
])('refuses %s', (_, message, details) => {
  const w = world();
  const { status, body } = w.send(message);
  expect(status).toBe(400);
  expect(JSON.parse(body).message).toMatch(details);
  expect(w.green.chat(ANNA)).toHaveLength(1);
});

it('refuses a body that is not declared as JSON', () => {
  expect(
    world().call('sendMessage', { chatId: CHAT, message: 'Hi' }, { type: 'text/plain' }),
  ).toMatchObject({
    status: 400,
    body: expect.stringContaining('bad request data'),
  });
});

it('takes a text of 20000, and shows the preview of a link as a card', () => {
  const w = world();
  expect(w.send({ message: x(20_000) }).status).toBe(200);
  w.send({ message: `Look\n\n${LINK}`, linkPreview: true, customPreview: { title: 'Open' } });
  expect(w.green.chat(ANNA).at(-1)).toMatchObject({
    kind: 'card',
    link: { title: 'Open', url: LINK },
  });
});

it('has no window', () => {
  const w = world();
  w.state.now += 1000 * HOUR;
  w.send({});
  expect(w.green.chat(ANNA).at(-1)).toMatchObject({ text: 'Hi', status: 'delivered' });
});

it('marks what a person wrote as read, and types', () => {
  const w = world();
  const idMessage = w.green.chat(ANNA)[0]?.id;
  expect(w.call('readChat', { chatId: CHAT, idMessage }).body).toBe('{"setRead":true}');
  expect(w.green.chat(ANNA)[0]?.status).toBe('read');
  expect(w.call('sendTyping', { chatId: CHAT, typingTime: 5000 }).status).toBe(200);
  expect(w.call('sendTyping', { chatId: CHAT, typingTime: 500 }).status).toBe(400);
});

describe('its webhooks', () => {
  it('tell a message', () => {
    const w = world();
    w.green.write(ANNA, { text: 'Link' });
    expect(w.told()).toEqual([
      {
        typeWebhook: 'incomingMessageReceived',
        instanceData: { idInstance: 7103000001, wid: '15550783881@c.us', typeInstance: 'whatsapp' },
        timestamp: w.state.now / 1000,
        idMessage: w.green.chat(ANNA).at(-1)?.id,
        senderData: {
          chatId: CHAT,
          chatName: 'Anna',
          sender: CHAT,
          senderName: 'Anna',
          senderContactName: '',
        },
        messageData: { typeMessage: 'textMessage', textMessageData: { textMessage: 'Link' } },
      },
    ]);
  });

  it('tell a text with an address as an extended one', () => {
    const w = world();
    w.green.write(ANNA, { text: LINK });
    expect(w.told()[0].messageData).toMatchObject({
      typeMessage: 'extendedTextMessage',
      extendedTextMessageData: { text: LINK },
    });
  });

  it('name somebody who hides the number by an id of WhatsApp', () => {
    const w = world();
    w.green.addPerson({
      name: 'Uma',
      phone: '16505550042',
      userId: 'US.4200042',
      showsPhone: false,
    });
    w.green.write('US.4200042', { text: 'Hi' });
    expect(w.received[0]?.body).not.toContain('16505550042');
    expect(w.told()[0].senderData.chatId).toBe('4200042@lid');
    w.send({ chatId: '4200042@lid' });
    expect(w.green.chat('US.4200042').at(-1)).toMatchObject({ from: 'business' });
  });

  it('name everybody so once WhatsApp has moved them', () => {
    const w = world();
    const { userId } = w.green.people()[0]!;
    w.green.instance.usesLids = true;
    w.green.write(ANNA, { text: 'Hi' });
    expect(w.received[0]?.body).not.toContain(ANNA);
    expect(w.told()[0].senderData.chatId).toBe(`${userId.replace(/\D/g, '')}@lid`);
    w.send({});
    expect(w.green.chat(ANNA).at(-1)).toMatchObject({ from: 'business', status: 'delivered' });
    const again = world({ state: JSON.parse(JSON.stringify(w.green.save())) });
    expect(again.green.instance.usesLids).toBe(true);
  });

  it('are sent again every minute for a day until answered with 200', () => {
    const w = world();
    w.state.appStatus = 302;
    w.green.write(ANNA, { text: 'Hi' });
    const start = w.state.now;
    for (let due = w.green.nextDueAt(); due; due = w.green.nextDueAt()) {
      w.state.now = due;
      w.green.pump();
    }
    expect(w.state.now - start).toBe(24 * HOUR);
    expect(new Set(w.received.map(({ body }) => body)).size).toBe(1);
  });

  it('stop when they are answered', () => {
    const w = world();
    w.state.appStatus = 500;
    w.green.write(ANNA, { text: 'Hi' });
    w.state.appStatus = 200;
    w.state.now += MINUTE;
    expect(w.green.pump()).toMatchObject([{ attempt: 2, status: 200 }]);
    expect(w.green.nextDueAt()).toBeUndefined();
  });

  it('go where setSettings says, or nowhere', () => {
    const w = world();
    expect(w.call('setSettings', { webhookUrl: WEBHOOK }).body).toBe('{"saveSettings":true}');
    w.green.write(ANNA, { text: 'Hi' });
    expect(w.received[0]?.url).toBe(WEBHOOK);
    w.call('setSettings', { webhookUrl: '' });
    expect(w.green.write(ANNA, { text: 'Hi' })).toEqual([]);
    expect(JSON.parse(w.call('getSettings').body)).toMatchObject({ webhookUrl: '' });
  });

  it.each([{}, { webhookUrl: 'here' }, { incomingWebhook: true }, { inboundWebhook: 'yes' }])(
    'are not set with %j',
    (settings) => {
      expect(world().call('setSettings', settings).status).toBe(400);
    },
  );

  it('tell statuses and echoes only when asked', () => {
    const w = world();
    w.send({});
    w.green.pump();
    expect(w.received).toEqual([]);
    w.call('setSettings', { outgoingWebhook: 'yes', outgoingAPIMessageWebhook: 'yes' });
    w.send({});
    w.green.openChat(ANNA);
    w.green.pump();
    expect(w.told().map((one) => one.status ?? one.typeWebhook)).toEqual([
      'outgoingAPIMessageReceived',
      'sent',
      'delivered',
      'read',
      'read',
    ]);
  });

  it('tell failures in any case', () => {
    const w = world();
    w.send({ chatId: '4915112345678@c.us' });
    w.green.pump();
    expect(w.told()).toMatchObject([
      { typeWebhook: 'outgoingMessageStatus', status: 'noAccount', chatId: '4915112345678@c.us' },
    ]);
  });
});

describe('the instance', () => {
  it('keeps messages until it is connected again, for a day', () => {
    const w = world({ stateInstance: 'notAuthorized' });
    expect(w.send({ message: 'Early' }).status).toBe(200);
    w.state.now += 23 * HOUR;
    w.send({ message: 'Late' });
    expect(w.green.chat(ANNA)).toHaveLength(1);
    w.state.now += 2 * HOUR;
    w.green.setState('authorized');
    expect(w.green.chat(ANNA).map(({ text }) => text)).toEqual(['Hello', 'Late']);
  });

  it('tells its state', () => {
    const w = world();
    w.green.setState('blocked');
    expect(w.told()).toMatchObject([
      { typeWebhook: 'stateInstanceChanged', stateInstance: 'blocked' },
    ]);
    expect(w.call('getStateInstance').body).toBe('{"stateInstance":"blocked"}');
  });

  it('has as many chats a month as its plan', () => {
    const w = world({ chats: 1 });
    expect(w.send({}).status).toBe(200);
    expect(w.send({}).status).toBe(200);
    const { status, body } = w.send({ chatId: '4915112345678@c.us' });
    expect(status).toBe(466);
    expect(JSON.parse(body).correspondentsStatus.status).toBe('CORRESPONDENTS_QUOTE_EXCEEDED');
    w.green.pump();
    expect(w.told()).toMatchObject([{ typeWebhook: 'quotaExceeded' }]);
  });
});

it.each([
  ['error500', 500],
  ['rateLimited', 429],
  ['tokenRejected', 401],
  [{ code: 0, status: 499 }, 499],
] as const)('has bad weather: %j', (weather, status) => {
  const w = world();
  w.green.weather = weather;
  expect(w.send({}).status).toBe(status);
  expect(w.green.chat(ANNA)).toHaveLength(1);
});

it('goes on after a restart where it was', () => {
  const w = world({ stateInstance: 'notAuthorized' });
  w.call('setSettings', { webhookUrl: WEBHOOK });
  w.send({ message: 'Waits' });
  const saved = JSON.parse(JSON.stringify(w.green.save()));
  const again = world({ state: saved, now: () => w.state.now });
  again.green.setState('authorized');
  expect(again.received[0]?.url).toBe(WEBHOOK);
  expect(again.green.chat(ANNA).map(({ text }) => text)).toEqual(['Hello', 'Waits']);
  expect(JSON.stringify(again.green.outbound)).not.toMatch(/d75b3a|hush/);
});
