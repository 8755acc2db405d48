/** Green-API as a provider: its webhooks, cards, errors by meaning, and what the owner is told. */
import * as webhooks from '../../local/whatsapp/green/webhooks';
import type { Body } from '../../src/program/model';
import { greenProvider, greenSettings } from '../../src/whatsapp/green/green';
import { NotReadable } from '../../src/whatsapp/provider';
import { json, WEBHOOK } from './requests';

const ACCOUNT = {
  apiUrl: 'https://7103.api.greenapi.com',
  instance: '7103000001',
  token: 'secret',
};
const OURS = { idInstance: '7103000001', number: '15550783881' };
const AT = Date.UTC(2026, 5, 1);
const CHAT = '447700900142@c.us';
const green = greenProvider(ACCOUNT);

const told = (messageData: Record<string, unknown>, more: object = {}) => ({
  idMessage: 'AB12',
  at: AT,
  chatId: CHAT,
  name: 'Amina',
  messageData,
  ...more,
});
const incoming = (messageData: Record<string, unknown>, more: object = {}) =>
  green.read(json(webhooks.incomingMessage(OURS, told(messageData, more))));
const written = (body: Body, to: object = { waId: '447700900142' }) =>
  JSON.parse(green.write({ to, body, ref: 'r.a0' }).payload ?? '');

describe('reads', () => {
  it('a text', () => {
    expect(incoming(webhooks.textData('Link'))).toEqual([
      {
        kind: 'message',
        key: `AB12 ${CHAT}`,
        at: AT,
        from: { waId: '447700900142', name: 'Amina' },
        text: 'Link',
        answerable: true,
      },
    ]);
  });

  it.each([
    ['an extended text', webhooks.extendedTextData('Link')],
    ['a quoting text', webhooks.quotedData('Link', 'A')],
    ['a caption', webhooks.fileData('image', 'image/jpeg', 'Link')],
  ])('%s', (_, data) => {
    expect(incoming(data)).toMatchObject([{ text: 'Link', answerable: true }]);
  });

  it.each([
    [
      'templateButtonsReplyMessage',
      'templateButtonReplyMessage',
      'selectedId',
      'selectedDisplayText',
    ],
    [
      'templateButtonReplyMessage',
      'templateButtonReplyMessage',
      'selectedId',
      'selectedDisplayText',
    ],
    ['buttonsResponseMessage', 'buttonsResponseMessage', 'selectedButtonId', 'selectedButtonText'],
    [
      'interactiveButtonsResponse',
      'interactiveButtonsResponse',
      'selectedId',
      'selectedDisplayText',
    ],
  ])('a pressed button: %s', (typeMessage, field, id, text) => {
    const data = { typeMessage, [field]: { [id]: 'command:link', [text]: 'My link' } };
    expect(incoming(data)).toMatchObject([
      { button: 'command:link', text: 'My link', answerable: true },
    ]);
  });

  it.each(['sticker', 'reaction', 'edited', 'deleted', 'poll', 'groupInvite', 'buttons'])(
    'a %s as not to be answered',
    (kind) => {
      expect(incoming(webhooks.otherData(`${kind}Message`))).toMatchObject([{ answerable: false }]);
    },
  );

  it.each(['audio', 'location', 'contact'])('a %s as to be answered', (kind) => {
    expect(incoming(webhooks.otherData(`${kind}Message`))).toMatchObject([
      { text: '', answerable: true },
    ]);
  });

  it('somebody whose number WhatsApp hides', () => {
    const chatId = '183912345678901@lid';
    expect(incoming(webhooks.textData('Hi'), { chatId })).toMatchObject([
      { from: { userId: chatId } },
    ]);
    expect(written({ kind: 'text', text: 'Hi' }, { userId: chatId }).chatId).toBe(chatId);
  });

  it.each([
    ['a group', { chatId: '120363043968066561@g.us', sender: CHAT }],
    ['the status list', { chatId: 'status@broadcast', sender: CHAT }],
    ['a channel', { chatId: '120363043968066561@newsletter' }],
    ['a note to oneself', { chatId: '15550783881@c.us' }],
  ])('nothing from %s', (_, more) => {
    expect(incoming(webhooks.textData('Link'), more)).toEqual([]);
  });

  it('that the owner writes to somebody, and nothing from what was sent through its API', () => {
    const link = told(webhooks.textData('Link'));
    expect(green.read(json(webhooks.outgoingMessage(OURS, link)))).toEqual([
      { kind: 'echo', at: AT, to: { waId: CHAT.replace('@c.us', '') } },
    ]);
    expect(green.read(json(webhooks.outgoingApiMessage(OURS, link)))).toEqual([]);
    const group = { ...link, chatId: '120363043968066561@g.us' };
    expect(green.read(json(webhooks.outgoingMessage(OURS, group)))).toEqual([]);
  });

  it('nothing from statuses that are no failure', () => {
    const status = { chatId: CHAT, idMessage: 'A', status: 'delivered', at: AT };
    expect(green.read(json(webhooks.messageStatus(OURS, status)))).toEqual([]);
  });

  it('refuses what is not from its instance', () => {
    const other = webhooks.stateChanged({ ...OURS, idInstance: '1' }, 'authorized', AT);
    expect(() => green.read(json(other))).toThrow(NotReadable);
    expect(() => green.read(json({ object: 'whatsapp_business_account' }))).toThrow(NotReadable);
    const form = { contentType: 'application/x-www-form-urlencoded', body: 'a=b', parameter: {} };
    expect(() => green.read(form)).toThrow(NotReadable);
  });
});

