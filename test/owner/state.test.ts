/** What is set, and how pages change it: secrets go in and never come out. */
import type { OutsideRequest } from '../../local/apps-script';
import { BUSINESS_NUMBER, Business, HOUR } from '../support/business';
import { ownerOf } from './owner';

const TOKEN = 'EAAJnewSecretToken000000000000';
const ADDRESS = 'https://script.google.com/macros/s/local-deployment/exec';

/** Values that are right, and some of them changed. */
function entered(shop: Business, values: Record<string, string> = {}) {
  const { phoneNumberId, wabaId, token } = shop.whatsapp.business;
  return {
    provider: 'meta',
    values: { 'Phone number id': phoneNumberId, metaAccount: wabaId, metaToken: token, ...values },
  };
}

test('tells what is set, but no secret', () => {
  const shop = new Business();
  const state = ownerOf(shop).state();
  expect(state.settings['WhatsApp number']).toBe(BUSINESS_NUMBER);
  expect(state.secrets).toEqual(['metaToken']);
  expect(JSON.stringify(state)).not.toContain(shop.whatsapp.business.token);
});

describe('connecting', () => {
  test('stores settings in their tab and secrets in Script Properties', () => {
    const shop = new Business({ whatsapp: { token: TOKEN } });
    shop.script.properties.script.set('metaToken', 'an old one');
    const done = ownerOf(shop).connect(entered(shop, { 'Graph version': 'v25.0' }));
    expect(shop.script.properties.script.get('metaToken')).toBe(TOKEN);
    const sheets = ['Clients', 'Settings', 'Problems'].map((name) => shop.rows(name));
    expect(JSON.stringify([done, sheets])).not.toContain(TOKEN);
    expect(done.state.settings['Graph version']).toBe('v25.0');
    expect(done.account).toMatchObject({ number: BUSINESS_NUMBER, quality: 'GREEN' });
  });

  test('the next message uses what was stored, and what was held back goes at once', () => {
    const shop = new Business({ whatsapp: { token: TOKEN } });
    const anna = shop.person('Anna', '447700900001');
    shop.script.properties.script.set('metaToken', 'an old one');
    shop.writes(anna, 'Link');
    expect(shop.heard(anna)).toEqual([]);
    ownerOf(shop).connect(entered(shop));
    shop.wait(3 * 60 * 1000);
    expect(shop.heard(anna).length).toBeGreaterThan(0);
  });

  test('a secret that is not typed is the stored one', () => {
    const shop = new Business();
    ownerOf(shop).connect(entered(shop, { metaToken: '' }));
    expect(shop.script.properties.script.get('metaToken')).toBe(shop.whatsapp.business.token);
  });

  test('wrong values are refused, and nothing is stored', () => {
    const shop = new Business();
    const before = [...shop.script.properties.script];
    const connect = () =>
      ownerOf(shop).connect(entered(shop, { metaToken: TOKEN, 'Graph version': 'v25.0' }));
    expect(connect).toThrow('refuses the access token');
    const after = [...shop.script.properties.script].filter(([name]) => name !== 'passes');
    expect(after).toEqual(before);
    expect(shop.rows('Settings')).not.toContainEqual(expect.objectContaining({ Value: 'v25.0' }));
  });

  test('a page writes what belongs to the provider and nothing else', () => {
    const shop = new Business();
    const { key } = shop;
    const more = { webhookKey: 'known', tabIds: '{}', webAppUrl: 'https://evil.example/exec' };
    ownerOf(shop).connect(entered(shop, { ...more, 'Text: Nameless': 'x', greenToken: 'g' }));
    const { script } = shop.script.properties;
    expect(shop.key).toBe(key);
    expect(script.get('webAppUrl')).toBe(ADDRESS);
    expect(script.get('greenToken')).toBeUndefined();
    expect(shop.rows('Settings')).not.toContainEqual(expect.objectContaining({ Value: 'x' }));
  });

  test('a value that looks like a formula stays a text', () => {
    const shop = new Business();
    ownerOf(shop).connect(entered(shop, { metaAccount: '=1+1', 'Graph version': 'v26.0' }));
    expect(shop.formulas('Settings')).toEqual([]);
  });

  test.each(['', 'nobody', 'constructor', '__proto__'])('there is no provider %j', (provider) => {
    const owner = ownerOf(new Business());
    expect(() => owner.connect({ provider, values: {} })).toThrow('There is no provider');
  });
});

