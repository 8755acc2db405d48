/** Whom a message reaches and how it fares: recipients, the window, opt-outs, rates, statuses. */
import { textMessage } from '../../local/whatsapp/meta/webhooks';
import {
  ANNA,
  card,
  choices,
  HOUR,
  joined,
  listed,
  template,
  text,
  type World,
  world,
} from './world';

/** The statuses that arrive for what was sent, as `status` or `status code`. */
function fate(w: World): string[] {
  w.meta.pump();
  return listed(w.bodies(), 'statuses').map((status) => {
    const [error] = (status.errors ?? []) as { code: number }[];
    return error ? `${status.status} ${error.code}` : `${status.status}`;
  });
}

describe('recipients', () => {
  it('reaches the person behind `+` and digits, however punctuated', () => {
    const w = world();
    expect(w.send(text('Hi', { to: '+1 (650) 555-1234' })).json.contacts).toEqual([
      { input: '+1 (650) 555-1234', wa_id: ANNA },
    ]);
    expect(w.meta.chat(ANNA).at(-1)).toMatchObject({ text: 'Hi', from: 'business' });
  });

  it("adds the business's country code to a number without `+`, which then is nobody's", () => {
    const w = world();
    w.meta.addPerson({ name: 'Boris', phone: '79991234567' });
    w.meta.write('79991234567', { text: 'Hello' });
    const { json } = w.send(text('Hi', { to: '79991234567' }));
    expect(json.contacts[0].wa_id).toBe('179991234567');
    expect(fate(w)).toEqual(['failed 131026']);
    expect(w.send(text('Hi', { to: ANNA })).json.contacts[0].wa_id).toBe(ANNA);
  });

  it('accepts a number that nobody has, and fails later', () => {
    const w = world();
    expect(w.send(text('Hi', { to: '+4915112345678' })).status).toBe(200);
    expect(fate(w)).toEqual(['failed 131026']);
    expect(listed(w.bodies(), 'statuses')[0]).toMatchObject({
      recipient_id: '4915112345678',
      errors: [{ title: 'Message undeliverable', error_data: { details: expect.any(String) } }],
    });
  });

  it('answers with the wa_id, which is not always the dialled number', () => {
    const w = world();
    w.meta.addPerson({ name: 'Bia', phone: '5511987654321', waId: '551187654321' });
    expect(w.meta.write('551187654321', { text: 'Oi' })).toHaveLength(1);
    expect(listed(w.bodies(), 'messages')[0]?.from).toBe('551187654321');
    expect(w.send(text('Oi', { to: '+5511987654321' })).json.contacts[0].wa_id).toBe(
      '551187654321',
    );
    expect(w.send(text('Oi', { to: '+551187654321' })).json.contacts[0].wa_id).toBe('551187654321');
  });

  it('takes a business-scoped id as `recipient`', () => {
    const w = world();
    w.meta.addPerson({ name: 'Uma', userId: 'US.42' });
    w.meta.write('US.42', { text: 'Hello' });
    expect(w.send(text('Hi', { recipient: 'US.42' })).json.contacts).toEqual([
      { input: 'US.42', user_id: 'US.42' },
    ]);
    expect(fate(w)).toEqual(['sent', 'delivered']);
    expect(listed(w.bodies(), 'statuses')[0]).toMatchObject({ recipient_user_id: 'US.42' });
    expect(listed(w.bodies(), 'statuses')[0]).not.toHaveProperty('recipient_id');
  });

  it('answers 200 to a business-scoped id in `to` and drops the message', () => {
    const w = world();
    w.meta.addPerson({ name: 'Uma', userId: 'US.42' });
    w.meta.write('US.42', { text: 'Hello' });
    expect(w.send(text('Hi', { to: 'US.42' })).status).toBe(200);
    expect(fate(w)).toEqual([]);
    expect(w.meta.chat('US.42').map(({ text }) => text)).toEqual(['Hello']);
  });

  it.each([
    [{}, 100],
    [{ to: 'Anna' }, 131009],
    [{ to: '+' }, 131009],
    [{ recipient: ANNA }, 131009],
    [{ to: '+15550783881' }, 131021],
  ])('refuses %p', (to, code) => expect(world().send(text('Hi', to)).json.error.code).toBe(code));
});

describe('the 24-hour window', () => {
  it('closes 24 hours after the last message: accepted, then failed with 131047', () => {
    const w = world();
    w.state.now += 24 * HOUR - 1;
    w.send(text());
    expect(fate(w)).toEqual(['sent', 'delivered']);
    w.state.now += 1;
    expect(w.send(text()).status).toBe(200);
    expect(fate(w).slice(2)).toEqual(['failed 131047']);
    expect(w.meta.chat(ANNA).at(-1)).toMatchObject({
      status: 'failed',
      error: { code: 131047, title: 'Re-engagement message' },
    });
  });

  it('opens again when the person writes, not when they open the chat or edit', () => {
    const w = world();
    w.state.now += 25 * HOUR;
    w.meta.write(ANNA, { kind: 'request_welcome' });
    w.meta.write(ANNA, { kind: 'edit', text: 'Hullo' });
    w.send(text());
    expect(fate(w)).toEqual(['failed 131047']);
    w.meta.write(ANNA, { text: 'Again' });
    w.send(text());
    expect(fate(w).slice(1)).toEqual(['sent', 'delivered']);
  });

  it('lets an approved template pass', () => {
    const w = world();
    w.state.now += 25 * HOUR;
    expect(w.send(template()).json.messages[0].message_status).toBe('accepted');
    expect(fate(w)).toEqual(['sent', 'delivered']);
    expect(w.meta.chat(ANNA).at(-1)).toMatchObject({
      kind: 'template',
      text: 'joined · Ben · 3',
      link: { url: 'https://wa.me/1555?text=Hi' },
    });
  });
});

