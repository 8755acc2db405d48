/** Twilio's stand-in: its checks, its content templates, the window, its webhooks. */

import type { TwilioContent } from '../../local/whatsapp/twilio/account';
import { type TwilioOptions, TwilioStandIn } from '../../local/whatsapp/twilio/twilio';

const ANNA = '16505551234';
const HOUR = 3_600_000;
const CALLBACK = 'https://script.google.com/macros/s/AKfy/exec?key=hush&ref=tok.n0';
const NOTICE: TwilioContent = {
  sid: `HX${'e'.repeat(32)}`,
  type: 'twilio/text',
  body: '{{1}} joined',
  actions: [],
  variables: { 1: 'Ben' },
  approved: true,
};

function world(options: Partial<TwilioOptions> = {}) {
  const state = { now: Date.UTC(2026, 8, 1), appStatus: 200 };
  const received: { body: string; contentType: string; url?: string }[] = [];
  const twilio = new TwilioStandIn({
    now: () => state.now,
    authToken: 'hush',
    contents: [NOTICE],
    deliver: (posting) => {
      received.push(posting);
      return { status: state.appStatus };
    },
    ...options,
  });
  if (!options.state) {
    twilio.addPerson({ name: 'Anna', phone: ANNA });
    twilio.write(ANNA, { text: 'Hello' });
    received.length = 0;
  }
  const { accountSid, number } = twilio.account;
  const request = (
    method: string,
    url: string,
    contentType: string,
    body: string,
    token: string,
  ) => {
    const authorization = `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`;
    const headers = { authorization, 'content-type': contentType };
    const answer = twilio.answer({ method, url, headers, body });
    if ('fault' in answer) throw new Error(answer.fault);
    return { status: answer.status, json: JSON.parse(answer.body) };
  };
  const messages = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const send = (
    form: Record<string, string>,
    { url = messages, token = 'hush', contentType = 'application/x-www-form-urlencoded' } = {},
  ) => {
    const whole = { To: `whatsapp:+${ANNA}`, From: `whatsapp:+${number}`, ...form };
    const given = Object.entries(whole).filter(([, value]) => value !== '');
    return request('POST', url, contentType, new URLSearchParams(given).toString(), token);
  };
  const create = (content: object, contentType = 'application/json') =>
    request(
      'POST',
      'https://content.twilio.com/v1/Content',
      contentType,
      JSON.stringify(content),
      'hush',
    );
  const forms = () => received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  return { twilio, state, received, send, create, forms, accountSid };
}

const x = (count: number) => 'x'.repeat(count);
const cardContent = (action: object = {}, more: object = {}) => ({
  friendly_name: 'card',
  language: 'en',
  variables: { 1: 'Your link', 2: '1555?text=Hi' },
  types: {
    'twilio/call-to-action': {
      body: '{{1}}',
      actions: [{ type: 'URL', title: 'Open', url: 'https://wa.me/{{2}}', ...action }],
    },
  },
  ...more,
});

it('answers only the addresses of its APIs', () => {
  const { twilio } = world();
  expect(twilio.handles('https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json')).toBe(true);
  expect(twilio.handles('https://content.twilio.com/v1/Content')).toBe(true);
  expect(twilio.handles('https://api.twilio.com.evil.example/')).toBe(false);
});

it('takes a message, which is queued and not yet delivered', () => {
  const w = world();
  expect(w.send({ Body: 'Hi' })).toMatchObject({
    status: 201,
    json: { sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), status: 'queued', error_code: null },
  });
  expect(w.twilio.chat(ANNA).at(-1)).toMatchObject({ from: 'business', text: 'Hi' });
});

describe('refuses', () => {
  it.each<[string, number, Record<string, string>]>([
    ['no recipient', 21604, { To: '' }],
    ['a recipient of no channel', 21910, { To: `+${ANNA}` }],
    ['a malformed number', 21211, { To: 'whatsapp:16505551234' }],
    ['no sender', 21603, { From: '' }],
    ["somebody else's sender", 63007, { From: 'whatsapp:+15550000000' }],
    ['another Messaging Service', 21705, { From: '', MessagingServiceSid: `MG${x(32)}` }],
    ['itself as the recipient', 63031, { To: 'whatsapp:+15550783881' }],
    ['no content', 21619, { Body: '' }],
    ['a body of 1601', 21617, { Body: x(1601) }],
    ['a broken status callback', 21609, { StatusCallback: 'exec?key=hush' }],
    ['variables without a template', 21654, { ContentVariables: '{}' }],
    ['a template that is not there', 21655, { ContentSid: `HX${x(32)}` }],
    ['variables that are no JSON', 21656, { ContentSid: NOTICE.sid, ContentVariables: '{1:2}' }],
    ['a variable of no template', 21656, { ContentSid: NOTICE.sid, ContentVariables: '{"2":"x"}' }],
    ['an empty variable', 21656, { ContentSid: NOTICE.sid, ContentVariables: '{"1":""}' }],
    [
      'a variable of 1601',
      21658,
      { ContentSid: NOTICE.sid, ContentVariables: JSON.stringify({ 1: x(1601) }) },
    ],
  ])('%s', (_, code, form) => {
    const w = world();
    const { status, json } = w.send({ Body: 'Hi', ...form });
    expect({ status, code: json.code }).toEqual({ status: 400, code });
    expect(json).toMatchObject({ message: expect.any(String), more_info: expect.any(String) });
    expect(w.twilio.chat(ANNA)).toHaveLength(1);
  });

  it('another token', () => {
    expect(world().send({ Body: 'Hi' }, { token: 'other' })).toMatchObject({
      status: 401,
      json: { code: 20003, message: 'Authenticate' },
    });
  });

  it('another account', () => {
    const url = `https://api.twilio.com/2010-04-01/Accounts/AC${x(32)}/Messages.json`;
    expect(world().send({ Body: 'Hi' }, { url })).toMatchObject({
      status: 404,
      json: { code: 20404 },
    });
  });

  it('a body that is no form', () => {
    const { json } = world().send({ Body: 'Hi' }, { contentType: 'application/json' });
    expect(json.code).toBe(21604);
  });
});

