/** 360dialog's stand-in: its address, key, routes and refusals; the rest is Meta's. */
import { type Dialog360Options, Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { ANNA, card, text } from './world';

const BASE = 'https://waba-v2.360dialog.io';
const MINUTE = 60_000;

function world(options: Partial<Dialog360Options> = {}) {
  const state = { now: Date.UTC(2026, 8, 1), appStatus: 200 };
  const received: { body: string; url?: string }[] = [];
  const dialog = new Dialog360StandIn({
    now: () => state.now,
    key: 'AK',
    deliver: (webhook) => {
      received.push(webhook);
      return { status: state.appStatus };
    },
    ...options,
  });
  if (!options.state) {
    dialog.addPerson({ name: 'Anna', phone: ANNA });
    dialog.write(ANNA, { text: 'Hello' });
    received.length = 0;
  }
  const call = (method: string, path: string, body?: object, key = 'AK') => {
    const answer = dialog.answer({
      method,
      url: `${BASE}${path}`,
      headers: { 'D360-API-KEY': key, 'Content-Type': 'application/json' },
      body: body ? JSON.stringify(body) : '',
    });
    if ('fault' in answer) throw new Error(answer.fault);
    return { status: answer.status, json: JSON.parse(answer.body) };
  };
  const send = (message: object, key?: string) =>
    call('POST', '/messages', { messaging_product: 'whatsapp', ...message }, key);
  return { dialog, state, received, call, send };
}

it('answers only its own address', () => {
  const { dialog } = world();
  expect(dialog.handles(`${BASE}/messages`)).toBe(true);
  expect(dialog.handles('https://graph.facebook.com/v26.0/1/messages')).toBe(false);
});

it('refuses another key with its own words', () => {
  expect(world().send(text(), 'other')).toEqual({
    status: 401,
    json: {
      meta: {
        success: false,
        http_code: 401,
        developer_message: 'Invalid api_key or token expired',
      },
    },
  });
});

it.each([
  ['POST', '/v1/messages'],
  ['GET', '/messages'],
  ['POST', '/106540352242922/messages'],
])('blocks %s %s', (method, path) => {
  const { status, json } = world().call(method, path, {});
  expect(status).toBe(403);
  expect(json.meta.developer_message).toMatch(/is blocked/);
});

it("takes Meta's messages and shows them on the phone", () => {
  const w = world();
  expect(w.send(card())).toMatchObject({
    status: 200,
    json: { messages: [{ id: expect.stringMatching(/^wamid\./) }] },
  });
  expect(w.dialog.chat(ANNA).at(-1)).toMatchObject({ kind: 'card', from: 'business' });
});

it("refuses what Meta refuses, in Meta's words", () => {
  const { status, json } = world().send(text('x'.repeat(4097)));
  expect(status).toBe(400);
  expect(json.error.code).toBe(100);
});

it('keeps the 24-hour window', () => {
  const w = world();
  w.state.now += 24 * 60 * MINUTE;
  w.send(text());
  expect(w.dialog.chat(ANNA).at(-1)).toMatchObject({ status: 'failed', error: { code: 131047 } });
});

describe('the webhook', () => {
  const url = 'https://script.google.com/macros/s/AKfy/exec?key=hush';

  it("brings Meta's bodies, again until answered with 200", () => {
    const w = world();
    w.state.appStatus = 302;
    w.dialog.write(ANNA, { text: 'Link' });
    w.state.appStatus = 200;
    w.state.now += MINUTE;
    expect(w.dialog.pump()).toMatchObject([{ attempt: 2, status: 200 }]);
    expect(w.received[0]?.body).toBe(w.received[1]?.body);
    expect(JSON.parse(w.received[0]?.body ?? '')).toMatchObject({
      object: 'whatsapp_business_account',
    });
  });

  it('goes to the address that is set', () => {
    const w = world();
    expect(w.call('POST', '/v1/configs/webhook', { url })).toEqual({ status: 200, json: { url } });
    w.dialog.write(ANNA, { text: 'Link' });
    expect(w.received[0]?.url).toBe(url);
    expect(w.call('GET', '/v1/configs/webhook').json).toEqual({ url });
  });

  it.each([{}, { url: 'http://insecure' }])('is not set to %j', (body) => {
    expect(world().call('POST', '/v1/configs/webhook', body).status).toBe(400);
  });
});

it('has bad weather', () => {
  const w = world();
  w.dialog.weather = 'tokenRejected';
  expect(w.send(text()).status).toBe(401);
  w.dialog.weather = ({ body }) => (body.includes('rain') ? 'down' : 'fine');
  expect(() => w.send(text('rain'))).toThrow('timeout');
  expect(w.send(text('sun')).status).toBe(200);
});

it('goes on after a restart where it was', () => {
  const w = world();
  w.send(text('Before'));
  const saved = JSON.parse(JSON.stringify(w.dialog.save()));
  const again = world({ state: saved, now: () => w.state.now });
  again.dialog.pump();
  expect(again.received).toHaveLength(2);
  expect(again.dialog.chat(ANNA)).toEqual([
    expect.objectContaining({ text: 'Hello' }),
    expect.objectContaining({ text: 'Before', status: 'delivered' }),
  ]);
  expect(again.dialog.outbound).toEqual(w.dialog.outbound);
});
