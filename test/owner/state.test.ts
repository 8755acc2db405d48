/** What is set, and how pages change it: secrets go in and never come out. */
import { BUSINESS_NUMBER, Business } from '../support/business';
import { ownerOf } from './owner';

const TOKEN = 'EAAJnewSecretToken000000000000';

test('tells what is set, but no secret', () => {
  const shop = new Business();
  const state = ownerOf(shop).state();
  expect(state.settings['WhatsApp number']).toBe(BUSINESS_NUMBER);
  expect(state.secrets).toEqual(['metaToken']);
  expect(JSON.stringify(state)).not.toContain(shop.whatsapp.business.token);
});

test('stores settings in their tab and secrets in Script Properties', () => {
  const shop = new Business();
  const state = ownerOf(shop).save({ 'Graph version': 'v25.0' }, { metaToken: TOKEN });
  expect(shop.script.properties.script.get('metaToken')).toBe(TOKEN);
  const sheets = ['Clients', 'Settings', 'Problems'].map((name) => shop.rows(name));
  expect(JSON.stringify([state, sheets])).not.toContain(TOKEN);
  expect(state.settings['Graph version']).toBe('v25.0');
});

test('the next message uses what was stored, and what was held back goes at once', () => {
  const shop = new Business({ whatsapp: { token: TOKEN } });
  const anna = shop.person('Anna', '447700900001');
  shop.script.properties.script.set('metaToken', 'an old one');
  shop.writes(anna, 'Link');
  expect(shop.heard(anna)).toEqual([]);
  ownerOf(shop).save({}, { metaToken: TOKEN });
  shop.wait(3 * 60 * 1000);
  expect(shop.heard(anna).length).toBeGreaterThan(0);
});

test('a page cannot write other properties', () => {
  const shop = new Business();
  const { key } = shop;
  ownerOf(shop).save({}, { webhookKey: 'known', tabIds: '{}' });
  expect(shop.key).toBe(key);
});

test('a value that looks like a formula stays a text', () => {
  const shop = new Business();
  ownerOf(shop).save({ 'Text: Nameless': '=1+1' }, {});
  const row = shop.rows('Settings').findIndex(({ Name }) => Name === 'Text: Nameless') + 2;
  expect(shop.script.spreadsheet.formula('Settings', row, 2)).toBe('');
});

test('a new key: the old one is refused', () => {
  const shop = new Business();
  const before = shop.key;
  const { key } = ownerOf(shop).newWebhookKey();
  expect(key).not.toBe(before);
  const challenge = (token: string) => {
    const answer = shop.script.get(`hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`);
    return shop.script.echo(answer.headers.location ?? answer.headers.Location ?? '');
  };
  expect([challenge(key), challenge(before)]).toEqual(['42', '']);
});

test('asks the provider with the stored secret, or with one that is entered', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  const request = {
    url: `https://graph.facebook.com/v26.0/${shop.whatsapp.business.phoneNumberId}`,
    headers: { Authorization: 'Bearer {metaToken}' },
  };
  expect(owner.ask([request], {})[0]?.status).toBe(200);
  expect(owner.ask([request], { metaToken: 'wrong' })[0]?.status).toBe(401);
});

test('no other property can be asked for', () => {
  const shop = new Business();
  const url = `https://graph.facebook.com/v26.0/{webhookKey}`;
  ownerOf(shop).ask([{ url }], {});
  expect(shop.whatsapp.outbound.pop()?.url).not.toContain(shop.key);
});

test.each([
  'https://example.com/',
  'https://graph.facebook.com.example.com/',
  'http://graph.facebook.com/v26.0/',
])('secrets go to providers only, not to %s', (url) => {
  const shop = new Business();
  const request = { url, headers: { Authorization: 'Bearer {metaToken}' } };
  expect(() => ownerOf(shop).ask([request], {})).toThrow('no provider');
  expect(shop.last('ownerCall').calls.fetch).toBeUndefined();
});

test('a provider that does not answer is status 0', () => {
  const shop = new Business();
  shop.whatsapp.answer = () => ({ fault: 'timeout' });
  const answers = ownerOf(shop).ask([{ url: 'https://graph.facebook.com/v26.0/1' }], {});
  expect(answers).toEqual([{ status: 0, body: '' }]);
});
