/** What connecting does at the provider by itself, and what it finds out about the account: on the built bundle. */
import { Business, callsOf, HOUR, MINUTE } from '../support/business';
import type { ProviderName, StandIns } from '../support/providers';
import { ownerOf } from './owner';

const TEXT = 'Good news: {{1}} came to us on your recommendation. Thank you!';
const TEMPLATE = { language: 'en', text: TEXT, example: 'Anna' };
const DAY = 24 * HOUR;

type WithTemplates = 'meta' | '360dialog' | 'twilio';

/** A business that its owner has connected, with the ids that they would find on Meta's pages. */
function connected<Name extends ProviderName = 'meta'>(name = 'meta' as Name) {
  const shop = new Business<Name>({ provider: name });
  const { script } = shop.script.properties;
  script.set('connect', JSON.stringify({ connected: shop.script.clock.now }));
  if (name === 'meta') script.set('metaAccount', '102290129340398');
  const problems = () => shop.rows('Problems').map(({ Problem = '' }) => Problem);
  const setting = (wanted: string) =>
    shop.rows('Settings').find(({ Name: one }) => one === wanted)?.Value;
  return { shop, owner: ownerOf(shop), problems, setting };
}

/** Somebody who looks at templates has decided about the newest one. */
function decide(standIn: StandIns[WithTemplates], word: 'approved' | 'rejected' | 'paused') {
  if (standIn.name === 'twilio') {
    return standIn.review(standIn.account.contents.at(-1)?.sid ?? '', word, 'INVALID_FORMAT');
  }
  const meta = standIn.name === '360dialog' ? standIn.meta : standIn;
  const name = meta.business.templates.at(-1)?.name ?? '';
  meta.review(name, word.toUpperCase() as 'APPROVED', 'INVALID_FORMAT');
}

describe.each<WithTemplates>(['meta', '360dialog', 'twilio'])('%s: the notice template', (name) => {
  test('is handed in, waits, and is used as soon as it is approved', () => {
    const { shop, owner, setting } = connected(name);
    const people = ['Anna', 'Ben', 'Cleo'].map((one, n) => shop.person(one, `44770090000${n + 1}`));
    const [anna, ben, cleo] = people as [
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
    ];
    shop.writes(anna, 'Link');
    const [standing] = owner.createTemplate('notice', TEMPLATE) ?? [];
    expect(standing).toMatchObject({ kind: 'notice', language: 'en', used: false });
    expect(standing?.status).toMatch(/^(pending|received)$/);
    expect(setting('Notice template')).toBe('');
    shop.sleeps(25 * HOUR);
    shop.taps(ben, anna);
    expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write/);
    decide(shop.whatsapp as StandIns[WithTemplates], 'approved');
    shop.sleeps(HOUR + MINUTE);
    expect(setting('Notice template')).toMatch(name === 'twilio' ? /^HX/ : /^referral_notice_/);
    expect(setting('Notice template values')).toBe('{name}');
    expect(owner.templates()).toMatchObject([{ status: 'approved', used: true }]);
    shop.taps(cleo, anna);
    expect(shop.heard(anna).pop()).toBe(TEXT.replace('{{1}}', 'Cleo'));
  });

  test('is rejected: the reason is told, once', () => {
    const { shop, owner, problems, setting } = connected(name);
    owner.createTemplate('notice', TEMPLATE);
    decide(shop.whatsapp as StandIns[WithTemplates], 'rejected');
    shop.sleeps(HOUR + MINUTE);
    shop.sleeps(HOUR + MINUTE);
    expect(problems()).toEqual([expect.stringMatching(/^The notice template .* was rejected/)]);
    const asked = shop.whatsapp.outbound.length;
    shop.sleeps(2 * HOUR);
    expect(shop.whatsapp.outbound).toHaveLength(asked);
    expect(owner.templates()).toMatchObject([{ status: 'rejected', reason: 'INVALID_FORMAT' }]);
    expect(setting('Notice template')).toBe('');
  });

  test('is paused later: the daily look tells', () => {
    const { shop, owner, problems } = connected(name);
    owner.createTemplate('notice', TEMPLATE);
    decide(shop.whatsapp as StandIns[WithTemplates], 'approved');
    owner.templates();
    shop.sleeps(DAY + MINUTE);
    expect(problems()).toEqual([]);
    decide(shop.whatsapp as StandIns[WithTemplates], 'paused');
    shop.sleeps(DAY + MINUTE);
    expect(problems()).toEqual([expect.stringMatching(/^The notice template .* was paused/)]);
  });

  test('another one is handed in while one is in use: that one stays until then', () => {
    const { shop, owner, setting } = connected(name);
    owner.createTemplate('notice', TEMPLATE);
    decide(shop.whatsapp as StandIns[WithTemplates], 'approved');
    owner.templates();
    const first = setting('Notice template');
    shop.script.clock.now += MINUTE;
    expect(owner.createTemplate('notice', TEMPLATE)).toMatchObject([
      { used: false },
      { used: true, name: first },
    ]);
    expect(setting('Notice template')).toBe(first);
    decide(shop.whatsapp as StandIns[WithTemplates], 'approved');
    expect(owner.templates()).toMatchObject([{ used: true }]);
    expect(setting('Notice template')).not.toBe(first);
  });
});

test.each<ProviderName>(['green', 'telegram'])('%s has no templates', (name) => {
  const { owner } = connected(name);
  expect(owner.templates()).toBeNull();
  expect(() => owner.createTemplate('notice', TEMPLATE)).toThrow('has no templates');
});

