/** Twilio as a provider: forms in, forms out, content templates, errors by meaning. */
import { inboundForm, statusForm } from '../../local/whatsapp/twilio/webhooks';
import type { Body } from '../../src/program/model';
import { NotReadable } from '../../src/whatsapp/provider';
import { contentKey, contentRequest, contentSidIn } from '../../src/whatsapp/twilio/content';
import { type TwilioAccount, twilioProvider } from '../../src/whatsapp/twilio/twilio';
import { json, WEBHOOK, webhook } from './requests';

const AC = `AC${'1'.repeat(32)}`;
const HX = `HX${'a'.repeat(32)}`;
const MG = `MG${'b'.repeat(32)}`;
const SM = `SM${'5'.repeat(32)}`;
const NOW = Date.UTC(2026, 5, 1);
const OURS = { accountSid: AC, number: '15550783881' };
const URL_ = 'https://wa.me/15550783881?text=Hi';
const card = (more = {}) =>
  ({ kind: 'card', text: 'Your link', button: 'Open my link', url: URL_, ...more }) as const;
const choices = {
  kind: 'choices',
  text: 'Hello!',
  buttons: [{ id: 'command:link', title: 'My link' }],
} as const satisfies Body;

const twilio = (more: Partial<TwilioAccount> = {}) =>
  twilioProvider({
    accountSid: AC,
    authorization: 'Basic QUM6dG9rZW4=',
    sender: '+1 555 078 3881',
    webhookUrl: WEBHOOK,
    templates: {},
    now: () => NOW,
    ...more,
  });

const written = (body: Body, more: Partial<TwilioAccount> = {}) => {
  const request = twilio(more).write({ to: { waId: '447700900142' }, body, ref: 'tok.a0' });
  return Object.fromEntries(new URLSearchParams(request.payload));
};

describe('writes', () => {
  it('a text as a form with basic auth and a callback that holds the ref', () => {
    const message = { to: { waId: '491' }, body: { kind: 'text', text: 'a & b' }, ref: 't.n0' };
    const request = twilio().write(message as Parameters<ReturnType<typeof twilio>['write']>[0]);
    expect(request).toMatchObject({
      url: `https://api.twilio.com/2010-04-01/Accounts/${AC}/Messages.json`,
      method: 'post',
      contentType: 'application/x-www-form-urlencoded',
      headers: { Authorization: 'Basic QUM6dG9rZW4=' },
    });
    expect(Object.fromEntries(new URLSearchParams(request.payload))).toEqual({
      From: 'whatsapp:+15550783881',
      To: 'whatsapp:+491',
      Body: 'a & b',
      StatusCallback: `${WEBHOOK}&ref=t.n0`,
    });
  });

  it('from a Messaging Service, and with no callback while the webhook is not known', () => {
    const form = written({ kind: 'text', text: 'Hi' }, { sender: MG, webhookUrl: '' });
    expect(form).toEqual({ MessagingServiceSid: MG, To: 'whatsapp:+447700900142', Body: 'Hi' });
  });

  it('to somebody who hides the number by their id', () => {
    const body = { kind: 'text', text: 'Hi' } as const;
    const { payload } = twilio().write({ to: { userId: 'US.123' }, body, ref: 'r.a0' });
    expect(new URLSearchParams(payload).get('To')).toBe('whatsapp:US.123');
  });

  it('a card with its template, the end of the link as a variable', () => {
    const form = written(card(), { templates: { [contentKey(card())]: HX } });
    expect(form).toMatchObject({ ContentSid: HX });
    expect(form).not.toHaveProperty('Body');
    expect(JSON.parse(form.ContentVariables ?? '')).toEqual({
      1: 'Your link',
      2: '15550783881?text=Hi',
    });
  });

  it.each([
    ['no template', card(), {}],
    ['a template of another wording', card({ button: 'Open' }), { [contentKey(card())]: HX }],
    ['a link elsewhere', card({ url: 'https://a.b/c' }), { [contentKey(card())]: HX }],
    [
      'a link too long',
      card({ url: `https://wa.me/?text=${'x'.repeat(1590)}` }),
      { [contentKey(card())]: HX },
    ],
  ])('a card as a text with its link: %s', (_, body, templates) => {
    const form = written(body, { templates });
    expect(form).not.toHaveProperty('ContentSid');
    expect(form.Body).toContain(body.url);
  });

  it('reply buttons with their template, else as words to write', () => {
    expect(written(choices).Body).toBe('Hello!\n\n• My link');
    const form = written(choices, { templates: { [contentKey(choices)]: HX } });
    expect(form).toMatchObject({ ContentSid: HX, ContentVariables: '{"1":"Hello!"}' });
  });

  it('reply buttons that say the same as words to write, template or not', () => {
    const buttons = [...choices.buttons, { id: 'command:inviter', title: 'my  link' }];
    const same: Body = { kind: 'choices', text: 'Hello!', buttons };
    const form = written(same, { templates: { [contentKey(same)]: HX } });
    expect(form.Body).toBe('Hello!\n\n• My link\n• my  link');
  });

  it('a template with a callback that says so: outside the window it fails like a text', () => {
    const notice: Body = { kind: 'template', name: HX, language: 'en', values: ['Ben'] };
    expect(written(notice).StatusCallback).toBe(`${WEBHOOK}&ref=tok.a0&template=1`);
  });

  it("the owner's notice template outside the window", () => {
    const notice: Body = { kind: 'template', name: HX, language: 'en', values: ['Ben', '3'] };
    expect(written(notice)).toMatchObject({
      ContentSid: HX,
      ContentVariables: '{"1":"Ben","2":"3"}',
    });
    expect(written({ ...notice, values: [] })).not.toHaveProperty('ContentVariables');
  });
});

