/** What *Connect WhatsApp…* asks of each provider, against the providers’ stand-ins. */

import type { OutsideAnswer, OutsideRequest } from '../../local/apps-script';
import { Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { GreenStandIn } from '../../local/whatsapp/green/green';
import { MetaStandIn } from '../../local/whatsapp/meta/meta';
import { TwilioStandIn } from '../../local/whatsapp/twilio/twilio';
import { PROVIDERS } from '../../src/owner/pages/shared/providers';
import type { Ask, ProviderChoice } from '../../src/owner/pages/shared/providers/choice';
import type { Request, Values } from '../../src/owner/wire';
import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings } from '../../src/program/settings';

const NUMBER = '15550783881';
const now = () => Date.UTC(2026, 5, 1, 12);
const deliver = () => ({ status: 200 });

/** Asks a stand-in as the script does: secrets filled in, lower-case headers. */
function asking(answer: (request: OutsideRequest) => OutsideAnswer, secrets: Values) {
  const asked: string[] = [];
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name) => secrets[name] ?? '');
  const ask: Ask = async ({ url, method = 'get', headers = {}, contentType, payload }: Request) => {
    const sent = Object.entries({
      ...headers,
      ...(contentType && { 'content-type': contentType }),
    });
    const got = answer({
      url: filled(url),
      method,
      headers: Object.fromEntries(sent.map(([name, text]) => [name.toLowerCase(), filled(text)])),
      body: payload ?? '',
    });
    asked.push(`${method} ${new URL(url).hostname}`);
    if (!('status' in got) || got.status > 299) throw new Error(`refused: ${JSON.stringify(got)}`);
    return JSON.parse(got.body);
  };
  return { ask, asked };
}

function choice(id: string): ProviderChoice {
  const found = PROVIDERS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

/** Each provider with a stand-in, the values that are right, and a secret that is wrong. */
function accounts() {
  const meta = new MetaStandIn({
    now,
    deliver,
    displayPhoneNumber: NUMBER,
    fetchUrl: (url: string) => ({
      status: 200,
      body: new URL(url).searchParams.get('hub.challenge') ?? '',
    }),
  });
  const dialog360 = new Dialog360StandIn({ now, deliver, displayPhoneNumber: NUMBER });
  const twilio = new TwilioStandIn({ now, deliver });
  const green = new GreenStandIn({ now, deliver });
  const { accountSid, authToken } = twilio.account;
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return [
    {
      id: 'meta',
      answer: (request: OutsideRequest) => meta.answer(request),
      values: {
        'Phone number id': meta.business.phoneNumberId,
        'Graph version': 'v26.0',
        metaAccount: meta.business.wabaId,
      },
      secrets: { metaToken: meta.business.token },
      number: NUMBER,
    },
    {
      id: '360dialog',
      answer: (request: OutsideRequest) => dialog360.answer(request),
      values: {},
      secrets: { dialog360Key: 'local360key_AK' },
      number: '',
    },
    {
      id: 'twilio',
      answer: (request: OutsideRequest) => twilio.answer(request),
      values: { 'Twilio account SID': accountSid },
      secrets: { twilioAuthorization: basic },
      number: '',
    },
    {
      id: 'green',
      answer: (request: OutsideRequest) => green.answer(request),
      values: {
        'Green-API address': 'https://7103.api.greenapi.com',
        'Green-API instance': green.instance.idInstance,
      },
      secrets: { greenToken: green.instance.token },
      number: green.instance.number,
    },
  ];
}

test('every provider that the program knows can be connected', () => {
  const known = PROVIDERS.map(({ id }) => id);
  expect(known).toEqual(['meta', '360dialog', 'twilio', 'green']);
  for (const id of known) expect(readSettings({ Provider: id }, CATALOGUE).problems).toEqual({});
});

test('every field is a setting of the program, or kept in Script Properties', () => {
  const { settings } = readSettings({}, CATALOGUE);
  expect(settings).toBeDefined();
  const names = new Set(
    accounts().flatMap(({ values, secrets }) => Object.keys({ ...values, ...secrets })),
  );
  for (const { fields } of PROVIDERS) {
    for (const { name, kind } of fields) if (kind !== 'setting') expect(names).toContain(name);
  }
});

describe.each(accounts().map(({ id }) => id))('%s', (id) => {
  const account = () => accounts().find((one) => one.id === id)!;

  test('the right values are confirmed, with the number where it is told', async () => {
    const { answer, values, secrets, number } = account();
    const found = await choice(id).account(asking(answer, secrets).ask, values);
    expect(found.number).toBe(number);
  });

  test('a wrong secret is refused', async () => {
    const { answer, values, secrets } = account();
    const wrong = Object.fromEntries(Object.keys(secrets).map((name) => [name, 'wrong']));
    await expect(choice(id).account(asking(answer, wrong).ask, values)).rejects.toThrow('refused');
  });

  test('the webhook is registered where there is an API for it', async () => {
    const { answer, values, secrets } = account();
    const { ask, asked } = asking(answer, secrets);
    await choice(id).register?.(ask, values, 'https://script.google.com/x/exec?key=k', 'k');
    expect(asked.length > 0).toBe(id !== 'twilio');
  });

  test('secrets are names in what it writes, never values', () => {
    const settings = readSettings({}, CATALOGUE).settings;
    const provider = choice(id).provider(settings, {}, 'https://script.google.com/x/exec?key=k');
    const body = { kind: 'text' as const, text: 'Hello' };
    const request = provider.write({ to: { waId: '447700900001' }, body, ref: 'a.a0' });
    const [name] = Object.keys(account().secrets);
    expect(JSON.stringify(request)).toContain(`{${name}}`);
  });
});

test('Meta: without the account id the webhook cannot be registered, and it says so', async () => {
  const { answer, values, secrets } = accounts()[0]!;
  const { metaAccount: _, ...rest } = values as Values;
  const registering = choice('meta').register?.(
    asking(answer, secrets).ask,
    rest,
    'https://x',
    'k',
  );
  await expect(registering).rejects.toThrow('Business Account ID is missing');
});

test('Twilio: templates for the buttons are made once', async () => {
  const { answer, secrets } = accounts()[2]!;
  const { ask, asked } = asking(answer, secrets);
  const { settings } = readSettings({}, CATALOGUE);
  const made = await choice('twilio').prepare!(ask, settings, {});
  expect(Object.values(JSON.parse(made.twilioTemplates!))).toEqual(
    Array(5).fill(expect.stringMatching(/^HX/)),
  );
  await choice('twilio').prepare!(ask, settings, made);
  expect(asked).toHaveLength(5);
});

test('Twilio: the token is kept as the header that it is sent in', () => {
  const field = choice('twilio').fields.find(({ kind }) => kind === 'secret');
  expect(field?.kept?.('secret', { 'Twilio account SID': 'AC1' })).toBe(
    `Basic ${Buffer.from('AC1:secret').toString('base64')}`,
  );
});

test('Green-API: an instance whose phone is not linked is not confirmed', async () => {
  const green = new GreenStandIn({ now, deliver });
  Object.assign(green.instance, { stateInstance: 'notAuthorized' });
  const { values, secrets } = accounts()[3]!;
  const { ask } = asking((request) => green.answer(request), secrets);
  await expect(choice('green').account(ask, values as Values)).rejects.toThrow('notAuthorized');
});
