/** What connecting asks of each provider, against the providers’ stand-ins, and what the pages say about it. */

import type { OutsideAnswer, OutsideRequest } from '../../local/apps-script';
import { Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { GreenStandIn } from '../../local/whatsapp/green/green';
import { MetaStandIn } from '../../local/whatsapp/meta/meta';
import { TelegramStandIn } from '../../local/whatsapp/telegram/telegram';
import { TwilioStandIn } from '../../local/whatsapp/twilio/twilio';
import { PROVIDERS } from '../../src/owner/pages/shared/providers';
import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings } from '../../src/program/settings';
import { SET_UPS } from '../../src/script/asking';
import type { Ask, ProviderSetUp, Values } from '../../src/whatsapp/set-up';

const NUMBER = '15550783881';
const HOOK = { address: 'https://script.google.com/macros/s/x/exec?key=k', key: 'k' };
const now = () => Date.UTC(2026, 5, 1, 12);
const deliver = () => ({ status: 200 });

/** Asks a stand-in as the script does. */
function asking(answer: (request: OutsideRequest) => OutsideAnswer) {
  const asked: string[] = [];
  const ask: Ask = ({ url, method, headers, contentType, payload }) => {
    const sent = Object.entries({
      ...headers,
      ...(contentType && { 'content-type': contentType }),
    });
    const got = answer({
      url,
      method,
      headers: Object.fromEntries(sent.map(([name, text]) => [name.toLowerCase(), text])),
      body: payload ?? '',
    });
    asked.push(`${method} ${new URL(url).hostname}`);
    if (!('status' in got) || got.status > 299) throw new Error(`refused: ${JSON.stringify(got)}`);
    return JSON.parse(got.body);
  };
  return { ask, asked };
}