describe('a new key', () => {
  const challenge = (shop: Business, token: string) => {
    const answer = shop.script.get(`hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`);
    return shop.script.echo(answer.headers.location ?? '');
  };

  test('the old one is no longer what the handshake takes', () => {
    const shop = new Business();
    const before = shop.key;
    const { key } = ownerOf(shop).newWebhookKey(true);
    expect(key).not.toBe(before);
    expect([challenge(shop, key), challenge(shop, before)]).toEqual(['42', '']);
  });

  test('the old one is honoured for a day where the owner wants that', () => {
    const shop = new Business();
    const before = shop.key;
    ownerOf(shop).newWebhookKey(true);
    const earlier = JSON.parse(shop.script.properties.script.get('earlierKey') ?? '');
    expect(earlier.key).toBe(before);
    const hours = (earlier.until - shop.script.clock.now) / HOUR;
    expect(Math.round(hours)).toBe(24);
    ownerOf(shop).newWebhookKey(false);
    expect(shop.script.properties.script.has('earlierKey')).toBe(false);
  });
});

describe('what the provider is asked', () => {
  /** Everything that leaves the script. */
  function sentBy(shop: Business, work: () => unknown): OutsideRequest[] {
    const sent: OutsideRequest[] = [];
    const { answer } = shop.whatsapp;
    shop.whatsapp.answer = (request: OutsideRequest) => {
      sent.push(request);
      return answer.call(shop.whatsapp, request);
    };
    work();
    return sent;
  }

  test('a page that brings requests along is not listened to', () => {
    const shop = new Business();
    const owner = ownerOf(shop) as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const name of ['ask', 'save']) {
      expect(() => owner[name]?.([{ url: 'https://evil.example/{metaToken}' }], {})).toThrow(
        'not something that a page may call',
      );
    }
    const url = 'https://evil.example/';
    const sent = sentBy(shop, () => owner.account?.({ url }, [{ url }]));
    expect(sent.map((request) => new URL(request.url).hostname)).toEqual(['graph.facebook.com']);
  });

  test('no answer brings a secret to the page, not even a refusal that echoes it', () => {
    const shop = new Business();
    const { token, wabaId } = shop.whatsapp.business;
    shop.script.properties.script.set('metaAccount', wabaId);
    const echo = {
      error: { code: 4, message: `Bad token ${token} in ${encodeURIComponent(token)}` },
    };
    shop.whatsapp.answer = () => ({ status: 400, headers: {}, body: JSON.stringify(echo) });
    const said = (work: () => unknown) => {
      try {
        return JSON.stringify(work());
      } catch (error) {
        return (error as Error).message;
      }
    };
    const owner = ownerOf(shop);
    for (const work of [
      owner.account,
      owner.register,
      owner.access,
      owner.hindrances,
      () => owner.registerNumber('123456'),
      () => owner.sendTest('+447700900001'),
    ]) {
      const text = said(work);
      expect(text).toContain('•••');
      expect(text).not.toContain(token);
    }
    shop.whatsapp.answer = () => ({
      status: 200,
      headers: {},
      body: JSON.stringify({
        verified_name: token,
        display_phone_number: '1',
        quality_rating: token,
      }),
    });
    expect(said(owner.account)).not.toContain(token);
  });

  test('a provider that does not answer is told so', () => {
    const shop = new Business();
    shop.whatsapp.answer = () => ({ fault: 'timeout' });
    expect(() => ownerOf(shop).account()).toThrow('WhatsApp');
  });

  test('the app’s secret is used once and not kept', () => {
    const shop = new Business();
    const secret = 'abcdef0123456789abcdef0123456789';
    const sent = sentBy(shop, () => {
      try {
        ownerOf(shop).registerApp(secret);
      } catch (error) {
        expect((error as Error).message).not.toContain(secret);
      }
    });
    expect(sent.some(({ headers }) => headers.authorization?.endsWith(`|${secret}`))).toBe(true);
    expect(JSON.stringify([...shop.script.properties.script])).not.toContain(secret);
  });
});