test('the reward template is one more, with its own value', () => {
  const { shop, owner, setting } = connected();
  owner.createTemplate('notice', TEMPLATE);
  owner.createTemplate('reward', {
    ...TEMPLATE,
    text: 'There is something for you: {{1}}. Come by.',
  });
  for (const { name } of shop.whatsapp.business.templates) shop.whatsapp.review(name, 'APPROVED');
  owner.templates();
  expect(setting('Reward template')).toMatch(/^referral_reward_/);
  expect(setting('Reward template values')).toBe('{reward}');
});

test('Meta’s own sentence says what is wrong with a text', () => {
  const { owner } = connected();
  const text = '{{1}} came to us. Thank you!';
  expect(() => owner.createTemplate('notice', { ...TEMPLATE, text })).toThrow(
    'Variables can’t be at the start or end of the template.',
  );
});

describe('the daily look', () => {
  test('is due once a day: every other idle minute costs what it did', () => {
    const { shop } = connected();
    shop.triggerRuns();
    const fetched = () => shop.whatsapp.outbound.length;
    const first = fetched();
    expect(first).toBeGreaterThan(0);
    shop.script.clock.now += MINUTE;
    expect(callsOf(shop.triggerRuns()).all).toBeLessThanOrEqual(4);
    shop.script.clock.now += 22 * HOUR;
    shop.triggerRuns();
    expect(fetched()).toBe(first);
    shop.script.clock.now += 2 * HOUR;
    shop.triggerRuns();
    expect(fetched()).toBe(2 * first);
  });

  test('the number’s quality fell', () => {
    const { shop, problems } = connected();
    shop.sleeps(MINUTE);
    shop.whatsapp.business.quality = 'YELLOW';
    shop.sleeps(DAY + MINUTE);
    shop.sleeps(DAY + MINUTE);
    expect(problems()).toEqual([expect.stringMatching(/quality yellow/)]);
    shop.whatsapp.business.quality = 'GREEN';
    shop.sleeps(DAY + MINUTE);
    expect(problems()).toHaveLength(1);
  });

  test('what Meta refuses is no new problem, and is not asked again every minute', () => {
    const { shop, problems } = connected();
    shop.whatsapp.business.token = 'another';
    shop.sleeps(MINUTE);
    const asked = shop.whatsapp.outbound.length;
    shop.sleeps(MINUTE);
    expect(shop.whatsapp.outbound).toHaveLength(asked);
    expect(problems()).toEqual([]);
  });

  test('nothing is asked before anything is connected', () => {
    const shop = new Business();
    shop.sleeps(DAY + MINUTE);
    expect(shop.whatsapp.outbound).toEqual([]);
  });
});

describe('Meta', () => {
  const CONNECT = (shop: Business) => ({
    provider: 'meta',
    values: {
      'Phone number id': shop.whatsapp.business.phoneNumberId,
      metaAccount: shop.whatsapp.business.wabaId,
      metaToken: shop.whatsapp.business.token,
    },
  });

  test('an own number is registered with its PIN, which is kept nowhere', () => {
    const shop = new Business({ whatsapp: { registered: false, pin: '246813' } });
    const owner = ownerOf(shop);
    expect(owner.connect(CONNECT(shop)).account).toMatchObject({ unregistered: true });
    const own = shop.person('Owner', '447700900142');
    shop.writes(own, 'Link');
    expect(() => owner.sendTest('+44 7700 900142')).toThrow('(133010)');
    expect(() => owner.registerNumber('111111')).toThrow('not the PIN of the number');
    owner.registerNumber('246813');
    expect(owner.connect(CONNECT(shop)).account).not.toHaveProperty('unregistered');
    owner.sendTest('+44 7700 900142');
    shop.whatsapp.pump();
    expect(shop.heard(own).join()).toContain('This is a test');
    expect(JSON.stringify([...shop.script.properties.script])).not.toContain('246813');
  });

  test('connecting subscribes the app, once; an address of its own stays', () => {
    const fetchUrl = (url: string) => ({
      status: 200,
      body: new URL(url).searchParams.get('hub.challenge') ?? '',
    });
    const shop = new Business({ whatsapp: { subscribed: false, fetchUrl } });
    shop.script.properties.script.set(
      'webAppUrl',
      'https://script.google.com/macros/s/local-deployment/exec',
    );
    const owner = ownerOf(shop);
    const anna = shop.person('Anna', '447700900001');
    expect(shop.writes(anna, 'Link')).toEqual([]);
    owner.connect(CONNECT(shop));
    expect(shop.writes(anna, 'Link').length).toBeGreaterThan(0);
    owner.register();
    const { subscription } = shop.whatsapp.save();
    owner.connect(CONNECT(shop));
    expect(shop.whatsapp.save().subscription).toEqual(subscription);
    expect(subscription.callback).toContain('key=');
  });

  test('the token’s permissions and end, and whether there is a way to pay', () => {
    const { shop, owner } = connected();
    const { business } = shop.whatsapp;
    business.tokenExpiresAt = shop.script.clock.now + DAY;
    expect(owner.access()).toEqual({ ends: business.tokenExpiresAt, lacks: [] });
    business.scopes = ['whatsapp_business_messaging'];
    expect(owner.access()).toMatchObject({ lacks: ['whatsapp_business_management'] });
    expect(() => owner.templates()).not.toThrow();
    expect(() => owner.createTemplate('notice', TEMPLATE)).toThrow('necessary permissions');
    business.scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
    business.canPay = false;
    expect(owner.hindrances()).toMatchObject([{ unpaid: true, what: expect.any(String) }]);
  });
});

test('360dialog tells what keeps messages back as well', () => {
  const { shop, owner } = connected('360dialog');
  expect(owner.hindrances()).toEqual([]);
  shop.whatsapp.meta.business.canPay = false;
  expect(owner.hindrances()).toMatchObject([{ unpaid: true }]);
});