function setUp(id: string): ProviderSetUp {
  const found = SET_UPS[id];
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

interface Account {
  id: string;
  answer: (request: OutsideRequest) => OutsideAnswer;
  /** Secrets are among them. */
  values: Values;
  secret: string;
  number: string;
}

/** Meta, which calls the address that it is given. */
function metaAccount(): Account & { meta: MetaStandIn } {
  const meta = new MetaStandIn({
    now,
    deliver,
    displayPhoneNumber: NUMBER,
    fetchUrl: (url: string) => ({
      status: 200,
      body: new URL(url).searchParams.get('hub.challenge') ?? '',
    }),
  });
  const values = {
    'Phone number id': meta.business.phoneNumberId,
    'Graph version': 'v26.0',
    metaAccount: meta.business.wabaId,
    metaToken: meta.business.token,
  };
  const answer = (request: OutsideRequest) => meta.answer(request);
  return { id: 'meta', answer, values, secret: 'metaToken', number: NUMBER, meta };
}

/** Each provider with a stand-in, the values that are right, and which of them is the secret. */
function accounts(): Account[] {
  const dialog360 = new Dialog360StandIn({ now, deliver, displayPhoneNumber: NUMBER });
  const twilio = new TwilioStandIn({ now, deliver });
  const green = new GreenStandIn({ now, deliver });
  const telegram = new TelegramStandIn({ now, deliver });
  const { accountSid, authToken } = twilio.account;
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return [
    metaAccount(),
    {
      id: '360dialog',
      answer: (request) => dialog360.answer(request),
      values: { dialog360Key: 'local360key_AK' },
      secret: 'dialog360Key',
      number: '',
    },
    {
      id: 'twilio',
      answer: (request) => twilio.answer(request),
      values: { 'Twilio account SID': accountSid, twilioAuthorization: basic },
      secret: 'twilioAuthorization',
      number: '',
    },
    {
      id: 'green',
      answer: (request) => green.answer(request),
      values: {
        'Green-API address': 'https://7103.api.greenapi.com',
        'Green-API instance': green.instance.idInstance,
        greenToken: green.instance.token,
      },
      secret: 'greenToken',
      number: green.instance.number,
    },
    {
      id: 'telegram',
      answer: (request) => telegram.answer(request),
      values: { telegramToken: telegram.bot.token },
      secret: 'telegramToken',
      number: '',
    },
  ];
}

const accountOf = (id: string) => accounts().find((one) => one.id === id) as Account;

test('every provider that the program knows can be connected', () => {
  const known = PROVIDERS.map(({ id }) => id);
  expect(known).toEqual(['meta', '360dialog', 'twilio', 'green', 'telegram']);
  expect(Object.keys(SET_UPS)).toEqual(known);
  for (const id of known) expect(readSettings({ Provider: id }, CATALOGUE).problems).toEqual({});
});

test('the pages ask for exactly what the server takes', () => {
  for (const { id, title, fields, registers, templates } of PROVIDERS) {
    const { enters, register, title: known, templates: some } = setUp(id);
    const of = (kind: string) =>
      fields.filter((field) => field.kind === kind).map(({ name }) => name);
    expect(of('setting').sort()).toEqual([...enters.settings].sort());
    expect(of('noted')).toEqual(enters.noted);
    expect(of('secret')).toEqual(enters.secrets);
    expect({ registers, title }).toEqual({ registers: register !== undefined, title: known });
    expect(templates).toBe(some !== undefined);
  }
});

describe.each(accounts().map(({ id }) => id))('%s', (id) => {
  test('the right values are confirmed, with the number where it is told', () => {
    const { answer, values, number } = accountOf(id);
    expect(setUp(id).account(asking(answer).ask, values).number).toBe(number);
  });

  test('a wrong secret is refused', () => {
    const { answer, values, secret } = accountOf(id);
    const { ask } = asking(answer);
    expect(() => setUp(id).account(ask, { ...values, [secret]: 'wrong' })).toThrow('refused');
  });

  test('the webhook is registered where there is an API for it', () => {
    const { answer, values } = accountOf(id);
    const { ask, asked } = asking(answer);
    setUp(id).register?.(ask, values, HOOK);
    expect(asked.length > 0).toBe(id !== 'twilio');
  });
});

describe('Meta', () => {
  test('without the account id the webhook cannot be registered, and it says so', () => {
    const { answer, values } = accountOf('meta');
    const { metaAccount: _, ...rest } = values;
    expect(() => setUp('meta').register?.(asking(answer).ask, rest, HOOK)).toThrow(
      'Business Account ID is missing',
    );
  });

  test('the app is subscribed with its secret, “messages” included', () => {
    const { answer, values, meta } = metaAccount();
    meta.fieldSubscribed = false;
    const { ask } = asking(answer);
    const { registerApp } = setUp('meta');
    expect(() => registerApp?.(ask, values, HOOK, 'not the secret')).toThrow('client secret');
    expect(meta.fieldSubscribed).toBe(false);
    registerApp?.(ask, values, HOOK, meta.business.appSecret);
    expect(meta.fieldSubscribed).toBe(true);
  });

  test('ids that are no ids do not lead elsewhere', () => {
    const asked: string[] = [];
    const ask: Ask = ({ url }) => {
      asked.push(url);
      return {};
    };
    const values = {
      'Phone number id': '1/../../me?x=',
      'Graph version': '..',
      metaAccount: 'a/b',
    };
    setUp('meta').account(ask, values);
    setUp('meta').templates?.state(ask, values, 'a&b', 'en');
    expect(asked.map((url) => new URL(url).hostname)).toEqual(Array(2).fill('graph.facebook.com'));
    expect(asked.join()).not.toContain('/me?');
  });
});

test('Twilio: templates for the buttons are made once', () => {
  const { answer, values } = accountOf('twilio');
  const { ask, asked } = asking(answer);
  const { settings } = readSettings({}, CATALOGUE);
  const { twilioTemplates = '' } = setUp('twilio').prepare?.(ask, values, settings) ?? {};
  expect(Object.values(JSON.parse(twilioTemplates))).toEqual(
    Array(7).fill(expect.stringMatching(/^HX/)),
  );
  setUp('twilio').prepare?.(ask, { ...values, twilioTemplates }, settings);
  expect(asked).toHaveLength(7);
});

test('Twilio: the token is kept as the header that it is sent in', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const values = { 'Twilio account SID': 'AC1' };
  expect(setUp('twilio').kept?.('twilioAuthorization', 'secret', values, base64)).toBe(
    `Basic ${base64('AC1:secret')}`,
  );
});

describe('Green-API', () => {
  test('an instance whose phone is not linked is not confirmed', () => {
    const green = new GreenStandIn({ now, deliver });
    Object.assign(green.instance, { stateInstance: 'notAuthorized' });
    const { ask } = asking((request) => green.answer(request));
    expect(() => setUp('green').account(ask, accountOf('green').values)).toThrow('notAuthorized');
  });

  test.each([
    'https://7103.api.greenapi.com',
    'https://7103.api.greenapi.com/',
    'https://api.green-api.com',
  ])('%s is one of its addresses', (address) => {
    const { answer, values, number } = accountOf('green');
    const given = { ...values, 'Green-API address': address };
    expect(setUp('green').account(asking(answer).ask, given).number).toBe(number);
  });

  test.each([
    'https://greenapi.com.example.com',
    'https://evilgreenapi.com',
    'http://api.green-api.com',
    'https://user@example.com#.greenapi.com',
    'https://api.green-api.com/x/..//example.com',
    '',
  ])('the token never goes to %j', (address) => {
    const { answer, values } = accountOf('green');
    const { ask, asked } = asking(answer);
    const given = { ...values, 'Green-API address': address };
    expect(() => setUp('green').account(ask, given)).toThrow('not one of Green-API’s addresses');
    expect(() => setUp('green').register?.(ask, given, HOOK)).toThrow(
      'not one of Green-API’s addresses',
    );
    expect(asked).toEqual([]);
    if (address) {
      expect(readSettings({ 'Green-API address': address }, CATALOGUE).problems).not.toEqual({});
    }
  });
});