describe('tells the owner', () => {
  it.each([
    ['notAuthorized', /not connected/],
    ['blocked', /blocked your number/],
    ['yellowCard', /spam/],
    ['suspended', /contacts saved on its phone only/],
    ['sleepMode', /sleepMode/],
  ])('of the state %s', (state, what) => {
    expect(green.read(json(webhooks.stateChanged(OURS, state, AT)))).toEqual([
      {
        kind: 'trouble',
        problem: {
          what: expect.stringMatching(what),
          toDo: 'Open the instance in Green-API’s console.',
        },
      },
    ]);
  });

  it.each(['authorized', 'starting'])('nothing of the state %s', (state) => {
    expect(green.read(json(webhooks.stateChanged(OURS, state, AT)))).toEqual([]);
  });

  it('of a message that failed to somebody who hides the number, without the digits of their id', () => {
    const failed = { chatId: '183912345678901@lid', idMessage: 'A', status: 'failed', at: AT };
    expect(green.read(json(webhooks.messageStatus(OURS, failed)))).toMatchObject([
      { problem: { what: 'A message to somebody who hides their number failed: failed' } },
    ]);
  });

  it('of a message that failed, and of the plan', () => {
    const failed = { chatId: CHAT, idMessage: 'A', status: 'noAccount', at: AT };
    expect(green.read(json(webhooks.messageStatus(OURS, failed)))).toMatchObject([
      { kind: 'trouble', problem: { what: 'A message to 447700900142 failed: noAccount' } },
    ]);
    expect(green.read(json(webhooks.quotaExceeded(OURS, 3, AT)))).toMatchObject([
      { kind: 'trouble', problem: { what: expect.stringMatching(/plan/) } },
    ]);
  });
});

