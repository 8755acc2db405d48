/** Every provider against its stand-in: what goes out is accepted and seen, what comes in is understood. */

import { Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { GreenStandIn } from '../../local/whatsapp/green/green';
import { MetaStandIn } from '../../local/whatsapp/meta/meta';
import type { Weather } from '../../local/whatsapp/meta/weather';
import type { OutsideRequest } from '../../local/whatsapp/outside';
import type { PersonOnPhone, ProviderStandIn } from '../../local/whatsapp/standin';
import { telegramKeyOf } from '../../local/whatsapp/telegram/bot';
import { TelegramStandIn } from '../../local/whatsapp/telegram/telegram';
import { TwilioStandIn } from '../../local/whatsapp/twilio/twilio';
import type { Posting } from '../../local/whatsapp/webhook-queue';
import type { Address, Body, Received } from '../../src/program/model';
import { dialog360Provider } from '../../src/whatsapp/dialog360/dialog360';
import { greenProvider } from '../../src/whatsapp/green/green';
import { metaProvider } from '../../src/whatsapp/meta/meta';
import type { HttpRequest, Provider } from '../../src/whatsapp/provider';
import { telegramProvider } from '../../src/whatsapp/telegram/telegram';
import { contentKey, contentRequest, contentSidIn } from '../../src/whatsapp/twilio/content';
import { twilioProvider } from '../../src/whatsapp/twilio/twilio';
import { CAN } from '../providers/shops';
import type { ProviderName } from '../support/providers';
import { WEBHOOK, webhook } from './requests';

const NOW = Date.UTC(2026, 5, 1, 12);
const AMINA = '447700900142';
const LINK = 'https://wa.me/15550783881?text=You%20were%20recommended';
const BODIES = {
  text: { kind: 'text', text: 'Hello' },
  card: { kind: 'card', text: 'Your link', button: 'Open my link', url: LINK },
  choices: { kind: 'choices', text: 'Hello', buttons: [{ id: 'command:link', title: 'My link' }] },
} satisfies Record<string, Body>;

type StandIn = ProviderStandIn & { weather: Weather | ((request: OutsideRequest) => Weather) };
type Deliver = (posting: Posting) => { status: number };

const now = () => NOW;

function fetchFrom(standIn: StandIn, request: HttpRequest) {
  const answer = standIn.answer({
    method: request.method,
    url: request.url,
    headers: {
      ...request.headers,
      ...(request.contentType ? { 'content-type': request.contentType } : {}),
    },
    body: request.payload ?? '',
  });
  return 'fault' in answer ? { status: 0, body: '' } : answer;
}

/** A card and reply buttons get their templates as set-up would make them. */
function twilioWithTemplates(deliver: Deliver): [StandIn, Provider] {
  const standIn = new TwilioStandIn({ now, deliver });
  const { accountSid, authToken, number } = standIn.account;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const templates: Record<string, string> = {};
  for (const body of [BODIES.card, BODIES.choices]) {
    const answer = fetchFrom(standIn, contentRequest(body, authorization));
    templates[contentKey(body)] = contentSidIn(answer);
  }
  const account = {
    accountSid,
    authorization,
    sender: number,
    webhookUrl: WEBHOOK,
    templates,
    now,
  };
  return [standIn, twilioProvider(account)];
}

const PROVIDERS: Record<ProviderName, (deliver: Deliver) => [StandIn, Provider]> = {
  meta(deliver) {
    const standIn = new MetaStandIn({ now, deliver });
    const { phoneNumberId, token } = standIn.business;
    return [standIn, metaProvider({ phoneNumberId, token, graphVersion: 'v26.0' })];
  },
  '360dialog'(deliver) {
    const standIn = new Dialog360StandIn({ now, deliver });
    const { phoneNumberId } = standIn.meta.business;
    return [standIn, dialog360Provider({ phoneNumberId, key: standIn.key })];
  },
  twilio: twilioWithTemplates,
  green(deliver) {
    const standIn = new GreenStandIn({ now, deliver });
    const { apiUrl, idInstance: instance, token } = standIn.instance;
    return [standIn, greenProvider({ apiUrl, instance, token })];
  },
  telegram(deliver) {
    const standIn = new TelegramStandIn({ now, deliver });
    return [standIn, telegramProvider({ token: standIn.bot.token, now })];
  },
};

const NAMES = Object.keys(PROVIDERS) as ProviderName[];

/** How the provider names somebody who hides nothing. */
function nameOf(name: ProviderName, person: PersonOnPhone): Address {
  return CAN[name].numbers ? { waId: person.phone ?? '' } : { userId: telegramKeyOf(person) };
}

/** Amina, who has written; what came of it; and a way to write to her. */
function world(name: ProviderName) {
  const arrived: Received[] = [];
  let provider: Provider | undefined;
  const [standIn, made] = PROVIDERS[name]((posting) => {
    arrived.push(...(provider?.read(webhook(posting)) ?? []));
    return { status: 200 };
  });
  provider = made;
  const amina = standIn.addPerson({ name: 'Amina', phone: AMINA });
  standIn.write(amina.key, { text: 'Hello' });
  const address = nameOf(name, amina);
  const send = (body: Body, to: object = address) => {
    const request = made.write({ to, body, ref: 'token.a0' });
    const verdict = made.judge(fetchFrom(standIn, request));
    standIn.pump();
    return verdict;
  };
  return { standIn, provider: made, arrived, amina, send };
}

describe.each(NAMES)('%s', (name) => {
  it('tells who wrote what', () => {
    const { arrived, amina } = world(name);
    const from = { ...nameOf(name, amina), name: 'Amina' };
    expect(arrived).toMatchObject([{ kind: 'message', at: NOW, from, text: 'Hello' }]);
  });

  it('understands everything that a person can do', () => {
    const w = world(name);
    w.send(BODIES.text);
    w.arrived.length = 0;
    for (const kind of ['image', 'audio', 'sticker', 'location', 'reaction'] as const) {
      w.standIn.write(w.amina.key, { kind });
    }
    const answerable = w.arrived.map((one) => one.kind === 'message' && one.answerable);
    const told = [true, true, false, true, ...(CAN[name].reactions ? [false] : [])];
    expect(answerable).toEqual(told);
    const keys = w.arrived.map((one) => one.kind === 'message' && one.key);
    expect(new Set(keys).size).toBe(told.length);
  });

  it.each(Object.values(BODIES))('sends $kind', (body) => {
    const w = world(name);
    expect(w.send(body)).toEqual({ accepted: true });
    const bubble = w.standIn.chat(w.amina.key).at(-1);
    expect(bubble).toMatchObject({ from: 'business', status: 'delivered' });
    expect(bubble?.text).toContain(body.text);
  });

  it('shows the link of a card as one to tap', () => {
    const w = world(name);
    w.send(BODIES.card);
    const bubble = w.standIn.chat(w.amina.key).at(-1);
    expect(bubble).toMatchObject({ kind: 'card', link: { title: 'Open my link', url: LINK } });
  });

  it('reaches somebody who hides the number, and hears from them', () => {
    const w = world(name);
    const uma = w.standIn.addPerson({ name: 'Uma', phone: '447700900199', showsPhone: false });
    w.arrived.length = 0;
    w.standIn.write(uma.key, { text: 'Hi' });
    const [message] = w.arrived;
    if (message?.kind !== 'message') throw new Error('nothing was told');
    expect(message.from).toEqual({ userId: expect.any(String), name: 'Uma' });
    expect(w.send(BODIES.text, { userId: message.from.userId })).toEqual({ accepted: true });
    expect(w.standIn.chat(uma.key).at(-1)).toMatchObject({ from: 'business', text: 'Hello' });
  });

  it('marks as read and types where it can', () => {
    const w = world(name);
    const [message] = w.arrived;
    const key = message && 'key' in message ? message.key : '';
    for (const typing of [false, true]) {
      const request = w.provider.seen(key, typing);
      if (request) expect(fetchFrom(w.standIn, request).status).toBe(200);
      else expect(CAN[name].readMarks).toBe(false);
    }
  });

  it.each<[Weather, string]>([
    ['down', 'unknown'],
    ['answerLost', 'unknown'],
    ['truncated', 'unknown'],
    ['error500', 'later'],
    ['rateLimited', 'later'],
    ['html', 'later'],
    ['tokenRejected', 'broken'],
  ])('%s: %s', (weather, meaning) => {
    const w = world(name);
    w.standIn.weather = weather;
    expect(w.send(BODIES.text)).toMatchObject({ accepted: false, reason: { meaning } });
  });

  it('keeps no secret of what was sent', () => {
    const w = world(name);
    w.send(BODIES.text);
    const kept = JSON.stringify(w.standIn.outbound);
    for (const secret of [
      'hush',
      'EAAJBlocaltoken',
      'local360key',
      'd75b3a66374942',
      'QUMwMDAw',
      'AAHdqTcvCH1v',
    ]) {
      expect(kept).not.toContain(secret);
    }
    expect(w.standIn.outbound.at(-1)).toMatchObject({ method: 'POST' });
  });
});

it.each(NAMES.filter((name) => CAN[name].reports))(
  '%s reports by ref how a message fared',
  (name) => {
    const w = world(name);
    w.send(BODIES.text);
    expect(w.arrived.slice(1)).toEqual([
      { kind: 'receipt', ref: 'token.a0' },
      { kind: 'receipt', ref: 'token.a0', arrived: true },
    ]);
    w.amina.failsWith = CAN[name].codes.window;
    w.send(BODIES.text);
    expect(w.arrived.at(-1)).toMatchObject({
      kind: 'failure',
      ref: 'token.a0',
      reason: { meaning: 'window' },
    });
  },
);

it.each(NAMES.filter((name) => CAN[name].buttons))('%s tells which button was pressed', (name) => {
  const w = world(name);
  w.send(BODIES.choices);
  w.standIn.write(w.amina.key, { buttonId: 'command:link' });
  expect(w.arrived.at(-1)).toMatchObject({ button: 'command:link', text: 'My link' });
});

it('green names the words to write instead', () => {
  const w = world('green');
  w.send(BODIES.choices);
  expect(w.standIn.chat(w.amina.key).at(-1)).toMatchObject({
    kind: 'text',
    text: 'Hello\n\n• My link',
  });
});