describe('those who do not want messages', () => {
  it('refuses marketing templates to whoever pressed Stop, until Resume', () => {
    const w = world();
    w.meta.prefer(ANNA, 'stop');
    expect(listed(w.bodies(), 'user_preferences')).toEqual([
      expect.objectContaining({ wa_id: ANNA, category: 'marketing_messages', value: 'stop' }),
    ]);
    expect(w.send(template()).json.error.code).toBe(131050);
    expect(w.send(template('receipt', [])).status).toBe(200);
    expect(w.send(text()).status).toBe(200);
    w.meta.prefer(ANNA, 'resume');
    expect(w.send(template()).status).toBe(200);
  });

  it('fails later with the code that a person was given', () => {
    const w = world();
    w.meta.people()[0]!.failsWith = 131049;
    w.send(template());
    expect(fate(w)).toEqual(['failed 131049']);
  });
});

describe('rates', () => {
  it('takes 45 messages to one person at once, then one in six seconds', () => {
    const w = world();
    const codes = Array.from({ length: 46 }, () => w.send(text()).json.error?.code);
    expect(codes).toEqual([...Array(45).fill(undefined), 131056]);
    w.state.now += 6000;
    expect(w.send(text()).status).toBe(200);
    expect(w.send(text()).status).toBe(429);
  });

  it('takes 80 messages a second for the number', () => {
    const w = world();
    const send = (index: number) => w.send(text('Hi', { to: `+4915100000${100 + index}` }));
    for (let index = 0; index < 80; index++) expect(send(index).status).toBe(200);
    expect(send(80)).toMatchObject({ status: 429, json: { error: { code: 130429 } } });
    w.state.now += 1000;
    expect(send(81).status).toBe(200);
  });
});

describe('statuses', () => {
  it('carry the opaque data and both ids, and wait for the pump', () => {
    const w = world();
    const { json } = w.send({ ...text(), biz_opaque_callback_data: 'notice:7' });
    expect(w.received).toEqual([]);
    w.meta.pump();
    expect(listed(w.bodies(), 'statuses')[1]).toEqual({
      id: json.messages[0].id,
      status: 'delivered',
      timestamp: String(w.state.now / 1000),
      recipient_id: ANNA,
      recipient_user_id: w.meta.people()[0]!.userId,
      biz_opaque_callback_data: 'notice:7',
    });
  });

  it('tell "read" when the chat is open, or once it is opened', () => {
    const w = world();
    w.send({ ...text(), biz_opaque_callback_data: 'a' });
    expect(fate(w)).toEqual(['sent', 'delivered']);
    w.meta.openChat(ANNA);
    expect(fate(w)).toEqual(['sent', 'delivered', 'read']);
    expect(listed(w.bodies(), 'statuses')[2]?.biz_opaque_callback_data).toBe('a');
    w.send(text());
    expect(fate(w).slice(3)).toEqual(['sent', 'delivered', 'read']);
  });
});

describe('read marks', () => {
  const mark = (id: string, more = {}) => ({ status: 'read', message_id: id, ...more });

  it('mark the message that the person wrote, with a typing indicator if asked', () => {
    const w = world();
    const [hello] = w.meta.chat(ANNA);
    const typing = { typing_indicator: { type: 'text' } };
    expect(w.send(mark(hello!.id, typing)).json).toEqual({ success: true });
    expect(w.meta.chat(ANNA)[0]?.status).toBe('read');
  });

  it('know messages that were made with the builders', () => {
    const w = world();
    w.meta.happen(textMessage({ from: ANNA, text: 'Hi', id: 'wamid.BUILT' }));
    expect(w.send(mark('wamid.BUILT')).status).toBe(200);
  });

  it('are refused for a message that nobody wrote, or another status', () => {
    const w = world();
    expect(w.send(mark('wamid.NONE')).json.error.code).toBe(131009);
    expect(w.send({ status: 'delivered', message_id: 'x' }).json.error.code).toBe(100);
    expect(w.send(mark(w.meta.chat(ANNA)[0]!.id, { typing_indicator: {} })).status).toBe(400);
  });
});

it('shows cards and choices on the phone as they were sent', () => {
  const w = world();
  w.send(card({ display_text: 'Share' }, { footer: { text: 'Thanks' } }));
  w.send(choices({ id: 'link', title: 'My link' }));
  expect(w.meta.chat(ANNA).slice(1)).toMatchObject([
    {
      kind: 'card',
      text: 'Choose',
      footer: 'Thanks',
      link: { title: 'Share', url: 'https://wa.me/1?text=Hi' },
    },
    { kind: 'choices', buttons: [{ id: 'link', title: 'My link' }], status: 'delivered' },
  ]);
  w.send(template('joined', joined(['Zoë', '4'])));
  expect(w.meta.chat(ANNA).at(-1)?.text).toContain('Zoë');
});