describe('writes', () => {
  const url = 'https://wa.me/15550783881?text=Hi';
  const card = { kind: 'card', text: 'Your link', button: 'Open my link', url } as const;

  it('to its instance, the token in the address', () => {
    const body = { kind: 'text', text: 'Hi' } as const;
    expect(green.write({ to: { waId: '491' }, body, ref: 'r.a0' })).toEqual({
      url: 'https://7103.api.greenapi.com/waInstance7103000001/sendMessage/secret',
      method: 'post',
      contentType: 'application/json',
      headers: {},
      payload: '{"chatId":"491@c.us","message":"Hi","linkPreview":false}',
    });
  });

  it.each([
    [{ waId: '447700900142', userId: '183912345678901@lid' }, '183912345678901@lid'],
    [{ waId: '447700900142', userId: 'US.123' }, CHAT],
    [{ userId: '183912345678901@lid' }, '183912345678901@lid'],
  ])('to %j in the chat that WhatsApp has for them now', (to, chatId) => {
    expect(written({ kind: 'text', text: 'Hi' }, to).chatId).toBe(chatId);
  });

  it('a card as a text whose link has a preview of its own', () => {
    expect(written(card)).toEqual({
      chatId: CHAT,
      message: `Your link\n\n${url}`,
      linkPreview: true,
      customPreview: { title: 'Open my link', link: url },
    });
  });

  it('a card with a long link: the preview is that of the link in the text', () => {
    const { message, customPreview } = written({ ...card, url: `${url}${'x'.repeat(300)}` });
    expect(customPreview).toEqual({ title: 'Open my link' });
    expect(message).toContain(url);
  });

  it('buttons as words to write', () => {
    const buttons = [{ id: 'command:link', title: 'My link' }];
    expect(written({ kind: 'choices', text: 'Hello!', buttons })).toMatchObject({
      message: 'Hello!\n\n• My link',
    });
  });

  it('read marks and typing into the chat of the message', () => {
    const [message] = incoming(webhooks.textData('Hi'));
    const key = message && 'key' in message ? message.key : '';
    const read = green.seen(key, false);
    expect(read?.url).toContain('/readChat/');
    expect(JSON.parse(read?.payload ?? '')).toEqual({ chatId: CHAT, idMessage: 'AB12' });
    expect(JSON.parse(green.seen(key, true)?.payload ?? '')).toEqual({
      chatId: CHAT,
      typingTime: 5000,
    });
  });

  it('the settings that bring its webhooks here', () => {
    const request = greenSettings(ACCOUNT, WEBHOOK);
    expect(request.url).toContain('/setSettings/');
    expect(JSON.parse(request.payload ?? '')).toMatchObject({
      webhookUrl: WEBHOOK,
      incomingWebhook: 'yes',
      stateWebhook: 'yes',
      outgoingMessageWebhook: 'yes',
      outgoingAPIMessageWebhook: 'no',
    });
  });
});

it.each<[number, object | string, string]>([
  [200, { idMessage: '3EB0' }, 'accepted'],
  [200, '{"idMess', 'unknown'],
  [0, '', 'unknown'],
  [400, { message: "Validation failed. Details: 'chatId' is required" }, 'refused'],
  [400, 'bad request data', 'refused'],
  [400, 'instance in starting process try later', 'later'],
  [400, 'instance account not authorized', 'broken'],
  [401, 'Unauthorized', 'broken'],
  [403, 'Forbidden', 'broken'],
  [404, '<html>', 'broken'],
  [429, 'Too Many Requests', 'later'],
  [
    466,
    {
      invokeStatus: { status: 'QUOTE_ALLOWED' },
      correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED' },
    },
    'refused',
  ],
  [466, { invokeStatus: { status: 'QUOTE_EXCEEDED' } }, 'broken'],
  [499, '', 'later'],
  [500, '', 'later'],
  [502, 'Bad Gateway', 'later'],
])('judges HTTP %i %j: %s', (status, body, expected) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const verdict = green.judge({ status, body: text });
  expect(verdict.accepted ? 'accepted' : verdict.reason.meaning).toBe(expected);
});

it('never shows the token, whatever Green-API answers', () => {
  const path = '/waInstance7103000001/sendMessage/secret';
  for (const [status, body] of [
    [400, JSON.stringify({ statusCode: 400, path, message: 'Validation failed' })],
    [400, `bad request data at ${path}`],
    [500, path],
  ] as const) {
    expect(JSON.stringify(green.judge({ status, body }))).not.toContain('secret');
  }
});
