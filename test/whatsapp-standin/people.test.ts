/** People: what they do in the chat and how Meta tells of it, usernames and hidden numbers. */
import * as webhooks from '../../local/whatsapp/meta/webhooks';
import type { Writing } from '../../local/whatsapp/standin';
import { ANNA, choices, HOUR, list, listed, text, world } from './world';

it("tells a text in Meta's shape", () => {
  const w = world();
  w.meta.write(ANNA, { text: 'Link' });
  const { userId } = w.meta.people()[0]!;
  expect(w.bodies()).toEqual([
    {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '102290129340398',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: {
                  display_phone_number: '15550783881',
                  phone_number_id: '106540352242922',
                },
                contacts: [{ profile: { name: 'Anna' }, wa_id: ANNA, user_id: userId }],
                messages: [
                  {
                    from: ANNA,
                    from_user_id: userId,
                    id: w.meta.chat(ANNA).at(-1)?.id,
                    timestamp: String(w.state.now / 1000),
                    type: 'text',
                    text: { body: 'Link' },
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ]);
});

describe('buttons', () => {
  it('are answered with their id and title', () => {
    const w = world();
    w.send(choices({ id: 'link', title: 'My link' }));
    w.meta.write(ANNA, { buttonId: 'link' });
    expect(listed(w.bodies(), 'messages')[0]).toMatchObject({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'link', title: 'My link' } },
      context: { id: w.meta.chat(ANNA)[1]?.id },
    });
    expect(w.meta.chat(ANNA).at(-1)).toMatchObject({ from: 'person', text: 'My link' });
  });

  it('of a list are answered as list_reply', () => {
    const w = world();
    w.send(list([{ rows: [{ id: 'r', title: 'Row', description: 'More' }] }]));
    w.meta.write(ANNA, { buttonId: 'r' });
    expect(listed(w.bodies(), 'messages')[0]?.interactive).toEqual({
      type: 'list_reply',
      list_reply: { id: 'r', title: 'Row', description: 'More' },
    });
  });

  it('that are not in the chat cannot be pressed', () => {
    expect(() => world().meta.write(ANNA, { buttonId: 'x' })).toThrow(
      /No message in this chat has/,
    );
  });
});

it.each<NonNullable<Writing['kind']>>([
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'order',
  'unsupported',
  'edit',
  'revoke',
  'request_welcome',
])('a person can do this: %s', (kind) => {
  const w = world();
  w.send(text());
  w.meta.write(ANNA, { kind, text: 'words' });
  const [message] = listed(w.bodies(), 'messages');
  expect(message).toMatchObject({ type: kind, from: ANNA, id: expect.stringMatching(/^wamid\./) });
  if (kind !== 'request_welcome') expect(message).toHaveProperty(kind);
});

it('edits and revokes what was written', () => {
  const w = world();
  const id = w.meta.chat(ANNA)[0]?.id;
  w.meta.write(ANNA, { kind: 'edit', text: 'Hullo' });
  expect(listed(w.bodies(), 'messages')[0]?.edit).toMatchObject({
    original_message_id: id,
    message: { type: 'text', text: { body: 'Hullo' } },
  });
  expect(w.meta.chat(ANNA)).toHaveLength(1);
  expect(w.meta.chat(ANNA)[0]?.text).toBe('Hullo');
});

it.each([
  [{}, /no text/],
  [{ text: '' }, /no text/],
  [{ kind: 'reaction' as const }, /no message in this chat for the reaction/],
])('cannot write %p', (writing, reason) => {
  const w = world();
  expect(() => w.meta.write(ANNA, writing)).toThrow(reason);
});

it('finds nobody who was not added, and adds nobody twice', () => {
  const { meta } = world();
  expect(() => meta.write('4915112345678', { text: 'Hi' })).toThrow(/add the person first/);
  expect(() => meta.addPerson({ name: 'Anne', phone: ANNA })).toThrow(/already belongs to Anna/);
  expect(() => meta.addPerson({ name: 'Nobody' })).toThrow(/needs a phone number/);
});

describe('a person with a username', () => {
  const uma = {
    name: 'Uma',
    username: '@uma',
    phone: '16505550042',
    userId: 'US.42',
    showsPhone: false,
  };
  const withUma = () => {
    const w = world();
    w.meta.addPerson(uma);
    return w;
  };

  it('shows no phone anywhere in the webhook', () => {
    const w = withUma();
    w.meta.write('US.42', { text: 'Hello' });
    expect(w.received[0]?.body).not.toContain(uma.phone);
    expect(listed(w.bodies(), 'contacts')).toEqual([
      { profile: { name: 'Uma', username: '@uma' }, user_id: 'US.42' },
    ]);
    expect(listed(w.bodies(), 'messages')[0]).not.toHaveProperty('from');
  });

  it('shows it for 30 days after contact by phone', () => {
    const w = withUma();
    w.meta.write('US.42', { text: 'Hello' });
    w.send(text('Hi', { to: `+${uma.phone}` }));
    w.state.now += 30 * 24 * HOUR - 1;
    w.meta.write('US.42', { text: 'Still' });
    w.state.now += 1;
    w.meta.write('US.42', { text: 'No more' });
    expect(listed(w.bodies(), 'messages').map(({ from }) => from)).toEqual([
      undefined,
      uma.phone,
      undefined,
    ]);
  });
});

describe('a change of number', () => {
  it('tells the old and the new number and id, without contacts', () => {
    const w = world();
    const { userId } = w.meta.people()[0]!;
    w.meta.changeNumber(ANNA, '16505559999');
    expect(w.meta.people()[0]).toMatchObject({ key: 'person-1', phone: '16505559999' });
    expect(listed(w.bodies(), 'contacts')).toEqual([]);
    expect(listed(w.bodies(), 'messages')[0]).toMatchObject({
      type: 'system',
      from: ANNA,
      system: {
        type: 'user_changed_number',
        wa_id: '16505559999',
        user_id: w.meta.people()[0]?.userId,
        previous_user_id: userId,
      },
    });
    expect(w.meta.people()[0]?.userId).not.toBe(userId);
  });

  it('of a hidden number tells the ids alone', () => {
    const w = world();
    w.meta.addPerson({ name: 'Uma', phone: '16505550042', userId: 'US.42', showsPhone: false });
    w.meta.changeNumber('US.42', '16505550043');
    expect(w.received[0]?.body).not.toContain('1650555004');
    expect(listed(w.bodies(), 'messages')[0]?.system).toMatchObject({
      type: 'user_changed_user_id',
      previous_user_id: 'US.42',
    });
  });
});

describe('builders', () => {
  it('put neighbours into one change and know another business number', () => {
    const body = webhooks.metaWebhook(
      [
        webhooks.textMessage({ from: '1', name: 'A', text: 'one' }),
        webhooks.textMessage({ from: '1', name: 'A', text: 'two' }),
        webhooks.messageStatus({ id: 'wamid.A', status: 'failed', errorCode: 131047 }),
        webhooks.errorUpdate(130429),
      ],
      { phoneNumberId: 'other' },
    );
    expect(body.entry).toHaveLength(1);
    expect(body.entry[0]?.changes.map(({ value }) => value)).toMatchObject([
      { metadata: { phone_number_id: 'other' }, contacts: [{ wa_id: '1' }], messages: [{}, {}] },
      { statuses: [{ errors: [{ code: 131047 }] }] },
      { errors: [{ code: 130429 }] },
    ]);
    expect(listed([body], 'contacts')).toHaveLength(1);
  });

  it('give every message an id of its own', () => {
    const ids = Array.from(
      { length: 300 },
      () => webhooks.imageMessage({ from: '1' }).value.messages,
    );
    expect(new Set(ids.map((message) => JSON.stringify(message))).size).toBe(300);
  });

  it('leave out what Meta leaves out', () => {
    const { value } = webhooks.textMessage({ userId: 'US.1', text: 'Hi', at: 5000, id: 'wamid.X' });
    expect(value).toEqual({
      contacts: [{ profile: { name: 'Somebody' }, user_id: 'US.1' }],
      messages: [
        { from_user_id: 'US.1', id: 'wamid.X', timestamp: '5', type: 'text', text: { body: 'Hi' } },
      ],
    });
  });

  it('make template buttons and form answers', () => {
    const button = webhooks.templateButton({ from: '1', payload: 'P', text: 'T' });
    const flow = webhooks.flowReply({ from: '1', response: { a: 1 } });
    expect(listed([webhooks.metaWebhook([button, flow])], 'messages')).toMatchObject([
      { type: 'button', button: { payload: 'P', text: 'T' } },
      { interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}' } } },
    ]);
  });
});