it('never marks as read', () => {
  expect(twilio().seen(SM, true)).toBeNull();
});

describe('the content template', () => {
  it('of a card has the text and the end of the link for variables', () => {
    const request = contentRequest(card(), 'Basic x');
    expect(request).toMatchObject({
      url: 'https://content.twilio.com/v1/Content',
      contentType: 'application/json',
      headers: { Authorization: 'Basic x' },
    });
    expect(JSON.parse(request.payload ?? '').types).toEqual({
      'twilio/call-to-action': {
        body: '{{1}}',
        actions: [{ type: 'URL', title: 'Open my link', url: 'https://wa.me/{{2}}' }],
      },
    });
  });

  it('of reply buttons has their ids', () => {
    expect(JSON.parse(contentRequest(choices, '').payload ?? '').types).toEqual({
      'twilio/quick-reply': {
        body: '{{1}}',
        actions: [{ type: 'QUICK_REPLY', title: 'My link', id: 'command:link' }],
      },
    });
  });

  it('is known by the wording of its buttons', () => {
    const keys = [card(), card({ button: 'Open' }), choices].map(contentKey);
    expect(new Set(keys).size).toBe(3);
    expect(contentKey(card({ text: 'Other' }))).toBe(keys[0]);
  });

  it('gives its SID when it was made', () => {
    expect(contentSidIn({ status: 201, body: `{"sid":"${HX}"}` })).toBe(HX);
    expect(contentSidIn({ status: 400, body: '{"code":20001}' })).toBe('');
    expect(contentSidIn({ status: 502, body: '<html>' })).toBe('');
  });
});