it('takes a body of 1600, and a Messaging Service for the sender', () => {
  const w = world();
  expect(w.send({ Body: x(1600) }).status).toBe(201);
  const { messagingServiceSid } = w.twilio.account;
  const form = { From: '', MessagingServiceSid: messagingServiceSid, Body: 'Hi' };
  expect(w.send(form).status).toBe(201);
});

describe('content templates', () => {
  it('are made, and sent with their variables', () => {
    const w = world();
    const { status, json } = w.create(cardContent());
    expect(status).toBe(201);
    expect(json.sid).toMatch(/^HX[0-9a-f]{32}$/);
    const ContentVariables = JSON.stringify({ 1: 'Here', 2: '1555?text=Hello' });
    w.send({ ContentSid: json.sid, ContentVariables });
    expect(w.twilio.chat(ANNA).at(-1)).toMatchObject({
      kind: 'card',
      text: 'Here',
      link: { title: 'Open', url: 'https://wa.me/1555?text=Hello' },
    });
  });

  it.each<[string, object]>([
    ['no language', cardContent({}, { language: undefined })],
    ['no sample for a variable', cardContent({}, { variables: { 1: 'x' } })],
    ['an unknown type', cardContent({}, { types: { 'twilio/rocket': { body: 'x' } } })],
    ['a variable in the middle of the link', cardContent({ url: 'https://wa.me/{{2}}/x' })],
    ['a link without https', cardContent({ url: 'wa.me/{{2}}' })],
    ['a title of 26', cardContent({ title: x(26) })],
    [
      'no buttons',
      cardContent({}, { types: { 'twilio/quick-reply': { body: 'x', actions: [] } } }),
    ],
  ])('are refused: %s', (_, content) => {
    expect(world().create(content)).toMatchObject({ status: 400, json: { code: 20001 } });
  });

  it('are refused when they are not declared as JSON', () => {
    expect(world().create(cardContent(), 'text/plain').status).toBe(400);
  });

  it('within the window have the limits of interactive messages', () => {
    const w = world();
    const { json } = w.create(cardContent({ title: x(21) }));
    w.send({ ContentSid: json.sid });
    expect(w.twilio.chat(ANNA).at(-1)).toMatchObject({ status: 'failed', error: { code: 63021 } });
  });
});

describe('after it was accepted a message fails', () => {
  const failure = (w: ReturnType<typeof world>, form: Record<string, string> = { Body: 'Hi' }) => {
    expect(w.send({ StatusCallback: CALLBACK, ...form }).status).toBe(201);
    w.twilio.pump();
    return w.forms().find(({ MessageStatus }) => MessageStatus === 'undelivered')?.ErrorCode;
  };

  it('outside the window, but for an approved template', () => {
    const w = world();
    w.state.now += 24 * HOUR;
    expect(failure(w)).toBe('63016');
    w.received.length = 0;
    expect(failure(w, { ContentSid: NOTICE.sid })).toBeUndefined();
    expect(w.twilio.chat(ANNA).at(-1)).toMatchObject({ kind: 'template', text: 'Ben joined' });
    const { json } = w.create(cardContent());
    expect(failure(w, { ContentSid: json.sid })).toBe('63016');
  });

  it('to somebody who is not on WhatsApp', () => {
    expect(failure(world(), { To: 'whatsapp:+4915112345678', Body: 'Hi' })).toBe('63024');
  });

  it('in the sandbox, to somebody who did not join', () => {
    const w = world({ sandboxJoin: 'join blue-moon' });
    expect(failure(w)).toBe('63015');
    expect(w.twilio.write(ANNA, { text: 'Link' })).toEqual([]);
    expect(w.twilio.write(ANNA, { text: 'Join blue-moon' })).toEqual([]);
    expect(w.twilio.write(ANNA, { text: 'Link' })).toHaveLength(1);
    w.received.length = 0;
    expect(failure(w)).toBeUndefined();
  });
});