describe('reads', () => {
  const inbound = (more: Partial<Parameters<typeof inboundForm>[1]> = {}) =>
    inboundForm(OURS, {
      sid: SM,
      phone: '447700900142',
      userId: 'GB.1',
      name: 'Amina\u202e Yusuf',
      type: 'text',
      body: 'Link',
      ...more,
    });

  it('a text', () => {
    expect(twilio().read(webhook(inbound()))).toEqual([
      {
        kind: 'message',
        key: SM,
        at: NOW,
        from: { waId: '447700900142', userId: 'GB.1', name: 'Amina Yusuf' },
        text: 'Link',
        answerable: true,
      },
    ]);
  });

  it('somebody who hides the number', () => {
    const { phone: _, ...hidden } = {
      phone: '',
      sid: SM,
      userId: 'GB.1',
      name: '',
      type: 'text',
      body: 'Hi',
    };
    expect(twilio().read(webhook(inboundForm(OURS, hidden)))).toMatchObject([
      { from: { userId: 'GB.1' } },
    ]);
  });

  it('a pressed button', () => {
    const more = { ButtonPayload: 'command:link', ButtonText: 'My link' };
    const form = inbound({ type: 'button', body: 'My link', more });
    expect(twilio().read(webhook(form))).toMatchObject([
      { button: 'command:link', text: 'My link' },
    ]);
  });

  it.each(['sticker', 'reaction', 'unsupported'])('a %s as not to be answered', (type) => {
    expect(twilio().read(webhook(inbound({ type })))).toMatchObject([{ answerable: false }]);
  });

  it('nothing for another number of the account, unless a Messaging Service has many', () => {
    const form = inboundForm(
      { ...OURS, number: '15550000000' },
      { sid: SM, phone: '447700900142', userId: 'GB.1', name: '', type: 'text', body: 'Hi' },
    );
    expect(twilio().read(webhook(form))).toEqual([]);
    expect(twilio({ sender: MG }).read(webhook(form))).toHaveLength(1);
  });

  const status = (status: string, errorCode?: number, url = `${WEBHOOK}&ref=tok.n0`) =>
    webhook(
      statusForm(OURS, {
        url,
        sid: SM,
        to: 'whatsapp:+447700900142',
        status,
        ...(errorCode ? { errorCode } : {}),
      }),
    );

  it.each(['queued', 'sent'])('%s as a receipt', (name) => {
    expect(twilio().read(status(name))).toEqual([{ kind: 'receipt', ref: 'tok.n0' }]);
  });

  it.each(['delivered', 'read'])('%s as a receipt of what arrived', (name) => {
    expect(twilio().read(status(name))).toEqual([
      { kind: 'receipt', ref: 'tok.n0', arrived: true },
    ]);
  });

  it.each(['failed', 'undelivered'])('%s as a failure with its meaning', (name) => {
    expect(twilio().read(status(name, 63016))).toEqual([
      {
        kind: 'failure',
        key: `${SM}.failed`,
        at: NOW,
        ref: 'tok.n0',
        reason: { meaning: 'window', text: 'they have not written for 24 hours (63016)' },
      },
    ]);
  });

  it('a status without a ref as nothing', () => {
    expect(twilio().read(status('failed', 63016, WEBHOOK))).toEqual([]);
  });

  it('leaves what is written in a group alone', () => {
    const about = { sid: SM, phone: '447700900142', userId: 'GB.1', name: 'Amina', type: 'text' };
    const read = (more: Record<string, string>) =>
      twilio().read(webhook(inboundForm(OURS, { ...about, body: 'Link', more })));
    expect(read({ GroupId: 'Y2FwaV9ncm91cDox' })).toEqual([]);
    expect(read({ GroupId: '' })).toHaveLength(1);
  });

  it('refuses what is not from its account', () => {
    const other = { ...OURS, accountSid: `AC${'2'.repeat(32)}` };
    const form = inboundForm(other, { sid: SM, userId: 'GB.1', name: '', type: 'text', body: '' });
    expect(() => twilio().read(webhook(form))).toThrow(NotReadable);
    expect(() => twilio().read(json({ object: 'whatsapp_business_account' }))).toThrow(NotReadable);
  });
});

describe('judges', () => {
  const meaning = (status: number, body: object | string) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const verdict = twilio().judge({ status, body: text });
    return verdict.accepted ? 'accepted' : verdict.reason.meaning;
  };

  it.each<[number, object | string, string]>([
    [201, { sid: SM, status: 'queued' }, 'accepted'],
    [201, '{"sid":"SM5', 'unknown'],
    [0, '', 'unknown'],
    [500, { code: 20500 }, 'later'],
    [503, '<html>', 'later'],
    [429, { code: 20429 }, 'later'],
    [429, '', 'later'],
    [401, { code: 20003 }, 'broken'],
    [401, '', 'broken'],
    [404, { code: 20404 }, 'broken'],
    [400, { code: 63007 }, 'broken'],
    [400, { code: 21705 }, 'broken'],
    [400, { code: 21211 }, 'refused'],
    [400, { code: 21617 }, 'refused'],
    [400, { code: 21655 }, 'template'],
    [400, { code: 21610 }, 'stopped'],
    [400, { code: 63016 }, 'window'],
    [400, { code: 63018 }, 'later'],
    [400, { code: 63038 }, 'later'],
    [400, { code: 63003 }, 'refused'],
    [400, { code: 63015 }, 'refused'],
    [400, { code: 63024 }, 'refused'],
    [400, { code: 63032 }, 'template'],
    [400, { code: 99999 }, 'refused'],
    [400, 'nonsense', 'refused'],
  ])('HTTP %i %j: %s', (status, body, expected) => {
    expect(meaning(status, body)).toBe(expected);
  });

  it("tells Twilio's own sentence where there is none better", () => {
    const body = JSON.stringify({ code: 21617, message: 'The body exceeds 1600 characters' });
    expect(twilio().judge({ status: 400, body })).toEqual({
      accepted: false,
      reason: { meaning: 'refused', text: 'The body exceeds 1600 characters (21617)' },
    });
  });
});