describe('its webhooks', () => {
  it('tell a message as a form', () => {
    const w = world();
    w.twilio.write(ANNA, { text: 'Link & more' });
    expect(w.received[0]?.contentType).toBe('application/x-www-form-urlencoded');
    expect(w.received[0]).not.toHaveProperty('url');
    expect(w.forms()[0]).toMatchObject({
      AccountSid: w.accountSid,
      MessageSid: w.twilio.chat(ANNA).at(-1)?.id,
      From: `whatsapp:+${ANNA}`,
      WaId: ANNA,
      To: 'whatsapp:+15550783881',
      ProfileName: 'Anna',
      Body: 'Link & more',
      NumMedia: '0',
      MessageType: 'text',
    });
  });

  it('show no number of somebody who hides it', () => {
    const w = world();
    const uma = { name: 'Uma', phone: '16505550042', userId: 'US.42', showsPhone: false };
    w.twilio.addPerson(uma);
    w.twilio.write('US.42', { text: 'Hi' });
    expect(w.received[0]?.body).not.toContain(uma.phone);
    expect(w.forms()[0]).toMatchObject({ From: 'whatsapp:US.42', ExternalUserId: 'US.42' });
  });

  it('tell a pressed button', () => {
    const w = world();
    const types = {
      'twilio/quick-reply': { body: 'x', actions: [{ title: 'My link', id: 'link' }] },
    };
    w.send({ ContentSid: w.create({ language: 'en', types }).json.sid });
    w.twilio.write(ANNA, { buttonId: 'link' });
    expect(w.forms()[0]).toMatchObject({
      ButtonPayload: 'link',
      ButtonText: 'My link',
      Body: 'My link',
    });
    expect(() => w.twilio.write(ANNA, { buttonId: 'other' })).toThrow(/No message in this chat/);
  });

  it.each(['edit', 'revoke', 'request_welcome', 'unsupported'] as const)(
    'say nothing of: %s',
    (kind) => {
      const w = world();
      expect(w.twilio.write(ANNA, { kind, text: 'x' })).toEqual([]);
    },
  );

  it('tell statuses at the callback of each message, and none without', () => {
    const w = world();
    w.send({ Body: 'Hi', StatusCallback: CALLBACK });
    w.send({ Body: 'Hi' });
    w.twilio.pump();
    w.twilio.openChat(ANNA);
    w.twilio.pump();
    expect(w.forms().map(({ MessageStatus }) => MessageStatus)).toEqual([
      'sent',
      'delivered',
      'read',
    ]);
    expect(new Set(w.received.map(({ url }) => url))).toEqual(new Set([CALLBACK]));
  });

  it('are not sent again, whatever the answer', () => {
    const w = world();
    w.state.appStatus = 500;
    w.twilio.write(ANNA, { text: 'Hi' });
    w.state.now += 24 * HOUR;
    expect(w.twilio.pump()).toEqual([]);
    expect(w.twilio.nextDueAt()).toBeUndefined();
  });

  it('are held, doubled and shuffled when told', () => {
    const order = (seed: number) => {
      const w = world();
      Object.assign(w.twilio.delivery, { hold: true, shuffle: seed, times: 2 });
      for (let n = 0; n < 6; n++) w.twilio.write(ANNA, { text: `${n}` });
      expect(w.twilio.pump()).toEqual([]);
      w.twilio.flush();
      return w.forms().map(({ Body = '' }) => Body);
    };
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
    expect([...order(1)].sort().join('')).toBe('001122334455');
  });
});

it.each([
  ['error500', 500, 20500],
  ['rateLimited', 429, 20429],
  ['tokenRejected', 401, 20003],
  [{ code: 63018, status: 400 }, 400, 63018],
] as const)('has bad weather: %j', (weather, status, code) => {
  const w = world();
  w.twilio.weather = weather;
  expect(w.send({ Body: 'Hi' })).toMatchObject({ status, json: { code } });
  expect(w.twilio.chat(ANNA)).toHaveLength(1);
});

it('goes on after a restart where it was', () => {
  const w = world();
  w.send({ Body: 'Before', StatusCallback: CALLBACK });
  const { json } = w.create(cardContent());
  const saved = JSON.parse(JSON.stringify(w.twilio.save()));
  const again = world({ state: saved, now: () => w.state.now });
  again.twilio.pump();
  again.twilio.openChat(ANNA);
  again.twilio.pump();
  expect(again.forms().map(({ MessageStatus }) => MessageStatus)).toEqual([
    'sent',
    'delivered',
    'read',
  ]);
  expect(again.send({ ContentSid: json.sid }).status).toBe(201);
  const ids = again.twilio.chat(ANNA).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
